import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import type { Parts } from '../territory/index.ts'

/** A copy is a file, not a record: what was done with all of them is read together, under «all». */
export async function partsOfBackups(tx: Tx, subject: string, id: string): Promise<Parts[]> {
  if (subject !== 'backup' || id !== 'all') return []
  const { rows } = await sql<{
    subject_id: string
  }>`select distinct subject_id from audit where subject = 'backup'`.execute(tx)
  return [{ subject, ids: rows.map(row => row.subject_id) }]
}
