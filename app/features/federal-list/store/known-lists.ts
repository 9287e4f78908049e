import type { Tx } from '../../../platform/database/index.ts'
import { matchLogins } from '../../territory/index.ts'
import type { Known } from '../rules.ts'
import type { FederalRow } from '../types.ts'

/** What the rows of a list are held against: schools by their logins, and years that have a list. */
export async function takeKnown(tx: Tx, rows: readonly FederalRow[], year: number | null): Promise<Known> {
  const digits = rows.flatMap(one => one.digits ?? [])
  const loaded = await tx
    .selectFrom('federal_list_year')
    .select(['year', 'list_id'])
    .where('active', '=', true)
    .execute()
  return {
    year,
    schools: await matchLogins(tx, digits),
    loaded: new Map(loaded.map(row => [row.year, row.list_id])),
  }
}

/** Years of which a list is accepted, rising. Everybody below the region may know them. */
export async function loadedYears(tx: Tx): Promise<number[]> {
  const rows = await tx
    .selectFrom('federal_list_year')
    .select('year')
    .distinct()
    .where('active', '=', true)
    .orderBy('year')
    .execute()
  return rows.map(({ year }) => year)
}
