import type { ProcedureDates } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { headerOf } from './frozen-plan.ts'
import { lockOwnPlan, refuseClosed } from './own-plan.ts'
import { measuresOf } from './plan-rows.ts'
import { retaskMeasures } from './retask-measures.ts'
import { headerColumns, type PlanHeader, refusePeriod } from './save-plan.ts'

/** A patch of JSON may say a field is absent by undefined. */
export type HeaderPatch = { readonly [K in keyof PlanHeader]?: PlanHeader[K] | undefined }

/**
 * Changes the heading of a plan at the version that was read; another period reads its terms again. Throws
 * `plan-of-its-unit`, `changed-by-another`, `plan-closed`, `plan-period-*`.
 */
export async function editPlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  id: number,
  { version, ...patch }: HeaderPatch & { readonly version: number },
  { now, today, procedures = {} }: { now: Date; today: LocalDate; procedures?: ProcedureDates },
): Promise<{ version: number }> {
  const plan = await lockOwnPlan(tx, scope, id, version)
  refuseClosed(plan)
  const before = headerOf(plan)
  const header = { ...before, ...withoutAbsent(patch) }
  refusePeriod(header.period)
  await nameAct(tx, 'plan.changed')
  const edited = await tx
    .updateTable('plan')
    .set({ ...headerColumns(header), changed_at: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  const { start, end, school } = header.period
  if (start !== before.period.start || end !== before.period.end || school !== before.period.school)
    await retaskMeasures(tx, header.period, await measuresOf(tx, id), { now, today, procedures })
  return edited
}

function withoutAbsent(patch: HeaderPatch): Partial<PlanHeader> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
