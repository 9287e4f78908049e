import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Assumed } from '../read-protocol.ts'
import type { BatchKind } from '../tables.ts'

/** A batch whose file is being read. */
export interface ReadingBatch {
  readonly id: number
  readonly kind: BatchKind
  readonly unitId: number
  readonly campaignId: number | null
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly assume: Assumed
  readonly storeId: string
  /** Which set of the file this batch is to be. */
  readonly part: number
  readonly by: string
}

type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

const UNIQUE = '23505'
/** The equal one may be given up between our two looks; somebody sending it again and again must not keep us here. */
const LOOKS = 5

/**
 * Takes a waiting batch up. The database lets one of several equal files be read at a time (index
 * import_batch_content), however close together they come; the others become duplicates of it. Null where there is
 * nothing to read: the batch was taken back, or is a duplicate.
 */
export async function beginReading(transact: Transact, id: number): Promise<ReadingBatch | null> {
  for (let look = 1; ; look++) {
    try {
      return await transact(tx => takeUp(tx, id))
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE || look === LOOKS) throw error
    }
    const settled = await transact(
      async tx => !(await takeMissingPart(tx, id)) && (await markDuplicate(tx, id)),
    )
    if (settled) return null
  }
}

async function takeUp(tx: Tx, id: number): Promise<ReadingBatch | null> {
  const row = await tx
    .updateTable('import_batch')
    .set({ state: 'reading' })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'reading'])
    .returningAll()
    .executeTakeFirst()
  return (
    (row && {
      id,
      kind: row.kind,
      unitId: row.unit_id,
      campaignId: row.campaign_id,
      file: row.file_name,
      sha256: row.sha256 as string,
      bytes: row.bytes as number,
      assume: row.assume,
      storeId: row.store_id as string,
      part: row.part,
      by: row.sent_by,
    }) ??
    null
  )
}

/**
 * Of a file with several sets some may count and others have been taken back: sent again, it stands for the first of
 * those. False where every set of it is there.
 */
async function takeMissingPart(tx: Tx, id: number): Promise<boolean> {
  const others = await tx
    .selectFrom('import_batch as own')
    .innerJoin('import_batch as other', join =>
      join.onRef('other.sha256', '=', 'own.sha256').onRef('other.unit_id', '=', 'own.unit_id'),
    )
    .select(['other.part', 'other.parts'])
    .where('own.id', '=', id)
    .where('other.state', 'in', ['reading', 'checked', 'accepted'])
    .execute()
  const there = new Set(others.map(({ part }) => part))
  const parts = Math.max(1, ...others.map(one => one.parts ?? 1))
  const missing = Array.from({ length: parts }, (_, part) => part).find(part => !there.has(part))
  if (missing === undefined) return false
  await tx.updateTable('import_batch').set({ part: missing }).where('id', '=', id).execute()
  return true
}

/** Names the batch that the same file already is; false where that one has gone meanwhile. */
async function markDuplicate(tx: Tx, id: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('import_batch as own')
    .from('import_batch as other')
    .set({ state: 'duplicate', duplicate_of: sql<number>`other.id`, version: sql`own.version + 1` })
    .where('own.id', '=', id)
    .where('own.state', '=', 'waiting')
    .whereRef('other.sha256', '=', 'own.sha256')
    .whereRef('other.unit_id', '=', 'own.unit_id')
    .whereRef('other.part', '=', 'own.part')
    .where('other.state', 'in', ['reading', 'checked', 'accepted'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
