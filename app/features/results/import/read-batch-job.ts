import { existsSync } from 'node:fs'
import type { Tx } from '../../../platform/database/index.ts'
import type { JobContext, JobKind, JobResult } from '../../../platform/jobs/job.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { specificationsOf } from '../../procedures/index.ts'
import { examCodesOf } from '../../territory/index.ts'
import type { ResultsService } from '../service.ts'
import { discardBatch } from '../store/discard-batch.ts'
import { beginReading, type ReadingBatch } from './begin-reading.ts'
import { incomingPath, removeIncoming } from './incoming.ts'
import { keepChecked } from './keep-checked.ts'
import { READ_BATCH } from './read-batch-name.ts'
import { type ReadPart, readInThread } from './read-in-thread.ts'

type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * Reads a file that was sent: in a thread, into the store, then the row. Repeatable at any point: the row says 'reading'
 * until everything stands, works are written over, and the file is removed last.
 */
export function readBatchJob(service: ResultsService): JobKind<{ batch: number }> {
  const { database, store, incoming } = service
  return {
    ...READ_BATCH,
    async run({ batch: id }, context) {
      const { scope, signal } = context
      const transact: Transact = work =>
        scope ? database.as(scope, work) : database.asSystem('system:results', work)
      const batch = await beginReading(transact, id)
      if (!batch) return clearAway(service, transact, id)
      const { storeId } = batch
      try {
        const outcome = await readInto(service, transact, batch, context)
        if (outcome !== 'checked') await discardBatch(store, storeId)
        await removeIncoming(incoming, storeId)
        return { message: `import.outcome.${outcome}`, params: { file: batch.file }, link: `/imports/${id}` }
      } catch (error) {
        // Called off by its person, and not merely put back because the service stops.
        if (signal.aborted && signal.reason === 'cancelled') {
          await transact(tx => settle(tx, id, 'rejected', []))
          await discardBatch(store, storeId)
          await removeIncoming(incoming, storeId)
        }
        throw error
      }
    },
  }
}

type ReadOutcome = 'checked' | 'refused' | 'failed' | 'given-up'

async function readInto(
  { store, incoming, clock, onWorks }: ResultsService,
  transact: Transact,
  batch: ReadingBatch,
  { signal, progress }: JobContext,
): Promise<ReadOutcome> {
  const end = async (state: 'refused' | 'failed', problems: readonly Problem[]) =>
    (await transact(tx => settle(tx, batch.id, state, problems))) ? state : 'given-up'
  // A backup does not hold what was sent, so after a restore there may be nothing to read.
  if (!existsSync(incomingPath(incoming, batch.storeId)))
    return end('failed', [{ code: 'import-file-lost', place: { file: batch.file } }])
  try {
    const [specifications, examCodes] = await transact(async tx => [
      await specificationsOf(tx),
      await examCodesOf(tx),
    ])
    const answer = await readInThread(
      {
        kind: batch.kind,
        path: incomingPath(incoming, batch.storeId),
        source: { file: batch.file, sha256: batch.sha256, bytes: batch.bytes },
        specifications,
        assume: batch.assume,
        examCodes,
        store: store.folder,
        id: batch.storeId,
        part: batch.part,
        by: batch.by,
        now: clock(),
      },
      {
        signal,
        onStep: (step, rows) => progress.report(`progress.import-${step}`, batch.file, rows, null),
      },
    )
    const kept = await transact(tx => keepChecked(tx, batch, answer))
    const folders = new Set(kept)
    for (const { manifest } of answer.parts)
      if (!folders.has(manifest.id)) await discardBatch(store, manifest.id)
    onWorks(worksOf(answer.parts))
    return kept.length > 0 ? 'checked' : 'given-up'
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return end('refused', error.problems)
  }
}

/** Marks of a journal that came by themselves are no works. */
function worksOf(parts: readonly ReadPart[]): number {
  return parts.reduce(
    (sum, { manifest }) => sum + ('works' in manifest.counts ? manifest.counts.works : 0),
    0,
  )
}

/** A batch that is not to be read, being a duplicate or taken back, leaves nothing of what was sent. */
async function clearAway(
  { incoming }: ResultsService,
  transact: Transact,
  id: number,
): Promise<JobResult | undefined> {
  const row = await transact(tx =>
    tx
      .selectFrom('import_batch')
      .select(['state', 'store_id', 'file_name', 'duplicate_of'])
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  if (row?.store_id) await removeIncoming(incoming, row.store_id)
  if (row?.state !== 'duplicate') return undefined
  const params = { file: row.file_name, id: row.duplicate_of as number }
  return { message: 'import.outcome.duplicate', params, link: `/imports/${id}` }
}

/** Ends a reading; false where somebody ended it before. */
async function settle(
  tx: Tx,
  id: number,
  state: 'refused' | 'failed' | 'rejected',
  problems: readonly Problem[],
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('import_batch')
    .set(eb => ({ state, problems: JSON.stringify(problems), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
