import type { Locale } from './format.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A local date 'YYYY-MM-DD' in words: «1 сентября 2023 г.», '1 September 2023'. */
export function sayDate(locale: Locale, day: string): string {
  return format(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
}

/** An instant in words, to the minute, in the time zone of the installation: «22 ноября 2026 г. в 10:15». */
export function sayInstant(locale: Locale, at: Date): string {
  return format(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at)
}

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
  formats.set(key, known)
  return known
}
