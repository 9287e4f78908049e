import type { Selectable } from 'kysely'
import type { Schema, Tx } from '../database/index.ts'

export type JobRow = Selectable<Schema['job']>

/** Times a job may be begun; then it has failed. */
export const MAX_ATTEMPTS = 3

/**
 * Takes up to `limit` queued jobs of these kinds, oldest first. A job that another process is taking at this moment is
 * passed over, so each is taken once.
 */
export async function claimJobs(
  tx: Tx,
  kinds: readonly string[],
  limit: number,
  now: Date,
  leaseUntil: Date,
): Promise<JobRow[]> {
  if (kinds.length === 0 || limit === 0) return []
  return tx
    .updateTable('job')
    .set(eb => ({
      state: 'running',
      attempts: eb('attempts', '+', 1),
      started_at: now,
      lease_until: leaseUntil,
      stage: null,
      detail: '',
      done: 0,
      total: null,
    }))
    .where('id', 'in', eb =>
      eb
        .selectFrom('job')
        .select('id')
        .where('state', '=', 'queued')
        .where('kind', 'in', kinds)
        .where(where => where.or([where('not_before', 'is', null), where('not_before', '<=', now)]))
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute()
}

/** Ends the queued jobs that were called off. */
export async function cancelQueued(tx: Tx, now: Date): Promise<void> {
  await tx
    .updateTable('job')
    .set({ state: 'cancelled', finished_at: now })
    .where('state', '=', 'queued')
    .where('cancel_requested_at', 'is not', null)
    .execute()
}

/**
 * Puts back into the queue what a process that is no more was doing: every running job when this process has just
 * started alone (`expiredBefore` null), otherwise those whose lease has run out. One begun three times has failed.
 * `own` are at work in this very process, however late their sign of life.
 */
export async function recoverJobs(
  tx: Tx,
  now: Date,
  expiredBefore: Date | null,
  own: readonly number[] = [],
): Promise<void> {
  const lost = tx
    .updateTable('job')
    .where('state', '=', 'running')
    .$if(expiredBefore !== null, query => query.where('lease_until', '<', expiredBefore))
    .$if(own.length > 0, query => query.where('id', 'not in', own))
  await lost
    .set({
      state: 'failed',
      lease_until: null,
      finished_at: now,
      problems: JSON.stringify([{ code: 'job-interrupted', params: { attempts: MAX_ATTEMPTS } }]),
    })
    .where('attempts', '>=', MAX_ATTEMPTS)
    .execute()
  await lost.set({ state: 'queued', lease_until: null }).execute()
}
