import type { LocalDate } from './tables.ts'

/** Days of the spreadsheet's calendar are counted from here (with the 29 February 1900 that never was). */
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

/**
 * A date as registries write it: «01.09.2023», «2023-09-01», or the number a spreadsheet keeps. Null where it is none
 * (31 February included).
 */
export function readLocalDate(text: string): LocalDate | null {
  const russian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ?г\.?)?$/.exec(text)
  if (russian) return real(Number(russian[3]), Number(russian[2]), Number(russian[1]))
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?(?:\.000)?Z?)?$/.exec(text)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const serial = Number(text)
  // 1927 … 2118: a bare number outside is a year, a count, anything but a date.
  if (!/^\d{5}$/.test(text) || serial < 10_000 || serial > 80_000) return null
  return new Date(SPREADSHEET_EPOCH + serial * DAY).toISOString().slice(0, 10)
}

function real(year: number, month: number, day: number): LocalDate | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && year >= 1800 && year <= 2200 ? date.toISOString().slice(0, 10) : null
}
