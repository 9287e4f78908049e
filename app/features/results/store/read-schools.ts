import { parseLogin } from '../../territory/threads.ts'
import { EXCLUDED, type ExclusionReason, RowFlag } from '../types.ts'
import { literal, withDuckDb } from './duckdb.ts'
import type { WorksSource } from './read-works.ts'

/** A school met in results. */
interface SchoolInResults {
  /** Six digits of the login. */
  readonly school: string
  /** The login the school goes by: prefix and digits as most rows have them, of equals the first in the alphabet. */
  readonly login: string
  /** Every spelling of the login met, the most frequent first. */
  readonly logins: readonly string[]
  /** Works that count. */
  readonly works: number
}

/** A row that was left out. */
interface ExcludedWork {
  /** Index into the sources given. */
  readonly source: number
  readonly sheet: number
  readonly row: number
  /** Six digits of the login, '' where it cannot be read. */
  readonly school: string
  readonly reason: ExclusionReason
}

/** Schools of all rows of the files (also those whose every pupil was absent), by their digits. */
export async function readSchools(sources: readonly WorksSource[]): Promise<SchoolInResults[]> {
  if (sources.length === 0) return []
  const files = sources.map(({ path }) => literal(path)).join(', ')
  const rows = await rowsOf(
    `SELECT school, login, count(*)::INTEGER AS n, (count(*) FILTER ((flags & ${EXCLUDED}) = 0))::INTEGER AS works
     FROM read_parquet([${files}], union_by_name = true)
     WHERE (flags & ${RowFlag.noSchool}) = 0 GROUP BY school, login ORDER BY school, n DESC, login`,
  )
  return [...Map.groupBy(rows, ([digits]) => String(digits).padStart(6, '0'))].map(([school, spelled]) => ({
    school,
    login: usualLogin(spelled.map(([, login, n]) => [String(login), Number(n)])),
    logins: spelled.map(([, login]) => String(login)),
    works: spelled.reduce((sum, [, , , works]) => sum + Number(works), 0),
  }))
}

/** Every row left out of the methods, in the order of the files, with the first reason that holds. */
export async function readExcluded(sources: readonly WorksSource[]): Promise<ExcludedWork[]> {
  const excluded: ExcludedWork[] = []
  for (const [source, { path }] of sources.entries()) {
    const rows = await rowsOf(
      `SELECT sheet, "row", school, flags FROM read_parquet(${literal(path)})
       WHERE (flags & ${EXCLUDED}) <> 0 ORDER BY sheet, "row"`,
    )
    for (const [sheet, row, school, flags] of rows)
      excluded.push({
        source,
        sheet: Number(sheet),
        row: Number(row),
        school: Number(flags) & RowFlag.noSchool ? '' : String(school).padStart(6, '0'),
        reason: reasonOf(Number(flags)),
      })
  }
  return excluded
}

/** Labels of the classes met among the counted works, in order; unknown classes have none. */
export async function readClasses(sources: readonly WorksSource[]): Promise<string[]> {
  if (sources.length === 0) return []
  const files = sources.map(({ path }) => literal(path)).join(', ')
  const rows = await rowsOf(
    `SELECT DISTINCT class FROM read_parquet([${files}], union_by_name = true)
     WHERE class <> '' AND (flags & ${EXCLUDED}) = 0 ORDER BY class`,
  )
  return rows.map(([label]) => String(label))
}

function rowsOf(sql: string): Promise<unknown[][]> {
  return withDuckDb(async connection => (await connection.runAndReadAll(sql)).getRows())
}

/** Case, spaces and lookalike letters are not a spelling of their own; only sch, edu and ksh are. */
function usualLogin(spelled: readonly (readonly [login: string, rows: number])[]): string {
  const rows = new Map<string, number>()
  for (const [login, n] of spelled) {
    const canonical = parseLogin(login)?.canonical ?? login
    rows.set(canonical, (rows.get(canonical) ?? 0) + n)
  }
  return [...rows].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0][0]
}

function reasonOf(flags: number): ExclusionReason {
  if (flags & RowFlag.noSchool) return 'no-school'
  if (flags & RowFlag.absent) return 'absent'
  if (flags & RowFlag.absentInPart) return 'absent-in-part'
  return flags & RowFlag.noTotal ? 'no-total' : 'total-above-maximum'
}
