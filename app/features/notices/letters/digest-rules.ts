/** Local hours between which a digest may go out: nobody's telephone rings at night. */
const FROM_HOUR = 8
const UNTIL_HOUR = 22

const formats = new Map<string, Intl.DateTimeFormat>()

/** The clock on the wall: 'YYYY-MM-DD HH:MM', which sorts as time does. */
export function wallClock(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    formats.set(timeZone, format)
  }
  return format.format(instant)
}

/**
 * The digest that may go out at this moment: its local date, and the moment on the wall before which a notice must
 * have come to be in it. Later ones wait for tomorrow, so a digest is the same whenever in the day it is made.
 * Null outside the hours of the day.
 */
export function dueDigest(now: Date, timeZone: string): { date: string; before: string } | null {
  const [date, time] = wallClock(now, timeZone).split(' ')
  const hour = Number(time.slice(0, 2))
  if (hour < FROM_HOUR || hour >= UNTIL_HOUR) return null
  return { date, before: `${date} ${String(FROM_HOUR).padStart(2, '0')}:00` }
}
