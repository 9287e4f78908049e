import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { nameOfSet } from '../../procedures/index.ts'
import type { JournalManifest } from '../journal/types.ts'
import type { BatchManifest } from '../types.ts'

/** A batch whose works count. */
export interface AcceptedBatch {
  readonly id: number
  /** With the journal marks that belong to its works, where they came apart. */
  readonly manifest: BatchManifest
  /** Batches of those marks: a run that reads the works reads them too, and names them. */
  readonly journalIds?: readonly number[]
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
  const journals = await acceptedJournals(tx)
  return rows.map(row => {
    const manifest = row.manifest as BatchManifest
    const own = journals.get(nameOfSet(manifest.assessment))
    if (!own) return { id: row.id, manifest }
    const files = own.map(({ manifest: { id, source } }) => ({ id, sha256: source.sha256 }))
    return { id: row.id, manifest: { ...manifest, journals: files }, journalIds: own.map(({ id }) => id) }
  })
}

/** Attachments that count, by the set they belong to. */
async function acceptedJournals(tx: Tx) {
  const rows = await tx
    .selectFrom('import_batch')
    .select(['id', 'manifest'])
    .where('state', '=', 'accepted')
    .where('kind', '=', 'journal')
    .orderBy('id')
    .execute()
  return Map.groupBy(
    rows.map(({ id, manifest }) => ({ id, manifest: manifest as JournalManifest })),
    ({ manifest }) => nameOfSet(manifest.assessment),
  )
}
