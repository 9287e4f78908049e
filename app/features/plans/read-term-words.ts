import {
  bindTerm,
  calendarYears,
  type Period,
  type ProcedureDates,
  readTerm,
  schoolYear,
  type Term,
} from '@objektiv/russian-terms'

export interface TermPlace {
  readonly words: string | null
  /** The year of the part of the plan in which the measure stands. */
  readonly year: number | null
  readonly section: string | null
}

/** The time that gives years to words without them: that of the plan, or the year under which the measure stands. */
export function periodOfMeasure(period: Period, year: number | null): Period {
  if (year === null) return period
  return period.school ? schoolYear(year) : calendarYears(year)
}

/**
 * What the words of a term mean within the period of a plan; null without words. A plan that goes month by month has
 * the month as a title: «2 неделя» under «Август».
 */
export function readTermWords(
  { words, year, section }: TermPlace,
  planPeriod: Period,
  procedures: ProcedureDates = {},
): Term | null {
  if (words === null || words.trim() === '') return null
  const period = periodOfMeasure(planPeriod, year)
  const term = readTerm(words, { period })
  if (term.kind === 'unknown' && section !== null && section.split(' ').length <= 4) {
    const both = readTerm(`${words} ${section}`, { period })
    if (both.kind !== 'unknown') return { ...both, original: words }
  }
  return term.kind === 'by-procedure' ? bindTerm(term, procedures) : term
}
