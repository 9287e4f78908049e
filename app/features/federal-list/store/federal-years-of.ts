import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { loadedYears } from './known-lists.ts'

/**
 * For each unit every year that has a list, rising, with the markers that the list gives it: none where it does not name
 * it. No years at all: no list is loaded. Units out of the actor's reach look as if they were on no list.
 */
export async function federalYearsOf(
  tx: Tx,
  unitIds: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<number, readonly string[]>>> {
  if (unitIds.length === 0) return new Map()
  const years = await loadedYears(tx)
  const entries = await tx
    .selectFrom('federal_list_entry')
    .select(['unit_id', 'year', 'markers'])
    .where('active', '=', true)
    .where(sql<boolean>`unit_id = any (${[...new Set(unitIds)]}::integer[])`)
    .execute()
  const markers = new Map(entries.map(row => [`${row.unit_id} ${row.year}`, row.markers]))
  return new Map(
    unitIds.map(id => [id, new Map(years.map(year => [year, markers.get(`${id} ${year}`) ?? []]))]),
  )
}
