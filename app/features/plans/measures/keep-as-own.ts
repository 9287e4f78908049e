import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { touchPlan } from '../store/plan-rows.ts'
import type { Acted } from './act-on-measure.ts'
import { isWithdrawn, lockForEdit, refuseEdit } from './hold-for-edit.ts'
import { rollUpMeasure } from './roll-up-measure.ts'
import { type Moment, writeStep } from './write-step.ts'

/**
 * The other answer to a measure that was taken out above: it stays, as the unit's own, with its terms and what proves
 * them. Those further below go on having it from here. Throws `measure-not-withdrawn`, and as editing does.
 */
export async function keepAsOwn(
  tx: Tx,
  actor: Actor,
  id: number,
  version: number,
  moment: Moment,
): Promise<Acted> {
  const { plan, row } = await lockForEdit(tx, id, version)
  refuseEdit(actor, plan, { fromAbove: true, mandatory: false })
  if (!isWithdrawn(row)) throw new ProblemError({ code: 'measure-not-withdrawn' })
  await nameAct(tx, 'measure.kept')
  await tx
    .updateTable('plan_measure')
    .set({ above_id: null, root_id: null, offered: null })
    .where('id', '=', id)
    .execute()
  await writeStep(tx, plan, id, 'kept', moment, {})
  await touchPlan(tx, plan.id, moment.now)
  return rollUpMeasure(tx, id, moment)
}
