import { sql } from 'kysely'
import { type Cell, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { sayInstant } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { NamePeople } from '../territory/index.ts'
import { type AuditEntry, describeEntries } from './describe-entries.ts'
import type { May } from './guards.ts'
import { type AuditFilters, chooseEntries } from './store/choose-entries.ts'
import { listEntries, type Page } from './store/list-entries.ts'
import { subjectName } from './word-entry.ts'

/** More would be a copy of the log, not an answer to a question. */
export const MOST_ROWS = 50_000

export interface AuditTable {
  readonly rows: readonly (readonly Cell[])[]
  readonly selected: number
}

/** Lines worded in one go. */
const PAGE = 500

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

/**
 * The filtered log as a table, with a line in the log that it was read. Refuses more than MOST_ROWS. The transaction
 * sees one moment (`asOfNow`), so that what is counted is what is read.
 */
export async function readAuditTable(
  tx: Tx,
  locale: Locale,
  may: May,
  filters: AuditFilters,
  namePeople: NamePeople,
): Promise<AuditTable> {
  const chosen = await chooseEntries(tx, may, filters)
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
  const lines: Cell[][] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    // Page by page: wording fifty thousand lines at once would keep everybody else waiting.
    const page: Page = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }
    const { rows: found, next } = await listEntries(tx, may, { ...filters, ...page })
    for (const entry of await describeEntries(tx, locale, found, namePeople))
      lines.push(toLine(locale, entry))
    cursor = next
  }
  const { rows } = await sql<{ id: number }>`select id from unit where path = app.scope()`.execute(tx)
  const given = Object.fromEntries(
    Object.entries(filters).filter(([name, value]) => name !== 'anyOf' && value !== undefined),
  )
  await logRead(tx, 'audit', String(rows[0].id), rows[0].id, { rows: lines.length, ...given })
  return { selected, rows: lines }
}

function toLine(locale: Locale, entry: AuditEntry): Cell[] {
  return [
    sayInstant(locale, new Date(entry.at)),
    entry.who,
    entry.roleName,
    entry.unit.name,
    subjectName(locale, entry.subject),
    entry.sentence,
    entry.reason,
    entry.requestId,
  ]
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
