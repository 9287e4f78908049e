import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/index.ts'
import type { ObjectStore } from '../../platform/files/index.ts'
import { lockContent } from './store/lock-content.ts'

const DAY = 86_400_000
/** A content is written before its row; a day covers the slowest upload and the longest transaction. */
const ORPHAN_DAYS = 1
/** Sent and never attached. */
const DRAFT_DAYS = 7
/** How long a removal can be taken back by an administrator. */
const REMOVED_DAYS = 30

export interface Swept {
  readonly drafts: number
  readonly contents: number
  readonly unfinished: number
}

/**
 * Clears away what nobody will ask for: drafts of a week ago, contents without a row for a day (a removed row counts
 * for a month), and what interrupted uploads left.
 */
export async function sweepFiles(database: Database, store: ObjectStore, now: Date): Promise<Swept> {
  const before = (days: number) => new Date(now.getTime() - days * DAY)
  const drafts = await database.asSystem('system:sweep', tx => removeOldDrafts(tx, before(DRAFT_DAYS), now))
  let contents = 0
  for await (const { hash, changedAt } of store.list()) {
    if (changedAt >= before(ORPHAN_DAYS)) continue
    const swept = await database.asSystem('system:sweep', async tx => {
      await lockContent(tx, hash)
      if (await isNamed(tx, hash, before(REMOVED_DAYS))) return false
      await store.remove(hash)
      return true
    })
    if (swept) contents++
  }
  return { drafts, contents, unfinished: await store.discardUnfinished(before(ORPHAN_DAYS)) }
}

async function removeOldDrafts(tx: Tx, before: Date, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('stored_file')
    .set({ removed_at: now, removed_by: 'system:sweep' })
    .where('subject', 'is', null)
    .where('removed_at', 'is', null)
    .where('created_at', '<', sql<Date>`${before}`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

async function isNamed(tx: Tx, hash: string, removedBefore: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('stored_file')
    .select('id')
    .where('hash', '=', hash)
    .where(eb => eb.or([eb('removed_at', 'is', null), eb('removed_at', '>=', removedBefore)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
