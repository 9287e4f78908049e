import { type Cell, parametersSheet, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Scope, Tx } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { nameUnits } from '../territory/index.ts'
import { countPlans, listPlans, type PlanFilters, type PlanLine } from './store/list-plans.ts'
import type { LocalDate } from './task-state.rules.ts'

/** More would be a copy of the database, not a list for a meeting. */
const MOST_ROWS = 10_000

export interface PlanTable {
  readonly lines: readonly PlanLine[]
  /** Counted apart from the lines. */
  readonly selected: number
  readonly parameters: readonly (readonly [name: string, value: string | number])[]
}

/** The filtered plans, with a line in the log that they were read. In a transaction of one moment. Throws `plans-too-long`. */
export async function readPlanTable(
  tx: Tx,
  { locale, scope }: { readonly locale: Locale; readonly scope: Pick<Scope, 'unitPath'> },
  filters: PlanFilters,
  today: LocalDate,
): Promise<PlanTable> {
  const selected = await countPlans(tx, filters)
  if (selected > MOST_ROWS) throw new ProblemError({ code: 'plans-too-long', params: { limit: MOST_ROWS } })
  const { items: lines } = await listPlans(tx, { ...filters, limit: MOST_ROWS }, today)
  const at = await tx
    .selectFrom('unit')
    .select('id')
    .where('path', '=', scope.unitPath)
    .executeTakeFirstOrThrow()
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  await logRead(tx, 'plan', String(at.id), at.id, { rows: lines.length, ...Object.fromEntries(given) })
  const unit = filters.unit ?? filters.under ?? at.id
  return {
    ...{ lines, selected },
    parameters: [
      [say(locale, 'export.what'), say(locale, 'plans.export.what')],
      [say(locale, 'export.day'), sayDate(locale, today)],
      [say(locale, 'export.territory'), (await nameUnits(tx, [unit])).get(unit) ?? ''],
      ...given
        .filter(([name]) => name !== 'under' && name !== 'unit')
        .map(
          ([name, value]) => [say(locale, `plans.filter.${name}`), wordFilter(locale, name, value)] as const,
        ),
    ],
  }
}

function wordFilter(locale: Locale, name: string, value: unknown): string {
  if (name === 'level') return say(locale, `plan.level.${value}`)
  if (name === 'state') return say(locale, `plans.state.${value}`)
  if (name === 'from') return say(locale, `plans.filter.from.${value}`)
  if (name === 'year') return `${value}/${Number(value) + 1}`
  return String(value)
}

const COLUMNS: readonly (readonly [
  id: string,
  width: number,
  cell: (locale: Locale, line: PlanLine) => Cell,
])[] = [
  ['id', 8, (_, line) => line.id],
  ['municipality', 32, (_, line) => line.municipalityName ?? ''],
  ['unit', 40, (_, line) => line.unitName],
  ['level', 16, (locale, line) => say(locale, `plan.level.${line.level}`)],
  ['title', 60, (_, line) => line.title],
  ['start', 20, (locale, line) => sayDate(locale, line.start)],
  ['end', 20, (locale, line) => sayDate(locale, line.end)],
  ['state', 16, (locale, line) => say(locale, `plans.state.${line.state}`)],
  ['measures', 14, (_, line) => line.measures],
  ['accepted', 14, (_, line) => line.accepted],
  ['submitted', 14, (_, line) => line.submitted],
  ['overdue', 14, (_, line) => line.overdue],
  ['offered', 18, (_, line) => line.offered],
  ['below', 18, (_, line) => line.below],
]

/** Writes parameters and rows; fails when the rows are not as many as were selected. */
export async function writePlanTable(path: string, locale: Locale, table: PlanTable): Promise<void> {
  await writeWorkbook(path, [
    parametersSheet(locale, table.parameters, table.selected),
    {
      name: say(locale, 'plans.export.sheet'),
      columns: COLUMNS.map(([id, width]) => ({ header: say(locale, `plans.column.${id}`), width })),
      rows: table.lines.map(line => COLUMNS.map(([, , cell]) => cell(locale, line))),
      selected: table.selected,
    },
  ])
}
