import type { Period, Term } from '@objektiv/russian-terms'
import { type Locale, say } from '../../../messages/format.ts'
import { dateValue, escapeText, foldLine, instantValue } from './calendar-lines.ts'
import { type CalendarEvent, eventsOf } from './events-of.ts'

/** A measure that somebody answers for, as their calendar shows it. */
export interface CalendarMeasure {
  /** The same for ever, in the whole installation: «measure-17», «task-231». */
  readonly id: string
  readonly number: string | null
  readonly text: string
  readonly term: Omit<Term, 'doubts'> | null
  /** Of the plan: recurring measures are unfolded within it. */
  readonly period: Period
  readonly planTitle: string
  readonly place: string | null
  /** Absolute address of its page. */
  readonly url: string | null
  readonly cancelled: boolean
  /** When it was last changed. */
  readonly changedAt: Date
  /** How often it was changed, from 0. */
  readonly version: number
}

export interface CalendarFeed {
  readonly locale: Locale
  /** The name that a calendar program shows. */
  readonly name: string
  /** Name of the installation, so that no two of them give one event the same identifier: «objektiv.example.ru». */
  readonly host: string
  readonly measures: readonly CalendarMeasure[]
}

/** How often a program should ask again. */
const REFRESH = 'PT6H'

/**
 * A feed of measures by RFC 5545: events of whole days that leave the day free. The same measures give the same bytes, so
 * that nothing is sent again that has not changed.
 */
export function writeCalendar({ locale, name, host, measures }: CalendarFeed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Objektiv//Plans//${locale.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...measures.flatMap(measure =>
      measure.term === null
        ? []
        : eventsOf(measure.term, measure.period).flatMap(event => eventLines(locale, host, measure, event)),
    ),
    'END:VCALENDAR',
  ]
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}

function eventLines(
  locale: Locale,
  host: string,
  { id, number, text, term, planTitle, place, url, cancelled, changedAt, version }: CalendarMeasure,
  { key, start, end }: CalendarEvent,
): string[] {
  const numbered = number === null ? text : say(locale, 'plan-calendar.number', { number, text })
  const summary = cancelled ? say(locale, 'plan-calendar.cancelled', { text: numbered }) : numbered
  const description = [
    say(locale, 'plan-calendar.term', { words: term?.original ?? '' }),
    say(locale, 'plan-calendar.plan', { title: planTitle }),
    ...(url === null ? [] : [url]),
  ].join('\n')
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText([id, key].filter(Boolean).join('-'))}@${host}`,
    `DTSTAMP:${instantValue(changedAt)}`,
    `LAST-MODIFIED:${instantValue(changedAt)}`,
    `SEQUENCE:${version}`,
    `DTSTART;VALUE=DATE:${dateValue(start)}`,
    // The day after the last one (3.6.1).
    `DTEND;VALUE=DATE:${dateValue(dayAfter(end))}`,
    `SUMMARY:${escapeText(oneParagraph(summary))}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...(place === null ? [] : [`LOCATION:${escapeText(oneParagraph(place))}`]),
    // An address is no TEXT: nothing in it is escaped, so that it may hold no line end.
    ...(url === null ? [] : [`URL:${new URL(url).href}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function oneParagraph(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
