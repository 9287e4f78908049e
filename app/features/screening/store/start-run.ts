import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Jobs } from '../../../platform/jobs/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { getCampaign } from '../../procedures/index.ts'
import type { AcceptedBatch } from '../../results/index.ts'
import { isExamination } from '../detection/examinations.ts'
import { RUN_JOB } from '../runs/run-job-name.ts'
import type { ScreeningService } from '../service.ts'
import type { StoredSettings } from '../tables.ts'

export interface RunAsked {
  readonly campaignId: number | null
  readonly title: string
  readonly settings: StoredSettings
}

/**
 * Asks for a screening: the row and its job, in the caller's transaction. Throws ProblemError where nothing that counts
 * would go in, or where a chosen batch does not count any more.
 */
export async function startRun(
  tx: Tx,
  { acceptedBatches }: Pick<ScreeningService, 'acceptedBatches'>,
  jobs: Pick<Jobs, 'enqueue'>,
  { campaignId, title, settings }: RunAsked,
): Promise<number> {
  if (campaignId !== null) await getCampaign(tx, campaignId)
  await chooseBatches(tx, acceptedBatches, campaignId, settings.batches)
  const { id } = await tx
    .insertInto('screening_run')
    .values({
      unit_id: sql<number>`(select id from unit where path = app.scope())`,
      campaign_id: campaignId,
      title,
      settings: JSON.stringify(settings),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const jobId = await jobs.enqueue(tx, RUN_JOB, { run: id })
  await tx.updateTable('screening_run').set({ job_id: jobId }).where('id', '=', id).execute()
  return id
}

/** The batches of a run as they count at this moment. */
export async function chooseBatches(
  tx: Tx,
  acceptedBatches: ScreeningService['acceptedBatches'],
  campaignId: number | null,
  chosen: readonly number[] | null,
) {
  const batches = await acceptedBatches(tx, {
    ...(campaignId === null ? {} : { campaignId }),
    ...(chosen === null ? {} : { ids: chosen }),
  })
  if (batches.length === 0) throw new ProblemError({ code: 'run-without-batches' })
  if (chosen !== null && batches.length < new Set(chosen).size)
    throw new ProblemError({
      code: 'run-batch-not-accepted',
      params: { count: new Set(chosen).size - batches.length },
    })
  return batches
}

/**
 * What counts of ОГЭ and ЕГЭ besides the batches of a run: works of a campaign are held against it, whatever campaign it
 * came in. Where the run has nothing but examinations there is nothing to hold against them.
 */
export async function examinationsBeside(
  tx: Tx,
  acceptedBatches: ScreeningService['acceptedBatches'],
  batches: readonly AcceptedBatch[],
): Promise<AcceptedBatch[]> {
  if (batches.every(({ manifest }) => isExamination(manifest.assessment))) return []
  const own = new Set(batches.map(({ id }) => id))
  return (await acceptedBatches(tx, {})).filter(
    ({ id, manifest }) => !own.has(id) && isExamination(manifest.assessment),
  )
}
