import type { PoolClient } from 'pg'
import { prepareMigrations, readMigrations } from '../../database/migrate.ts'
import { ProblemError } from '../../problem.ts'
import { type ForeignKey, listForeignKeys, listTables, quoted, type TableShape } from './catalogue.ts'
import { WRITE_EXACTLY } from './dump-tables.ts'
import type { Manifest } from './manifest.ts'

const ROWS_AT_ONCE = 1000

/** A database being filled inside one transaction: nothing of it is seen by anybody until `finish` and a commit. */
export interface LoadingDatabase {
  /** Takes lines of one table as `dumpTables` wrote them. */
  load(table: string, content: Buffer): Promise<void>
  /** Puts keys, triggers and counters back, and counts the rows. */
  finish(): Promise<void>
}

/**
 * Makes the schema as it was when the backup was made and takes its hindrances away: triggers would write the audit a
 * second time, foreign keys would ask for an order of rows that does not exist. The caller has begun the transaction.
 * Needs the owner of the database, not a superuser.
 */
export async function beginLoading(client: PoolClient, manifest: Manifest): Promise<LoadingDatabase> {
  await client.query(WRITE_EXACTLY)
  await repeatMigrations(client, manifest.migrations)
  const shapes = new Map((await listTables(client)).map(shape => [shape.name, shape]))
  refuseOtherSchema(manifest, shapes)
  const keys = await listForeignKeys(client)
  for (const { table, name } of keys)
    await client.query(`alter table ${quoted(table)} drop constraint ${quotedWhole(name)}`)
  for (const table of shapes.keys()) await client.query(`alter table ${quoted(table)} disable trigger user`)
  // What the migrations themselves put in (the root unit) is in the backup as it had become.
  await client.query(`truncate ${[...shapes.keys()].map(quoted).join(', ')}`)
  return {
    async load(table, content) {
      const shape = shapes.get(table)
      if (!shape) throw new Error(`no table ${table}`)
      const lines = content.toString('utf8').split('\n').slice(0, -1)
      for (let start = 0; start < lines.length; start += ROWS_AT_ONCE)
        await insert(client, shape, lines.slice(start, start + ROWS_AT_ONCE))
    },
    async finish() {
      for (const { name, rows } of manifest.tables) {
        const counted = await client.query(`select count(*)::int as n from ${quoted(name)}`)
        if (counted.rows[0].n !== rows) throw new Error(`${name}: ${counted.rows[0].n} of ${rows} rows`)
      }
      for (const key of keys) await restoreKey(client, key)
      for (const table of shapes.keys())
        await client.query(`alter table ${quoted(table)} enable trigger user`)
      for (const { name, value, called } of manifest.sequences)
        await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), value, called])
    },
  }
}

/** The migrations the backup had seen, each of them unchanged in this version of the program. */
async function repeatMigrations(client: PoolClient, known: Manifest['migrations']): Promise<void> {
  const own = new Map((await readMigrations()).map(migration => [migration.name, migration]))
  await prepareMigrations(client)
  for (const { name, hash } of known) {
    const migration = own.get(name)
    if (!migration) throw new ProblemError({ code: 'database-newer', params: { migration: name } })
    if (migration.hash !== hash)
      throw new ProblemError({ code: 'migration-edited', params: { migration: name } })
    await client.query(migration.text)
    await client.query('insert into installation.migration (name, hash) values ($1, $2)', [name, hash])
  }
}

function refuseOtherSchema({ tables }: Manifest, shapes: ReadonlyMap<string, TableShape>): void {
  const differs =
    tables.length !== shapes.size ||
    tables.some(({ name, columns }) => JSON.stringify(columns) !== JSON.stringify(shapes.get(name)?.columns))
  if (differs) throw new Error('the tables of the backup are not those its migrations make')
}

/** Columns come as arrays of texts and are read by PostgreSQL as it reads any text: exactly what was written. */
async function insert(
  client: PoolClient,
  { name, columns }: TableShape,
  lines: readonly string[],
): Promise<void> {
  const rows = lines.map(line => JSON.parse(line) as (string | null)[])
  const names = columns.map(column => quotedWhole(column.name)).join(', ')
  const letters = columns.map((_, index) => `c${index}`)
  await client.query(
    `insert into ${quoted(name)} (${names}) overriding system value
     select ${columns.map(({ type }, index) => `c${index}::${type}`).join(', ')}
     from unnest(${columns.map((_, index) => `$${index + 1}::text[]`).join(', ')}) as given (${letters.join(', ')})`,
    columns.map((_, index) => rows.map(row => row[index])),
  )
}

/** Adding the key again checks every row against it: a backup that contradicts itself is refused here. */
async function restoreKey(client: PoolClient, { table, name, definition }: ForeignKey): Promise<void> {
  await client.query(`alter table ${quoted(table)} add constraint ${quotedWhole(name)} ${definition}`)
}

function quotedWhole(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
