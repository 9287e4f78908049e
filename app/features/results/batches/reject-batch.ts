import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { enqueueJob } from '../../../platform/jobs/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { CLEAR_BATCH } from '../import/clear-batch-job.ts'
import type { Chosen } from './accept-batches.ts'
import { takeBatch } from './take-batch.ts'

/**
 * Takes a batch back before it counted: waiting, being read or checked. Its files go after the commit. Returns the job
 * that is to be called off, where one is at it.
 */
export async function rejectBatch(
  tx: Tx,
  { id, version, reason = '' }: Chosen & { reason?: string | undefined },
  { accountId, now }: { accountId: string; now: Date },
): Promise<number | null> {
  const batch = await takeBatch(tx, { id, version })
  if (batch.state !== 'waiting' && batch.state !== 'reading' && batch.state !== 'checked')
    throw new ProblemError({ code: 'import-decided', params: { state: batch.state } })
  await nameAct(tx, 'import.rejected', reason)
  await tx
    .updateTable('import_batch')
    .set(eb => ({
      state: 'rejected',
      decided_by: accountId,
      decided_at: now,
      reason: reason || null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('batch_school').where('batch_id', '=', id).execute()
  await enqueueJob(tx, CLEAR_BATCH, { batch: id })
  if (batch.state === 'checked' || batch.job_id === null) return null
  // Another person's job is left to find out by itself that nobody wants its work.
  await tx.updateTable('job').set({ cancel_requested_at: now }).where('id', '=', batch.job_id).execute()
  return batch.job_id
}
