import { sql } from 'kysely'
import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { nameUnits } from '../territory/index.ts'
import { type CarriedBelow, carriedOf } from './measures/carried-below.ts'
import type { Days } from './measures/present-measure.ts'
import { headerOf } from './store/frozen-plan.ts'
import { type HeldPlan, type MeasureRow, measuresOf } from './store/plan-rows.ts'
import { type LocalDate, OWED_STATES } from './task-state.rules.ts'
import type {
  DocumentMeasure,
  EvidenceDocument,
  MeasureProgress,
  PlanDocument,
} from './writing/plan-document.ts'

/** A plan as it goes onto paper; for the report, with how far each measure is and what proves it. */
export async function planToDocument(
  tx: Tx,
  locale: Locale,
  plan: HeldPlan,
  { what, ...days }: { readonly what: 'plan' | 'report' } & Days,
): Promise<PlanDocument> {
  const { title, period, approval, abbreviations } = headerOf(plan)
  const rows = await measuresOf(tx, plan.id)
  const progress = what === 'report' ? await progressOf(tx, locale, plan, days) : null
  const names = await nameUnits(tx, [plan.unit_id])
  return {
    owner: names.get(plan.unit_id) ?? null,
    title,
    period: { start: period.start, end: period.end, original: period.original },
    approval: { original: null, ...approval },
    abbreviations,
    result: plan.result,
    measures: rows.map((row, at) => ({
      ...documentMeasure(row, plan.school),
      yearAgain: isYearAgain(row) && at > 0 && !isYearAgain(rows[at - 1]),
      ...(progress === null ? {} : { progress: progress(row) }),
    })),
  }
}

function documentMeasure(row: MeasureRow, school: boolean): Omit<DocumentMeasure, 'yearAgain' | 'progress'> {
  return {
    ...{ number: row.number, section: row.section, year: row.year, schoolYear: row.year !== null && school },
    ...{ level: row.level, text: row.text },
    term: termOf(row),
    ...{ plannedStart: row.planned_start, plannedFinish: row.planned_finish },
    ...{ place: row.place, participants: row.participants },
    responsible: row.responsible.map(({ original, person, post }) => ({ original, person, post })),
    ...{ performer: row.performer, expectedResult: row.expected_result, note: row.note },
    completion: row.completion,
  }
}

function termOf({ term, term_words }: MeasureRow): DocumentMeasure['term'] {
  const words = term_words ?? term?.original ?? null
  return words === null ? null : { words, start: term?.start ?? null, end: term?.end ?? null }
}

function isYearAgain({ doubtful }: MeasureRow): boolean {
  return doubtful.some(({ reason }) => reason === 'year-repeated')
}

interface Evidence extends EvidenceDocument {
  readonly measure: number
}

interface SetAside {
  readonly measure: number
  readonly text: string | null
  readonly movedTo: LocalDate | null
}

function whySetAside(locale: Locale, { text, movedTo }: SetAside): string | null {
  if (movedTo === null) return text
  const moved = say(locale, 'plan-document.report.moved', { day: sayDate(locale, movedTo) })
  return text ? `${moved}: ${text}` : moved
}

async function progressOf(
  tx: Tx,
  locale: Locale,
  plan: HeldPlan,
  { today, dayOf }: Days,
): Promise<(row: MeasureRow) => MeasureProgress> {
  const { rows: evidence } = await sql<Evidence>`
    select e.measure_id as measure, e.title as name, e.document_number as number, e.document_date as date
    from evidence e join plan_measure m on m.id = e.measure_id where m.plan_id = ${plan.id} order by e.id`.execute(
    tx,
  )
  const { rows: accepted } = await sql<{ measure: number; at: Date }>`
    select t.measure_id as measure, max(t.accepted_at) as at
    from measure_task t join plan_measure m on m.id = t.measure_id
    where m.plan_id = ${plan.id} and t.accepted_at is not null group by t.measure_id`.execute(tx)
  // Why a term was moved is of the report however the measure went on; why it was called off, while it is.
  const { rows: reasons } = await sql<SetAside>`
    select distinct on (s.measure_id) s.measure_id as measure, s.text, s.due_on as "movedTo"
    from measure_step s join plan_measure m on m.id = s.measure_id
    where m.plan_id = ${plan.id} and (s.kind = 'postponed' or s.kind = 'cancelled' and m.state = 'cancelled')
    order by s.measure_id, s.kind, s.id desc`.execute(tx)
  const carried = await carriedOf(tx, plan.id)
  const proofs = Map.groupBy(evidence, ({ measure }) => measure)
  const days = new Map(accepted.map(({ measure, at }) => [measure, dayOf(at)]))
  const why = new Map(reasons.map(one => [one.measure, whySetAside(locale, one)]))
  const stateOf = ({ id, state, due_on }: MeasureRow) => {
    const below = carried.get(id)
    if (below) return say(locale, `plan-document.state.below-${below.level}`)
    const words = say(locale, `plan-document.state.${state}`)
    const owed = OWED_STATES.some(one => one === state)
    const late = plan.state === 'approved' && owed && due_on !== null && due_on < today
    return late ? say(locale, 'plan-document.state.late', { state: words }) : words
  }
  return row => ({
    state: stateOf(row),
    times: timesOf(row, carried.get(row.id)),
    acceptedOn: row.state === 'accepted' ? (days.get(row.id) ?? null) : null,
    evidence: (proofs.get(row.id) ?? []).map(({ name, number, date }) => ({ name, number, date })),
    reason: why.get(row.id) ?? null,
  })
}

/** Of those below, how many have brought it; of several terms, how many were kept. */
function timesOf({ tasks_done, tasks_total }: MeasureRow, below: CarriedBelow | undefined) {
  if (below) return { done: below.done, total: below.total }
  return tasks_total > 1 ? { done: tasks_done, total: tasks_total } : null
}
