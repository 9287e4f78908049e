import type { Tx } from '../../platform/database/index.ts'

/**
 * Markers of a school in the federal list («4 РУ»), by year; a year whose list is loaded and does not name the school
 * has none. Given by the room that knows the list.
 */
export type FederalYearsOf = (tx: Tx, unitId: number) => Promise<ReadonlyMap<number, readonly string[]>>
