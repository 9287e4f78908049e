import type { School } from '../territory/index.ts'

/** A school of the run: an index into every typed array of the statistics, and who it is. */
export interface RosterSchool {
  readonly index: number
  /** Six digits of the login. */
  readonly key: string
  /** Login as the registry or, failing that, the file spells it. */
  readonly login: string
  readonly registered: School | null
}

export interface Roster {
  /** Whether a registry was given; without one no school can be missing from it. */
  readonly hasRegistry: boolean
  readonly schools: readonly RosterSchool[]
  /** Index of a school by the six digits of its login as a number; −1 where the run does not know it. */
  readonly indexByDigits: Int32Array
}

/** Logins are six digits: every possible one has a place. */
const DIGITS = 1_000_000

/**
 * Numbers the schools that the batches mention, in the order of their digits, so that the numbering does not depend on
 * the order of files or rows. Schools of the registry without any row take no part.
 *
 * @param met digits → the login that the school goes by in the files
 */
export function makeRoster(
  met: ReadonlyMap<number, string>,
  registry: ReadonlyMap<string, School> | null,
): Roster {
  const indexByDigits = new Int32Array(DIGITS).fill(-1)
  const schools = [...met.keys()]
    .sort((a, b) => a - b)
    .map((digits, index) => {
      indexByDigits[digits] = index
      const key = String(digits).padStart(6, '0')
      const registered = registry?.get(key) ?? null
      return { index, key, login: registered?.login ?? met.get(digits)!, registered }
    })
  return { hasRegistry: registry !== null, schools, indexByDigits }
}
