import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type QueryResult,
} from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { Tx } from './schema.ts'

/** More texts than this would be a text made at run time: each one kept costs memory in every connection. */
const MOST_PREPARED = 400

/** What a transaction begun in this asynchronous context starts with: `begin` of its kind and settings, as SQL. */
export const entering = new AsyncLocalStorage<string>()

const prepared = new WeakSet<CompiledQuery>()
const names = new Map<string, string>()

/**
 * Runs a statement that the server keeps planned: with row-level security, planning costs several times what finding
 * a few rows does. For statements of hot endpoints whose plan serves everybody alike (rows found by a key, a small
 * table); a search of the log, where a school and the region need different ways, is better planned each time.
 */
export async function executePrepared<R>(tx: Tx, query: { compile(tx: Tx): CompiledQuery<R> }): Promise<R[]> {
  const compiled = query.compile(tx)
  prepared.add(compiled)
  return (await tx.executeQuery(compiled)).rows
}

/** PostgreSQL over a pool, where a transaction begins with its settings and statements can be kept planned. */
export class TransactionDialect extends PostgresDialect {
  readonly #pool: Pool

  constructor(pool: Pool) {
    super({ pool })
    this.#pool = pool
  }

  override createDriver(): Driver {
    return new TransactionDriver(this.#pool)
  }
}

class TransactionDriver extends PostgresDriver {
  readonly #pool: Pool

  constructor(pool: Pool) {
    super({ pool })
    this.#pool = pool
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new Connection(await this.#pool.connect()) as unknown as DatabaseConnection
  }

  /** `begin` and the settings in one message: each trip to the server costs as much as finding a row. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await (connection as unknown as Connection).client.query(entering.getStore() ?? 'begin')
    } catch (error) {
      await this.rollbackTransaction(connection)
      throw error
    }
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const own = connection as unknown as Connection
    try {
      await own.client.query('rollback')
    } catch (error) {
      own.isBroken = true
      throw error
    }
  }

  override async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const { client, isBroken } = connection as unknown as Connection
    client.release(isBroken)
  }
}

class Connection implements DatabaseConnection {
  readonly client: PoolClient
  isBroken = false

  constructor(client: PoolClient) {
    this.client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql: text, parameters } = query
    const name = prepared.has(query) ? nameOf(text) : undefined
    const values = parameters as unknown[]
    const { command, rowCount, rows } = await this.client.query(
      name ? { name, text, values } : { text, values },
    )
    // By this Kysely's driver sees that a transaction was rolled back where it asked to commit.
    if (command === 'COMMIT' || command === 'ROLLBACK') return { rows: [{ command } as R] }
    const changes =
      command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
    return { rows: rows ?? [], ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) }
  }

  // biome-ignore lint/correctness/useYield: nothing here reads row by row through Kysely
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('read row by row through ownerPool and a cursor')
  }
}

/** A name for a text, the same on every connection; none once there are too many. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_PREPARED) return known
  const name = `q${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, name)
  return name
}
