import type { FastifyInstance } from 'fastify'
import { type Doorkeeper, implement } from '../../platform/http/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { resultsContract } from './contract.ts'
import { importHandlers } from './import-routes.ts'
import { remarkHandlers } from './remark-routes.ts'
import type { ResultsService } from './service.ts'

/** Results over HTTP: files of them, and what has come of what was expected. */
export function resultsRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  service: ResultsService,
  jobs: Jobs,
): void {
  const {
    'GET /api/received': _4,
    'GET /api/received/export.xlsx': _5,
    'POST /api/received/remind': _6,
    ...contract
  } = resultsContract
  implement(app, doorkeeper, contract, { ...importHandlers(service, jobs), ...remarkHandlers(service) })
}
