import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Chosen } from './accept-batches.ts'
import { takeBatch } from './take-batch.ts'

/**
 * The works of an accepted batch no longer count. Its files stay while a frozen run names them; what was concluded from
 * them is told (`onUndone`) in the same transaction.
 */
export async function undoAcceptedBatch(
  tx: Tx,
  { id, version, reason }: Chosen & { reason: string },
  {
    accountId,
    now,
    onUndone,
  }: { accountId: string; now: Date; onUndone: (tx: Tx, batchId: number) => Promise<void> },
): Promise<void> {
  const { state } = await takeBatch(tx, { id, version })
  if (state !== 'accepted') throw new ProblemError({ code: 'import-not-accepted', params: { state } })
  await nameAct(tx, 'import.undone', reason)
  await tx
    .updateTable('import_batch')
    .set(eb => ({
      state: 'undone',
      undone_by: accountId,
      undone_at: now,
      reason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('batch_school').where('batch_id', '=', id).execute()
  await onUndone(tx, id)
}
