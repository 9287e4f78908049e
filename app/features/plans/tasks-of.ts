import { bindTerm, occurrencesOf, type ProcedureDates, type Span } from '@objektiv/russian-terms'
import type { PlanTerm } from './reading/plan.ts'
import type { LocalDate } from './task-state.rules.ts'

export interface PlannedTask {
  /** First day, where the words give one. */
  readonly startsOn: LocalDate | null
  /** The last day; null where the words set none. */
  readonly dueOn: LocalDate | null
}

type Rule = NonNullable<PlanTerm['rule']>
type Every = Extract<Rule, { type: 'every' }>

const OPEN: readonly PlannedTask[] = [{ startsOn: null, dueOn: null }]
/** Nobody reports each day. */
const LEAST_DAYS_APART = 7

/**
 * The tasks a measure begins with, in order of their days. One where the term is single, open, not understood or not
 * there; one each time where it recurs; none where it waits for cases. A day is never made up: where the words set no end
 * (or the procedure they name has no dates yet), `dueOn` is null.
 */
export function tasksOf(
  term: PlanTerm | null,
  period: Span | null,
  procedures: ProcedureDates = {},
): readonly PlannedTask[] {
  if (term === null) return OPEN
  if (term.kind === 'by-event') return []
  const { kind, start, end, rule } = bindTerm({ ...term, doubts: [] }, procedures)
  if (kind === 'open' || kind === 'unknown') return OPEN
  if (rule?.type === 'every') return recurring({ start, end }, rule, period)
  if (rule?.type === 'months' && start !== null) return months({ start, end }, rule.spans)
  const spans = occurrencesOf({ ...term, doubts: [], start, end }, period ?? { start: '', end: '' })
  if (spans.length === 0) return [{ startsOn: start, dueOn: null }]
  return inOrder(spans, kind !== 'deadline')
}

/** So many tasks a time as the words ask for («2 раза в год»), all due when the time ends. */
function recurring(
  borders: { readonly start: LocalDate | null; readonly end: LocalDate | null },
  rule: Every,
  period: Span | null,
): readonly PlannedTask[] {
  if (period === null) return OPEN
  const ended = borders.end !== null && borders.end < period.start
  if (ended || (borders.start !== null && borders.start > period.end)) return []
  if (rule.unit === 'day' && rule.step < LEAST_DAYS_APART) return OPEN
  const spans = isYearOfPlan(rule, period) ? [within(borders, period)] : unfold(borders, rule, period)
  // The period ends before the first time does: it is to be done, on no day that the words name.
  if (spans.length === 0) return OPEN
  // A quarter that began before the plan did is the plan's from its first day on.
  const clipped = spans.map(span => within(span, period))
  return inOrder(
    clipped.flatMap(span => Array.from({ length: rule.times }, () => span)),
    !rule.by,
  )
}

/** «Два раза в год» in a plan for a school year means that year, not the calendar one that ends in its middle. */
function isYearOfPlan({ unit, step, months, day }: Every, { start, end }: Span): boolean {
  const longest = `${Number(start.slice(0, 4)) + 1}${start.slice(4)}`
  return unit === 'year' && step === 1 && months.length === 0 && day === null && end < longest
}

function within(borders: { start: LocalDate | null; end: LocalDate | null }, period: Span): Span {
  const { start, end } = borders
  return {
    start: start !== null && start > period.start ? start : period.start,
    end: end !== null && end < period.end ? end : period.end,
  }
}

function unfold(borders: { start: LocalDate | null; end: LocalDate | null }, rule: Every, period: Span) {
  return occurrencesOf(
    { original: '', kind: 'recurring', ...borders, rule, confidence: 'high', doubts: [] },
    period,
  )
}

/** Months apart from each other («сентябрь, декабрь, май») are several times; neighbours are one stretch. */
function months(
  { start, end }: { readonly start: LocalDate; readonly end: LocalDate | null },
  spans: Extract<Rule, { type: 'months' }>['spans'],
): readonly PlannedTask[] {
  const runs: { from: number; to: number }[] = []
  let at = Number(start.slice(0, 4)) * 12 + spans[0].from.month - 1
  for (const { from, to } of spans) {
    const first = at + ((from.month - 1 - (at % 12) + 12) % 12)
    const last = first + ((to.month - from.month + 12) % 12)
    const run = runs.at(-1)
    if (run && first <= run.to + 1) run.to = Math.max(run.to, last)
    else runs.push({ from: first, to: last })
    at = last
  }
  const tasks = runs.map(({ from, to }) => ({ startsOn: dayOf(from, 1), dueOn: dayOf(to + 1, 0) }))
  // Where years are written between the months, the term's own borders are what was understood.
  const agrees = tasks[0].startsOn === start && tasks.at(-1)!.dueOn === end
  return agrees ? tasks : [{ startsOn: start, dueOn: end }]
}

/** A day of a month counted from the year 0; day 0 is the last of the month before. */
function dayOf(month: number, day: number): LocalDate {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12, day)).toISOString().slice(0, 10)
}

function inOrder(spans: readonly Span[], begins: boolean): readonly PlannedTask[] {
  return spans
    .map(({ start, end }) => ({ startsOn: begins && start !== end ? start : null, dueOn: end }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}
