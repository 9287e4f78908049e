import type { ClientBase } from 'pg'
import { ProblemError } from '../problem.ts'
import { LOCK, prepareMigrations } from './migrate.ts'

/**
 * Sees that the database is of this installation: one that is nobody's yet becomes its own. A second data folder on a
 * database that is somebody's would set a new password for the plain login, and the service that works there would be
 * shut out; so it is refused before anything is touched. Throws ProblemError `database-of-another`.
 */
export async function claimDatabase(client: ClientBase, installation: string): Promise<void> {
  await client.query('begin')
  try {
    // Two that start at once on a new database would both find it free.
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    await prepareMigrations(client)
    await writeOwner(client, installation)
    await refuseAnother(client, installation)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Writes down whose the database is, where nobody's name stands. */
export async function writeOwner(client: ClientBase, installation: string): Promise<void> {
  await client.query('insert into installation.identity (id) values ($1) on conflict do nothing', [
    installation,
  ])
}

/** For whoever only reads. A database of before the names were written is let pass. */
export async function refuseAnother(client: ClientBase, installation: string): Promise<void> {
  const { rows } = await client.query(`select to_regclass('installation.identity') is not null as written`)
  if (!rows[0].written) return
  const found = await client.query('select id from installation.identity where id <> $1', [installation])
  if (found.rows.length > 0)
    throw new ProblemError({
      code: 'database-of-another',
      params: { own: installation, found: found.rows[0].id },
    })
}
