import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { keyOf } from '../specifications.ts'
import { campaignForChange, refuseClosed } from './change-campaign.ts'
import { listAssessments } from './list-assessments.ts'
import { specificationsOf } from './specifications-of.ts'

export interface NewAssessment {
  readonly year: number
  readonly grade: number
  readonly subject: string
  readonly paperVersion: string | null
}

/**
 * Adds assessments to a campaign, all or none; what it has already is left as it is. One set belongs to one campaign
 * only, or its results would count twice: a set that another one holds is a problem, each named.
 */
export async function addAssessments(
  tx: Tx,
  campaignId: number,
  wanted: readonly NewAssessment[],
): Promise<{ added: number; alreadyThere: number }> {
  const campaign = await campaignForChange(tx, campaignId)
  refuseClosed(campaign)
  const { procedure } = campaign
  const { bundled, own } = await specificationsOf(tx)
  const key = ({ paperVersion, ...one }: NewAssessment) => keyOf({ ...one, procedure, version: paperVersion })
  const held = new Map(
    (await listAssessments(tx)).filter(one => one.procedure === procedure).map(one => [key(one), one]),
  )
  const fresh = new Map<string, NewAssessment>()
  const problems: Problem[] = []
  for (const one of wanted) {
    const id = key(one)
    const there = held.get(id)
    // Spelled as its specification spells it: results come under that spelling.
    const subject = (own.get(id) ?? bundled.get(id))?.subject ?? one.subject
    if (!there) fresh.set(id, { ...one, subject })
    else if (there.campaignId !== campaignId)
      problems.push({
        code: 'assessment-elsewhere',
        params: { subject, grade: one.grade, year: one.year, campaign: await titleOf(tx, there.campaignId) },
      })
  }
  if (problems.length > 0) throw new ProblemError(problems)
  if (fresh.size > 0) {
    await nameAct(tx, 'assessment.added')
    await tx
      .insertInto('assessment')
      .values(
        [...fresh.values()].map(({ year, grade, subject, paperVersion }) => ({
          campaign_id: campaignId,
          unit_id: campaign.unitId,
          ...{ procedure, year, grade, subject, paper_version: paperVersion },
        })),
      )
      .execute()
  }
  return { added: fresh.size, alreadyThere: wanted.length - fresh.size }
}

async function titleOf(tx: Tx, id: number): Promise<string> {
  const { title } = await tx
    .selectFrom('campaign')
    .select('title')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return title
}
