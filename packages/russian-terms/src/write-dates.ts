import { lastOf, partsOf } from './dates.ts'
import { monthName } from './month-names.ts'
import type { IsoDate, MonthOf, MonthSpan, NthWeekday, PartOfMonth, Rule, Span } from './term.ts'
import { isNthWeekday, nthWeekdayWords } from './weekdays.ts'

const ROMAN = ['', 'I', 'II', 'III', 'IV']

/** «12 марта 2021 г.» */
export function dayWords(date: IsoDate): string {
  const { year, month, day } = partsOf(date)
  return `${day} ${monthName(month, 'genitive')} ${year} г.`
}

/** «с 12 по 15 марта 2021 г.», «с 20 декабря 2021 г. по 15 января 2022 г.» */
export function fromToWords({ start, end }: Span): string {
  const [a, b] = [partsOf(start), partsOf(end)]
  if (a.year !== b.year) return `с ${dayWords(start)} по ${dayWords(end)}`
  if (a.month !== b.month) return `с ${a.day} ${monthName(a.month, 'genitive')} по ${dayWords(end)}`
  return `с ${a.day} по ${dayWords(end)}`
}

/** A stretch of whole months: «в марте – апреле 2021 г.», «в декабре 2020 г. – январе 2021 г.»; else days. */
export function spanWords(span: Span): string {
  const [a, b] = [partsOf(span.start), partsOf(span.end)]
  const several = a.year !== b.year || a.month !== b.month
  const whole = a.day === 1 && span.end === lastOf(b.year, b.month)
  if (span.start === span.end) return dayWords(span.start)
  if (!whole || !several) return fromToWords(span)
  return `в ${monthSpanWords({ from: a, to: b })}`
}

function monthSpanWords({ from, to }: MonthSpan): string {
  const name = ({ month }: MonthOf) => monthName(month, 'prepositional')
  const year = (of: MonthOf) => (of.year === null ? '' : ` ${of.year} г.`)
  if (from.month === to.month && from.year === to.year) return `${name(from)}${year(from)}`
  return from.year === to.year
    ? `${name(from)} – ${name(to)}${year(to)}`
    : `${name(from)}${year(from)} – ${name(to)}${year(to)}`
}

/** «в сентябре, декабре и мае», «в октябре – ноябре 2021 г., марте 2022 г.» */
export function monthsWords(spans: readonly MonthSpan[]): string {
  const words = spans.map(monthSpanWords)
  const plain = spans.every(({ from, to }) => from.year === null && from.month === to.month)
  const joined =
    plain && words.length > 1 ? `${words.slice(0, -1).join(', ')} и ${words.at(-1)}` : words.join(', ')
  return `в${needsVowel(joined) ? 'о' : ''} ${joined}`
}

/** «во втором», «во II квартале»: before two consonants of which the first is в or ф. */
function needsVowel(words: string): boolean {
  return /^(II |II$|вт)/.test(words)
}

const PARTS: Readonly<Record<Exclude<PartOfMonth, NthWeekday>, string>> = {
  beginning: 'в начале',
  middle: 'в середине',
  end: 'в конце',
  'half-1': 'в первой половине',
  'half-2': 'во второй половине',
  'decade-1': 'в первой декаде',
  'decade-2': 'во второй декаде',
  'decade-3': 'в третьей декаде',
  'week-1': 'в первую неделю',
  'week-2': 'во вторую неделю',
  'week-3': 'в третью неделю',
  'week-4': 'в четвертую неделю',
  'week-last': 'в последнюю неделю',
}

/** The words of rules that name a calendar unit; null for the others. */
export function calendarWords(rule: Rule): string | null {
  switch (rule.type) {
    case 'months':
      return monthsWords(rule.spans)
    case 'quarter': {
      const one = rule.from === rule.to
      const numbers = one ? ROMAN[rule.from] : `${ROMAN[rule.from]} – ${ROMAN[rule.to]}`
      return `${inWord(numbers)} ${numbers} ${one ? 'квартале' : 'кварталах'}${yearWords(rule.year)}`
    }
    case 'half-year': {
      const first = rule.number === 1 || rule.year === null ? rule.year : rule.year - 1
      const year = rule.school && first !== null ? ` ${schoolYearWords(first)}` : yearWords(rule.year)
      return `${inWord(ROMAN[rule.number])} ${ROMAN[rule.number]} полугодии${year}`
    }
    case 'school-quarter': {
      const first = rule.number <= 2 || rule.year === null ? rule.year : rule.year - 1
      const year = first === null ? '' : ` ${schoolYearWords(first)}`
      return `${inWord(ROMAN[rule.number])} ${ROMAN[rule.number]} четверти${year}`
    }
    case 'part-of-month': {
      const { month, year } = rule.of
      const part = isNthWeekday(rule.part) ? nthWeekdayWords(rule.part) : PARTS[rule.part]
      return `${part} ${monthName(month, 'genitive')}${year === null ? '' : ` ${year} г.`}`
    }
    case 'yearless': {
      const day = (of: { day: number; month: number }) => `${of.day} ${monthName(of.month, 'genitive')}`
      const { from, to } = rule
      if (from && to) return `с ${from.month === to.month ? from.day : day(from)} по ${day(to)}`
      return to ? `до ${day(to)}` : from ? day(from) : null
    }
    default:
      return null
  }
}

function inWord(next: string): string {
  return next.startsWith('II') && !next.startsWith('III') ? 'во' : 'в'
}

function yearWords(year: number | null): string {
  return year === null ? '' : ` ${year} г.`
}

/** «2021/2022 учебного года» */
export function schoolYearWords(first: number): string {
  return `${first}/${first + 1} учебного года`
}
