import { z } from 'zod'
import type { Database } from '../database/index.ts'
import type { JobKind, Schedule } from './job.ts'

const DAY = 86_400_000
/** Reactions between rooms leave their traces elsewhere. */
const INTERNAL_DAYS = 2
const KEPT_DAYS = 90

/** Every day: forgets finished jobs of a season ago, so that the queue stays small. */
export function removeOldJobs(database: Database, clock: () => Date = () => new Date()): Schedule {
  const before = (days: number) => new Date(clock().getTime() - days * DAY)
  const job: JobKind = {
    kind: 'jobs.remove-old',
    internal: true,
    params: z.unknown(),
    async run() {
      await database.asSystem('system:jobs', tx =>
        tx
          .deleteFrom('job')
          .where(eb =>
            eb.or([
              eb('finished_at', '<', before(KEPT_DAYS)),
              eb.and([eb('finished_at', '<', before(INTERNAL_DAYS)), eb('internal', '=', true)]),
            ]),
          )
          .execute(),
      )
      return undefined
    },
  }
  return { job, params: {}, everyMinutes: 24 * 60 }
}
