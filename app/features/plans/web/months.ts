/** Calendar arithmetic in days without a time zone, 'YYYY-MM-DD', and months, 'YYYY-MM'. */
const DAY = 86_400_000

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

export function shiftMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

export function shiftDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** Days of a month, and how many cells of its first week stand empty before them (a week begins on Monday). */
export function daysOfMonth(month: string): { days: string[]; before: number } {
  const first = `${month}-01`
  const count = daysBetween(first, `${shiftMonth(month, 1)}-01`)
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay()
  return {
    days: Array.from({ length: count }, (_, index) => shiftDay(first, index)),
    before: (weekday + 6) % 7,
  }
}

/** Months from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = shiftMonth(month, 1)) months.push(month)
  return months
}

/** «октябрь 2021 г.», or «окт.» for an axis. */
export function sayMonth(month: string, locale: string, short = false): string {
  const words = short ? ({ month: 'short' } as const) : ({ month: 'long', year: 'numeric' } as const)
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru', { ...words, timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}
