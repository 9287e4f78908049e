import { sql, type Updateable } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { checkCampaignDates } from '../rules.ts'
import { type CampaignFields, columnsOf, taken, titleTaken } from './create-campaign.ts'
import { type Campaign, toCampaign } from './get-campaign.ts'

/** Corrects a campaign. Its procedure stays once it has assessments: results are found by that word. */
export async function editCampaign(
  tx: Tx,
  id: number,
  {
    version,
    reason,
    ...fields
  }: CampaignFields & { readonly version: number; readonly reason?: string | undefined },
): Promise<void> {
  const campaign = await campaignForChange(tx, id, version)
  refuseClosed(campaign)
  const problems = checkCampaignDates(fields)
  if (fields.title !== campaign.title && (await titleTaken(tx, fields.title, id)))
    problems.push(taken(fields.title))
  if (fields.procedure !== campaign.procedure && (await hasAssessments(tx, id)))
    problems.push({ code: 'campaign-procedure-stands', place: { column: 'procedure' } })
  if (problems.length > 0) throw new ProblemError(problems)
  await nameAct(tx, 'campaign.edited', reason)
  await change(tx, id, version, columnsOf(fields))
}

/** Ends a campaign: nothing of it is changed until it is opened again. */
export async function closeCampaign(
  tx: Tx,
  id: number,
  {
    version,
    reason,
    now,
  }: { readonly version: number; readonly reason?: string | undefined; readonly now: Date },
): Promise<void> {
  refuseClosed(await campaignForChange(tx, id, version))
  await nameAct(tx, 'campaign.closed', reason)
  await change(tx, id, version, { closed_at: now })
}

export async function reopenCampaign(
  tx: Tx,
  id: number,
  { version, reason }: { readonly version: number; readonly reason?: string | undefined },
): Promise<void> {
  const campaign = await campaignForChange(tx, id, version)
  if (campaign.closedAt === null)
    throw new ProblemError({ code: 'campaign-not-closed', params: { title: campaign.title } })
  await nameAct(tx, 'campaign.reopened', reason)
  await change(tx, id, version, { closed_at: null })
}

/** The campaign as an act finds it: the actor's own, and at the version that was read where one is given. */
export async function campaignForChange(tx: Tx, id: number, version?: number): Promise<Campaign> {
  const row = await tx
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', id)
    .where(sql<boolean>`app.in_scope(unit_path)`)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  if (version !== undefined && row.version !== version) throw new ProblemError({ code: 'changed-by-another' })
  return toCampaign(row)
}

export function refuseClosed({ closedAt, title }: Campaign): void {
  if (closedAt !== null) throw new ProblemError({ code: 'campaign-closed', params: { title } })
}

async function hasAssessments(tx: Tx, id: number): Promise<boolean> {
  const found = await tx
    .selectFrom('assessment')
    .select('id')
    .where('campaign_id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

async function change(
  tx: Tx,
  id: number,
  version: number,
  values: Omit<Updateable<Schema['campaign']>, 'version'>,
): Promise<void> {
  await tx
    .updateTable('campaign')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
