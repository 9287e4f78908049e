import type { Place, Problem } from '../../platform/problem.ts'
import type { FederalRow } from './types.ts'

/** What a list is held against. */
export interface Known {
  /** The year that the sender gave; null where the rows alone say it. */
  readonly year: number | null
  /** Schools by the six digits of their logins. */
  readonly schools: ReadonlyMap<string, number>
  /** Years that have a list already, with its number. */
  readonly loaded: ReadonlyMap<number, number>
}

/** A school that a list names, ready to be kept. */
export interface FederalEntry {
  readonly unitId: number
  readonly year: number
  readonly login: string
  readonly markers: readonly string[]
}

export interface CheckedList {
  readonly problems: readonly Problem[]
  /** Years that the list speaks of, rising. */
  readonly years: readonly number[]
  /** Rows with at least one marker: a school without any is not on the list, though its row stands there. */
  readonly entries: readonly FederalEntry[]
}

/**
 * Holds the rows of a list against the territory and the lists that are there: everything that keeps it out, at once.
 * What could not be read at all is a problem of the reader and is not told again.
 */
export function checkList(file: string, rows: readonly FederalRow[], known: Known): CheckedList {
  const problems: Problem[] = []
  const entries: FederalEntry[] = []
  const first = new Map<string, number>()
  const years = new Set(known.year === null ? [] : [known.year])
  for (const one of rows) {
    const tell = (code: string, column: string, value: string, params?: Problem['params']) =>
      problems.push({ code, place: placeOf(file, one, column, value), ...(params ? { params } : {}) })
    const year = one.year ?? known.year
    if (year === null) tell('federal-year-missing', 'Год', '')
    else if (known.year !== null && year !== known.year)
      tell('federal-other-year', 'Год', String(year), { year: String(known.year) })
    else years.add(year)
    if (one.count !== null && one.count !== one.markers.length)
      tell('federal-count-differs', 'Количество маркеров', String(one.count), { marks: one.markers.length })
    if (one.digits === null || year === null) continue
    const key = `${year} ${one.digits}`
    const earlier = first.get(key)
    if (earlier !== undefined) {
      tell('federal-school-twice', 'Логин', one.login, { year: String(year), first: earlier })
      continue
    }
    first.set(key, one.row)
    const unitId = known.schools.get(one.digits)
    if (unitId === undefined) tell('federal-login-unknown', 'Логин', one.login)
    else if (one.markers.length > 0) entries.push({ unitId, year, login: one.login, markers: one.markers })
  }
  problems.push(...twiceByOtherLogin(file, rows, known, entries))
  const told = [...years].sort((a, b) => a - b)
  for (const year of told) {
    const list = known.loaded.get(year)
    if (list !== undefined)
      problems.push({ code: 'federal-year-loaded', params: { year: String(year), list }, place: { file } })
  }
  if (told.length === 0 && problems.length === 0) problems.push({ code: 'federal-empty', place: { file } })
  return { problems, years: told, entries }
}

/** Two logins of one school, of today and of the past, are the same school all the same. */
function twiceByOtherLogin(
  file: string,
  rows: readonly FederalRow[],
  { schools }: Known,
  entries: readonly FederalEntry[],
): Problem[] {
  const rowOf = (entry: FederalEntry) =>
    rows.find(
      one =>
        one.login === entry.login &&
        one.digits !== null &&
        schools.get(one.digits) === entry.unitId &&
        (one.year ?? entry.year) === entry.year,
    ) as FederalRow
  return [...Map.groupBy(entries, one => `${one.year} ${one.unitId}`).values()].flatMap(
    ([first, ...others]) =>
      others.map(other => ({
        code: 'federal-school-twice',
        params: { year: String(other.year), first: rowOf(first).row },
        place: placeOf(file, rowOf(other), 'Логин', other.login),
      })),
  )
}

function placeOf(file: string, { sheet, row }: FederalRow, column: string, value: string): Place {
  return { file, sheet, row, column, value }
}

/**
 * How many years running a school is on the list, going back from `upTo` (the last list that is loaded when absent). A
 * year without a list ends the row: nobody knows whether the school would have stood on it.
 *
 * @param years every year that has a list, with the markers of this school; none where the list does not name it.
 */
export function yearsRunning(years: ReadonlyMap<number, readonly string[]>, upTo?: number): number {
  if (years.size === 0) return 0
  let running = 0
  for (let year = upTo ?? Math.max(...years.keys()); (years.get(year)?.length ?? 0) > 0; year--) running++
  return running
}
