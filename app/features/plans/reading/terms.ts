import {
  calendarYears,
  findTerm,
  findTermOfRequest,
  type Period,
  readTerm,
  schoolYear,
  type Term,
} from '@objektiv/russian-terms'
import { type Draft, doubt } from './draft.ts'
import type { PlanTerm } from './plan.ts'
import { MONTHS } from './table-state.ts'
import { isDash, oneLine } from './words.ts'

/** Spreadsheets keep a date as the number of days since 30 December 1899. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const MILLISECONDS_A_DAY = 86_400_000

/** A date that a spreadsheet stored as a number, in words; other words as they are. */
export function serialDate(words: string): string {
  const match = /^(\d{5})(?:\.\d+)?$/.exec(words.trim())
  if (!match || Number(match[1]) < 36_526 || Number(match[1]) > 65_000) return words
  const [year, month, day] = new Date(DAY_ZERO + Number(match[1]) * MILLISECONDS_A_DAY)
    .toISOString()
    .slice(0, 10)
    .split('-')
  return `${day}.${month}.${year}`
}

/** The words of a measure's term: its cell, its marked months, its planned dates, the month its section is named by. */
export function termWords(draft: Draft): string | null {
  const own = draft.cells.get('term')
  if (own !== undefined && !isDash(own)) return serialDate(oneLine(own))
  if (draft.calendar.length > 0) return draft.calendar.map(oneLine).join(', ')
  const [start, finish] = [draft.cells.get('start'), draft.cells.get('finish')].map(words =>
    words === undefined || isDash(words) ? null : serialDate(oneLine(words)),
  )
  if (start && finish) return start === finish ? start : `${start} – ${finish}`
  if (finish) return `до ${finish}`
  return start ? `с ${start}` : null
}

/** Reads the term of a measure; without words of its own it may stand in the text or in the section's title. */
export function readMeasureTerm(draft: Draft, period: Period | null, assumed: boolean): PlanTerm | null {
  const { year } = draft
  const ofYear = year === null ? period : draft.schoolYear ? schoolYear(year) : calendarYears(year)
  const options = { period: ofYear }
  const words = termWords(draft)
  let term: Term | null = words === null ? null : readTerm(words, options)
  // «в течение месяца» under «Октябрь».
  const vague = term?.kind === 'open' && term.doubts.includes('approximate')
  // «до 25 числа» under «Февраль» is one day, where every month is not said.
  const ofMonth =
    words !== null && /^(?:(?:до|не позднее|к)\s+)?\d{1,2}(?:\s*-?\s*(?:го|е))?\s+числа$/i.test(words)
  if (ofMonth) term = dayOfSection(draft, words, options) ?? term
  else if (words !== null && isPart(words)) term = partOfMonth(draft, words, options) ?? term
  else if (term === null || term.kind === 'unknown' || vague) {
    const inText = words === null ? inWordsOf(draft, options) : null
    term = inText ?? ofSection(draft, words, options) ?? term
  }
  if (term === null) {
    if (draft.expects.has('term')) doubt(draft, 'term', 'empty')
    return null
  }
  if (term.confidence !== 'high') doubt(draft, 'term', 'term-unsure')
  const { doubts: _, ...plain } = term
  const yearGiven = assumed && year === null && dependsOnPeriod(words ?? term.original, term)
  if (yearGiven) doubt(draft, 'term', 'period-assumed')
  return yearGiven && plain.confidence === 'high' ? { ...plain, confidence: 'medium' } : plain
}

/** Among recommendations the sentence says all that is asked for; in a table dates may tell of the subject. */
function inWordsOf(draft: Draft, options: { period: Period | null }): Term | null {
  if (draft.source === null) return findTermOfRequest(draft.text, options) ?? inBrackets(draft, options)
  const term = findTerm(draft.text, options)
  if (term || ofSection(draft, null, options)) return term
  const guessed = inBrackets(draft, options)
  if (guessed) doubt(draft, 'term', 'term-unsure')
  return guessed
}

/** «Обучить экспертов (февраль–март 2024 года)» */
function inBrackets(draft: Draft, options: { period: Period | null }): Term | null {
  const words = /\(([^()]{3,60})\)[.;]?$/.exec(draft.text)?.[1]
  const term = words === undefined ? null : readTerm(words, options)
  const dated = term !== null && (term.start !== null || term.end !== null) && term.kind !== 'open'
  return dated && term.confidence === 'high' ? term : null
}

/** A plan that goes month by month has the month as a title: «Сентябрь». */
function ofSection(draft: Draft, words: string | null, options: { period: Period | null }): Term | null {
  if (draft.section === null || draft.section.split(' ').length > 4) return null
  const term = readTerm(draft.section, options)
  if ((term.kind !== 'months' && term.kind !== 'range') || term.confidence === 'low') return null
  if (words === null) return term
  // «2 неделя» under «Август».
  const both = readTerm(`${words} ${draft.section}`, options)
  return both.kind === 'unknown' ? null : { ...both, original: words }
}

/** «19–23», «до 20», «третья декада»: days, of the month over them. */
function isPart(words: string): boolean {
  return /^(?:(?:до|с|не позднее|к)\s+)?\d{1,2}(?:\s*(?:[-–—,]|и|по|до)\s*\d{1,2})*$|^(?:[а-яё]+|\d-?[а-яё]{0,2}|[IV]+)\s+(?:декада|неделя|половина)$/i.test(
    words.trim(),
  )
}

function partOfMonth(draft: Draft, words: string, options: { period: Period | null }): Term | null {
  const month = draft.month ?? draft.section
  if (month === null || !MONTHS.test(month)) return null
  const both = readTerm(`${words} ${inGenitive(month)}`, options)
  return both.kind === 'unknown' || both.confidence === 'low' ? null : { ...both, original: words }
}

/** «12» under «Февраль» is «12 февраля». */
function inGenitive(month: string): string {
  return month
    .replace(/^[IVX\d]{1,4}[.)]\s*/, '')
    .replace(/[.:]$/, '')
    .toLowerCase()
    .replace(/(?<=[а-яё])[ьй](?![а-яё])/g, 'я')
    .replace(/(март|август)(?![а-яё])/g, '$1а')
}

/** The day of the month that a section is named by. */
function dayOfSection(draft: Draft, words: string, options: { period: Period | null }): Term | null {
  const month = ofSection(draft, null, options)
  if (month?.rule?.type !== 'months' || month.rule.spans.length !== 1) return null
  const both = readTerm(`${draft.section}, ${words}`, options)
  return both.kind === 'deadline' || both.kind === 'date' ? { ...both, original: words } : null
}

function dependsOnPeriod(words: string, term: Term): boolean {
  if (term.start === null && term.end === null) return false
  const alone = readTerm(words)
  return alone.start !== term.start || alone.end !== term.end
}

/** The school or calendar year that all dates of the plan's own terms lie in; null when they do not agree. */
export function periodOfTerms(
  words: readonly string[],
): { start: string; end: string; school: boolean } | null {
  const days = words.flatMap(one => {
    const { start, end, confidence } = readTerm(one)
    return confidence === 'high' ? [start, end].filter(day => day !== null) : []
  })
  if (days.length === 0) return null
  const years = days.map(day => Number(day.slice(0, 4)))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (first === last) return { start: `${first}-01-01`, end: `${first}-12-31`, school: false }
  const schoolYears = new Set(days.map(day => Number(day.slice(0, 4)) - (day.slice(5) < '08' ? 1 : 0)))
  if (schoolYears.size > 1) return null
  const [from] = schoolYears
  return { start: `${from}-09-01`, end: `${from + 1}-08-31`, school: true }
}
