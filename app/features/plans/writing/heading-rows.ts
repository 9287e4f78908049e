import { type Locale, say } from '../../../messages/format.ts'
import type { DocumentMeasure } from './plan-document.ts'

export interface HeadingRow {
  readonly kind: 'heading'
  readonly rank: 'year' | 'section'
  readonly text: string
}

/** «2021 год», «2021/2022 учебный год». */
export function yearWords(
  locale: Locale,
  { year, schoolYear }: Pick<DocumentMeasure, 'year' | 'schoolYear'>,
): string | null {
  if (year === null) return null
  return schoolYear
    ? say(locale, 'plan-document.school-year', { from: String(year), to: String(year + 1) })
    : say(locale, 'plan-document.year', { year: String(year) })
}

/** Rows to be set before a measure: its year and its section, where they are others than those of the one before. */
export function headingsBefore(
  locale: Locale,
  measure: DocumentMeasure,
  before: DocumentMeasure | undefined,
): HeadingRow[] {
  const rows: HeadingRow[] = []
  const year = yearWords(locale, measure)
  const newYear = year !== (before ? yearWords(locale, before) : null) || measure.yearAgain
  if (newYear)
    rows.push({ kind: 'heading', rank: 'year', text: year ?? say(locale, 'plan-document.no-year') })
  const known = newYear ? null : (before?.section ?? null)
  if (measure.section !== known)
    rows.push({
      ...{ kind: 'heading', rank: 'section' },
      text: measure.section ?? say(locale, 'plan-document.no-section'),
    })
  return rows
}
