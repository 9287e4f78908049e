import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** Any number: the one name of this lock in the database. */
const TREE = 5_740_311

/**
 * Lets acts that change who is there and below whom go one after another until the end of the transaction. What each
 * looks at lies in other rows than it writes (a parent, a successor, the children left), so versions of rows alone do
 * not keep two at one moment apart. Such acts are rare: one lock for the whole tree costs nothing.
 */
export async function lockTree(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${TREE})`.execute(tx)
}
