import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { inParts } from '../in-parts.ts'
import type { Level } from '../reading/plan.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { copyOf, goesDown } from './goes-down.ts'
import { insertIntoPlans } from './insert-measures.ts'
import { lockOwnPlan, refuseClosed } from './own-plan.ts'
import { type HeldPlan, measuresOf, periodOf } from './plan-rows.ts'
import { procedureDates } from './procedure-dates.ts'
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
  const procedures = await procedureDates(tx, periodOf(plan))
  const copies = await copyPlans(tx, plan, chosen)
  for (const [level, sent] of Map.groupBy(copies, ({ unit }) => unit.level)) {
    const own = measures.filter(row => goesDown(row, level)).map(copyOf)
    const plans = sent.map(copy => ({ id: copy.plan, unitId: copy.unit.id }))
    await insertIntoPlans(tx, { plans, level, period: periodOf(plan) }, own, { today, procedures, at: 1 })
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

/** Parameters of one statement have an end at 65 535; a plan takes some twenty. */
const AT_ONCE = 500

/** Copies without measures, for those that have none already. */
async function copyPlans(tx: Tx, plan: HeldPlan, units: readonly UnitBelow[]): Promise<SentCopy[]> {
  const made = new Map<number, number>()
  for (const part of inParts(units, AT_ONCE)) {
    const rows = await tx
      .insertInto('plan')
      .values(part.map(({ id }) => copyFor(plan, id)))
      .onConflict(conflict =>
        conflict.columns(['above_id', 'unit_id']).where('removed_at', 'is', null).doNothing(),
      )
      .returning(['id', 'unit_id'])
      .execute()
    for (const { id, unit_id } of rows) made.set(unit_id, id)
  }
  return units.flatMap(unit => {
    const copy = made.get(unit.id)
    return copy === undefined ? [] : [{ plan: copy, unit }]
  })
}

function copyFor(plan: HeldPlan, unitId: number) {
  return {
    ...NEW_PLAN,
    unit_id: unitId,
    ...{ title: plan.title, starts_on: plan.starts_on, ends_on: plan.ends_on },
    ...{ school: plan.school, period_words: plan.period_words, above_id: plan.id },
    // Each signs its own.
    ...{ approver_post: null, approver_name: null, approved_on: null, approval_number: null },
    abbreviations: JSON.stringify(plan.abbreviations),
  }
}
