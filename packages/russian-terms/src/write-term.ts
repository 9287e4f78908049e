import { partsOf } from './dates.ts'
import { monthName } from './month-names.ts'
import { procedureGenitive } from './procedures.ts'
import type { Offset, RecurringUnit, Rule, Span, Term } from './term.ts'
import { nthWeekday, nthWeekdayWords } from './weekdays.ts'
import { calendarWords, dayWords, fromToWords, schoolYearWords, spanWords } from './write-dates.ts'

/**
 * Words of a term, in the grammar of an official plan: «до 12 марта 2021 г.», «в марте – апреле 2021 г.». What was
 * not understood keeps its original words. Reading the words with the same period gives the same term.
 */
export function writeTerm(term: Term): string {
  const { kind, start, end, rule, original } = term
  if (kind === 'unknown') return original
  if (rule?.type === 'every') return [everyWords(rule), bordersWords(term, rule)].filter(Boolean).join(' ')
  if (rule?.type === 'throughout') return openWords(rule.of, term)
  if (rule?.type === 'procedure') return procedureWords(rule)
  if (rule?.type === 'event') return eventWords(rule)
  if (rule?.type === 'list') return listWords(kind, rule.spans)
  if (rule?.type === 'yearless' && kind === 'range' && rule.from && !rule.to)
    return `с ${rule.from.day} ${monthName(rule.from.month, 'genitive')}`
  const calendar = rule && calendarWords(rule)
  if (calendar) return kind === 'deadline' && rule.type !== 'yearless' ? original : calendar
  if (kind === 'deadline' && end) return `до ${dayWords(end)}`
  if (start && !end) return `с ${dayWords(start)}`
  if (start && end)
    return kind === 'range' && start !== end ? spanWords({ start, end }) : rangeOfDay(kind, start, end)
  return original
}

function rangeOfDay(kind: Term['kind'], start: string, end: string): string {
  return kind === 'date' ? dayWords(start) : fromToWords({ start, end })
}

function listWords(kind: Term['kind'], spans: readonly Span[]): string {
  if (kind === 'deadline') return spans.map(({ end }) => `до ${dayWords(end)}`).join(', ')
  if (kind === 'recurring') {
    const words = spans.map(({ start, end }) => {
      const [a, b] = [partsOf(start), partsOf(end)]
      const to = a.month === b.month ? '' : ` – ${monthName(b.month, 'prepositional')}`
      return `${monthName(a.month, 'prepositional')}${to} ${a.year} г.`
    })
    return `в ${words.join(', ')}`
  }
  return spans.map(spanWords).join(', ')
}

const EVERY: Readonly<Record<RecurringUnit, string>> = {
  day: 'ежедневно',
  week: 'еженедельно',
  month: 'ежемесячно',
  quarter: 'ежеквартально',
  'half-year': 'каждое полугодие',
  year: 'ежегодно',
}
/** Months that come right behind each quarter, and behind each half-year. */
const BEHIND: Readonly<Record<string, string>> = { '1,4,7,10': 'кварталом', '1,7': 'полугодием' }
const UNITS: Readonly<Record<RecurringUnit, readonly [string, string, string]>> = {
  day: ['день', 'дня', 'дней'],
  week: ['неделю', 'недели', 'недель'],
  month: ['месяц', 'месяца', 'месяцев'],
  quarter: ['квартал', 'квартала', 'кварталов'],
  'half-year': ['полугодие', 'полугодия', 'полугодий'],
  year: ['год', 'года', 'лет'],
}
const WEEKDAYS = [
  '',
  'понедельникам',
  'вторникам',
  'средам',
  'четвергам',
  'пятницам',
  'субботам',
  'воскресеньям',
]

function plural(count: number, [one, few, many]: readonly [string, string, string]): string {
  const [tens, ones] = [count % 100, count % 10]
  if (ones === 1 && tens !== 11) return one
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many
}

