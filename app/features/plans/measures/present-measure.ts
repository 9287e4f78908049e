import type { Term } from '@objektiv/russian-terms'
import { sayDate } from '../../../messages/dates.ts'
import { hasMessage, type Locale, say } from '../../../messages/format.ts'
import type { Responsible } from '../reading/plan.ts'
import { daysBetween, isLocked, type LocalDate, type TaskState } from '../rules.ts'
import type { KeptDoubt, MeasureState } from '../tables.ts'
import type { CarriedBelow } from './carried-below.ts'
import type { MeasureRow } from './list-measures.ts'

/** The clock as it is read for one answer. */
export interface Days {
  readonly today: LocalDate
  dayOf(at: Date): LocalDate
}

/** A term as words and as what was understood of them, doubts in words. */
export function presentTerm(locale: Locale, term: Term | null) {
  if (term === null) return null
  const { original, kind, start, end, confidence, doubts } = term
  return {
    original,
    kind,
    start,
    end,
    confidence,
    doubts: (doubts ?? []).map(doubt => say(locale, `measure.term-doubt.${doubt}`)),
  }
}

/** Doubts of whoever read the document, and of what carried the measure over from the year before: words of either. */
export function presentDoubts(locale: Locale, doubts: readonly KeptDoubt[]) {
  return doubts.map(({ field, reason }) => {
    const moved = `measure.doubt.${reason}`
    const words = say(locale, hasMessage(locale, moved) ? moved : `plan.doubt.${reason}`)
    // What is empty has no words of its own: the field is named.
    return { field, text: reason === 'empty' ? `${say(locale, `measure.field.${field}`)}: ${words}` : words }
  })
}

/** Who answers, in one line as the plan has it. */
export function wordResponsible(responsible: readonly Responsible[]): string {
  return responsible.map(({ original }) => original).join(', ')
}

interface Standing {
  readonly state: MeasureState | TaskState
  readonly dueOn: LocalDate | null
  /** First day that is owed. */
  readonly owedOn: LocalDate | null
  readonly submittedAt: Date | null
  /** Nothing is asked of anybody while a plan is a draft, nor once it is closed. */
  readonly atWork: boolean
  readonly carriedBelow: CarriedBelow | null
}

/** Whole days past the first day owed; null where nothing is late. */
export function lateBy(
  { owedOn, atWork, carriedBelow }: Pick<Standing, 'owedOn' | 'atWork' | 'carriedBelow'>,
  today: LocalDate,
): number | null {
  return atWork && carriedBelow === null && owedOn !== null && owedOn < today
    ? daysBetween(owedOn, today)
    : null
}

/** How it stands in one phrase: never a bare state where a day says more. */
export function wordState(locale: Locale, standing: Standing, { today, dayOf }: Days): string {
  const { state, dueOn, submittedAt, atWork, carriedBelow } = standing
  if (carriedBelow !== null) {
    const { done, total } = carriedBelow
    return say(locale, 'measure.stands.below', { done, total })
  }
  const late = lateBy(standing, today)
  if (late !== null && state !== 'returned') return say(locale, 'measure.stands.overdue', { days: late })
  if (state === 'submitted' && submittedAt !== null)
    return say(locale, 'measure.stands.submitted', { day: sayDate(locale, dayOf(submittedAt)) })
  const phrase = say(locale, `measure.state.${state}`)
  if (late !== null) return say(locale, 'measure.stands.late', { state: phrase, days: late })
  return atWork && dueOn !== null && dueOn === today
    ? say(locale, 'measure.stands.today', { state: phrase })
    : phrase
}

/** A measure as a row of a list. */
export function presentMeasure(locale: Locale, row: MeasureRow, days: Days) {
  const atWork = row.planState === 'approved'
  return {
    id: row.id,
    plan: { id: row.planId, title: row.planTitle, state: row.planState },
    unit: { id: row.unitId, name: row.unitName },
    unitLevel: row.unitLevel,
    number: row.number,
    section: row.section,
    text: row.text,
    term: presentTerm(locale, row.term),
    state: row.state,
    stateText: wordState(locale, { ...row, atWork }, days),
    dueOn: row.dueOn,
    overdueDays: lateBy({ ...row, atWork }, days.today),
    done: row.done,
    total: row.total,
    responsible: wordResponsible(row.responsible),
    fromAbove: row.fromAbove,
    locked: isLocked(row),
    offered: row.offered,
    withdrawn: row.withdrawn,
    doubtful: row.doubtful.length > 0,
    signal: row.signalId,
    carriedBelow: row.carriedBelow,
    version: row.version,
  }
}
