import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { ProblemError } from '../problem.ts'
import { columnTypes } from './column-types.ts'
import type { Pools } from './database.ts'

export interface ServerOptions {
  /** The owner of the database: makes tables, runs migrations. */
  readonly url: string
  /** Password of the installation's plain login; kept in the data folder. Made anew when absent (tests). */
  readonly appPassword?: string
  /** A ready login with the role objektiv_app, where the owner may not create logins. */
  readonly appUrl?: string
  readonly connections?: number
  /** Looks at the database as its owner before anything is changed, roles too; what it throws ends the opening. */
  readonly inspect?: (client: pg.PoolClient) => Promise<void>
}

const DEFAULT_CONNECTIONS = 10

/** Connections to a PostgreSQL server: one pool for the owner, one logged in as the plain role for people's requests. */
export async function openServer(options: ServerOptions): Promise<Pools> {
  const { url, appUrl, appPassword = randomBytes(24).toString('hex'), connections, inspect } = options
  const owner = new pg.Pool({ connectionString: url, max: 4, types: columnTypes })
  // A connection cut while idle is no reason to end the process: the pool opens another one.
  owner.on('error', () => {})
  const login = await withClient(owner, async client => {
    await inspect?.(client)
    return appUrl ?? (await ensureLogin(client, url, appPassword))
  })
  const plain = new pg.Pool({
    connectionString: login,
    max: connections ?? DEFAULT_CONNECTIONS,
    types: columnTypes,
  })
  plain.on('error', () => {})
  return {
    kind: 'server',
    owner,
    plain,
    async close() {
      await plain.end()
      await owner.end()
    },
  }
}

/** The plain login of this database, made or brought to the given password. Returns the address to log in at. */
async function ensureLogin(client: pg.PoolClient, url: string, password: string): Promise<string> {
  const { rows } = await client.query('select current_database() as name')
  const login = `${rows[0].name}_app`
  await client.query('begin')
  // Two starts at once would both find the login missing.
  await client.query('select pg_advisory_xact_lock(hashtext($1))', ['objektiv_app'])
  await ensureRole(client, 'objektiv_app', 'nologin')
  await ensureRole(client, login, 'login')
  await client.query(`alter role ${pg.escapeIdentifier(login)} password ${pg.escapeLiteral(password)}`)
  await client.query(`grant objektiv_app to ${pg.escapeIdentifier(login)}`)
  await client.query('commit')
  const address = new URL(url)
  address.username = encodeURIComponent(login)
  address.password = encodeURIComponent(password)
  return address.href
}

/** Work on one connection of the owner; the pool is closed when it fails, as nobody will have it then. */
async function withClient<T>(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  try {
    const client = await connect(owner)
    try {
      return await work(client)
    } finally {
      client.release()
    }
  } catch (error) {
    await owner.end()
    throw error
  }
}

async function connect(owner: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await owner.connect()
  } catch (error) {
    const cause = error as NodeJS.ErrnoException
    throw new ProblemError({
      code: 'database-unreachable',
      params: { cause: cause.message || (cause.code ?? '') },
    })
  }
}

async function ensureRole(client: pg.PoolClient, name: string, kind: 'login' | 'nologin'): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  if (rowCount === 0) await client.query(`create role ${pg.escapeIdentifier(name)} ${kind}`)
}
