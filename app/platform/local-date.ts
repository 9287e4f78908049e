const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * The local date of an instant, 'YYYY-MM-DD', in a time zone; without one, the date on the wall where this program
 * runs.
 */
export function localDate(at: Date, timeZone?: string): string {
  if (timeZone === undefined) {
    const two = (part: number) => String(part).padStart(2, '0')
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  }
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    formats.set(timeZone, format)
  }
  return format.format(at)
}

/** The hour of the day there, 0 … 23. */
export function localHour(at: Date, timeZone?: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(at))
}
