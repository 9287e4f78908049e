import type { Tx } from '../../platform/database/index.ts'

/**
 * Markers of a school in the federal list («4 РУ»), by year; a year whose list is loaded and does not name the school
 * has none. Given by the room that knows the list.
 */
export type FederalYearsOf = (tx: Tx, unitId: number) => Promise<ReadonlyMap<number, readonly string[]>>

/** How many years running, up to the last list that is loaded, the school stands in it. */
export function yearsRunning(years: ReadonlyMap<number, readonly string[]>): number {
  if (years.size === 0) return 0
  let year = Math.max(...years.keys())
  let running = 0
  for (; (years.get(year)?.length ?? 0) > 0; year--) running++
  return running
}
