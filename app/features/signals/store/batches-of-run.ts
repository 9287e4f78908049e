import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** The batches that went into a run in reach. */
export async function batchesOfRun(tx: Tx, runId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select batch_id as id from run_batch where run_id = ${runId} order by batch_id`.execute(tx)
  return rows.map(({ id }) => id)
}
