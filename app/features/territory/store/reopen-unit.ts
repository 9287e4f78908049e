import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { holds } from '../rules.ts'
import { changeUnit, readForChange } from './change-unit.ts'
import { lockTree } from './lock-tree.ts'
import { refuseTakenCodes, settleExamCodes } from './refuse-taken-codes.ts'

/** Takes a closing or a merging back: the unit is there again without a gap. */
export async function reopenUnit(
  tx: Tx,
  id: number,
  { version, reason }: { readonly version: number; readonly reason?: string | undefined },
): Promise<void> {
  await lockTree(tx)
  const unit = await readForChange(tx, id, version)
  if (unit.valid_to === null) throw new ProblemError({ code: 'unit-not-closed', params: { name: unit.name } })
  const parent = await tx
    .selectFrom('unit')
    .select(['name', 'valid_to'])
    .where('id', '=', unit.parent_id)
    .executeTakeFirst()
  if (parent && !holds(parent.valid_to, unit.kind === 'class' ? unit.valid_from : null))
    throw new ProblemError({ code: 'unit-parent-closed', params: { name: parent.name } })
  await refuseTakenCodes(tx, unit, id)
  await nameAct(tx, 'unit.reopened', reason)
  await changeUnit(tx, id, version, { valid_to: null, successor_id: null })
  await settleExamCodes(tx)
}
