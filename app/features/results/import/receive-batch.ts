import type { Scope, Tx } from '../../../platform/database/index.ts'
import { cleanFileName } from '../../../platform/files/index.ts'
import type { Jobs } from '../../../platform/jobs/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { getCampaign } from '../../procedures/index.ts'
import type { Assumed } from '../read-protocol.ts'
import type { ResultsService } from '../service.ts'
import type { BatchKind } from '../tables.ts'
import { type Importer, requireImporter } from './importer.ts'
import { receiveFile, removeIncoming } from './incoming.ts'
import { READ_BATCH } from './read-batch-name.ts'

const MEGABYTE = 2 ** 20
/** A protocol of a whole region has some megabytes. */
export const LARGEST_FILE = 100 * MEGABYTE
/** Files of one unit that wait for their turn: nobody fills the disk unseen. */
const MOST_WAITING = 500

export interface SentFile {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
  readonly kind: BatchKind
  readonly campaign: number | undefined
  /** What the sender says of a file that does not say it itself. */
  readonly assume: Assumed
}

/** Whether a file may come at all; asked before anything is received. */
export async function admitBatch(tx: Tx, scope: Scope, campaign: number | undefined): Promise<Importer> {
  const importer = await requireImporter(tx, scope)
  if (campaign !== undefined && (await getCampaign(tx, campaign)).closedAt !== null)
    throw new ProblemError({ code: 'import-campaign-closed' })
  const { waiting } = await tx
    .selectFrom('import_batch')
    .select(eb => eb.fn.countAll<number>().as('waiting'))
    .where('unit_id', '=', importer.unitId)
    .where('state', 'in', ['waiting', 'reading'])
    .executeTakeFirstOrThrow()
  if (waiting >= MOST_WAITING)
    throw new ProblemError({ code: 'import-too-many-waiting', params: { limit: MOST_WAITING } })
  return importer
}

/**
 * Receives a file: to the disk first, then its row and the work of reading it in one transaction. What breaks off in
 * between leaves a file that no row names, which is swept. Returns the number of the batch.
 */
export async function receiveBatch(
  { database, incoming, clock }: ResultsService,
  jobs: Jobs,
  scope: Scope,
  importer: Importer,
  sent: SentFile,
): Promise<number> {
  const name = cleanFileName(sent.name)
  const now = clock()
  const received = await receiveFile(incoming, sent.content, { name, limit: LARGEST_FILE, now })
  try {
    return await database.as(scope, async tx => {
      const { id } = await tx
        .insertInto('import_batch')
        .values({
          unit_id: importer.unitId,
          campaign_id: sent.campaign ?? null,
          kind: sent.kind,
          sent_at: now,
          file_name: name,
          sha256: received.sha256,
          bytes: received.bytes,
          store_id: received.storeId,
          assume: JSON.stringify({
            ...(importer.school === null ? {} : { school: importer.school }),
            ...sent.assume,
          }),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const jobId = await jobs.enqueue(tx, READ_BATCH, { batch: id })
      await tx.updateTable('import_batch').set({ job_id: jobId }).where('id', '=', id).execute()
      return id
    })
  } catch (error) {
    await removeIncoming(incoming, received.storeId)
    throw error
  }
}
