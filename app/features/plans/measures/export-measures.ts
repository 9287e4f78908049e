import { sql } from 'kysely'
import { type Cell, parametersSheet, writeWorkbook } from '../../../documents/spreadsheet/index.ts'
import { sayDate } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { logRead } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { nameUnits } from '../../territory/index.ts'
import { chooseMeasures, type MeasureFilters, type Reading } from './choose-measures.ts'
import { listMeasures, totalOf } from './list-measures.ts'
import { type Days, presentMeasure } from './present-measure.ts'

/** More would be a copy of the database, not an answer to a question. */
const MOST_ROWS = 50_000
/** Measures worded in one go. */
const PAGE = 500

const COLUMNS: readonly (readonly [string, number])[] = [
  ['unit', 36],
  ['plan', 36],
  ['section', 28],
  ['number', 10],
  ['text', 70],
  ['term', 28],
  ['due', 18],
  ['state', 30],
  ['overdue', 14],
  ['done', 12],
  ['total', 12],
  ['responsible', 40],
]

export interface MeasureTable {
  readonly rows: readonly (readonly Cell[])[]
  readonly selected: number
  readonly parameters: readonly (readonly [name: string, value: string | number])[]
}

/**
 * The filtered list as a table, with a line in the log that it was read. The transaction sees one moment (`asOfNow`).
 * Throws `measure-export-too-long`.
 */
export async function readMeasureTable(
  tx: Tx,
  locale: Locale,
  filters: MeasureFilters,
  reading: Reading,
  days: Days,
): Promise<MeasureTable> {
  const selected = await totalOf(tx, await chooseMeasures(tx, filters, reading))
  if (selected > MOST_ROWS)
    throw new ProblemError({ code: 'measure-export-too-long', params: { limit: MOST_ROWS } })
  const rows: Cell[][] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await listMeasures(
      tx,
      { ...filters, sort: 'place', limit: PAGE, cursor },
      reading,
    )
    for (const item of items) rows.push(lineOf(locale, presentMeasure(locale, item, days)))
    cursor = next
  }
  const { rows: at } = await sql<{ id: number }>`select id from unit where path = app.scope()`.execute(tx)
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  await logRead(tx, 'plan_measure', String(at[0].id), at[0].id, {
    rows: rows.length,
    ...Object.fromEntries(given),
  })
  const unit = filters.under ?? filters.unit ?? at[0].id
  return {
    rows,
    selected,
    parameters: [
      [say(locale, 'export.what'), say(locale, 'measure.export.what')],
      [say(locale, 'export.day'), sayDate(locale, reading.today)],
      [say(locale, 'export.territory'), (await nameUnits(tx, [unit])).get(unit) ?? ''],
      ...given
        .filter(([name]) => name !== 'under' && name !== 'unit')
        .map(
          ([name, value]) =>
            [say(locale, `measure.filter.${name}`), wordFilter(locale, name, value)] as const,
        ),
    ],
  }
}

function wordFilter(locale: Locale, name: string, value: string | number): string | number {
  if (name === 'state') return say(locale, `measure.state.${value}`)
  if (name === 'shelf') return say(locale, `measure.shelf.${value}`)
  if (name === 'level') return say(locale, `plan.level.${value}`)
  if (name === 'from' || name === 'to') return sayDate(locale, String(value))
  return value === 'yes' ? say(locale, 'audit.value.yes') : value
}

function lineOf(locale: Locale, measure: ReturnType<typeof presentMeasure>): Cell[] {
  return [
    measure.unit.name,
    measure.plan.title,
    measure.section ?? '',
    measure.number ?? '',
    measure.text,
    measure.term?.original ?? '',
    measure.dueOn === null ? '' : sayDate(locale, measure.dueOn),
    measure.stateText,
    measure.overdueDays,
    measure.done,
    measure.total,
    measure.responsible,
  ]
}

/** Writes parameters and rows; fails when the rows are not as many as were selected. */
export async function writeMeasureWorkbook(path: string, locale: Locale, table: MeasureTable): Promise<void> {
  await writeWorkbook(path, [
    parametersSheet(locale, table.parameters, table.selected),
    {
      name: say(locale, 'measure.export.sheet'),
      columns: COLUMNS.map(([column, width]) => ({ header: say(locale, `measure.column.${column}`), width })),
      rows: table.rows,
      selected: table.selected,
    },
  ])
}
