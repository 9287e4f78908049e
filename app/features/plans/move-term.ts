import { bindTerm, type Period, type ProcedureDates, readTerm, type Term } from '@objektiv/russian-terms'
import type { PlanTerm } from './reading/plan.ts'

/** Why a moved term, or the measure around it, wants to be looked at. */
export type MoveDoubt =
  /** The words were not understood, so nothing of them was moved. */
  | 'not-understood'
  /** The words stayed as they are: written for the next year they would not say the same a year later. */
  | 'not-moved'
  /** The words stayed, the dates were moved: alone the words do not say them («2 неделя» under «Август»). */
  | 'words-kept'
  /** 29 February became 28. */
  | 'day-missing'
  /** The day now falls on a Saturday or Sunday; it was left there. */
  | 'weekend'
  /** The words name a day of the week, which the date now is not. */
  | 'weekday-in-words'
  /** An act named by its date keeps it. */
  | 'act-dated'
  /** It covers more years than the plan, and was left as it is. */
  | 'several-years'
  /** What recurs, or lasts, ends before the next plan begins. */
  | 'ended'
  /** It is bound to a procedure, or to a schedule, whose dates are not known. */
  | 'procedure-unscheduled'
  /** It was read with an assumption. */
  | 'unsure'
  /** The words of the measure name a year; they were left as they are. */
  | 'year-in-words'

export interface Move {
  /** Period of the plan as it is, and of the next. */
  readonly from: Period
  readonly to: Period
  /** The schedule of the procedures in the next period. */
  readonly procedures?: ProcedureDates | undefined
}

export interface Moved {
  readonly term: PlanTerm
  readonly doubts: readonly MoveDoubt[]
}

const WEEKDAY = /(?<![а-яё])(?:понедельник|вторник|сред[ауы](?![а-яё])|четверг|пятниц|суббот|воскресень)/i

