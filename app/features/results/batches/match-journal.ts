import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { JournalManifest } from '../journal/types.ts'
import { literal, withDuckDb } from '../store/duckdb.ts'
import { journalPath, parquetPath } from '../store/manifest.ts'
import type { Store } from '../store/open-store.ts'
import { EXCLUDED } from '../types.ts'

/** How the marks of an attachment meet the works that count or wait to be accepted. */
export interface JournalMatch {
  readonly marks: number
  /** Marks whose school and code a work has. */
  readonly matched: number
  readonly unmatched: number
  /** Works of the set that have no mark of their own and get none here either. */
  readonly worksWithout: number
}

/**
 * A file of journal marks whose marks stand in the store, with the works it belongs to: of the same set, checked or
 * accepted, in reach. Null for anything else.
 */
export async function findJournal(
  tx: Tx,
  store: Store,
  batchId: number,
): Promise<{ id: string; works: string[] } | null> {
  const row = await tx
    .selectFrom('import_batch')
    .select(['store_id', 'manifest'])
    .where('id', '=', batchId)
    .where('kind', '=', 'journal')
    .where('state', 'in', ['checked', 'accepted'])
    .executeTakeFirst()
  if (!row?.store_id) return null
  return { id: row.store_id, works: await worksOfSet(tx, store, row.manifest as JournalManifest) }
}

async function worksOfSet(tx: Tx, store: Store, { assessment }: JournalManifest): Promise<string[]> {
  const { procedure, version, year, grade, subject } = assessment
  const rows = await tx
    .selectFrom('import_batch')
    .select('store_id')
    .where('kind', '=', 'protocol')
    .where('state', 'in', ['checked', 'accepted'])
    .where(({ and }) => and({ procedure, year, grade, subject }))
    .where(sql<boolean>`paper_version is not distinct from ${version}`)
    .execute()
  return rows.flatMap(({ store_id }) => (store_id === null ? [] : [parquetPath(store, store_id)]))
}

/** Counts how many marks find their work. Files are read: not to be called inside a transaction. */
export async function matchJournal(
  store: Store,
  id: string,
  works: readonly string[],
): Promise<JournalMatch> {
  const journal = `read_parquet(${literal(journalPath(store, id))})`
  const counted =
    works.length === 0
      ? `SELECT count(*)::INTEGER, 0, 0 FROM ${journal}`
      : `WITH works AS (
           SELECT school, ltrim(code, '0') AS code, journal FROM
             read_parquet([${works.map(literal).join(', ')}], union_by_name = true)
           WHERE (flags & ${EXCLUDED}) = 0 AND code <> ''),
         marks AS (SELECT school, ltrim(code, '0') AS code FROM ${journal})
         SELECT (SELECT count(*) FROM marks)::INTEGER,
           (SELECT count(*) FROM marks SEMI JOIN works USING (school, code))::INTEGER,
           (SELECT count(*) FROM works ANTI JOIN marks USING (school, code) WHERE journal = 0)::INTEGER`
  const [[marks, matched, worksWithout]] = await withDuckDb(async connection =>
    (await connection.runAndReadAll(counted)).getRows(),
  )
  return {
    marks: Number(marks),
    matched: Number(matched),
    unmatched: Number(marks) - Number(matched),
    worksWithout: Number(worksWithout),
  }
}
