import { calendarYears, type Period, readTerm, schoolYear } from '@objektiv/russian-terms'
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
  return {
    ...{ owner: null, title, abbreviations },
    period: said ? { start: period.start, end: period.end, original: period.original } : null,
    approval: approval && { ...approval, number: null },
    measures: partsOf(measures).flatMap(part => {
      const school = isSchoolYear(part)
      return part.map((measure, at) => ({
        ...fieldsOf(measure),
        schoolYear: school,
        yearAgain: at === 0 && isYearAgain(measure),
      }))
    }),
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

/** Measures that stand under one row of a year. */
function partsOf(measures: readonly Measure[]): Measure[][] {
  const parts: Measure[][] = []
  for (const measure of measures) {
    const last = parts.at(-1)?.at(-1)
    if (last?.year === measure.year && isYearAgain(last) === isYearAgain(measure)) parts.at(-1)!.push(measure)
    else parts.push([measure])
  }
  return parts
}

/** The terms read as they were read only where the year is that of a school: «январь» is in the next one then. */
function isSchoolYear(measures: readonly Measure[]): boolean {
  const { year } = measures[0]
  if (year === null) return false
  const lost = (period: Period) =>
    measures.filter(({ term }) => {
      if (term === null) return false
      const { start, end, confidence } = readTerm(term.original, { period })
      return start !== term.start || end !== term.end || confidence !== term.confidence
    }).length
  return lost(calendarYears(year)) > lost(schoolYear(year))
}
