import type { Database, Tx } from '../../platform/database/index.ts'
import type { measuresOfUnits } from '../plans/index.ts'
import type { signsOfUnits } from '../signals/index.ts'
import type { NamePeople } from '../territory/index.ts'
import { type LoadedRuns, openLoadedRuns } from './load-run.ts'

export interface PortraitsOptions {
  readonly database: Database
  /** Archives are made in a folder of it. */
  readonly dataFolder: string
  readonly clock: () => Date
  /** In which the days of people are counted; that of this machine when absent. */
  readonly timeZone?: string | undefined
  readonly namePeople: NamePeople
  readonly signsOfUnits: typeof signsOfUnits
  readonly measuresOfUnits: typeof measuresOfUnits
  /** Markers of schools in the federal list, by unit and year. */
  readonly federalYearsOf: (
    tx: Tx,
    unitIds: readonly number[],
  ) => Promise<ReadonlyMap<number, ReadonlyMap<number, readonly string[]>>>
}

/** The room as the service runs it. */
export interface PortraitsService extends PortraitsOptions {
  readonly runs: LoadedRuns
}

export function openPortraits(options: PortraitsOptions): PortraitsService {
  return { ...options, runs: openLoadedRuns(options.database) }
}
