import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../database/index.ts'
import { type Contract, implement } from '../http/index.ts'

/** Longer than any ordinary transaction; a database that does not answer within it is of no use to people. */
const ANSWER_WITHIN = 3000

/** Sees nothing, which is enough to be answered. */
const NOBODY = { accountId: 'system:health', role: '', grantId: null, unitPath: '' }

const stateSchema = z.enum(['ok', 'failing'])

/** Not a page of people: for whatever watches the service (a proxy, systemd, a monitor). Tells no secrets. */
export const healthContract = {
  'GET /healthz': {
    summary: 'is the service able to work? 200 when it is, 503 when it is not',
    access: 'public',
    response: z.object({ status: stateSchema, database: stateSchema, jobs: stateSchema }),
  },
} as const satisfies Contract

export interface HealthSources {
  /** False when the runner of jobs has stopped though the service has not. */
  readonly jobsRun?: () => boolean
}

export function healthRoutes(app: FastifyInstance, database: Database, sources: HealthSources = {}): void {
  implement(app, { database, identify: async () => null }, healthContract, {
    'GET /healthz': async ({ reply }) => {
      const answer = await state(answers(database))
      const jobs = await state(Promise.resolve(sources.jobsRun?.() ?? true))
      const status = answer === 'ok' && jobs === 'ok' ? 'ok' : 'failing'
      if (status !== 'ok') reply.status(503)
      return { status, database: answer, jobs }
    },
  })
}

async function answers(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), ANSWER_WITHIN)
  })
  // By both ways in: sign-in goes by the owner's, and what people ask for by the plain one's.
  const asked = database.ownerPool
    .query('select 1')
    .then(() => database.as(NOBODY, tx => sql`select 1`.execute(tx)))
    .then(() => true)
  asked.catch(() => {})
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

function state(works: Promise<boolean>): Promise<z.infer<typeof stateSchema>> {
  return works.then(
    well => (well ? 'ok' : 'failing'),
    () => 'failing',
  )
}
