import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Tx, tendDatabase } from '../../../platform/database/index.ts'
import { ownFolderPrefix } from '../../../platform/files/index.ts'
import type { JobContext, JobKind, JobResult } from '../../../platform/jobs/job.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { specificationsOf } from '../../procedures/index.ts'
import { registryOf } from '../../territory/index.ts'
import type { ScreeningService } from '../service.ts'
import { holdBatches } from '../store/hold-batches.ts'
import { chooseBatches, examinationsBeside } from '../store/start-run.ts'
import { attachOutputs, putOutputs } from './keep-outputs.ts'
import { RUN_JOB } from './run-job-name.ts'
import { screenInThread } from './screen-in-thread.ts'
import { inTurn } from './turns.ts'
import { writeRun } from './write-run.ts'

type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * A screening as the command does it, then its rows and the command's own outputs in one transaction. Repeatable at any
 * point: until they stand the run says that it is running.
 */
export function runJob(service: ScreeningService): JobKind<{ run: number }> {
  const { database, clock } = service
  return {
    ...RUN_JOB,
    async run({ run: id }, context) {
      const { scope, signal } = context
      const transact: Transact = work =>
        scope ? database.as(scope, work) : database.asSystem('system:screening', work)
      try {
        context.progress.report('run.waiting', '', 0, null)
        return await inTurn(signal, () => screen(service, transact, id, context))
      } catch (error) {
        if (signal.aborted && signal.reason === 'cancelled')
          await transact(tx => endRun(tx, id, 'cancelled', [], clock()))
        // A bucket that nobody reaches for a moment is no fault of the run's: the job begins again.
        else if (isStoreAway(error)) throw new Error('the files of a run were not kept', { cause: error })
        else if (error instanceof ProblemError)
          await transact(tx => endRun(tx, id, 'failed', error.problems, clock()))
        throw error
      }
    },
  }
}

function isStoreAway(error: unknown): boolean {
  return error instanceof ProblemError && error.problems.some(({ code }) => code === 'file-store-away')
}

async function screen(
  service: ScreeningService,
  transact: Transact,
  id: number,
  { signal, progress }: JobContext,
): Promise<JobResult | undefined> {
  const input = await transact(tx => readInput(tx, service, id))
  if (input === null) return undefined
  const { run, batches, examinations, specifications, territory } = input
  progress.report('run.beginning', '', 0, null)
  const outputs = await mkdtemp(join(tmpdir(), ownFolderPrefix()))
  let close = async () => {}
  let settled: Promise<unknown> = Promise.resolve()
  try {
    const thread = await screenInThread(
      {
        store: service.results.folder,
        batches: batches.map(({ manifest }) => manifest),
        examinations: examinations.map(({ manifest }) => manifest),
        registry: territory.registry,
        specifications,
        settings: {
          notAttempted: run.settings.notAttempted,
          notTaught: run.settings.notTaught,
          budget: run.settings.budget,
        },
        region: territory.root.name,
        now: service.clock(),
        locale: 'ru',
        outputs,
      },
      { signal, progress },
    )
    close = thread.close
    const { found, written } = thread
    progress.report('progress.keeping', '', 0, null)
    // Put away while the rows are written; but nobody is kept waiting at rows that are held for a bucket.
    const kept = written.then(() => putOutputs(service.files, outputs))
    settled = kept.catch(() => {})
    if (service.files.isRemote) await kept
    const stands = await transact(async tx => {
      const went = [...batches, ...examinations].flatMap(({ id, journalIds = [] }) => [id, ...journalIds])
      const ids = [...new Set(went)]
      const undone = await holdBatches(tx, ids)
      const isWritten = await writeRun(tx, service, {
        id,
        unitId: run.unit_id,
        campaignId: run.campaign_id,
        batches: ids,
        found,
        territory,
        now: service.clock(),
      })
      if (!isWritten) return false
      // Undone while it was being screened: the run says so from its first moment, and nobody is asked about it.
      for (const batch of undone) await service.onBatchUndone(tx, batch)
      await attachOutputs(tx, service.files, { id, unitId: run.unit_id }, await kept)
      return true
    })
    if (!stands) return undefined
    // Its pages are about to be opened.
    await tendDatabase(service.database).catch(() => {}) // It is done again within minutes.
    return { message: 'run.done', params: { title: run.title }, link: `/runs/${id}` }
  } finally {
    await close()
    // Nothing is read from the folder any more.
    await settled
    await rm(outputs, { recursive: true, force: true })
  }
}

/** What the run works on; null where it was called off, or where nothing is left to do. */
async function readInput(tx: Tx, { acceptedBatches }: ScreeningService, id: number) {
  const run = await tx
    .selectFrom('screening_run')
    .select(['unit_id', 'campaign_id', 'title', 'state', 'settings'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!run || (run.state !== 'queued' && run.state !== 'running')) return null
  if (run.state === 'queued')
    await tx
      .updateTable('screening_run')
      .set({ state: 'running', version: sql`version + 1` })
      .where('id', '=', id)
      .execute()
  const batches = await chooseBatches(tx, acceptedBatches, run.campaign_id, run.settings.batches)
  return {
    run,
    batches,
    examinations: await examinationsBeside(tx, acceptedBatches, batches),
    specifications: await specificationsOf(tx),
    territory: await registryOf(tx),
  }
}

async function endRun(
  tx: Tx,
  id: number,
  state: 'failed' | 'cancelled',
  problems: readonly Problem[],
  now: Date,
): Promise<void> {
  await tx
    .updateTable('screening_run')
    .set({ state, problems: JSON.stringify(problems), finished_at: now, version: sql`version + 1` })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .execute()
}
