import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import type { Schema, Tx } from './schema.ts'
import type { Scope } from './scope.ts'

export interface Database {
  readonly kind: 'embedded' | 'server'
  /** Runs `work` in one transaction as the plain role within a scope: row-level security holds for every statement. */
  as<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Runs `work` in one transaction as the owner, past row-level security: for sign-in, the job runner and commands,
   * never for what a person asked to see. `actor` is written into the audit as the account ('system:…').
   */
  asSystem<T>(actor: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** For the account library and for dumps; everything else goes through the two functions above. */
  readonly ownerPool: Pool
  close(): Promise<void>
}

/** The two ways in: on a server two logins, embedded the same single connection twice. */
export interface Pools {
  readonly kind: Database['kind']
  readonly owner: Pool
  readonly plain: Pool
  close(): Promise<void>
}

const PLAIN_ROLE = 'objektiv_app'
const inTransaction = new AsyncLocalStorage<true>()

export function databaseOver(pools: Pools): Database {
  const owner = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pools.owner }) })
  const plain =
    pools.plain === pools.owner
      ? owner
      : new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pools.plain }) })
  // Logged in as the plain role on a server; embedded there is one login, so the transaction takes the role on.
  const role = pools.kind === 'embedded' ? PLAIN_ROLE : 'none'

  return {
    kind: pools.kind,
    ownerPool: pools.owner,
    as: (scope, work) =>
      transact(plain, work, tx =>
        sql`select set_config('role', ${role}, true), set_config('app.account', ${scope.accountId}, true),
          set_config('app.role', ${scope.role}, true), set_config('app.unit_path', ${scope.unitPath}, true),
          set_config('app.request', ${scope.requestId ?? ''}, true)`.execute(tx),
      ),
    asSystem: (actor, work) =>
      transact(owner, work, tx => sql`select set_config('app.account', ${actor}, true)`.execute(tx)),
    close: () => pools.close(),
  }
}

/**
 * The embedded database has one connection: a second transaction begun inside a first would wait for ever. So it is
 * a programming error everywhere.
 */
function transact<T>(
  kysely: Kysely<Schema>,
  work: (tx: Tx) => Promise<T>,
  enter: (tx: Tx) => Promise<unknown>,
): Promise<T> {
  if (inTransaction.getStore()) throw new Error('nested transaction: pass the transaction on instead')
  return inTransaction.run(true, () =>
    kysely.transaction().execute(async tx => {
      await enter(tx)
      return work(tx)
    }),
  )
}
