import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { headerOf } from './frozen-plan.ts'
import { movePlansBelow } from './move-plans-below.ts'
import { lockOwnPlan, refuseClosed } from './own-plan.ts'
import { measuresOf, readPlanRow } from './plan-rows.ts'
import { procedureDates } from './procedure-dates.ts'
import { retaskMeasures } from './retask-measures.ts'
import { headerColumns, type PlanHeader, refusePeriod } from './save-plan.ts'

/** A patch of JSON may say a field is absent by undefined. */
export type HeaderPatch = { readonly [K in keyof PlanHeader]?: PlanHeader[K] | undefined }

interface Edited {
  readonly version: number
  /** Where another period has more copies to move than one transaction should: those that are moved, and those that wait. */
  readonly below?: { readonly moved: number; readonly left: number }
}

/**
 * Changes the heading of a plan at the version that was read; another period reads its terms again. Throws
 * `plan-of-its-unit`, `changed-by-another`, `plan-closed`, `plan-period-*`. The period of a copy is that of the plan above:
 * moved by its own unit, the terms of locked measures would move with it.
 */
export async function editPlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  id: number,
  { version, ...patch }: HeaderPatch & { readonly version: number },
  { now, today }: { now: Date; today: LocalDate },
): Promise<Edited> {
  const plan = await lockOwnPlan(tx, scope, id, version)
  refuseClosed(plan)
  const before = headerOf(plan)
  const header = { ...before, ...withoutAbsent(patch) }
  refusePeriod(header.period)
  const { start, end, school } = header.period
  const moved = start !== before.period.start || end !== before.period.end || school !== before.period.school
  if (moved && plan.above_id !== null) throw new ProblemError({ code: 'plan-period-from-above' })
  await nameAct(tx, 'plan.changed')
  const edited = await tx
    .updateTable('plan')
    .set({ ...headerColumns(header), changed_at: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  if (moved) {
    const procedures = await procedureDates(tx, header.period)
    await retaskMeasures(tx, header.period, await measuresOf(tx, id), { now, today, procedures })
    const below = await movePlansBelow(tx, await readPlanRow(tx, id), { now, today })
    if (below.left > 0) return { ...edited, below }
  }
  return edited
}

function withoutAbsent(patch: HeaderPatch): Partial<PlanHeader> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
