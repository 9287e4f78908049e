import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { type HeldPlan, periodOf } from './plan-rows.ts'
import { procedureDates } from './procedure-dates.ts'
import { type Retasked, retaskMeasures } from './retask-measures.ts'

/** Measures that one transaction reads again: each takes twice as long as one that is sent. */
const MEASURES_AT_ONCE = 400

/**
 * Gives the copies of a plan, at every level below, the period that it has now, and reads their terms again: as many as may
 * be written at once; called until none is left, it has moved each once. A period is no measure that could be offered: a
 * copy of another period would read the same words as other days. Closed plans are left alone, and those below them. The
 * plan itself needs to be held. Says how many were moved and how many are left.
 */
export async function movePlansBelow(
  tx: Tx,
  plan: HeldPlan,
  moment: { readonly now: Date; readonly today: LocalDate },
): Promise<{ readonly moved: number; readonly left: number }> {
  const behind = await plansBehind(tx, plan)
  const ids = await firstOf(tx, behind)
  if (ids.length === 0) return { moved: 0, left: 0 }
  const moved = await tx
    .updateTable('plan')
    .set({
      ...{ starts_on: plan.starts_on, ends_on: plan.ends_on, school: plan.school },
      ...{ period_words: plan.period_words, changed_at: moment.now, version: sql<number>`version + 1` },
    })
    .where(sql<boolean>`id = any (${ids}::integer[])`)
    // Its year may have ended while it was waited for.
    .where('state', '<>', 'closed')
    .returning('id')
    .execute()
  const period = periodOf(plan)
  const terms = await termsOf(
    tx,
    moved.map(({ id }) => id),
  )
  await retaskMeasures(tx, period, terms, { ...moment, procedures: await procedureDates(tx, period) })
  return { moved: ids.length, left: behind.length - ids.length }
}

/** As many of the plans as hold the measures of one transaction, with their own ones; the first whatever it holds. */
async function firstOf(tx: Tx, plans: readonly number[]): Promise<number[]> {
  const first = plans.slice(0, MEASURES_AT_ONCE)
  const { rows } = await sql<{ plan: number; measures: number }>`
    select plan_id as plan, count(*)::int as measures from plan_measure
    where plan_id = any (${first}::integer[]) and removed_at is null group by plan_id`.execute(tx)
  const measures = new Map(rows.map(row => [row.plan, row.measures]))
  let sum = 0
  return first.filter((id, at) => {
    sum += measures.get(id) ?? 0
    return at === 0 || sum <= MEASURES_AT_ONCE
  })
}

/** Copies, and copies of copies, whose period is another one. */
async function plansBehind(tx: Tx, { id, starts_on, ends_on, school }: HeldPlan): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive below as (
      select p.id, p.starts_on, p.ends_on, p.school from plan p
      where p.above_id = ${id} and p.removed_at is null and p.state <> 'closed'
      union all
      select p.id, p.starts_on, p.ends_on, p.school from plan p join below b on p.above_id = b.id
      where p.removed_at is null and p.state <> 'closed')
    select id from below
    where (starts_on, ends_on, school) is distinct from (${starts_on}::date, ${ends_on}::date, ${school}::boolean)
    order by id`.execute(tx)
  return rows.map(row => row.id)
}

/** Words and terms of all measures that stand in these plans. */
async function termsOf(tx: Tx, plans: readonly number[]): Promise<Retasked[]> {
  return tx
    .selectFrom('plan_measure')
    .select(['id', 'unit_id', 'term_words', 'year', 'section', 'term'])
    .where(sql<boolean>`plan_id = any (${[...plans]}::integer[])`)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}
