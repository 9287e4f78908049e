import { sql } from 'kysely'
import { executePrepared, type Tx } from '../../../platform/database/index.ts'

/** Names of people by account id, as far as the reader may know them: a person above one's own unit stays unnamed. */
export async function namePeople(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await executePrepared(
    tx,
    tx
      .selectFrom('person')
      .select(['id', 'name'])
      .where(sql<boolean>`id = any (${[...new Set(ids)]}::text[])`),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
