import { sql } from 'kysely'
import { type Cell, parametersSheet, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type LocalDate, nameUnits } from '../territory/index.ts'
import { listSchools, type SchoolFilters } from './store/list-schools.ts'

const COLUMNS: readonly (readonly [string, number])[] = [
  ['municipality', 32],
  ['school', 44],
  ['login', 14],
  ['year', 8],
  ['markers', 24],
  ['count', 12],
  ['running', 12],
  ['years', 24],
]

export interface SchoolTable {
  readonly rows: readonly (readonly Cell[])[]
  readonly selected: number
  readonly parameters: readonly (readonly [string, string | number])[]
}

/** The filtered list as a table, with a line in the log that it was read. */
export async function readSchoolTable(
  tx: Tx,
  locale: Locale,
  filters: SchoolFilters,
  today: LocalDate,
): Promise<SchoolTable> {
  const { year, schools } = await listSchools(tx, filters, today)
  const { rows: at } = await sql<{ id: number }>`select id from unit where path = app.scope()`.execute(tx)
  const unit = filters.under ?? at[0].id
  await logRead(tx, 'federal_list', String(year ?? 0), at[0].id, {
    rows: schools.length,
    ...defined(filters),
  })
  const rows = schools.map(({ school, markers, running, years }): Cell[] => [
    school.municipality?.name ?? null,
    school.name,
    school.login,
    year,
    markers.join(', '),
    markers.length,
    running,
    years.join(', '),
  ])
  return {
    rows,
    selected: schools.length,
    parameters: [
      [say(locale, 'export.what'), say(locale, 'federal.export.what')],
      [say(locale, 'export.day'), sayDate(locale, today)],
      [say(locale, 'export.territory'), (await nameUnits(tx, [unit])).get(unit) ?? ''],
      [say(locale, 'federal.column.year'), year ?? '—'],
      ...(filters.running === undefined
        ? []
        : [[say(locale, 'federal.export.running'), filters.running] as const]),
    ],
  }
}

/** Writes the table; fails when the rows are not as many as were selected. */
export async function writeSchoolWorkbook(path: string, locale: Locale, table: SchoolTable): Promise<void> {
  await writeWorkbook(path, [
    parametersSheet(locale, table.parameters, table.selected),
    {
      name: say(locale, 'federal.export.sheet'),
      columns: COLUMNS.map(([column, width]) => ({ header: say(locale, `federal.column.${column}`), width })),
      rows: table.rows,
      selected: table.selected,
    },
  ])
}

function defined(filters: SchoolFilters): Record<string, number> {
  return Object.fromEntries(
    Object.entries(filters).filter((pair): pair is [string, number] => pair[1] !== undefined),
  )
}
