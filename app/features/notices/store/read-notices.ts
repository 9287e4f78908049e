import { type Selectable, sql } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'

export type NoticeRow = Selectable<Schema['notice']>

/** Notices of the acting person, the newest first; one more than `limit` tells that there are further ones. */
export function listNotices(
  tx: Tx,
  filter: { readonly before?: number; readonly unread: boolean; readonly limit: number },
): Promise<NoticeRow[]> {
  const { before, unread, limit } = filter
  return tx
    .selectFrom('notice')
    .selectAll()
    .$if(before !== undefined, query => query.where('id', '<', before!))
    .$if(unread, query => query.where('read_at', 'is', null))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export async function countUnread(tx: Tx): Promise<number> {
  const { unread } = await tx
    .selectFrom('notice')
    .select(eb => eb.fn.countAll<number>().as('unread'))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

/** Marks one as read; one read before keeps its first time. */
export async function markRead(tx: Tx, id: number): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ read_at: sql<Date>`coalesce(read_at, now())` })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ProblemError({ code: 'not-found' })
}

export async function markAllRead(tx: Tx, upTo: number): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ read_at: sql<Date>`now()` })
    .where('id', '<=', upTo)
    .where('read_at', 'is', null)
    .execute()
}
