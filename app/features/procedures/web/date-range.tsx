import { dateInWords } from '../../../web/components/dates.tsx'
import { locale } from '../../../web/messages/say.ts'

/** «15 марта – 21 мая 2021 г.»: both days included; one day is said once. */
export function rangeInWords(from: string, to: string): string {
  if (from === to) return dateInWords(from)
  const format = new Intl.DateTimeFormat(locale() === 'en' ? 'en-GB' : 'ru', {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}

export function DateRange({ from, to }: { from: string; to: string }) {
  return <span>{rangeInWords(from, to)}</span>
}
