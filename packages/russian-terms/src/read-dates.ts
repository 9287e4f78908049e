import { type Atom, type Group, monthsOf, type Parsed, spanOf } from './date-atoms.ts'
import { addDays, isoDate, partsOf } from './dates.ts'
import { edgeDay } from './edges.ts'
import { giveYears } from './give-years.ts'
import type { Doubt, IsoDate, MonthSpan, Period, Rule, Span, Term } from './term.ts'
import { isNthWeekday } from './weekdays.ts'

export type Reading = Pick<Term, 'kind' | 'start' | 'end' | 'rule'> & { readonly doubts: readonly Doubt[] }

interface Stretch {
  readonly group: Group
  readonly span: Span | null
}

/** Makes dates of what was put together; null when there is nothing but years. */
export function readDates({ groups }: Parsed, period: Period | null): Reading | null {
  const dated = groups.filter(({ from }) => from.type !== 'year')
  if (dated.length === 0) return null
  const years = giveYears(groups, period)
  const doubts = new Set<Doubt>(years.doubts)
  const stretches = dated.map(group => ({ group, span: stretchSpan(group, period, doubts) }))
  for (const { group } of stretches) for (const doubt of doubtsOfAtoms(group, period)) doubts.add(doubt)
  for (const { span } of stretches) if (span && isOutside(span, period)) doubts.add('outside-period')
  const reading =
    stretches.length === 1
      ? single(stretches[0], years.stated, doubts)
      : several(stretches, years.stated, doubts)
  if (reading.rule?.type === 'half-year' && period?.school)
    return { ...reading, rule: { ...reading.rule, school: true }, doubts: [...doubts] }
  return { ...reading, doubts: [...doubts] }
}

function stretchSpan(
  { from, to, border, after, whole: included }: Group,
  period: Period | null,
  doubts: Set<Doubt>,
): Span | null {
  const whole = (atom: Atom) => atomSpan(atom, period, doubts)
  const first = whole(from)
  const last = to ? whole(to) : first
  if (!first || !last) return null
  // The border of a year is the last day before it: «с начала учебного года» begins behind it.
  const behind = after || (border === 'from' && from.type === 'edge' && from.edge === 'begin')
  const start = behind ? addDays(first.end, 1) : first.start
  if (behind && !to) return { start, end: start }
  if (border === 'until' && !to && from.type === 'month' && !included) {
    // «до мая» leaves open whether May is meant; plans mean that it is done when May comes.
    doubts.add('approximate')
    return { start: first.start, end: addDays(first.start, -1) }
  }
  if (last.end < start) {
    doubts.add('end-before-start')
    return null
  }
  return { start, end: last.end }
}

function atomSpan(atom: Atom, period: Period | null, doubts: Set<Doubt>): Span | null {
  if (atom.type === 'edge') {
    const found = edgeDay(atom, period)
    if (!found) {
      doubts.add('year-unknown')
      return null
    }
    for (const doubt of found.doubts) doubts.add(doubt)
    return { start: found.day, end: found.day }
  }
  if (atom.year === null) {
    // A day that no year has is wrong without one as well.
    if (atom.type === 'day' && !spanOf({ ...atom, year: 2024 }, false)) doubts.add('date-impossible')
    return null
  }
  const span = spanOf(atom, atom.school || Boolean(period?.school))
  if (!span) doubts.add('date-impossible')
  // «I полугодие 2022 года» in a plan for 2021/22 is the half of the calendar year: that of the school year lies behind it.
  if (span && atom.type === 'half-year' && !atom.school && isOutside(span, period)) {
    const ofCalendar = spanOf(atom, false)
    if (ofCalendar && !isOutside(ofCalendar, period)) return ofCalendar
  }
  return span
}

function doubtsOfAtoms({ from, to }: Group, period: Period | null): Doubt[] {
  return [from, ...(to ? [to] : [])].flatMap((atom): Doubt[] => {
    if (atom.type === 'school-quarter') return ['school-calendar']
    if (atom.type === 'half-year') return period || atom.school ? [] : ['school-calendar']
    if (atom.type === 'part') return /^(week-|beginning|middle|end)/.test(atom.part!) ? ['approximate'] : []
    return []
  })
}

/** August belongs to the school year that its meetings open. */
function isOutside({ start, end }: Span, period: Period | null): boolean {
  if (!period) return false
  const first = period.school ? addDays(period.start, -62) : period.start
  return end < first || start > period.end
}

