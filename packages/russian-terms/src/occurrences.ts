import { addDays, addMonths, dayWithin, isoDate, lastOf, partsOf, weekdayOf } from './dates.ts'
import type { IsoDate, Period, Rule, Span, Term } from './term.ts'
import { dayOfNth, nthWeekday } from './weekdays.ts'

type Every = Extract<Rule, { type: 'every' }>

/**
 * When the work of a term falls due: one stretch for each time, the last day being the due one, in order. Recurring terms
 * are unfolded within the period (and within their own borders). Terms without dates of their own (open, bound to what
 * has no dates yet, not understood) have none.
 */
export function occurrencesOf(term: Term, period: Span): Span[] {
  const { kind, start, end, rule } = term
  if (rule?.type === 'every') {
    const first = start && start > period.start ? start : period.start
    const last = end && end < period.end ? end : period.end
    return first > last ? [] : unfold(rule, { start: first, end: last })
  }
  if (kind === 'open') return []
  if (rule?.type === 'list') return [...rule.spans]
  if (end === null) return []
  return [{ start: start ?? end, end }]
}

function unfold(rule: Every, within: Span): Span[] {
  const units = rule.unit === 'year' && rule.months.length > 0 ? yearly(rule, within) : steps(rule, within)
  return units.filter(({ start, end }) => end >= within.start && start <= within.end && end <= within.end)
}

/** Each stretch of neighbouring months of each year: «ежегодно, май – июнь» has one a year. */
function yearly({ months, day, by }: Every, { start, end }: Span): Span[] {
  const runs: number[][] = []
  for (const month of months) {
    const run = runs.at(-1)
    if (run && month === (run.at(-1)! % 12) + 1) run.push(month)
    else runs.push([month])
  }
  const found: Span[] = []
  for (let year = partsOf(start).year - 1; year <= partsOf(end).year; year++) {
    for (const run of runs) {
      const lastYear = run.at(-1)! < run[0] ? year + 1 : year
      const last = day === null ? lastOf(lastYear, run.at(-1)!) : dayWithin(lastYear, run.at(-1)!, day)
      found.push({ start: day !== null && !by ? last : isoDate(year, run[0], 1), end: last })
    }
  }
  return found
}

const MONTHS: Readonly<Partial<Record<Every['unit'], number>>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
}

function steps({ unit, step: said, day, weekday, nth, by }: Every, { start, end }: Span): Span[] {
  const found: Span[] = []
  // A rule kept from elsewhere may say 0, which would never come to an end.
  const step = Math.max(1, said)
  const months = MONTHS[unit]
  if (months === undefined) {
    let at = start
    if (unit === 'week') {
      // A week begins on Monday, so that its due day is its own weekday or Sunday.
      at = addDays(start, 1 - weekdayOf(start))
    }
    for (; at <= end; at = addDays(at, step * (unit === 'week' ? 7 : 1))) {
      const last = unit === 'week' ? addDays(at, (weekday ?? 7) - 1) : at
      found.push({ start: weekday === null ? at : last, end: last })
    }
    return found
  }
  const { year, month } = partsOf(start)
  const first = isoDate(year, month - ((month - 1) % Math.min(months, 12)), 1)
  for (let at = first; at <= end; at = addMonths(at, months * step)) {
    const { year: y, month: m } = partsOf(addMonths(at, months * step - 1))
    const whole = { start: at, end: lastOf(y, m) }
    const nthDay =
      nth === undefined || weekday === null
        ? null
        : dayOfNth(nthWeekday(nth === 'last' ? 9 : nth, weekday), y, m)
    if (nth !== undefined && weekday !== null) {
      // A month without a fifth Wednesday has no such day.
      if (nthDay !== null) found.push({ start: nthDay, end: nthDay })
    } else if (day === null) found.push(whole)
    else {
      const due = unit === 'month' ? ofMonth(at, day) : dayWithin(y, m, day)
      found.push({ start: by ? at : due, end: due })
    }
  }
  return found
}

function ofMonth(monthStart: IsoDate, day: number): IsoDate {
  const { year, month } = partsOf(monthStart)
  return dayWithin(year, month, day)
}

/** The occurrence that is due next on the given day, else the last that was; null when the term has none. */
export function nextDue(
  term: Term,
  { today, period }: { readonly today: IsoDate; readonly period: Period | Span },
): Span | null {
  const all = occurrencesOf(term, period)
  return all.find(({ end }) => end >= today) ?? all.at(-1) ?? null
}
