import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** Told apart from other advisory locks of this database. */
const CONTENT_LOCK = 5

/**
 * Until the end of the transaction nobody else writes a row that names this content, or sweeps it. Without it a sweep
 * could remove an old orphan at the very moment when somebody sends the same content again.
 */
export async function lockContent(tx: Tx, hash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CONTENT_LOCK}::int, hashtext(${hash}))`.execute(tx)
}
