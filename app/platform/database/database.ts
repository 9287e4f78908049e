import { Kysely } from 'kysely'
import pg, { type Pool } from 'pg'
import type { Schema, Tx } from './schema.ts'
import type { Scope } from './scope.ts'
import { entering, TransactionDialect } from './transaction-driver.ts'

export interface Database {
  readonly kind: 'embedded' | 'server'
  /** Runs `work` in one transaction as the plain role within a scope: row-level security holds for every statement. */
  as<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * The same, with one moment of the database before its eyes: what is counted in one statement and read in another
   * agrees while people work. For exports; a change made in it may be refused, so nothing but the log is written.
   */
  asOfNow<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
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
/**
 * A server would compile statements that it takes for dear before it runs them: a second, in every connection, for answers
 * that take a tenth of it; and it takes for dear whatever asks for rows it has not counted yet.
 */
const UNCOMPILED = { jit: 'off' }

export function databaseOver(pools: Pools): Database {
  const owner = new Kysely<Schema>({ dialect: new TransactionDialect(pools.owner) })
  const plain =
    pools.plain === pools.owner ? owner : new Kysely<Schema>({ dialect: new TransactionDialect(pools.plain) })
  // Logged in as the plain role on a server; embedded there is one login, so the transaction takes the role on.
  const role = pools.kind === 'embedded' ? PLAIN_ROLE : 'none'

  const settingsOf = ({ accountId, role: actsAs, unitPath, requestId = '' }: Scope) => ({
    role,
    ...UNCOMPILED,
    'app.account': accountId,
    'app.role': actsAs,
    'app.unit_path': unitPath,
    'app.unit_end': endOf(unitPath),
    'app.request': requestId,
  })

  return {
    kind: pools.kind,
    ownerPool: pools.owner,
    as: (scope, work) => transact(plain, work, 'begin', settingsOf(scope)),
    asOfNow: (scope, work) =>
      transact(plain, work, 'begin isolation level repeatable read', settingsOf(scope)),
    asSystem: (actor, work) => transact(owner, work, 'begin', { ...UNCOMPILED, 'app.account': actor }),
    close: () => pools.close(),
  }
}

/** What follows everything below a path: '1.5.' covers '1.5.' ≤ path < '1.5/', because '/' follows '.'. */
function endOf(path: string): string {
  return path === '' ? '' : `${path.slice(0, -1)}/`
}

/**
 * The embedded database has one connection: a second transaction begun inside a first would wait for ever. So it is
 * a programming error everywhere.
 */
function transact<T>(
  kysely: Kysely<Schema>,
  work: (tx: Tx) => Promise<T>,
  begin: string,
  settings: Readonly<Record<string, string>>,
): Promise<T> {
  if (entering.getStore() !== undefined)
    throw new Error('nested transaction: pass the transaction on instead')
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  )
  return entering.run(`${begin}; select ${set.join(', ')}`, () => kysely.transaction().execute(work))
}
