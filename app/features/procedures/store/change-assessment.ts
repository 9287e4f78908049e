import { sql, type Updateable } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { checkTerms, type Terms } from '../rules.ts'
import { campaignForChange, refuseClosed } from './change-campaign.ts'
import { type Assessment, toAssessment } from './list-assessments.ts'

interface Act {
  /** The version that the person read. */
  readonly version: number
  readonly reason?: string | undefined
}

/** Gives an assessment dates of its own; null leaves a date to the campaign. */
export async function editAssessment(
  tx: Tx,
  id: number,
  { version, reason, writtenFrom, writtenTo, dueOn }: Act & Terms,
): Promise<void> {
  const { campaign } = await assessmentForChange(tx, id, version)
  const { startsOn, endsOn } = campaign
  const above = { writtenFrom: startsOn, writtenTo: endsOn, dueOn: campaign.dueOn }
  const problems = checkTerms({ writtenFrom, writtenTo, dueOn }, above)
  if (problems.length > 0) throw new ProblemError(problems)
  await nameAct(tx, 'assessment.edited', reason)
  await change(tx, id, version, { written_from: writtenFrom, written_to: writtenTo, due_on: dueOn })
}

/** Takes an assessment out of its campaign. It stays by its number: runs of before name it. */
export async function withdrawAssessment(
  tx: Tx,
  id: number,
  { version, reason, now }: Act & { readonly now: Date },
): Promise<void> {
  const { assessment } = await assessmentForChange(tx, id, version)
  if (assessment.withdrawn) throw new ProblemError({ code: 'assessment-withdrawn' })
  await nameAct(tx, 'assessment.withdrawn', reason)
  await change(tx, id, version, { withdrawn_at: now })
}

/** Takes the withdrawing back, unless the same set stands elsewhere by now. */
export async function restoreAssessment(tx: Tx, id: number, { version, reason }: Act): Promise<void> {
  const { assessment } = await assessmentForChange(tx, id, version)
  if (!assessment.withdrawn) throw new ProblemError({ code: 'assessment-not-withdrawn' })
  const { procedure, year, grade, subject, paperVersion } = assessment
  const other = await tx
    .selectFrom('assessment')
    .innerJoin('campaign', 'campaign.id', 'assessment.campaign_id')
    .select('campaign.title')
    .where('assessment.unit_id', '=', assessment.unitId)
    .where('assessment.procedure', '=', procedure)
    .where('year', '=', year)
    .where('grade', '=', grade)
    .where('subject', '=', subject)
    .where('paper_version', 'is not distinct from', paperVersion)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (other)
    throw new ProblemError({
      code: 'assessment-elsewhere',
      params: { subject, grade, year, campaign: other.title },
    })
  await nameAct(tx, 'assessment.restored', reason)
  await change(tx, id, version, { withdrawn_at: null })
}

/** An assessment of the actor's own, with its campaign, which must be open; at the version read where one is given. */
export async function assessmentForChange(tx: Tx, id: number, version?: number) {
  const row = await tx
    .selectFrom('assessment')
    .selectAll()
    .where('id', '=', id)
    .where(sql<boolean>`app.in_scope(unit_path)`)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  const campaign = await campaignForChange(tx, row.campaign_id)
  if (version !== undefined && row.version !== version) throw new ProblemError({ code: 'changed-by-another' })
  refuseClosed(campaign)
  return { assessment: toAssessment(row) satisfies Assessment, campaign }
}

async function change(
  tx: Tx,
  id: number,
  version: number,
  values: Omit<Updateable<Schema['assessment']>, 'version'>,
): Promise<void> {
  await tx
    .updateTable('assessment')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
