import { addDays, addMonths, addWorkingDays } from './dates.ts'
import type { IsoDate, Offset, Span, Term } from './term.ts'

/** Dates of procedures by their usual name («ВПР»); `''` serves terms that name only «график». */
export type ProcedureDates = Readonly<Record<string, Span | undefined>>

/**
 * Gives a term bound to a procedure its dates, from the dates of the procedure; called again when those move. A term of
 * another kind, or whose procedure has no dates, comes back as it is.
 */
export function bindTerm(term: Term, dates: ProcedureDates): Term {
  if (term.kind !== 'by-procedure' || term.rule?.type !== 'procedure') return term
  const { procedure, when, offset } = term.rule
  const held = dates[procedure ?? '']
  if (!held) return { ...term, start: null, end: null }
  switch (when) {
    case 'before': {
      const last = offset ? move(held.start, offset, -1) : addDays(held.start, -1)
      return { ...term, start: null, end: last }
    }
    case 'after':
      return { ...term, start: addDays(held.end, 1), end: offset ? move(held.end, offset, 1) : null }
    default:
      return { ...term, start: held.start, end: held.end }
  }
}

/** The day on which a term that waits for an event falls due when the event happened on the given day. */
export function dueAfter({ rule }: Term, happened: IsoDate): IsoDate | null {
  if (rule?.type !== 'event' || !rule.offset) return null
  return move(happened, rule.offset, rule.when === 'before' ? -1 : 1)
}

function move(date: IsoDate, { count, unit }: Offset, direction: 1 | -1): IsoDate {
  const by = count * direction
  switch (unit) {
    case 'month':
      return addMonths(date, by)
    case 'week':
      return addDays(date, by * 7)
    case 'working-day':
      return addWorkingDays(date, by)
    case 'hour':
      return addDays(date, Math.ceil(count / 24) * direction)
    default:
      return addDays(date, by)
  }
}
