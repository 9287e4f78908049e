import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'

/** Calls a run off that has not ended; what it found so far is dropped. The job to be told, if the reader asked for it. */
export async function cancelRun(tx: Tx, id: number, now: Date): Promise<number | null> {
  const run = await tx
    .updateTable('screening_run')
    .set({ state: 'cancelled', finished_at: now, version: sql`version + 1` })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .returning('job_id')
    .executeTakeFirst()
  if (!run) throw new ProblemError({ code: 'run-ended' })
  if (run.job_id === null) return null
  await tx.updateTable('job').set({ cancel_requested_at: now }).where('id', '=', run.job_id).execute()
  return run.job_id
}
