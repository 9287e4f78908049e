import { EXCLUDED, type ExclusionReason, RowFlag } from '../types.ts'
import { literal, withDuckDb } from './duckdb.ts'
import type { WorksSource } from './read-works.ts'

/** A school met in results. */
interface SchoolInResults {
  /** Six digits of the login. */
  readonly school: string
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
  readonly school: string
  readonly login: string
  readonly reason: ExclusionReason
}

/** Schools of all rows of the files (also those whose every pupil was absent), by their digits. */
export async function readSchools(sources: readonly WorksSource[]): Promise<SchoolInResults[]> {
  if (sources.length === 0) return []
  const files = sources.map(({ path }) => literal(path)).join(', ')
  const rows = await rowsOf(
    `SELECT school, login, count(*)::INTEGER AS n, (count(*) FILTER ((flags & ${EXCLUDED}) = 0))::INTEGER AS works
     FROM read_parquet([${files}], union_by_name = true) GROUP BY school, login ORDER BY school, n DESC, login`,
  )
  const schools: { school: string; logins: string[]; works: number }[] = []
  for (const [digits, login, , works] of rows) {
    const school = String(digits).padStart(6, '0')
    const last = schools.at(-1)
    if (last?.school === school) {
      last.logins.push(String(login))
      last.works += Number(works)
    } else schools.push({ school, logins: [String(login)], works: Number(works) })
  }
  return schools
}

/** Every row left out of the methods, in the order of the files, with the first reason that holds. */
export async function readExcluded(sources: readonly WorksSource[]): Promise<ExcludedWork[]> {
  const excluded: ExcludedWork[] = []
  for (const [source, { path }] of sources.entries()) {
    const rows = await rowsOf(
      `SELECT sheet, "row", school, login, flags FROM read_parquet(${literal(path)})
       WHERE (flags & ${EXCLUDED}) <> 0 ORDER BY sheet, "row"`,
    )
    for (const [sheet, row, school, login, flags] of rows)
      excluded.push({
        source,
        sheet: Number(sheet),
        row: Number(row),
        school: String(school).padStart(6, '0'),
        login: String(login),
        reason: reasonOf(Number(flags)),
      })
  }
  return excluded
}

function rowsOf(sql: string): Promise<unknown[][]> {
  return withDuckDb(async connection => (await connection.runAndReadAll(sql)).getRows())
}

function reasonOf(flags: number): ExclusionReason {
  if (flags & RowFlag.absent) return 'absent'
  if (flags & RowFlag.absentInPart) return 'absent-in-part'
  return flags & RowFlag.noTotal ? 'no-total' : 'total-above-maximum'
}
