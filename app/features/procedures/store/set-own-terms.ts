import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { checkTerms, type Terms, termsOfUnit } from '../rules.ts'
import { campaignForChange, refuseClosed } from './change-campaign.ts'
import { listAssessments } from './list-assessments.ts'
import { listOwnTerms } from './list-own-terms.ts'

export interface OwnTermsToSet extends Terms {
  readonly unitId: number
  /** For each the version of what the unit had, null where it had nothing. */
  readonly assessments: readonly { readonly id: number; readonly version: number | null }[]
  readonly takesPart: boolean
  readonly reason?: string | undefined
}

/**
 * Gives one municipality or school dates of its own in several assessments of a campaign, or says that it takes no part:
 * all or none. Three empty dates and «участвует» take its own terms back.
 */
export async function setOwnTerms(tx: Tx, campaignId: number, wish: OwnTermsToSet): Promise<number> {
  const { unitId, takesPart, reason, assessments, ...terms } = wish
  // Locked until the end: of two people who set terms of one campaign the second waits and then sees what the first did.
  const campaign = await campaignForChange(tx, campaignId)
  refuseClosed(campaign)
  const unit = await schoolOrMunicipality(tx, unitId)
  if (!takesPart && !reason) throw new ProblemError({ code: 'reason-needed', place: { column: 'reason' } })
  const known = new Map((await listAssessments(tx, { campaignId })).map(one => [one.id, one]))
  const others = await listOwnTerms(tx, { campaignId })
  const stored = new Map(
    others.filter(one => one.unitId === unitId).map(one => [one.assessmentId, one.version]),
  )
  const problems = new Map<string, Problem>()
  for (const { id, version } of assessments) {
    const assessment = known.get(id)
    if (!assessment) throw new ProblemError({ code: 'not-found' })
    if ((stored.get(id) ?? null) !== version) throw new ProblemError({ code: 'changed-by-another' })
    const above = others.filter(one => one.assessmentId === id && one.unitId !== unitId)
    for (const problem of checkTerms(terms, termsOfUnit(campaign, assessment, above, unit.path)))
      problems.set(problem.code, problem)
  }
  if (problems.size > 0) throw new ProblemError([...problems.values()])
  await nameAct(tx, takesPart ? 'assessment.terms-set' : 'assessment.absent', reason)
  for (const { id } of assessments) await write(tx, id, wish)
  return assessments.length
}

async function schoolOrMunicipality(tx: Tx, id: number) {
  const unit = await tx
    .selectFrom('unit')
    .select(['kind', 'path'])
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`app.in_scope(path)`)
    .executeTakeFirst()
  if (!unit) throw new ProblemError({ code: 'not-found' })
  if (unit.kind !== 'municipality' && unit.kind !== 'school')
    throw new ProblemError({ code: 'terms-of-kind', place: { column: 'unit' } })
  return unit
}

async function write(tx: Tx, assessmentId: number, wish: OwnTermsToSet): Promise<void> {
  const { unitId, writtenFrom, writtenTo, dueOn, takesPart, reason } = wish
  const values = {
    written_from: writtenFrom,
    written_to: writtenTo,
    due_on: dueOn,
    takes_part: takesPart,
    reason: reason ?? null,
  }
  await tx
    .insertInto('assessment_unit')
    .values({ assessment_id: assessmentId, unit_id: unitId, ...values })
    .onConflict(conflict =>
      conflict
        .columns(['assessment_id', 'unit_id'])
        .doUpdateSet({ ...values, version: sql`assessment_unit.version + 1` }),
    )
    .execute()
}
