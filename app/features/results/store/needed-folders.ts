import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/**
 * Folders of the store that must be there: of what is read, checked or accepted, and of what was undone as long as a
 * frozen run names it (run_batch points to our rows) or the undo is younger than `undoneSince`, for a run that may have
 * begun before it.
 */
export async function neededFolders(tx: Tx, undoneSince: Date): Promise<Set<string>> {
  const { rows } = await sql<{ store_id: string }>`
    select store_id from import_batch b where store_id is not null and (state in ('reading', 'checked', 'accepted')
      or (state = 'undone' and (undone_at > ${undoneSince}
        or exists (select from run_batch r where r.batch_id = b.id))))`.execute(tx)
  return new Set(rows.map(row => row.store_id))
}
