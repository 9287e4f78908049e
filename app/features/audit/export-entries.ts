import { sql } from 'kysely'
import { type Cell, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { sayInstant } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { NamePeople } from '../territory/index.ts'
import { describeEntries } from './describe-entries.ts'
import { type AuditFilters, chooseEntries } from './store/choose-entries.ts'
import { subjectName } from './word-entry.ts'

/** More would be a copy of the log, not an answer to a question. */
export const MOST_ROWS = 50_000

export interface AuditTable {
  readonly rows: readonly (readonly Cell[])[]
  readonly selected: number
}

const COLUMNS = ['at', 'who', 'role', 'unit', 'subject', 'sentence', 'reason', 'request'] as const
const WIDTHS: Readonly<Record<(typeof COLUMNS)[number], number>> = {
  at: 26,
  who: 30,
  role: 24,
  unit: 36,
  subject: 24,
  sentence: 90,
  reason: 36,
  request: 12,
}

/** The filtered log as a table, with a line in the log that it was read. Refuses more than MOST_ROWS. */
export async function readAuditTable(
  tx: Tx,
  locale: Locale,
  filters: AuditFilters,
  namePeople: NamePeople,
): Promise<AuditTable> {
  const chosen = await chooseEntries(tx, filters)
  const { selected } = await tx
    .selectFrom(
      chosen
        .select('audit.id')
        .limit(MOST_ROWS + 1)
        .as('some'),
    )
    .select(sql<number>`count(*)`.as('selected'))
    .executeTakeFirstOrThrow()
  if (selected > MOST_ROWS)
    throw new ProblemError({ code: 'audit-export-too-long', params: { limit: MOST_ROWS } })
  const found = await chosen.selectAll('audit').orderBy('at', 'desc').orderBy('id', 'desc').execute()
  const entries = await describeEntries(tx, locale, found, namePeople)
  const { rows } = await sql<{ id: number }>`select id from unit where path = app.scope()`.execute(tx)
  const given = Object.fromEntries(
    Object.entries(filters).filter(([name, value]) => name !== 'anyOf' && value !== undefined),
  )
  await logRead(tx, 'audit', String(rows[0].id), rows[0].id, { rows: entries.length, ...given })
  return {
    selected,
    rows: entries.map(entry => [
      sayInstant(locale, new Date(entry.at)),
      entry.who,
      entry.roleName,
      entry.unit.name,
      subjectName(locale, entry.subject),
      entry.sentence,
      entry.reason,
      entry.requestId,
    ]),
  }
}

/** Writes the table; fails when the rows are not as many as were selected. */
export async function writeAuditWorkbook(path: string, locale: Locale, table: AuditTable): Promise<void> {
  await writeWorkbook(path, [
    {
      name: say(locale, 'audit.sheet'),
      columns: COLUMNS.map(column => ({
        header: say(locale, `audit.column.${column}`),
        width: WIDTHS[column],
      })),
      ...table,
    },
  ])
}
