import { locale, say } from '../messages/say.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()}${JSON.stringify(options)}`
  // English as it is written in Russia: the day before the month, as the server's own sentences have it.
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale() === 'en' ? 'en-GB' : 'ru', options)
  formats.set(key, known)
  return known
}

/** A local date ('2021-03-12') in words: «12 марта 2021 г.». A date has no time zone, so it is read as UTC. */
export function dateInWords(date: string): string {
  const words = format({ dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  )
  // «г.» never begins a line.
  return words.replace(/ г\.$/, '\u00A0г.')
}

/** An instant (ISO 8601, UTC) in the reader's own time zone: «12 марта 2021 г. в 14:05». */
export function instantInWords(instant: string): string {
  return format({ dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant))
}

/** Whole days from today to a local date; negative when it has passed. */
export function daysUntil(date: string, today: Date = new Date()): number {
  const day = (d: Date) => Date.UTC(d.getFullYear(), d.getMonth(), d.getDate())
  return Math.round((Date.parse(`${date.slice(0, 10)}T00:00:00Z`) - day(today)) / 86_400_000)
}

/** «сегодня», «через 3 дня», «просрочено на 2 дня». */
export function termInWords(days: number): string {
  if (days === 0) return say('date.today')
  return days > 0 ? say('date.in-days', { days }) : say('date.overdue', { days: -days })
}

/** A date in words; with `term`, how far it is stands beside it and never instead of it. */
export function DateText({ date, term = false }: { date: string; term?: boolean }) {
  return (
    <span>
      <time dateTime={date.slice(0, 10)}>{dateInWords(date)}</time>
      {term && <span className="muted"> · {termInWords(daysUntil(date))}</span>}
    </span>
  )
}

/** How far a term is, where the date itself stands beside it already. */
export function TermText({ date }: { date: string }) {
  return <span className="note">{termInWords(daysUntil(date))}</span>
}

/** `short` for a column of a table: «22 нояб. 2026 г., 14:05», never broken in two. */
export function InstantText({ instant, short = false }: { instant: string; short?: boolean }) {
  return short ? (
    <time dateTime={instant} className="unbroken">
      {format({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))}
    </time>
  ) : (
    <time dateTime={instant}>{instantInWords(instant)}</time>
  )
}
