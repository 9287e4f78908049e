import type { Cell, ListToWrite } from '../../documents/spreadsheet/index.ts'
import { sayDate, sayInstant } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Actor, LONGEST_EXPORT, refuseLongExport } from '../../platform/http/index.ts'
import { type LocalDate, type NamePeople, nameUnits } from '../territory/index.ts'
import { presentList } from './present.ts'
import { countLists, listLists } from './store/read-lists.ts'

type ListView = ReturnType<typeof presentList>

const COLUMNS: readonly (readonly [
  id: string,
  width: number,
  cell: (one: ListView, locale: Locale) => Cell,
])[] = [
  ['list', 12, ({ id }) => id],
  ['file', 44, ({ file }) => file],
  ['list-years', 16, ({ years }) => years.join(', ')],
  ['rows', 10, ({ rows }) => rows],
  ['marked', 20, ({ marked }) => marked],
  ['problems', 14, ({ problems }) => problems],
  ['sentAt', 26, ({ sentAt }, locale) => wordInstant(locale, sentAt)],
  ['sentBy', 30, ({ sentBy }) => sentBy],
  [
    'state',
    26,
    ({ state, problems }, locale) => say(locale, `federal.lists.state.${shownState(state, problems)}`),
  ],
  ['decidedAt', 26, ({ decidedAt }, locale) => wordInstant(locale, decidedAt)],
  ['undoneAt', 26, ({ undoneAt }, locale) => wordInstant(locale, undoneAt)],
  ['reason', 40, ({ reason }) => reason],
]

/** The lists that were brought in as a table, with a line in the log. In a transaction of one moment. Throws `export-too-long`. */
export async function readListTable(
  tx: Tx,
  { locale, scope }: Pick<Actor, 'locale' | 'scope'>,
  namePeople: NamePeople,
  today: LocalDate,
): Promise<ListToWrite> {
  const selected = await countLists(tx)
  refuseLongExport(selected)
  const { items } = await listLists(tx, { limit: LONGEST_EXPORT })
  const people = await namePeople(tx, [...new Set(items.map(({ sentBy }) => sentBy))])
  const at = await tx
    .selectFrom('unit')
    .select('id')
    .where('path', '=', scope.unitPath)
    .executeTakeFirstOrThrow()
  await logRead(tx, 'federal_list', '', at.id, { rows: items.length })
  return {
    sheet: say(locale, 'federal.lists.sheet'),
    parameters: [
      [say(locale, 'export.what'), say(locale, 'federal.lists.what')],
      [say(locale, 'export.day'), sayDate(locale, today)],
      [say(locale, 'export.territory'), (await nameUnits(tx, [at.id])).get(at.id) ?? ''],
    ],
    columns: COLUMNS.map(([id, width]) => ({ header: say(locale, `federal.column.${id}`), width })),
    rows: items.map(one => COLUMNS.map(([, , cell]) => cell(presentList(one, people), locale))),
    selected,
  }
}

/** As the page has it: one that waits says whether anything keeps it out. */
function shownState(state: ListView['state'], problems: number): ListView['state'] | 'wrong' {
  return state === 'checked' && problems > 0 ? 'wrong' : state
}

function wordInstant(locale: Locale, instant: string | null): string | null {
  return instant === null ? null : sayInstant(locale, new Date(instant))
}
