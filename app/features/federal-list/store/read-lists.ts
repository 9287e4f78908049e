import { type Selectable, sql } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { checkList } from '../rules.ts'
import type { FederalRow } from '../types.ts'
import { takeKnown } from './known-lists.ts'

export interface FederalList {
  readonly id: number
  readonly file: string
  readonly state: 'checked' | 'accepted' | 'rejected' | 'undone'
  readonly years: readonly number[]
  /** Rows of the file, and schools that it marks. */
  readonly rows: number
  readonly marked: number
  readonly sentBy: string
  readonly sentAt: Date
  readonly decidedAt: Date | null
  readonly undoneAt: Date | null
  readonly reason: string | null
  readonly problems: readonly Problem[]
  readonly list: readonly FederalRow[]
}

/** One list with its rows; while it waits, with what is wrong with it by now. Throws `not-found`. */
export async function getList(tx: Tx, id: number): Promise<FederalList> {
  const row = await tx
    .selectFrom('federal_list')
    .selectAll()
    .where('id', '=', id)
    .where(sql<boolean>`app.in_scope(unit_path)`)
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  const list = toList(row)
  if (list.state !== 'checked' || list.problems.length > 0) return list
  const { problems } = checkList(list.file, list.list, await takeKnown(tx, list.list, row.year))
  return { ...list, problems }
}

/** A page of lists, the latest first; the cursor is the last id seen. */
export async function listLists(
  tx: Tx,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: FederalList[]; next: string | null }> {
  let query = tx
    .selectFrom('federal_list')
    .selectAll()
    .where(sql<boolean>`app.in_scope(unit_path)`)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (cursor !== undefined) {
    if (!/^\d{1,9}$/.test(cursor)) throw new ProblemError({ code: 'cursor-unreadable' })
    query = query.where('id', '<', Number(cursor))
  }
  const rows = await query.execute()
  const items = rows.slice(0, limit).map(toList)
  return { items, next: rows.length > limit ? String(items[items.length - 1].id) : null }
}

/** How many lists there are in reach. */
export async function countLists(tx: Tx): Promise<number> {
  const { n } = await tx
    .selectFrom('federal_list')
    .where(sql<boolean>`app.in_scope(unit_path)`)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

function toList(row: Selectable<Schema['federal_list']>): FederalList {
  const years = new Set([row.year, ...row.rows.map(one => one.year)].filter(year => year !== null))
  return {
    id: row.id,
    file: row.file_name,
    state: row.state,
    years: [...years].sort((a, b) => a - b),
    rows: row.rows.length,
    marked: row.rows.filter(({ markers }) => markers.length > 0).length,
    sentBy: row.sent_by,
    sentAt: row.sent_at,
    decidedAt: row.decided_at,
    undoneAt: row.undone_at,
    reason: row.reason,
    problems: row.problems,
    list: row.rows,
  }
}