/** A term in the words and dates of the next period of its plan. What cannot be moved surely comes back with a doubt. */
export function moveTerm(term: PlanTerm, move: Move): Moved {
  const { original, kind, rule } = term
  if (kind === 'unknown') return { term, doubts: ['not-understood'] }
  const { from, to, procedures = {} } = move
  const lasting = whyLasting(term, move)
  if (lasting) {
    const kept = readTerm(original, { period: to })
    return { term: { ...kept, start: term.start, end: term.end }, doubts: lasting }
  }
  const years = yearsTo(term.end ?? term.start, from, to)
  const doubts = new Set<MoveDoubt>()
  const { words, acts } = moveYears(original, years)
  if (acts) doubts.add('act-dated')
  const read = (text: string) => bindTerm(readTerm(text, { period: to }), procedures)
  let next = read(words)
  if (next.doubts.includes('date-impossible')) {
    const shorter = words.replace(/29(?=\.0?2(?!\d))|29(?=["»”]?\s*(?:-?го\s+)?февр)/gi, '28')
    if (shorter !== words) {
      next = read(shorter)
      doubts.add('day-missing')
    }
  }
  if (kind === 'by-procedure') {
    if (next.end === null && next.start === null) doubts.add('procedure-unscheduled')
  } else if (!isSame(next, term, years)) {
    // Words without a year that meant their dates by what stood around them go on meaning them.
    if (words === original && kind !== 'by-event' && next.kind !== kind) {
      const dates = { start: shiftYears(term.start, years), end: shiftYears(term.end, years) }
      return { term: { ...term, ...dates, confidence: 'medium' }, doubts: ['words-kept'] }
    }
    return { term: readTerm(original, { period: to }), doubts: ['not-moved'] }
  }
  if (rule?.type !== 'every' && WEEKDAY.test(original)) doubts.add('weekday-in-words')
  else if (kind === 'date' && !isWeekend(term.end) && isWeekend(next.end)) doubts.add('weekend')
  if (next.confidence !== 'high') doubts.add('unsure')
  return { term: next, doubts: [...doubts] }
}

/** What outlasts a plan is not moved with it: «постоянно», «ежегодно с 2023», «с 2021 года», «в 2021–2024 годах». */
function whyLasting({ kind, start, end, rule }: PlanTerm, { from, to }: Move): readonly MoveDoubt[] | null {
  const open = kind === 'open'
  const yearly = rule?.type === 'every' && rule.unit === 'year'
  if (!open && !yearly) return null
  if (end === null) return []
  if (start !== null && daysOf({ start, end }) <= daysOf(from)) return null
  return [end < to.start ? 'ended' : 'several-years']
}

/** By how many years a day moves: into the next period, wherever it lay in this one. */
function yearsTo(day: string | null, from: Period, to: Period): number {
  const years = yearOf(to.start) - yearOf(from.start)
  if (day === null || day < from.start || day > from.end) return years
  const inside = [years, years + 1, years - 1].find(by => {
    const moved = shiftYears(day, by)
    return moved !== null && moved >= to.start && moved <= to.end
  })
  return inside ?? years
}

const ACT =
  /(?<![а-яё])от\s+(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\s+[а-яё]+\s+\d{4})(?:\s*(?:г\.?|года))?|№\s*[\d/а-яё-]+/gi
const YEARS =
  /(?<!\d)((?:19|20)\d\d)(\s*[-–—/]\s*)(\d\d)(?![\d.])|(?<!\d)((?:19|20)\d\d)(?!\d)|(?<=(?<!\d)\d{1,2}[./]\d{2}[./])(\d\d)(?![\d.])/g

/** Words with every year moved on; acts keep their dates, numbers are no years. */
export function moveYears(original: string, years: number): { words: string; acts: boolean } {
  let [words, at, acts] = ['', 0, false]
  const rewrite = (piece: string) =>
    piece.replace(YEARS, (whole, first, dash, second, year, short) => {
      if (year !== undefined) return String(Number(year) + years)
      if (short !== undefined) return twoDigits(Number(short) + years)
      // «2021-22» is a school year, anything else behind a dash is not.
      if (Number(second) !== (Number(first) + 1) % 100) return whole
      return `${Number(first) + years}${dash}${twoDigits(Number(second) + years)}`
    })
  for (const match of original.matchAll(ACT)) {
    words += rewrite(original.slice(at, match.index)) + match[0]
    at = match.index + match[0].length
    acts ||= /^от/i.test(match[0])
  }
  return { words: words + rewrite(original.slice(at)), acts }
}

/** The same day of another year; 29 February is the 28th where there is no 29th. */
export function shiftYears<Day extends string | null>(day: Day, years: number): Day {
  if (day === null) return day
  const year = String(yearOf(day) + years).padStart(4, '0')
  const moved = `${year}${day.slice(4)}`
  return (moved.endsWith('-02-29') && !isLeap(Number(year)) ? `${year}-02-28` : moved) as Day
}

function isSame(next: Term, term: PlanTerm, years: number): boolean {
  const [a, b] = [next, term]
  const lists = a.rule?.type === 'list' && b.rule?.type === 'list' ? [a.rule.spans, b.rule.spans] : null
  const same =
    a.kind === b.kind &&
    a.rule?.type === b.rule?.type &&
    isDayLater(a.start, b.start, years) &&
    isDayLater(a.end, b.end, years)
  if (!same || !lists) return same
  const [now, was] = lists
  return now.length === was.length && now.every((span, at) => isDayLater(span.end, was[at].end, years))
}

/** Also where February ends on another day. */
function isDayLater(next: string | null, day: string | null, years: number): boolean {
  if (next === null || day === null) return next === day
  const expected = shiftYears(day, years)
  return (
    next === expected ||
    (isEndOfFebruary(next) && isEndOfFebruary(day) && next.slice(0, 7) === expected.slice(0, 7))
  )
}

function isEndOfFebruary(day: string): boolean {
  return day.slice(5) === (isLeap(yearOf(day)) ? '02-29' : '02-28')
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 2, 0)).getUTCDate() === 29
}

function isWeekend(day: string | null): boolean {
  return day !== null && new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0
}

function daysOf({ start, end }: { readonly start: string; readonly end: string }): number {
  return (Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / 86_400_000 + 1
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function twoDigits(number: number): string {
  return String(number % 100).padStart(2, '0')
}
