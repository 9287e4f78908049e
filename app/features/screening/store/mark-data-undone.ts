import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** A batch was undone: every run that it went into says so from now on, and keeps its numbers. */
export async function markDataUndone(tx: Tx, batchId: number): Promise<void> {
  await tx
    .updateTable('screening_run')
    .set({ data_undone_at: sql<Date>`now()`, version: sql`version + 1` })
    .where('id', 'in', eb => eb.selectFrom('run_batch').select('run_id').where('batch_id', '=', batchId))
    .where('data_undone_at', 'is', null)
    .execute()
}
