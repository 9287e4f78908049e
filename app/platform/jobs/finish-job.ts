import type { Tx } from '../database/index.ts'
import type { Problem } from '../problem.ts'
import { type JobRow, MAX_ATTEMPTS } from './claim-jobs.ts'
import type { JobResult } from './job.ts'

/** How an attempt ended. */
export type Outcome =
  | { readonly state: 'done'; readonly result: JobResult | undefined }
  | { readonly state: 'failed'; readonly problems: readonly Problem[] }
  | { readonly state: 'cancelled' }
  /** The service stops: begun again after the start, and this attempt is not counted. */
  | { readonly state: 'stopped' }
  /** A failure of the moment: tried again later, while attempts last. */
  | { readonly state: 'faulted' }

const RETRY_AFTER = 10_000
const RETRY_FACTOR = 6

/** Writes the outcome down, unless the job has been taken over in the meantime. Says whether it was written. */
export async function finishJob(tx: Tx, row: JobRow, outcome: Outcome, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ lease_until: null, ...columnsOf(outcome, row, now) })
    .where('id', '=', row.id)
    .where('state', '=', 'running')
    // The number of the attempt tells a process that was given up for dead from the one that took over.
    .where('attempts', '=', row.attempts)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function columnsOf(outcome: Outcome, { id, attempts }: JobRow, now: Date) {
  switch (outcome.state) {
    case 'done':
      return {
        state: 'done',
        result: outcome.result ? JSON.stringify(outcome.result) : null,
        finished_at: now,
      } as const
    case 'failed':
      return { state: 'failed', problems: JSON.stringify(outcome.problems), finished_at: now } as const
    case 'cancelled':
      return { state: 'cancelled', finished_at: now } as const
    case 'stopped':
      return { state: 'queued', attempts: attempts - 1 } as const
    case 'faulted':
      if (attempts < MAX_ATTEMPTS) {
        const wait = RETRY_AFTER * RETRY_FACTOR ** (attempts - 1)
        return { state: 'queued', not_before: new Date(now.getTime() + wait) } as const
      }
      return {
        state: 'failed',
        problems: JSON.stringify([{ code: 'job-fault', params: { id } }]),
        finished_at: now,
      } as const
  }
}
