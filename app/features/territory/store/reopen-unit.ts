import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { changeUnit, readForChange } from './change-unit.ts'

/** Takes a closing or a merging back: the unit is there again without a gap. */
export async function reopenUnit(
  tx: Tx,
  id: number,
  { version, reason }: { readonly version: number; readonly reason?: string | undefined },
): Promise<void> {
  const unit = await readForChange(tx, id, version)
  if (unit.valid_to === null) throw new ProblemError({ code: 'unit-not-closed', params: { name: unit.name } })
  await nameAct(tx, 'unit.reopened', reason)
  await changeUnit(tx, id, version, { valid_to: null, successor_id: null })
}
