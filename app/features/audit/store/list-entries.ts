import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { May } from '../guards.ts'
import type { AuditRow } from '../tables.ts'
import { type AuditFilters, chooseEntries } from './choose-entries.ts'

export interface Page {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

const DEFAULT_LIMIT = 50

/** A page of the log, the latest first. The cursor is the moment and number of the last line seen. */
export async function listEntries(
  tx: Tx,
  may: May,
  { cursor, limit = DEFAULT_LIMIT, ...filters }: AuditFilters & Page,
): Promise<{ rows: AuditRow[]; next: string | null }> {
  let query = (await chooseEntries(tx, may, filters))
    .select(['id', 'account_id', 'role', 'unit_id', 'unit_path', 'subject', 'subject_id', 'action', 'reason'])
    .select(['at', 'request_id', withoutClosed('before'), withoutClosed('after')])
    // Microseconds, which a Date would lose and a page would then repeat or skip.
    .select(sql<string>`extract(epoch from at)::text`.as('moment'))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (cursor !== undefined) {
    const { moment, id } = readCursor(cursor)
    query = query.where(sql<boolean>`(at, id) < (to_timestamp(${moment}::double precision), ${id})`)
  }
  const rows = await query.execute()
  const page = rows.slice(0, limit)
  const last = page[page.length - 1]
  return { rows: page, next: rows.length > limit ? `${last.moment}_${last.id}` : null }
}

/** A side of a line; the address of somebody who has left is not shown, as in every list of people. */
function withoutClosed(side: 'before' | 'after') {
  const value = sql.ref<AuditRow['before']>(side)
  return sql<
    AuditRow['before']
  >`case when subject in ('person', 'invitation') and app.is_closed_address(${value} ->> 'email')
    then jsonb_set(${value}, '{email}', '"•"') else ${value} end`.as(side)
}

function readCursor(cursor: string): { moment: string; id: number } {
  const match = /^(\d{1,12}(?:\.\d{1,6})?)_(\d{1,15})$/.exec(cursor)
  if (!match) throw new ProblemError({ code: 'cursor-unreadable' })
  return { moment: match[1], id: Number(match[2]) }
}
