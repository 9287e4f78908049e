import type { IsoDate } from './term.ts'

/** Days of the month, 1 … 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function isoDate(year: number, month: number, day: number): IsoDate {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

export function lastOf(year: number, month: number): IsoDate {
  return isoDate(year, month, daysInMonth(year, month))
}

/** The day of a month, or the month's last where it has no such day. */
export function dayWithin(year: number, month: number, day: number): IsoDate {
  return isoDate(year, month, Math.max(1, Math.min(day, daysInMonth(year, month))))
}

export function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  const [year, month, day] = date.split('-').map(Number)
  return { year, month, day }
}

export function addDays(date: IsoDate, days: number): IsoDate {
  const { year, month, day } = partsOf(date)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/** The same day of another month, or its last day where that month is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  return isoDate(y, m, Math.min(day, daysInMonth(y, m)))
}

/** Monday is 1. */
export function weekdayOf(date: IsoDate): number {
  const { year, month, day } = partsOf(date)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
}

/** Saturdays and Sundays are passed over; public holidays are not known here. */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  let at = date
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, Math.sign(days))
    if (weekdayOf(at) < 6) left -= 1
  }
  return at
}
