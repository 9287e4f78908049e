import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ownFolderPrefix } from '../../../platform/files/index.ts'
import type { JobContext, JobKind, JobResult } from '../../../platform/jobs/job.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { specificationsOf } from '../../procedures/index.ts'
import { registryOf } from '../../territory/index.ts'
import type { ScreeningService } from '../service.ts'
import { chooseBatches, examinationsBeside } from '../store/start-run.ts'
import { hasOutputs, keepOutputs } from './keep-outputs.ts'
import { RUN_JOB } from './run-job-name.ts'
import { screenInThread } from './screen-in-thread.ts'
import { inTurn } from './turns.ts'
import { writeRun } from './write-run.ts'

type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * A screening as the command does it, then its rows in one transaction, then the command's own outputs. Repeatable at any
 * point: until the rows stand the run says that it is running; where they stand already, only the outputs are made.
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
        else if (error instanceof ProblemError)
          await transact(tx => endRun(tx, id, 'failed', error.problems, clock()))
        throw error
      }
    },
  }
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
        // A run whose rows stand already says when it was made.
        now: run.record ? new Date(run.record.createdAt) : service.clock(),
        locale: 'ru',
        outputs,
      },
      { signal, progress },
    )
    close = thread.close
    const { screening, written } = thread
    progress.report('progress.keeping', '', 0, null)
    if (run.record === null) {
      const kept = await transact(tx =>
        writeRun(tx, service, {
          id,
          unitId: run.unit_id,
          campaignId: run.campaign_id,
          batches: [
            ...new Set(
              [...batches, ...examinations].flatMap(({ id, journalIds = [] }) => [id, ...journalIds]),
            ),
          ],
          screening,
          territory,
          now: service.clock(),
        }),
      )
      if (!kept) return undefined
    }
    // The data may have changed since the rows were written: then these are not the outputs of this run.
    else if (run.record.dataHash !== screening.run.dataHash) return undefined
    await written
    await keepOutputs(service, transact, { id, unitId: run.unit_id }, outputs)
    return { message: 'run.done', params: { title: run.title }, link: `/runs/${id}` }
  } finally {
    await close()
    await rm(outputs, { recursive: true, force: true })
  }
}

/** What the run works on; null where it was called off, or where nothing is left to do. */
async function readInput(tx: Tx, { acceptedBatches }: ScreeningService, id: number) {
  const run = await tx
    .selectFrom('screening_run')
    .select(['unit_id', 'campaign_id', 'title', 'state', 'settings', 'record'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!run || run.state === 'cancelled' || run.state === 'failed') return null
  if (run.state === 'done' && (await hasOutputs(tx, id))) return null
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
