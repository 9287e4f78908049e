import { stat } from 'node:fs/promises'
import type { PoolClient } from 'pg'
import { listUnknownFolders } from './list-folders.ts'
import { journalPath, manifestPath, parquetPath } from './manifest.ts'
import type { Store } from './open-store.ts'

/** How rows and folders of batches agree. */
export interface BatchesExamined {
  /** Batches whose files must be there. */
  readonly count: number
  /** Those whose files are not. */
  readonly lost: readonly string[]
  /** Folders of batches that no row knows. */
  readonly orphaned: readonly string[]
}

/**
 * Holds the rows of batches against their folders, for the doctor: an owner's connection, the service running or not. An
 * installation of before there were batches has none.
 */
export async function examineBatches(client: PoolClient, store: Store): Promise<BatchesExamined> {
  const { rows: there } = await client.query(`select to_regclass('public.run_batch') is not null as known`)
  if (!there[0].known) return { count: 0, lost: [], orphaned: [] }
  const { rows } = await client.query<{ store_id: string; kind: string; needed: boolean }>(
    `select b.store_id, b.kind, b.state in ('checked', 'accepted') or (b.state = 'undone'
       and exists (select from run_batch r where r.batch_id = b.id)) as needed
     from import_batch b where b.store_id is not null order by b.id`,
  )
  const needed = rows.filter(row => row.needed)
  const lost: string[] = []
  for (const { store_id: id, kind } of needed) {
    const data = kind === 'journal' ? journalPath(store, id) : parquetPath(store, id)
    if (!(await isFile(data)) || !(await isFile(manifestPath(store, id)))) lost.push(id)
  }
  const known = new Set(rows.map(row => row.store_id))
  const orphaned = (await listUnknownFolders(store, known).catch(noFolder)).map(({ id }) => id)
  return { count: needed.length, lost, orphaned }
}

async function isFile(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => null)
  return facts !== null && facts.size > 0
}

/** Nothing was ever loaded. */
function noFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
