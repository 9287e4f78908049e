import { sql } from 'kysely'
import { executePrepared, type Tx } from '../../../platform/database/index.ts'

/** Names of the given units as far as the actor may see them. */
export async function nameUnits(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await executePrepared(
    tx,
    tx
      .selectFrom('unit')
      .select(['id', 'name'])
      .where(sql<boolean>`id = any (${[...new Set(ids)]}::integer[])`),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
