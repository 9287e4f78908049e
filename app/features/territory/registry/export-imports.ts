import type { Cell, ListToWrite } from '../../../documents/spreadsheet/index.ts'
import { sayDate, sayInstant } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { logRead } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Actor, refuseLongExport } from '../../../platform/http/index.ts'
import type { NamePeople } from '../people.ts'
import { presentImport } from '../present.ts'
import type { LocalDate } from '../tables.ts'
import { countImports, listImports } from './read-imports.ts'

/** Imports taken in one go: each holds the whole difference of its file. */
const PAGE = 50

type ImportView = ReturnType<typeof presentImport>

const COLUMNS: readonly (readonly [
  id: string,
  width: number,
  cell: (one: ImportView, locale: Locale) => Cell,
])[] = [
  ['number', 12, ({ id }) => id],
  ['file', 44, ({ file }) => file],
  ['checkedAt', 26, ({ checkedAt }, locale) => wordInstant(locale, checkedAt)],
  ['checkedBy', 30, ({ checkedBy }) => checkedBy],
  ['rows', 10, ({ rows }) => rows],
  ['problems', 14, ({ problems }) => problems],
  ['added', 10, ({ added }) => added],
  ['changed', 14, ({ changed }) => changed],
  ['missing', 14, ({ missing }) => missing],
  ['unchanged', 18, ({ unchanged }) => unchanged],
  [
    'state',
    26,
    ({ state, problems }, locale) =>
      say(locale, `registry.imports.state.${state === 'checked' && problems > 0 ? 'wrong' : state}`),
  ],
  ['committedAt', 26, ({ committedAt }, locale) => wordInstant(locale, committedAt)],
  ['undoneAt', 26, ({ undoneAt }, locale) => wordInstant(locale, undoneAt)],
]

/** The imports of the registry as a table, with a line in the log. In a transaction of one moment. Throws `export-too-long`. */
export async function readImportTable(
  tx: Tx,
  { locale, scope }: Pick<Actor, 'locale' | 'scope'>,
  namePeople: NamePeople,
  today: LocalDate,
): Promise<ListToWrite> {
  const selected = await countImports(tx)
  refuseLongExport(selected)
  const rows: Cell[][] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await listImports(tx, { cursor, limit: PAGE })
    const people = await namePeople(tx, [...new Set(items.flatMap(({ checkedBy }) => checkedBy ?? []))])
    for (const one of items) rows.push(COLUMNS.map(([, , cell]) => cell(presentImport(one, people), locale)))
    cursor = next
  }
  const at = await tx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('path', '=', scope.unitPath)
    .executeTakeFirstOrThrow()
  await logRead(tx, 'registry_import', '', at.id, { rows: rows.length })
  return {
    sheet: say(locale, 'registry.imports.sheet'),
    parameters: [
      [say(locale, 'export.what'), say(locale, 'registry.imports.what')],
      [say(locale, 'export.day'), sayDate(locale, today)],
      [say(locale, 'export.territory'), at.name],
    ],
    columns: COLUMNS.map(([id, width]) => ({ header: say(locale, `registry.imports.column.${id}`), width })),
    rows,
    selected,
  }
}

function wordInstant(locale: Locale, instant: string | null): string | null {
  return instant === null ? null : sayInstant(locale, new Date(instant))
}
