import { sayDate } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { periodOf } from '../reading/front.ts'
import type { DocumentPeriod } from './plan-document.ts'

type Days = Pick<DocumentPeriod, 'start' | 'end'>

/** «2021/2022 учебный год», «2021–2023 годы», else from a day to a day. */
function madeWords(locale: Locale, { start, end }: Days): string {
  const [from, to] = [start, end].map(day => Number(day.slice(0, 4)))
  const years = { from: String(from), to: String(to) }
  if (start.endsWith('-09-01') && end.endsWith('-08-31') && to > from)
    return say(locale, to === from + 1 ? 'plan-document.school-year' : 'plan-document.school-years', years)
  if (start.endsWith('-01-01') && end.endsWith('-12-31'))
    return from === to
      ? say(locale, 'plan-document.year', { year: String(from) })
      : say(locale, 'plan-document.years', years)
  return say(locale, 'plan-document.from-to', { from: sayDate(locale, start), to: sayDate(locale, end) })
}

/** The words that somebody wrote, where a reader finds these days in them; else words made of the days. */
function periodWords(locale: Locale, { original, ...days }: DocumentPeriod): string {
  const label = say(locale, 'plan-document.period', { words: original ?? '' })
  return original !== null && isSame(periodOf(null, [label]), days) ? original : madeWords(locale, days)
}

/** The line under the title, or null where what stands above it says the period already. */
export function periodLine(
  locale: Locale,
  period: DocumentPeriod | null,
  title: string | null,
  above: readonly string[],
): string | null {
  if (period === null) return null
  const said = periodOf(title, [...above, ...(title === null ? [] : [title])])
  if (isSame(said, period)) return null
  return say(locale, 'plan-document.period', { words: periodWords(locale, period) })
}

function isSame(said: Days | null, { start, end }: Days): boolean {
  return said?.start === start && said.end === end
}
