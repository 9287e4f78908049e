import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../tables.ts'
import { describeUnits, type UnitSummary } from './describe-units.ts'

/** The given units as far as the actor may see them, in no particular order. */
export async function getUnits(tx: Tx, ids: readonly number[], today: LocalDate): Promise<UnitSummary[]> {
  if (ids.length === 0) return []
  const chosen = tx
    .selectFrom('unit')
    .selectAll('unit')
    .where(sql<boolean>`unit.id = any (${ids}::integer[])`)
  return describeUnits(tx, chosen, { today })
}
