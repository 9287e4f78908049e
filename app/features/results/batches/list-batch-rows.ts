import { type Selectable, sql } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { rowId } from '../../../platform/http/row-id.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { BatchState } from '../tables.ts'

/** A batch without its manifest, which is large and seldom asked for; with the progress of its reading. */
export type BatchRow = Omit<Selectable<Schema['import_batch']>, 'manifest' | 'assume'> & {
  readonly unit_name: string
  /** Rows read so far; null where nobody reads, or another person's job does. */
  readonly rows_read: number | null
}

export interface BatchFilter {
  readonly campaign?: number | undefined
  readonly state?: BatchState | undefined
}

const COLUMNS = [
  ...['id', 'unit_id', 'unit_path', 'campaign_id', 'kind', 'file_name', 'sha256', 'bytes', 'state'],
  ...['duplicate_of', 'store_id', 'job_id', 'procedure', 'paper_version', 'year', 'grade', 'subject'],
  ...[
    'works',
    'schools',
    'remarks',
    'problems',
    'warnings',
    'sent_by',
    'sent_at',
    'decided_by',
    'decided_at',
  ],
  ...['undone_by', 'undone_at', 'reason', 'version'],
] as readonly Exclude<keyof Schema['import_batch'], 'manifest' | 'assume'>[]

function chooseBatches(tx: Tx) {
  return tx
    .selectFrom('import_batch as b')
    .innerJoin('unit as u', 'u.id', 'b.unit_id')
    .leftJoin('job as j', join => join.onRef('j.id', '=', 'b.job_id').on('j.state', '=', 'running'))
    .select(COLUMNS.map(column => `b.${column}` as const))
    .select(['u.name as unit_name', 'j.done as rows_read'])
}

/** Batches in reach, the newest first; `total` with the first page. */
export async function listBatchRows(
  tx: Tx,
  { cursor, limit, ...filter }: BatchFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: BatchRow[]; next: string | null; total?: number }> {
  const before = cursor === undefined ? null : readCursor(cursor)
  let page = narrow(chooseBatches(tx), filter)
  if (before !== null) page = page.where('b.id', '<', before)
  const items = (await page
    .orderBy('b.id', 'desc')
    .limit(limit + 1)
    .execute()) as BatchRow[]
  const more = items.length > limit
  if (more) items.pop()
  const next = more ? String(items[items.length - 1].id) : null
  if (before !== null) return { items, next }
  const counted = await narrow(tx.selectFrom('import_batch as b'), filter)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return { items, next, total: counted.total }
}

function narrow<Q extends { where(column: never, operator: never, value: never): Q }>(
  query: Q,
  { campaign, state }: BatchFilter,
): Q {
  let narrowed = query
  if (campaign !== undefined)
    narrowed = narrowed.where('b.campaign_id' as never, '=' as never, campaign as never)
  if (state !== undefined) narrowed = narrowed.where('b.state' as never, '=' as never, state as never)
  return narrowed
}

export async function findBatchRow(tx: Tx, id: number): Promise<BatchRow> {
  const row = await chooseBatches(tx).where('b.id', '=', id).executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row as BatchRow
}

function readCursor(cursor: string): number {
  const read = rowId.safeParse(Number(cursor))
  if (!read.success) throw new ProblemError({ code: 'cursor-unreadable' })
  return read.data
}
