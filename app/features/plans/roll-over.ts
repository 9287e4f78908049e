import type { Period } from '@objektiv/russian-terms'
import { type Move, type MoveDoubt, moveTerm, moveYears, shiftYears } from './move-term.ts'
import type { Measure } from './reading/plan.ts'
import type { RollUp } from './roll-up.ts'

export type { Move, MoveDoubt } from './move-term.ts'

/** A measure as far as the next year goes. */
export interface RollableMeasure
  extends Pick<
    Measure,
    'year' | 'section' | 'text' | 'term' | 'plannedStart' | 'plannedFinish' | 'expectedResult'
  > {
  readonly state: RollUp['state']
}

/** Words that name a year, as they would be in the next period: for a person to take or leave. */
export interface OfferedWords {
  readonly section: string | null
  readonly text: string
  readonly expectedResult: string | null
}

export interface RolledMeasure<Given extends RollableMeasure> {
  /** Of the plan that ends. */
  readonly measure: Given
  readonly next: Pick<
    RollableMeasure,
    'year' | 'section' | 'term' | 'plannedStart' | 'plannedFinish' | 'text' | 'expectedResult'
  >
  /** It was not accepted by the end of the plan; nothing that waits for cases is carried over for want of them. */
  readonly carriedOver: boolean
  readonly doubts: readonly MoveDoubt[]
  /** Null where no words name a year. */
  readonly offered: OfferedWords | null
}

/** The period behind this one, as long in years. */
export function nextPeriod({ start, end, school }: Period): Period {
  const months =
    (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 +
    Number(end.slice(5, 7)) -
    Number(start.slice(5, 7)) +
    1
  const years = Math.max(1, Math.round(months / 12))
  return { start: shiftYears(start, years), end: shiftYears(end, years), school }
}

/**
 * The measures of a plan in the next one, in their order. Terms go by the calendar, those bound to a procedure by its own
 * schedule; what was called off is left out. The words of a measure stay: whether «ВПР 2021 года» means the next year or
 * still that one only a person can say.
 */
export function rollOver<Given extends RollableMeasure>(
  measures: readonly Given[],
  move: Move,
): RolledMeasure<Given>[] {
  return measures.filter(({ state }) => state !== 'cancelled').map(measure => rollMeasure(measure, move))
}

function rollMeasure<Given extends RollableMeasure>(measure: Given, move: Move): RolledMeasure<Given> {
  const years = Number(move.to.start.slice(0, 4)) - Number(move.from.start.slice(0, 4))
  const { state, text, expectedResult } = measure
  const moved = measure.term === null ? null : moveTerm(measure.term, move)
  const doubts = new Set<MoveDoubt>(moved?.doubts ?? [])
  const start = movePlanned(measure.plannedStart, years)
  const finish = movePlanned(measure.plannedFinish, years)
  for (const { doubt } of [start, finish]) if (doubt) doubts.add(doubt)
  // The year a measure stands under is part of the plan's order, its heading with it.
  const underYear = measure.year !== null && measure.section?.includes(String(measure.year))
  const section = underYear && measure.section ? moveYears(measure.section, years).words : measure.section
  const offered = {
    section: section === null || underYear ? section : moveYears(section, years).words,
    text: moveYears(text, years).words,
    expectedResult: expectedResult === null ? null : moveYears(expectedResult, years).words,
  }
  const named =
    offered.section !== section || offered.text !== text || offered.expectedResult !== expectedResult
  if (named) doubts.add('year-in-words')
  return {
    measure,
    next: {
      ...{ year: measure.year === null ? null : measure.year + years, section, text, expectedResult },
      ...{ term: moved?.term ?? null, plannedStart: start.day, plannedFinish: finish.day },
    },
    carriedOver: state !== 'accepted' && state !== 'no-cases',
    doubts: [...doubts],
    offered: named ? offered : null,
  }
}

/** A planned day is a date where it was understood, else words. */
function movePlanned(day: string | null, years: number): { day: string | null; doubt: MoveDoubt | null } {
  if (day === null) return { day, doubt: null }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { day, doubt: 'not-understood' }
  const moved = shiftYears(day, years)
  return { day: moved, doubt: day.endsWith('-02-29') && !moved.endsWith('-02-29') ? 'day-missing' : null }
}
