import type { PoolClient } from 'pg'
import type { Manifest, TableDump } from './manifest.ts'

/** A table that belongs to the installation, without its rows. */
export type TableShape = Omit<TableDump, 'rows'>

/** Every schema but PostgreSQL's own: a room that makes a schema of its own is in the backup without saying so. */
const OURS = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'`

/** Kept apart: a restore repeats the migrations and gives the installation it makes a number of its own. */
const APART = ['installation.migration', 'installation.identity']

/** All tables with the columns that hold data (generated ones are computed again), in the order of their names. */
export async function listTables(client: PoolClient): Promise<TableShape[]> {
  const { rows } = await client.query(
    `select n.nspname || '.' || c.relname as name,
       json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and ${OURS} and n.nspname || '.' || c.relname <> all ($1)
     group by 1 order by min(n.nspname || '.' || c.relname) collate "C"`,
    [APART],
  )
  return rows
}

export async function listSequences(client: PoolClient): Promise<Manifest['sequences']> {
  const { rows } = await client.query(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${OURS} order by 1`,
  )
  const sequences: Manifest['sequences'] = []
  for (const { name } of rows) {
    const state = await client.query(
      `select last_value::text as value, is_called as called from ${quoted(name)}`,
    )
    sequences.push({ name, ...state.rows[0] })
  }
  return sequences
}

export async function listMigrations(client: PoolClient): Promise<Manifest['migrations']> {
  return (await client.query('select name, hash from installation.migration order by name')).rows
}

export interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

export async function listForeignKeys(client: PoolClient): Promise<ForeignKey[]> {
  const { rows } = await client.query(
    `select n.nspname || '.' || c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and ${OURS} order by 1, 2`,
  )
  return rows
}

/** Does anything of an installation (or of another program) stand in this database? */
export async function isEmptyDatabase(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query(
    `select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm') and ${OURS}) as occupied`,
  )
  return !rows[0].occupied
}

/** 'public.unit' as an identifier of SQL. */
export function quoted(name: string): string {
  return name
    .split('.')
    .map(part => `"${part.replaceAll('"', '""')}"`)
    .join('.')
}
