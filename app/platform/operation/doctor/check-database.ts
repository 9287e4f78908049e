import type { PoolClient } from 'pg'
import { readMigrations } from '../../database/migrate.ts'
import { type Finding, fine, trouble, warning } from './finding.ts'

const OLDEST_SERVER = 150_000
/** Clocks of two machines may differ by so much, s. */
const APART = 30

/** The database: its version, its migrations, the guard on every table, its clock. */
export async function checkDatabase(client: PoolClient, now: Date): Promise<Finding[]> {
  const { rows } = await client.query(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
       pg_database_size(current_database())::float8 / 1048576 as size, current_setting('fsync') as fsync`,
  )
  const { version, number, size, fsync } = rows[0]
  const params = { version: String(version).split(' ')[0], size: Math.round(size) }
  return [
    number >= OLDEST_SERVER ? fine('database', params) : trouble('database-old', params),
    ...(fsync === 'off' ? [trouble('database-unsafe')] : []),
    await checkMigrations(client),
    await checkGuard(client),
    await checkClock(client, now),
  ]
}

async function checkMigrations(client: PoolClient): Promise<Finding> {
  const { rows } = await client.query('select name, hash from installation.migration')
  const known = new Map(rows.map(({ name, hash }) => [name, hash]))
  const own = await readMigrations()
  const stranger = [...known.keys()].find(name => !own.some(migration => migration.name === name))
  if (stranger !== undefined) return trouble('migrations-newer', { name: stranger })
  const edited = own.find(({ name, hash }) => known.has(name) && known.get(name) !== hash)
  if (edited) return trouble('migrations-edited', { name: edited.name })
  const missing = own.filter(({ name }) => !known.has(name)).length
  return missing > 0 ? warning('migrations-missing', { missing }) : fine('migrations', { count: own.length })
}

/** Every table of a room under row-level security, and the plain role unable to step past it. */
async function checkGuard(client: PoolClient): Promise<Finding> {
  const { rows } = await client.query(
    `select c.relname as name from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and (not c.relrowsecurity or not exists (select from pg_policy where polrelid = c.oid))`,
  )
  if (rows.length > 0) return trouble('guard-missing', { table: rows[0].name })
  const roles = await client.query(
    `select r.rolname as name from pg_roles r
     where (r.rolsuper or r.rolbypassrls) and r.rolcanlogin
       and exists (select from pg_auth_members m where m.member = r.oid and m.roleid = 'objektiv_app'::regrole)`,
  )
  if (roles.rows.length > 0) return trouble('guard-role', { role: roles.rows[0].name })
  return fine('guard')
}

/** A clock that was set back makes the log tell a wrong story, and lets expired links live again. */
async function checkClock(client: PoolClient, now: Date): Promise<Finding> {
  const { rows } = await client.query(
    `select extract(epoch from clock_timestamp())::float8 as here,
       (select extract(epoch from at)::float8 from audit order by id desc limit 1) as last`,
  )
  const own = now.getTime() / 1000
  const apart = Math.round(Math.abs(own - rows[0].here))
  if (apart > APART) return trouble('clock-apart', { seconds: apart })
  if (Number.isFinite(rows[0].last) && rows[0].last > own + APART) return trouble('clock-back')
  return fine('clock')
}
