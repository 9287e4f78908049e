import type { PoolClient } from 'pg'
import { listMigrations, listSequences, listTables, quoted, type TableShape } from './catalogue.ts'
import type { Manifest, TableDump } from './manifest.ts'

/** Rows fetched at once, and bytes of one part: memory stays flat however many rows there are. */
const ROWS_AT_ONCE = 1000
const PART_SIZE = 4 * 1024 * 1024

/** Some rows of a table as text, one JSON array a line. */
export interface TablePart {
  readonly table: string
  readonly number: number
  readonly content: Buffer
  readonly rows: number
  /** Tables before this one, and all of them: how far the reading is. */
  readonly before: number
  readonly tables: number
}

export type DumpedDatabase = Pick<Manifest, 'migrations' | 'tables' | 'sequences'>

/**
 * Reads a whole database in one snapshot, giving its tables part by part. Values are written the one way that both
 * kinds of database read back exactly; a row hidden by row-level security would be an error, never a gap.
 */
export async function dumpTables(
  client: PoolClient,
  keep: (part: TablePart) => Promise<void>,
): Promise<DumpedDatabase> {
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query(WRITE_EXACTLY)
    const tables: TableDump[] = []
    const shapes = await listTables(client)
    for (const [before, shape] of shapes.entries())
      tables.push(await dumpTable(client, shape, part => keep({ ...part, before, tables: shapes.length })))
    return { tables, migrations: await listMigrations(client), sequences: await listSequences(client) }
  } finally {
    await client.query('rollback')
  }
}

export const WRITE_EXACTLY = `
  set local row_security = off; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local timezone = 'UTC'; set local bytea_output = 'hex'; set local extra_float_digits = 1`

async function dumpTable(
  client: PoolClient,
  { name, columns }: TableShape,
  keep: (part: Omit<TablePart, 'before' | 'tables'>) => Promise<void>,
): Promise<TableDump> {
  const values = columns.map(column => `${quoted(column.name)}::text`).join(', ')
  await client.query(`declare dump no scroll cursor for select ${values} from ${quoted(name)}`)
  let [lines, size, rows, total, number] = [[] as string[], 0, 0, 0, 0]
  const flush = async () => {
    if (rows === 0) return
    number++
    await keep({ table: name, number, content: Buffer.from(lines.join('')), rows })
    lines = []
    size = 0
    rows = 0
  }
  while (true) {
    const page = await client.query({ text: `fetch ${ROWS_AT_ONCE} from dump`, rowMode: 'array' })
    if (page.rows.length === 0) break
    for (const row of page.rows) {
      const line = `${JSON.stringify(row)}\n`
      lines.push(line)
      size += line.length
      rows++
      if (size >= PART_SIZE) {
        total += rows
        await flush()
      }
    }
  }
  total += rows
  await flush()
  await client.query('close dump')
  return { name, columns, rows: total }
}
