import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { BatchManifest } from '../types.ts'

/** A batch whose works count. */
export interface AcceptedBatch {
  readonly id: number
  readonly manifest: BatchManifest
}

/** The batches that count, oldest first: of a campaign, of those named, or all in reach. */
export async function acceptedBatches(
  tx: Tx,
  { campaignId, ids }: { readonly campaignId?: number; readonly ids?: readonly number[] } = {},
): Promise<AcceptedBatch[]> {
  let query = tx
    .selectFrom('import_batch')
    .select(['id', 'manifest'])
    .where('state', '=', 'accepted')
    .where('kind', '=', 'protocol')
  if (campaignId !== undefined) query = query.where('campaign_id', '=', campaignId)
  if (ids !== undefined) query = query.where(sql<boolean>`id = any (${ids}::integer[])`)
  const rows = await query.orderBy('id').execute()
  return rows.map(({ id, manifest }) => ({ id, manifest: manifest as BatchManifest }))
}
