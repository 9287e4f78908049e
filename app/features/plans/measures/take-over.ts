import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { offerBelow } from '../store/offer-below.ts'
import { periodOf, touchPlan } from '../store/plan-rows.ts'
import { procedureDates } from '../store/procedure-dates.ts'
import { proveByPlan } from '../store/prove-by-plan.ts'
import { retaskMeasures } from '../store/retask-measures.ts'
import type { OfferedMeasure } from '../tables.ts'
import type { Acted } from './act-on-measure.ts'
import { lockForEdit, refuseEdit } from './hold-for-edit.ts'
import { compareOffered } from './offered-changes.ts'
import { rollUpMeasure } from './roll-up-measure.ts'
import { type Moment, writeStep } from './write-step.ts'

/**
 * Accepts what the plan above says differently by now: its words and term, or that it stands there no longer. Those
 * further below are offered the same in turn. Throws `measure-nothing-offered`, and as editing does.
 */
export async function takeOver(
  tx: Tx,
  actor: Actor,
  id: number,
  version: number,
  moment: Moment,
): Promise<Acted> {
  const { plan, row } = await lockForEdit(tx, id, version)
  refuseEdit(actor, plan, { fromAbove: true, mandatory: false })
  if (row.offered === null) throw new ProblemError({ code: 'measure-nothing-offered' })
  await nameAct(tx, 'measure.taken-over')
  const { offered } = row
  if ('removed' in offered) {
    await tx
      .updateTable('plan_measure')
      .set({
        removed_at: moment.now,
        offered: null,
        changed_at: moment.now,
        version: sql<number>`version + 1`,
      })
      .where('id', '=', id)
      .execute()
    await writeStep(tx, plan, id, 'removed', moment, {})
    await offerBelow(tx, [id], moment)
    await touchPlan(tx, plan.id, moment.now)
    return { id, version: version + 1, state: row.state }
  }
  const changes = compareOffered(row, offered as OfferedMeasure)
  const { term: _, ...words } = offered as OfferedMeasure
  const written = await tx
    .updateTable('plan_measure')
    .set({ ...words, offered: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await retaskMeasures(tx, periodOf(plan), [written], {
    ...moment,
    procedures: await procedureDates(tx, periodOf(plan)),
  })
  await writeStep(tx, plan, id, 'taken-over', moment, { changes })
  await offerBelow(tx, [id], moment)
  if (plan.state === 'approved') await proveByPlan(tx, plan, moment)
  await touchPlan(tx, plan.id, moment.now)
  return rollUpMeasure(tx, id, moment)
}
