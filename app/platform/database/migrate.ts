import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientBase, Pool, PoolClient } from 'pg'
import { ProblemError } from '../problem.ts'

const FOLDER = join(import.meta.dirname, '../../migrations')

interface Migration {
  readonly name: string
  readonly text: string
  readonly hash: string
}

/** The migrations of this version of the program, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async name => {
      const text = await readFile(join(FOLDER, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex').slice(0, 16) }
    }),
  )
}

/**
 * Brings the database to this version: each missing migration in a transaction of its own, under a lock that two
 * starting processes cannot both hold. Returns the names of those applied.
 * Throws ProblemError when the database is newer than the program, or an applied migration was edited afterwards.
 */
export async function migrate(owner: Pool): Promise<string[]> {
  const migrations = await readMigrations()
  const client = await owner.connect()
  try {
    await prepareMigrations(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const known = await appliedMigrations(client)
    refuseStrangers(migrations, known)
    const missing = migrations.filter(({ name }) => !known.has(name))
    for (const migration of missing) await apply(client, migration)
    await client.query('select pg_advisory_unlock($1)', [LOCK])
    return missing.map(({ name }) => name)
  } finally {
    client.release()
  }
}

/** The tables of what was applied and of whose the database is. A restore repeats old migrations by the first. */
export async function prepareMigrations(client: ClientBase): Promise<void> {
  await client.query('create schema if not exists installation')
  await client.query(
    `create table if not exists installation.migration
      (name text primary key, hash text not null, applied_at timestamptz not null default now())`,
  )
  await client.query(
    `create table if not exists installation.identity
      (id text not null, only_one boolean primary key default true check (only_one))`,
  )
}

/** An arbitrary number that only this program locks on. */
export const LOCK = 20_261_122

async function appliedMigrations(client: PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query('select name, hash from installation.migration')
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

function refuseStrangers(migrations: readonly Migration[], known: ReadonlyMap<string, string>): void {
  const own = new Map(migrations.map(({ name, hash }) => [name, hash]))
  for (const [name, hash] of known) {
    if (!own.has(name)) throw new ProblemError({ code: 'database-newer', params: { migration: name } })
    if (own.get(name) !== hash)
      throw new ProblemError({ code: 'migration-edited', params: { migration: name } })
  }
}

async function apply(client: PoolClient, { name, text, hash }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into installation.migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed`, { cause: error })
  }
}
