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
import { type HeldPlan, lockPlan, type MeasureRow, measuresOf, periodOf } from './plan-rows.ts'
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
  /** Units that had theirs already, or whose copy is on its way. */
  readonly before: number
  /** Units that are left for later: more than one transaction should write. */
  readonly waiting: readonly number[]
}

const BELOW: readonly Level[] = ['municipality', 'school']
/** Copies of measures that one transaction writes: on the embedded database nobody else is served meanwhile. */
const MEASURES_AT_ONCE = 600

/**
 * Gives each unit below a copy of an approved plan, with the measures that go down; to all when none are named. Those that
 * have a copy keep it, so that sending twice is sending once. As many as may be written at once get theirs here, the others
 * wait. Throws `not-found`, `plan-of-its-unit`, `plan-closed`, `plan-not-approved`, `plan-nobody-below`,
 * `plan-nothing-to-send`, `changed-by-another`.
 */
export async function sendPlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  id: number,
  { version, units: named }: { readonly version: number; readonly units?: readonly number[] | undefined },
  today: LocalDate,
): Promise<Sending> {
  const plan = await lockOwnPlan(tx, scope, id, version)
  refuseUnready(plan)
  const below = await unitsBelow(tx, plan, today)
  const chosen = named === undefined ? below : below.filter(unit => named.includes(unit.id))
  if (named !== undefined && chosen.length < new Set(named).size)
    throw new ProblemError({ code: 'not-found' })
  if (chosen.length === 0) throw new ProblemError({ code: 'plan-nobody-below' })
  const measures = await measuresOf(tx, id)
  if (!measures.some(row => chosen.some(({ level }) => goesDown(row, level))))
    throw new ProblemError({ code: 'plan-nothing-to-send' })
  const served = await servedUnits(tx, id)
  const fresh = chosen.filter(unit => !served.has(unit.id))
  const now = fresh.slice(0, plansAtOnce(measures.length, MEASURES_AT_ONCE))
  const copies = await copyTo(tx, plan, now, measures, today)
  const waiting = fresh.slice(now.length).map(unit => unit.id)
  return { plan, copies, before: chosen.length - copies.length - waiting.length, waiting }
}

/**
 * A part of a sending that goes on: the next of the units that wait, with the plan as it is by now; those that work no more
 * get none. Throws `not-found`, `plan-closed`, `plan-not-approved`, `plan-nothing-to-send`.
 */
export async function sendOn(
  tx: Tx,
  id: number,
  waiting: readonly number[],
  { today, most = MEASURES_AT_ONCE }: { readonly today: LocalDate; readonly most?: number },
): Promise<{
  readonly plan: HeldPlan
  readonly copies: readonly SentCopy[]
  readonly units: readonly number[]
}> {
  const plan = await lockPlan(tx, id)
  refuseUnready(plan)
  const measures = await measuresOf(tx, id)
  if (!measures.some(row => BELOW.some(level => goesDown(row, level))))
    throw new ProblemError({ code: 'plan-nothing-to-send' })
  const units = waiting.slice(0, plansAtOnce(measures.length, most))
  const chosen = new Set(units)
  const there = (await unitsBelow(tx, plan, today)).filter(unit => chosen.has(unit.id))
  return { plan, copies: await copyTo(tx, plan, there, measures, today), units }
}

/** Plans whose measures one transaction writes. */
export function plansAtOnce(measures: number, most: number): number {
  return Math.max(1, Math.floor(most / Math.max(1, measures)))
}

function refuseUnready(plan: HeldPlan): void {
  refuseClosed(plan)
  if (plan.state !== 'approved') throw new ProblemError({ code: 'plan-not-approved' })
}

/** Units that have their copy, and those for which it is on its way. */
async function servedUnits(tx: Tx, id: number): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select unit_id as id from plan where above_id = ${id} and removed_at is null
    union select unnest(waiting) from plan_dispatch where plan_id = ${id} and state = 'going'`.execute(tx)
  return new Set(rows.map(row => row.id))
}

async function copyTo(
  tx: Tx,
  plan: HeldPlan,
  units: readonly UnitBelow[],
  measures: readonly MeasureRow[],
  today: LocalDate,
): Promise<SentCopy[]> {
  await nameAct(tx, 'plan.sent')
  const procedures = await procedureDates(tx, periodOf(plan))
  const copies = await copyPlans(tx, plan, units)
  for (const [level, sent] of Map.groupBy(copies, ({ unit }) => unit.level)) {
    const own = measures.filter(row => goesDown(row, level)).map(copyOf)
    const plans = sent.map(copy => ({ id: copy.plan, unitId: copy.unit.id }))
    await insertIntoPlans(tx, { plans, level, period: periodOf(plan) }, own, { today, procedures, at: 1 })
  }
  return copies
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
