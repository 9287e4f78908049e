import { calendarYears, readTerm, schoolYear } from '@objektiv/russian-terms'
import type { Measure, RecognisedPlan } from '../reading/plan.ts'
import type { DocumentMeasure, PlanDocument } from './plan-document.ts'

/** The document of a plan that was read: what it says, nothing of what was assumed while reading. */
export function documentOf({
  title,
  period,
  approval,
  abbreviations,
  measures,
}: RecognisedPlan): PlanDocument {
  const said = period?.source === 'given' || period?.source === 'document'
  const school = schoolYears(measures)
  return {
    ...{ owner: null, title, abbreviations },
    period: said ? { start: period.start, end: period.end, original: period.original } : null,
    approval: approval && { ...approval, number: null },
    measures: measures.map((measure, at) => ({
      ...fieldsOf(measure),
      schoolYear: measure.year !== null && school.has(measure.year),
      yearAgain: isYearAgain(measure) && at > 0 && !isYearAgain(measures[at - 1]),
    })),
  }
}

function fieldsOf({
  term,
  responsible,
  doubtful: _,
  ...fields
}: Measure): Omit<DocumentMeasure, 'schoolYear' | 'yearAgain'> {
  return {
    ...fields,
    term: term && { words: term.original, start: term.start, end: term.end },
    responsible: responsible.map(({ original, person, post }) => ({ original, person, post })),
  }
}

function isYearAgain({ doubtful }: Measure): boolean {
  return doubtful.some(({ reason }) => reason === 'year-repeated')
}

/** Years whose terms read as they were read only where the year is that of a school: «январь» is in the next one then. */
function schoolYears(measures: readonly Measure[]): Set<number> {
  const lost = { calendar: new Map<number, number>(), school: new Map<number, number>() }
  const count = (counts: Map<number, number>, year: number) => counts.set(year, (counts.get(year) ?? 0) + 1)
  for (const { year, term } of measures) {
    if (year === null || term === null) continue
    for (const [kind, period] of [
      ['calendar', calendarYears(year)],
      ['school', schoolYear(year)],
    ] as const) {
      const { start, end } = readTerm(term.original, { period })
      if (start !== term.start || end !== term.end) count(lost[kind], year)
    }
  }
  const years = [...lost.calendar.keys()]
  return new Set(years.filter(year => lost.calendar.get(year)! > (lost.school.get(year) ?? 0)))
}
