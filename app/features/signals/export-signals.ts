import { sql } from 'kysely'
import { type Cell, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { titleOfFinding } from '../screening/index.ts'
import { nameUnits } from '../territory/index.ts'
import { presentSignal } from './present-signal.ts'
import { chooseSignals, type Reading, type SignalFilters } from './store/choose-signals.ts'
import { listSignals, totalOf } from './store/list-signals.ts'

/** More would be a copy of the database, not an answer to a question. */
const MOST_ROWS = 50_000
/** Signals worded in one go. */
const PAGE = 200

const COLUMNS: readonly (readonly [string, number, string?])[] = [
  ['municipality', 32],
  ['school', 40],
  ['set', 34],
  ['source', 22],
  ['channels', 50],
  ['n', 10],
  ['degree', 12, '0.00'],
  ['fdr', 16, '0.000'],
  ['reply', 40],
  ['due', 18],
  ['overdue', 14],
  ['outcome', 22],
  ['undone', 18],
  ['run', 36],
]

export interface SignalTable {
  readonly rows: readonly (readonly Cell[])[]
  readonly selected: number
  readonly parameters: readonly (readonly Cell[])[]
}

/**
 * The filtered list as a table, with a line in the log that it was read. The transaction sees one moment (`asOfNow`), so
 * that what is counted is what is read.
 */
export async function readSignalTable(
  tx: Tx,
  locale: Locale,
  filters: SignalFilters,
  reading: Reading,
): Promise<SignalTable> {
  const selected = await totalOf(tx, await chooseSignals(tx, filters, reading))
  if (selected > MOST_ROWS)
    throw new ProblemError({ code: 'signal-export-too-long', params: { limit: MOST_ROWS } })
  const rows: Cell[][] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await listSignals(tx, { ...filters, limit: PAGE, cursor }, reading)
    for (const item of items) rows.push(toLine(locale, presentSignal(locale, item, reading)))
    cursor = next
  }
  const { rows: at } = await sql<{ id: number }>`select id from unit where path = app.scope()`.execute(tx)
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  await logRead(tx, 'signal', String(at[0].id), at[0].id, { rows: rows.length, ...Object.fromEntries(given) })
  const line = (id: string, value: Cell): Cell[] => [say(locale, `signal.export.${id}`), value]
  const unit = filters.under ?? at[0].id
  return {
    rows,
    selected,
    parameters: [
      line('day', sayDate(locale, reading.today)),
      line('territory', (await nameUnits(tx, [unit])).get(unit) ?? ''),
      ...given
        .filter(([name]) => name !== 'under')
        .map(([name, value]) => line(`filter.${name}`, wordFilter(locale, name, value as string | number))),
      line('selected', selected),
      line('written', rows.length),
    ],
  }
}

function wordFilter(locale: Locale, name: string, value: string | number): Cell {
  if (name === 'channel') return titleOfFinding(locale, String(value))
  if (name === 'state' || name === 'outcome' || name === 'source' || name === 'shelf')
    return say(locale, `signal.${name}.${value}`)
  return name === 'overdue' ? say(locale, 'audit.value.yes') : value
}

function toLine(locale: Locale, signal: ReturnType<typeof presentSignal>): Cell[] {
  const { school, municipality, set, source, channels, n, degree, fdr, reply, dueOn, overdueDays } = signal
  return [
    municipality?.name ?? '',
    school.name,
    set,
    say(locale, `signal.source.${source}`),
    channels.map(({ text }) => text).join('; '),
    n,
    degree,
    fdr,
    reply,
    dueOn === null ? '' : sayDate(locale, dueOn),
    overdueDays,
    signal.outcome === null ? '' : say(locale, `signal.outcome.${signal.outcome}`),
    signal.dataUndone ? say(locale, 'audit.value.yes') : '',
    signal.run.title,
  ]
}

/** Writes parameters and rows; fails when the rows are not as many as were selected. */
export async function writeSignalWorkbook(path: string, locale: Locale, table: SignalTable): Promise<void> {
  await writeWorkbook(path, [
    {
      name: say(locale, 'signal.export.parameters'),
      columns: [
        { header: say(locale, 'signal.export.parameter'), width: 40 },
        { header: say(locale, 'signal.export.value'), width: 60 },
      ],
      rows: table.parameters,
      selected: table.parameters.length,
    },
    {
      name: say(locale, 'signal.export.sheet'),
      columns: COLUMNS.map(([column, width, format]) => ({
        header: say(locale, `signal.column.${column}`),
        width,
        ...(format === undefined ? {} : { format }),
      })),
      rows: table.rows,
      selected: table.selected,
    },
  ])
}
