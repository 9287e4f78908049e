import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import {
  type Assessment,
  type Campaign,
  getCampaign,
  listAssessments,
  listOwnTerms,
  type TermsOfUnit,
  termsOfUnit,
} from '../../procedures/index.ts'
import { type LocalDate, listSchools, type SchoolInTerritory } from '../../territory/index.ts'
import { keyOf, readArrivals } from './read-arrivals.ts'
import { heirOf, isExpected, type Receipt, type ReceivedState, receiptOf } from './received-rules.ts'

export interface ReceivedFilter {
  readonly campaign: number
  readonly assessment?: number | undefined
  readonly under?: number | undefined
}

/** What was expected of one school for one assessment, and how it stands. */
export interface Expected {
  readonly school: SchoolInTerritory
  /** Who answers for it today: itself, or the school it was merged into. */
  readonly heir: SchoolInTerritory
  readonly assessment: Assessment
  readonly terms: TermsOfUnit
  readonly receipt: Receipt
}

export interface Received {
  readonly campaign: Campaign
  /** Those looked at: all of the campaign, or the one that was chosen. */
  readonly assessments: readonly Assessment[]
  /** By assessment, then school. */
  readonly expected: readonly Expected[]
}

/** Everything expected in a campaign of the schools in reach. A region has some thousand of them. */
export async function readReceived(
  tx: Tx,
  { campaign: campaignId, assessment: only, under }: ReceivedFilter,
  { today, timeZone }: { readonly today: LocalDate; readonly timeZone: string },
): Promise<Received> {
  const campaign = await getCampaign(tx, campaignId)
  const all = await listAssessments(tx, { campaignId })
  const assessments = all.filter(({ id }) => only === undefined || id === only)
  if (only !== undefined && assessments.length === 0) throw new ProblemError({ code: 'not-found' })
  const schools = await listSchools(tx, { under })
  const byId = new Map((under === undefined ? schools : await listSchools(tx)).map(one => [one.id, one]))
  const ownTerms = Map.groupBy(await listOwnTerms(tx, { campaignId }), ({ assessmentId }) => assessmentId)
  const arrivals = await readArrivals(tx, assessments, timeZone)
  const expected: Expected[] = []
  for (const assessment of assessments)
    for (const school of schools) {
      const terms = termsOfUnit(campaign, assessment, ownTerms.get(assessment.id) ?? [], school.path)
      const own = arrivals.get(keyOf(assessment.id, school.id))
      // What has come is shown, whatever the registry says of the school's kind.
      if (!isExpected(own ? { ...school, kind: null } : school, terms, assessment.grade)) continue
      const heir = heirOf(school, byId, today)
      // What a school that was merged had written comes under the name of its heir, nobody can say how many works.
      const ofHeir = own || heir === school ? [] : (arrivals.get(keyOf(assessment.id, heir.id)) ?? [])
      const receipt = own ? receiptOf(own, terms.dueOn) : { ...receiptOf(ofHeir, terms.dueOn), works: null }
      expected.push({ school, heir, assessment, terms, receipt })
    }
  return { campaign, assessments, expected }
}

export interface ReceivedCounts {
  readonly expected: number
  readonly inTime: number
  readonly late: number
  readonly missing: number
}

export function countReceived(expected: readonly Expected[]): ReceivedCounts {
  const of = (state: ReceivedState) => expected.filter(({ receipt }) => receipt.state === state).length
  return { expected: expected.length, inTime: of('in-time'), late: of('late'), missing: of('missing') }
}
