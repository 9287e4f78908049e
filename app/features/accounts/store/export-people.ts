import { sql } from 'kysely'
import { type Cell, writeWorkbook } from '../../../documents/spreadsheet/index.ts'
import { sayDate } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { logRead } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { nameUnits } from '../../territory/index.ts'
import type { AccountActor } from '../actor.ts'
import { readCursor, TEXT } from './page.ts'
import { listPeople, type PeopleFilters, type PersonSummary } from './people.ts'

/** More would be a copy of the database, not an answer to a question. */
export const MOST_PEOPLE = 50_000
const PAGE = 200
const COLUMNS = [
  ['name', 40],
  ['roles', 90],
  ['email', 36],
  ['state', 26],
] as const

export interface PeopleTable {
  readonly parameters: readonly (readonly Cell[])[]
  readonly rows: readonly (readonly Cell[])[]
  readonly selected: number
}

/**
 * The filtered list of people as a table, with a line in the log that it was read. The transaction sees one moment
 * (`asOfNow`), so that what is counted is what is read.
 */
export async function readPeopleTable(
  tx: Tx,
  actor: AccountActor,
  filters: PeopleFilters,
  today: string,
): Promise<PeopleTable> {
  const { locale } = actor
  const rows: Cell[][] = []
  let selected = 0
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const at = readCursor(cursor, [TEXT, TEXT])
    const page = await listPeople(tx, actor, { ...filters, cursor: at, limit: PAGE }, today)
    selected = page.total ?? selected
    if (selected > MOST_PEOPLE)
      throw new ProblemError({ code: 'people-export-too-long', params: { limit: MOST_PEOPLE } })
    rows.push(...page.items.map(person => toLine(locale, person)))
    cursor = page.next
  }
  const { rows: scope } = await sql<{ id: number }>`select id from unit where path = app.scope()`.execute(tx)
  const { sort: _, ...asked } = filters
  const given = Object.entries(asked).filter(([, value]) => value !== undefined)
  await logRead(tx, 'people', String(scope[0].id), scope[0].id, {
    rows: rows.length,
    ...Object.fromEntries(given),
  })
  const unit = filters.unit ?? filters.at ?? scope[0].id
  const line = (id: string, value: Cell): Cell[] => [say(locale, `people.export.${id}`), value]
  return {
    rows,
    selected,
    parameters: [
      line('day', sayDate(locale, today)),
      line('territory', (await nameUnits(tx, [unit])).get(unit) ?? ''),
      ...(filters.q ? [line('words', filters.q)] : []),
      ...(filters.role ? [line('role', say(locale, `role.${filters.role}`))] : []),
      ...(filters.state ? [line('state', say(locale, `people.state.${filters.state}`))] : []),
      line('selected', selected),
      line('written', rows.length),
    ],
  }
}

function toLine(locale: Locale, { name, email, blockedAt, grants }: PersonSummary): Cell[] {
  const active = grants.filter(grant => grant.active)
  const state = blockedAt ? 'blocked' : active.length > 0 ? 'active' : 'former'
  return [
    name,
    active.map(({ sentence }) => sentence).join('; '),
    email,
    say(locale, `people.state.${state}`),
  ]
}

/** Writes parameters and rows; fails when the rows are not as many as were selected. */
export async function writePeopleWorkbook(path: string, locale: Locale, table: PeopleTable): Promise<void> {
  await writeWorkbook(path, [
    {
      name: say(locale, 'people.export.parameters'),
      columns: [
        { header: say(locale, 'people.export.parameter'), width: 40 },
        { header: say(locale, 'people.export.value'), width: 60 },
      ],
      rows: table.parameters,
      selected: table.parameters.length,
    },
    {
      name: say(locale, 'people.export.sheet'),
      columns: COLUMNS.map(([column, width]) => ({ header: say(locale, `people.column.${column}`), width })),
      rows: table.rows,
      selected: table.selected,
    },
  ])
}
