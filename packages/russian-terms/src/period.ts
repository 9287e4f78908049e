import { isoDate, partsOf } from './dates.ts'
import type { Doubt, Period } from './term.ts'

/** From this month on a school year stands in its first calendar year: plans for it begin with the August meetings. */
const SCHOOL_YEAR_BEGINS = 8

export function schoolYear(year: number): Period {
  return { start: isoDate(year, 9, 1), end: isoDate(year + 1, 8, 31), school: true }
}

export function calendarYears(from: number, to: number = from): Period {
  return { start: isoDate(from, 1, 1), end: isoDate(to, 12, 31), school: false }
}

const YEARS =
  /(?<!\d|\d\.)((?:19|20)\d\d)(?:\s*(?:год[а-я]*|гг?\.?)?\s*[-–—−/]\s*((?:20)?\d\d)(?![\d.]))?\s*(учебн[а-яё]*|уч\.?)?\s*\.?\s*(год[а-яё]*|гг|г(?![а-яё]))?/iu

/**
 * The period that words name: «2021-2022 учебный год», «2021/22 уч. г.», «2021 год», «на 2020–2022 годы». Two years
 * that follow one another are a school year unless the words say «годы». Null when no year is named.
 */
export function readPeriod(words: string): Period | null {
  const match = YEARS.exec(words.replace(/[\u00A0\u2000-\u200A\u202F]/g, ' '))
  if (!match) return null
  const [, first, second, school, noun = ''] = match
  const from = Number(first)
  const to =
    second === undefined ? from : second.length === 2 ? Number(first.slice(0, 2) + second) : Number(second)
  if (to < from || to - from > 20) return calendarYears(from)
  const severalYears = /^(годы|годов|годах|годам|гг)/i.test(noun)
  if (to === from + 1 && (school || !severalYears)) return schoolYear(from)
  if (school && to === from) return schoolYear(from)
  return school && to > from
    ? { start: isoDate(from, 9, 1), end: isoDate(to, 8, 31), school: true }
    : calendarYears(from, to)
}

/** The year of a month within the period; the doubt says why it is not sure. Null without a period. */
export function yearOfMonth(
  month: number,
  period: Period | null,
): { year: number; doubt: Doubt | null } | null {
  if (!period) return null
  const first = partsOf(period.start).year
  const last = partsOf(period.end).year
  if (period.school || last === first + 1) {
    const year = month >= SCHOOL_YEAR_BEGINS ? first : first + 1
    return { year, doubt: period.school && last === first + 1 ? null : 'year-ambiguous' }
  }
  return { year: first, doubt: last > first ? 'year-ambiguous' : null }
}
