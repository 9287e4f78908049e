import { localDate, localHour } from '../../platform/local-date.ts'
import type { LocalDate } from './terms.rules.ts'

/** One reading of the clock, in the time zone of the installation: terms are days of people, not of a machine. */
export interface Days {
  readonly now: Date
  readonly today: LocalDate
  /** Hour of the day there, 0 … 23. */
  readonly hour: number
  dayOf(at: Date): LocalDate
}

export interface Calendar {
  readonly clock: () => Date
  /** 'Asia/Kamchatka'; that of this machine when absent. */
  readonly timeZone?: string | undefined
}

export function readCalendar({ clock, timeZone }: Calendar): Days {
  const now = clock()
  const dayOf = (at: Date) => localDate(at, timeZone)
  return { now, today: dayOf(now), hour: localHour(now, timeZone), dayOf }
}
