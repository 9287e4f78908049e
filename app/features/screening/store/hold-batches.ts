import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/**
 * Holds the batches of a run that is about to be written as they stand: who undoes one from now on waits until the run is
 * there to be told of it.
 *
 * @returns those that somebody has undone since the run read them
 */
export async function holdBatches(tx: Tx, batches: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number; state: string }>`
    select id, state from import_batch where id = any (${[...batches]}::integer[]) order by id for share`.execute(
    tx,
  )
  return rows.filter(({ state }) => state === 'undone').map(({ id }) => id)
}