function everyWords(rule: Extract<Rule, { type: 'every' }>): string {
  const { unit, step, times, months, day, weekday, by } = rule
  const often =
    step > 1 || times > 1
      ? `${times} ${plural(times, ['раз', 'раза', 'раз'])} в ${step > 1 ? `${step} ` : ''}${plural(step, UNITS[unit])}`
      : EVERY[unit]
  if (unit === 'month' && weekday !== null && rule.nth !== undefined)
    return `ежемесячно ${nthWeekdayWords(nthWeekday(rule.nth === 'last' ? 9 : rule.nth, weekday))} месяца`
  if (unit === 'week' && weekday !== null) return `${often} по ${WEEKDAYS[weekday]}`
  const behind = day === null ? undefined : BEHIND[months.join()]
  if (unit === 'year' && behind !== undefined)
    return `${by ? 'до ' : ''}${day} числа месяца, следующего за отчетным ${behind}`
  if (unit === 'year' && months.length > 0) {
    if (day !== null)
      return `${often} ${by ? 'до ' : ''}${months.map(month => `${day} ${monthName(month, 'genitive')}`).join(', ')}`
    const inRow = months.every((month, at) => at === 0 || month === (months[at - 1] % 12) + 1)
    const names = months.map(month => monthName(month, 'prepositional'))
    return `${often} в ${inRow && names.length > 1 ? `${names[0]} – ${names.at(-1)}` : names.join(', ')}`
  }
  return day === null ? often : `${often} ${by ? 'до ' : ''}${day} числа`
}

function bordersWords({ start, end }: Term, { unit, months }: Extract<Rule, { type: 'every' }>): string {
  if (!start && !end) return ''
  if (unit === 'year') {
    if (!start) return `до ${partsOf(end!).year} г.`
    const [first, last] = [partsOf(start).year, end === null ? null : partsOf(end).year]
    if (last === null) return `с ${first} г.`
    return `${months.length > 0 ? 'в ' : ''}${first === last ? `${first} г.` : `${first} – ${last} гг.`}`
  }
  if (start && end) return spanWords({ start, end })
  return start ? `с ${dayWords(start)}` : `до ${dayWords(end!)}`
}

function openWords(of: Extract<Rule, { type: 'throughout' }>['of'], { start, end }: Term): string {
  if (start && of === 'always') return `с ${dayWords(start)} постоянно`
  const years = start && partsOf(start).year
  if (!years) {
    if (of === 'always') return 'постоянно'
    if (of === 'period') return 'в течение всего периода'
    return of === 'school-year' ? 'в течение учебного года' : 'в течение года'
  }
  if (end === null) return partsOf(start).month === 9 ? `с ${schoolYearWords(years)}` : `с ${years} года`
  const last = partsOf(end).year
  if (partsOf(start).month === 9)
    return last === years + 1
      ? `в течение ${schoolYearWords(years)}`
      : `в течение ${years} – ${last} учебных годов`
  return last === years ? `в течение ${years} года` : `в течение ${years} – ${last} годов`
}

const OFFSETS: Readonly<Record<Offset['unit'], readonly [string, string, string]>> = {
  day: ['день', 'дня', 'дней'],
  'working-day': ['рабочий день', 'рабочих дня', 'рабочих дней'],
  week: ['неделю', 'недели', 'недель'],
  month: ['месяц', 'месяца', 'месяцев'],
  hour: ['час', 'часа', 'часов'],
}
const GENITIVE_ONE: Readonly<Record<Offset['unit'], string>> = {
  day: 'дня',
  'working-day': 'рабочего дня',
  week: 'недели',
  month: 'месяца',
  hour: 'часа',
}
const GENITIVE_MANY: Readonly<Record<Offset['unit'], string>> = {
  day: 'дней',
  'working-day': 'рабочих дней',
  week: 'недель',
  month: 'месяцев',
  hour: 'часов',
}

/** «за 2 недели до», «в течение 2 дней после». */
function offsetWords({ count, unit }: Offset, side: 'before' | 'after'): string {
  if (side === 'before') {
    return `за ${count} ${plural(count, OFFSETS[unit])} до`
  }
  const one = plural(count, ['1', '2', '5']) === '1'
  return `в течение ${count} ${one ? GENITIVE_ONE[unit] : GENITIVE_MANY[unit]} со дня`
}

function procedureWords({ procedure, when, offset, year }: Extract<Rule, { type: 'procedure' }>): string {
  const held = procedure === null ? '' : ` проведения ${procedureGenitive(procedure)}`
  const inYear = year === null ? '' : ` в ${year} г.`
  if (when === 'schedule') return `по графику${held}${inYear}`
  if (offset) return `${offsetWords(offset, when === 'before' ? 'before' : 'after')}${held}${inYear}`
  if (when === 'during') return `в период${held}${inYear}`
  return `${when === 'before' ? 'до' : 'после'}${held}${inYear}`
}

function eventWords({ event, when, offset }: Extract<Rule, { type: 'event' }>): string {
  if (!offset) return event
  if (event === '') return offsetWords(offset, 'after').replace(/ со дня$/, '')
  return `${offsetWords(offset, when === 'before' ? 'before' : 'after')} ${event}`
}
