import { type Selectable, sql } from 'kysely'
import type { Schema, Tx } from '../../platform/database/index.ts'
import type { JobState } from '../../platform/jobs/index.ts'
import { ProblemError } from '../../platform/problem.ts'

export type JobRow = Selectable<Schema['job']>

/** Jobs of the acting person, the newest first; one more than `limit` tells that there are further ones. */
export async function listJobs(
  tx: Tx,
  filter: { readonly before?: number; readonly state?: JobState; readonly limit: number },
): Promise<JobRow[]> {
  const { before, state, limit } = filter
  return tx
    .selectFrom('job')
    .selectAll()
    .where('internal', '=', false)
    .$if(before !== undefined, query => query.where('id', '<', before!))
    .$if(state !== undefined, query => query.where('state', '=', state!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export async function findJob(tx: Tx, id: number): Promise<JobRow> {
  const row = await tx
    .selectFrom('job')
    .selectAll()
    .where('id', '=', id)
    .where('internal', '=', false)
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row
}

/** Marks an unfinished job as called off; a finished one is left as it is. */
export async function requestCancel(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('job')
    .set({ cancel_requested_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .where('cancel_requested_at', 'is', null)
    .execute()
}
