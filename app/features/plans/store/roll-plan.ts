import type { Period } from '@objektiv/russian-terms'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { MoveDoubt } from '../move-term.ts'
import type { MeasureField } from '../reading/plan.ts'
import { type RollableMeasure, type RolledMeasure, rollOver } from '../roll-over.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { comparedOf } from './frozen-plan.ts'
import { insertMeasures, type NewMeasure } from './insert-measures.ts'
import { lockOwnPlan } from './own-plan.ts'
import { type MeasureRow, measuresOf, periodOf } from './plan-rows.ts'
import { procedureDates } from './procedure-dates.ts'
import { NEW_PLAN, refusePeriod } from './save-plan.ts'

interface NextYear {
  readonly version: number
  readonly title: string
  readonly period: Period & { readonly original: string | null }
}

export interface RolledPlan {
  readonly id: number
  readonly measures: number
  /** Those that a person has to look at. */
  readonly doubtful: number
}

interface Rollable extends RollableMeasure {
  readonly row: MeasureRow
}

/**
 * The draft of the next period: own measures with their terms moved, each knowing the one it was carried from. Measures of
 * the level above come with its own next plan, or they would stand there twice. Throws `plan-of-its-unit`,
 * `plan-not-approved`, `plan-rolled-over`, `plan-period-*`, `changed-by-another`.
 */
export async function rollPlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  id: number,
  { version, title, period }: NextYear,
  today: LocalDate,
): Promise<RolledPlan> {
  const plan = await lockOwnPlan(tx, scope, id, version)
  if (plan.state === 'draft') throw new ProblemError({ code: 'plan-not-approved' })
  refusePeriod(period)
  if (period.start <= plan.starts_on) throw new ProblemError({ code: 'plan-period-not-later' })
  const already = await tx
    .selectFrom('plan')
    .select('id')
    .where('previous_id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (already) throw new ProblemError({ code: 'plan-rolled-over' })
  const procedures = await procedureDates(tx, period)
  const own = (await measuresOf(tx, id)).filter(
    ({ above_id, signal_id }) => above_id === null && signal_id === null,
  )
  const rolled = rollOver(own.map(rollable), { from: periodOf(plan), to: period, procedures })
  await nameAct(tx, 'plan.rolled-over')
  const next = await tx
    .insertInto('plan')
    .values({
      ...NEW_PLAN,
      unit_id: plan.unit_id,
      ...{ title, starts_on: period.start, ends_on: period.end, school: period.school },
      ...{ period_words: period.original, previous_id: id },
      // Who approves mostly stays; when, and under which number, does not.
      ...{ approver_post: plan.approver_post, approver_name: plan.approver_name },
      ...{ approved_on: null, approval_number: null },
      abbreviations: JSON.stringify(plan.abbreviations),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const measures = rolled.map(nextMeasure)
  await insertMeasures(tx, { id: next.id, unitId: plan.unit_id, level: plan.level, period }, measures, {
    today,
    procedures,
  })
  return {
    id: next.id,
    measures: measures.length,
    doubtful: rolled.filter(({ doubts }) => doubts.length > 0).length,
  }
}

function rollable(row: MeasureRow): Rollable {
  const { year, section, text, term, plannedStart, plannedFinish, expectedResult } = comparedOf(row)
  return { row, state: row.state, year, section, text, term, plannedStart, plannedFinish, expectedResult }
}

function nextMeasure({ measure: { row }, next, doubts }: RolledMeasure<Rollable>): NewMeasure {
  const { term, ...words } = next
  return {
    ...{ number: row.number, level: row.level, place: row.place, participants: row.participants },
    ...{ responsible: row.responsible, performer: row.performer, note: row.note, completion: null },
    ...words,
    term: term?.original ?? row.term_words,
    readTerm: term === null ? null : { ...term, doubts: [] },
    doubtful: doubts.map(reason => ({ field: fieldOf(reason), reason })),
    ...{ mandatory: row.mandatory, byPlan: row.by_plan, template: row.template, carriedFrom: row.id },
  }
}

function fieldOf(doubt: MoveDoubt): MeasureField {
  return doubt === 'year-in-words' ? 'text' : 'term'
}
