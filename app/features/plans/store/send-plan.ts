import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Level } from '../reading/plan.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { copyOf, goesDown } from './goes-down.ts'
import { insertMeasures } from './insert-measures.ts'
import { lockOwnPlan, refuseClosed } from './own-plan.ts'
import { type HeldPlan, measuresOf, periodOf } from './plan-rows.ts'
import { NEW_PLAN } from './save-plan.ts'

export interface UnitBelow {
  readonly id: number
  readonly name: string
  readonly level: Level
}

export interface SentCopy {
  readonly plan: number
  readonly unit: UnitBelow
}

export interface Sending {
  readonly plan: HeldPlan
  readonly copies: readonly SentCopy[]
  /** Units that had theirs already. */
  readonly before: number
}

/**
 * Gives each unit below a copy of an approved plan, with the measures that go down; to all when none are named. Those that
 * have a copy keep it, so that sending twice is sending once. Throws `not-found`, `plan-of-its-unit`, `plan-closed`,
 * `plan-not-approved`, `plan-nobody-below`, `plan-nothing-to-send`, `changed-by-another`.
 */
export async function sendPlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  id: number,
  { version, units: named }: { readonly version: number; readonly units?: readonly number[] | undefined },
  today: LocalDate,
): Promise<Sending> {
  const plan = await lockOwnPlan(tx, scope, id, version)
  refuseClosed(plan)
  if (plan.state !== 'approved') throw new ProblemError({ code: 'plan-not-approved' })
  const below = await unitsBelow(tx, plan, today)
  const chosen = named === undefined ? below : below.filter(unit => named.includes(unit.id))
  if (named !== undefined && chosen.length < new Set(named).size)
    throw new ProblemError({ code: 'not-found' })
  if (chosen.length === 0) throw new ProblemError({ code: 'plan-nobody-below' })
  const measures = await measuresOf(tx, id)
  if (!measures.some(row => chosen.some(({ level }) => goesDown(row, level))))
    throw new ProblemError({ code: 'plan-nothing-to-send' })
  await nameAct(tx, 'plan.sent')
  const copies: SentCopy[] = []
  for (const unit of chosen) {
    const copy = await copyPlan(tx, plan, unit)
    if (copy === null) continue
    const own = measures.filter(row => goesDown(row, unit.level)).map(copyOf)
    await insertMeasures(tx, { id: copy, unitId: unit.id, level: unit.level, period: periodOf(plan) }, own, {
      today,
    })
    copies.push({ plan: copy, unit })
  }
  return { plan, copies, before: chosen.length - copies.length }
}

/** Whoever stands right below, and works today: municipalities, schools of the municipality, schools of the region's own. */
export async function unitsBelow(
  tx: Tx,
  { unit_id }: Pick<HeldPlan, 'unit_id'>,
  today: LocalDate,
): Promise<UnitBelow[]> {
  const { rows } = await sql<UnitBelow>`
    select id, name, kind as level from unit
    where parent_id = ${unit_id} and kind in ('municipality', 'school') and withdrawn_at is null
      and (valid_from is null or valid_from <= ${today}::date) and (valid_to is null or valid_to >= ${today}::date)
    order by sort_key, id`.execute(tx)
  return [...rows]
}

/** Null where the unit has its copy already. */
async function copyPlan(tx: Tx, plan: HeldPlan, unit: UnitBelow): Promise<number | null> {
  const copy = await tx
    .insertInto('plan')
    .values({
      ...NEW_PLAN,
      unit_id: unit.id,
      ...{ title: plan.title, starts_on: plan.starts_on, ends_on: plan.ends_on },
      ...{ school: plan.school, period_words: plan.period_words, above_id: plan.id },
      // Each signs its own.
      ...{ approver_post: null, approver_name: null, approved_on: null, approval_number: null },
      abbreviations: JSON.stringify(plan.abbreviations),
    })
    .onConflict(conflict =>
      conflict.columns(['above_id', 'unit_id']).where('removed_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return copy?.id ?? null
}