/** As many days are «начало», of a month too. */
const FIRST_DAYS = 10

const dayOf = ({ type, number, month }: Atom) => (type === 'day' ? { day: number, month } : null)

/** The day behind a day of no year; that of 28 February is said by no year, and 1 March is safe. */
function dayAfter(atom: Atom): { day: number; month: number } | null {
  return atom.type === 'day' ? partsOf(addDays(isoDate(2023, atom.month, atom.number), 1)) : null
}

function single({ group, span }: Stretch, stated: boolean, doubts: Set<Doubt>): Omit<Reading, 'doubts'> {
  const { from, to, border, after } = group
  const dated = { start: span?.start ?? null, end: span?.end ?? null }
  const broken = doubts.has('date-impossible') || doubts.has('end-before-start')
  const yearless = (a: Atom | null, b: Atom | null): Rule | null => {
    const first = a && (after ? dayAfter(a) : dayOf(a))
    const days = { from: first && { day: first.day, month: first.month }, to: b && dayOf(b) }
    return span || broken || !(days.from || days.to) ? null : { type: 'yearless', ...days }
  }
  if (border === 'until') {
    const last = to ?? from
    const rule = last.type === 'day' ? yearless(null, last) : span ? null : ruleOfMonths(group)
    return { kind: 'deadline', start: null, end: dated.end, rule }
  }
  if (border === 'from' && !to)
    return {
      kind: 'range',
      start: dated.start,
      end: null,
      rule: from.type === 'day' ? yearless(from, null) : span || after ? null : ruleOfMonths(group),
    }
  if (from.type === 'edge' && !to) return edgeReading(from.edge, dated.end, doubts)
  if (from.type === 'day' && !to) return { kind: 'date', ...dated, rule: yearless(from, null) }
  if (from.type === 'part' && !to) {
    const of = { month: from.month, year: stated ? from.year : null }
    const kind = isNthWeekday(from.part!) ? 'date' : 'range'
    return { kind, ...dated, rule: { type: 'part-of-month', part: from.part!, of } }
  }
  if (
    from.type === 'day' ||
    to?.type === 'day' ||
    from.type === 'part' ||
    to?.type === 'part' ||
    to?.type === 'edge'
  )
    return { kind: 'range', ...dated, rule: yearless(from, to) }
  const rule = ruleOfMonths(group, stated)
  if (rule?.type !== 'months') return { kind: 'months', ...dated, rule }
  const [{ from: first, to: last }] = rule.spans
  if (first.month === last.month && first.year === last.year) return { kind: 'months', ...dated, rule }
  // «Март – апрель 2021 года» is a stretch of its own; «август – сентябрь» is named months of the plan's year, unless
  // it passes the new year.
  if (stated) return { kind: 'range', ...dated, rule: null }
  return { kind: first.month > last.month ? 'range' : 'months', ...dated, rule }
}

/** «конец учебного года» is due by its last day, «начало» is the first days after the border. */
function edgeReading(
  edge: 'begin' | 'end',
  day: IsoDate | null,
  doubts: Set<Doubt>,
): Omit<Reading, 'doubts'> {
  if (edge === 'end' || day === null) return { kind: 'deadline', start: null, end: day, rule: null }
  doubts.add('approximate')
  return { kind: 'range', start: addDays(day, 1), end: addDays(day, FIRST_DAYS), rule: null }
}

/** The rule of months, quarters and halves; with `stated` the years of the words are kept in it. */
function ruleOfMonths({ from, to }: Group, stated = false): Rule | null {
  const last = to ?? from
  const year = stated ? from.year : null
  if (from.type === 'quarter' && last.type === 'quarter' && (!to || from.year === to.year))
    return { type: 'quarter', from: from.number, to: last.number, year }
  if (from.type === 'half-year' && !to)
    return { type: 'half-year', number: from.number, school: from.school, year }
  if (from.type === 'school-quarter' && !to) return { type: 'school-quarter', number: from.number, year }
  const span = monthSpan({ from, to, border: null }, stated)
  return span ? { type: 'months', spans: [span] } : null
}

function monthSpan({ from, to }: Group, stated: boolean): MonthSpan | null {
  const last = to ?? from
  if ([from, last].some(({ type }) => type === 'day' || type === 'part' || type === 'edge')) return null
  return {
    from: { month: monthsOf(from, false)[0], year: stated ? from.year : null },
    to: { month: monthsOf(last, false)[1], year: stated ? last.year : null },
  }
}

