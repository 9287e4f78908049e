import { occurrencesOf, type Period, type Span, type Term } from '@objektiv/russian-terms'

/** A day or days of a measure; the key is the same as long as it is the same event, whatever its days. */
export interface CalendarEvent extends Span {
  readonly key: string
}

/** Longer stretches would lie over a calendar for months: of them the last day is shown, which is the due one. */
const LONGEST_EVENT = 14
const MILLISECONDS_A_DAY = 86_400_000

/**
 * What a term puts into a calendar: its days, the due day of a deadline or of a long stretch, each occurrence of a recurring
 * one within the period. Open terms, and those that wait for something, have no day and no event.
 */
export function eventsOf(term: Omit<Term, 'doubts'>, period: Period): CalendarEvent[] {
  const spans = occurrencesOf({ ...term, doubts: [] }, period)
  const recurring = term.rule?.type === 'every'
  return spans.map((span, at) => ({
    ...shown(span, term.kind),
    // A term that is moved stays one event; occurrences are told apart by their due days.
    key: recurring ? span.end.replaceAll('-', '') : at === 0 ? '' : String(at + 1),
  }))
}

function shown({ start, end }: Span, kind: Term['kind']): Span {
  const days = (Date.parse(end) - Date.parse(start)) / MILLISECONDS_A_DAY + 1
  return kind === 'deadline' || days > LONGEST_EVENT ? { start: end, end } : { start, end }
}
