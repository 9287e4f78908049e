import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { mayEdit, type Origin } from '../rules.ts'
import { type HeldPlan, lockPlan, type MeasureRow } from '../store/plan-rows.ts'
import { fromOf } from './lock-measure.ts'

/** Where a measure comes from, as far as rules ask. */
export function originOf(row: MeasureRow): Origin {
  return {
    fromAbove: row.above_id !== null || row.signal_id !== null,
    mandatory: row.mandatory,
    withdrawn: isWithdrawn(row),
  }
}

/** The plan above has it no longer, and nobody here has said yet what becomes of it. */
export function isWithdrawn({ offered }: Pick<MeasureRow, 'offered'>): boolean {
  return offered !== null && 'removed' in offered
}

/**
 * Throws `right-missing` for whoever is not of the plan's own unit, `measure-plan-closed`, and `measure-locked` for a measure
 * of this origin that the level above asks for.
 */
export function refuseEdit({ scope }: Actor, plan: HeldPlan, origin: Origin): void {
  const from = fromOf(scope, plan.unit_path)
  if (from !== 'own') throw new ProblemError({ code: 'right-missing' })
  if (plan.state === 'closed') throw new ProblemError({ code: 'measure-plan-closed' })
  if (!mayEdit(origin, plan.state, from)) throw new ProblemError({ code: 'measure-locked' })
}

/**
 * A measure and its plan, held until the end of the transaction at the version that was read: the plan first, as whoever
 * approves it does. Throws `not-found`, `changed-by-another`.
 */
export async function lockForEdit(
  tx: Tx,
  id: number,
  version: number,
): Promise<{ plan: HeldPlan; row: MeasureRow }> {
  const found = await tx.selectFrom('plan_measure').select('plan_id').where('id', '=', id).executeTakeFirst()
  if (!found) throw new ProblemError({ code: 'not-found' })
  const plan = await lockPlan(tx, found.plan_id)
  const row = await tx
    .selectFrom('plan_measure')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  if (row.version !== version) throw new ProblemError({ code: 'changed-by-another' })
  return { plan, row }
}
