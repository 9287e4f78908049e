import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../tables.ts'
import { describeUnits, type UnitSummary } from './describe-units.ts'

/** The given units as far as the actor may see them, in no particular order. */
export async function getUnits(tx: Tx, ids: readonly number[], today: LocalDate): Promise<UnitSummary[]> {
  if (ids.length === 0) return []
  return describeUnits(tx, tx.selectFrom('unit').selectAll('unit').where('unit.id', 'in', ids), { today })
}
