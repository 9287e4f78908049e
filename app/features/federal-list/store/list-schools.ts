import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { getUnits, type LocalDate, type UnitSummary } from '../../territory/index.ts'
import { yearsRunning } from '../rules.ts'
import { federalYearsOf } from './federal-years-of.ts'
import { loadedYears } from './known-lists.ts'

export interface SchoolFilters {
  /** The last list that is loaded, when absent. */
  readonly year?: number | undefined
  /** Only at or below this unit. */
  readonly under?: number | undefined
  /** On the list at least so many years running, the chosen one included. */
  readonly running?: number | undefined
}

export interface ListedSchool {
  readonly school: UnitSummary
  readonly markers: readonly string[]
  /** Years running up to the chosen one. */
  readonly running: number
  /** Every year in which the list names the school, rising. */
  readonly years: readonly number[]
}

export interface ListedSchools {
  /** The year that is shown; null where no list is loaded. */
  readonly year: number | null
  readonly schools: readonly ListedSchool[]
}

const names = new Intl.Collator('ru', { numeric: true })

/**
 * Schools that the list of a year names, as far as the actor may see them, by municipality and name. A list has a few
 * hundred, so they are chosen and ordered in memory.
 */
export async function listSchools(
  tx: Tx,
  { year, under, running }: SchoolFilters,
  today: LocalDate,
): Promise<ListedSchools> {
  const chosen = year ?? (await loadedYears(tx)).at(-1)
  if (chosen === undefined) return { year: null, schools: [] }
  const above = under === undefined ? null : await pathOf(tx, under)
  const entries = await tx
    .selectFrom('federal_list_entry')
    .select(['unit_id', 'unit_path'])
    .where('year', '=', chosen)
    .where('active', '=', true)
    .execute()
  const ids = entries
    .filter(({ unit_path }) => above === null || unit_path.startsWith(above))
    .map(({ unit_id }) => unit_id)
  const units = await getUnits(tx, ids, today)
  const years = await federalYearsOf(tx, ids)
  const schools = units
    .map(school => {
      const own = years.get(school.id) ?? new Map<number, readonly string[]>()
      return {
        school,
        markers: own.get(chosen) ?? [],
        running: yearsRunning(own, chosen),
        years: [...own].flatMap(([of, markers]) => (markers.length > 0 ? [of] : [])),
      }
    })
    .filter(one => running === undefined || one.running >= running)
    .sort((a, b) => compare(a.school, b.school))
  return { year: chosen, schools }
}

function compare(a: UnitSummary, b: UnitSummary): number {
  return (
    names.compare(a.municipality?.name ?? '', b.municipality?.name ?? '') ||
    names.compare(a.name, b.name) ||
    a.id - b.id
  )
}

async function pathOf(tx: Tx, id: number): Promise<string> {
  const row = await tx.selectFrom('unit').select('path').where('id', '=', id).executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row.path
}
