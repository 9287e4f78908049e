import type { FastifyInstance } from 'fastify'
import { type Doorkeeper, implement } from '../../platform/http/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { resultsContract } from './contract.ts'
import { importHandlers } from './import-routes.ts'
import { receivedHandlers } from './received-routes.ts'
import { remarkHandlers } from './remark-routes.ts'
import type { ResultsService } from './service.ts'

/** Results over HTTP: files of them, and what has come of what was expected. */
export function resultsRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  service: ResultsService,
  jobs: Jobs,
): void {
  implement(app, doorkeeper, resultsContract, {
    ...importHandlers(service, jobs),
    ...remarkHandlers(service),
    ...receivedHandlers(service),
  })
}
