import type { Database } from '../../platform/database/index.ts'
import type { ObjectStore } from '../../platform/files/index.ts'
import { localDate } from '../../platform/local-date.ts'
import type { NamePeople } from '../territory/index.ts'
import type { LocalDate } from './task-state.rules.ts'

export interface PlansOptions {
  readonly database: Database
  /** Where the documents lie that plans are read from. */
  readonly files: ObjectStore
  readonly clock: () => Date
  /** In which the days of people are counted; that of this machine when absent. */
  readonly timeZone?: string | undefined
  /** Address people type, for the addresses that are given to others. */
  readonly publicUrl: string
  readonly namePeople: NamePeople
}

/** The room as the service runs it. */
export interface PlansService extends PlansOptions {
  today(): LocalDate
  /** The moment, and the local day it falls on: asked once for a request. */
  moment(): { readonly now: Date; readonly today: LocalDate }
}

/** The room over its options, with the calendar of the installation. */
export function openPlans(options: PlansOptions): PlansService {
  const { clock, timeZone } = options
  return {
    ...options,
    today: () => localDate(clock(), timeZone),
    moment: () => {
      const now = clock()
      return { now, today: localDate(now, timeZone) }
    },
  }
}
