import type { FastifyInstance } from 'fastify'
import { type Doorkeeper, implement } from '../../platform/http/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { planHandlers } from './plan-routes.ts'
import { plansContract } from './plans-contract.ts'
import type { PlansService } from './service.ts'

/** Plans and what proves them, over HTTP. */
export function planRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  service: PlansService,
  jobs: Jobs,
): void {
  implement(app, doorkeeper, plansContract, planHandlers(service, jobs))
}