function several(
  stretches: readonly Stretch[],
  stated: boolean,
  doubts: Set<Doubt>,
): Omit<Reading, 'doubts'> {
  const spans = stretches.flatMap(({ span }) => (span ? [span] : []))
  const complete = spans.length === stretches.length
  const ordered = [...spans].sort((a, b) => (a.start < b.start ? -1 : 1))
  const start: IsoDate | null = complete ? ordered[0].start : null
  const end: IsoDate | null = complete
    ? spans
        .map(span => span.end)
        .sort()
        .at(-1)!
    : null
  const list: Rule | null = complete ? { type: 'list', spans: ordered } : null
  const groups = stretches.map(({ group }) => group)
  const borders = groups.map(({ border }) => border)
  // «с 1 сентября, до 15 октября», cut by a comma.
  if (groups.length === 2 && borders[0] === 'from' && borders[1] === 'until') {
    if (complete && spans[1].end < spans[0].start) {
      doubts.add('end-before-start')
      return { kind: 'range', start: null, end: null, rule: null }
    }
    return {
      kind: 'range',
      start: complete ? spans[0].start : null,
      end: complete ? spans[1].end : null,
      rule: null,
    }
  }
  const due = stretches.filter(({ group }) => group.border === 'until')
  if (due.length > 0 && due.length < stretches.length) return dueAmong(stretches, due, doubts)
  if (due.length > 0) return { kind: 'deadline', start: null, end, rule: list }
  const quarters = quartersInRow(groups)
  if (quarters) {
    const span = start !== null && end !== null ? { start, end } : null
    return single({ group: quarters, span }, stated, doubts)
  }
  const months = groups.map(group => monthSpan(group, stated))
  if (months.every(span => span !== null)) return severalMonths(months, { start, end, list, groups, ordered })
  if (groups.every(({ from, to }) => isOneDay(from) && !to)) return { kind: 'date', start, end, rule: list }
  return { kind: 'range', start, end, rule: list }
}

/** «I и II кварталы» go from the first to the last, as «I – II кварталы» do. */
function quartersInRow(groups: readonly Group[]): Group | null {
  const first = groups[0].from
  const inRow = groups.every(
    ({ from, to, border }, at) =>
      from.type === 'quarter' &&
      to === null &&
      border === null &&
      from.year === first.year &&
      from.number === first.number + at,
  )
  return inRow ? { from: first, to: groups.at(-1)!.from, border: null } : null
}

function isOneDay({ type, part }: Atom): boolean {
  return type === 'day' || (part !== null && isNthWeekday(part))
}

/** «май 2024 (не позднее 20.05)»: what must be done by a day is done by it, whatever else is said. */
function dueAmong(
  stretches: readonly Stretch[],
  due: readonly Stretch[],
  doubts: Set<Doubt>,
): Omit<Reading, 'doubts'> {
  const ends = due.flatMap(({ span }) => (span ? [span.end] : [])).sort()
  const end = ends.length === due.length ? ends.at(-1)! : null
  const others = stretches.filter(one => !due.includes(one))
  const within = others.every(({ span }) => span && end && span.start <= end && end <= span.end)
  if (!within) doubts.add('words-left')
  return { kind: 'deadline', start: null, end, rule: null }
}

function severalMonths(
  months: readonly MonthSpan[],
  {
    start,
    end,
    list,
    groups,
    ordered,
  }: {
    readonly start: IsoDate | null
    readonly end: IsoDate | null
    readonly list: Rule | null
    readonly groups: readonly Group[]
    readonly ordered: readonly Span[]
  },
): Omit<Reading, 'doubts'> {
  const [{ from: first, to: last }] = months
  const everyYear =
    first.year !== null &&
    new Set(months.map(({ from }) => from.year)).size === months.length &&
    months.every(({ from, to }) => from.month === first.month && to.month === last.month)
  if (everyYear) return { kind: 'recurring', start, end, rule: list }
  const inRow = ordered.every(
    ({ start: begins }, at) => at === 0 || addDays(ordered[at - 1].end, 1) === begins,
  )
  // «апрель, май – июнь, июль» is one stretch, written in pieces.
  if (list && inRow && groups.some(({ from, to }) => to || from.type !== 'month'))
    return { kind: 'range', start, end, rule: null }
  return { kind: 'months', start, end, rule: { type: 'months', spans: months } }
}
