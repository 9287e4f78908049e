import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../../territory/index.ts'
import {
  type CampaignState,
  type PaperState,
  stateOfCampaign,
  stateOfPaper,
  type TermsOfUnit,
  termsOfUnit,
} from '../rules.ts'
import { idOfPaper } from '../specification-id.ts'
import { findSpecification, type SpecificationKey, type Specifications } from '../specifications.ts'
import type { Campaign } from './get-campaign.ts'
import { type Assessment, listAssessments } from './list-assessments.ts'
import { countOwnTerms, listOwnTerms } from './list-own-terms.ts'
import { specificationsOf } from './specifications-of.ts'

/** How many assessments of a campaign have a paper that is not whole. */
export type Lacking = Readonly<Record<'unknown' | 'noTasks' | 'noScale' | 'faultyScale', number>>

export interface CampaignDescription extends Campaign {
  readonly state: CampaignState
  /** Without the withdrawn. */
  readonly assessments: number
  readonly lacking: Lacking
}

export interface AssessmentDescription extends Assessment {
  /** What holds at the reader's own unit. */
  readonly holds: TermsOfUnit
  readonly paper: {
    readonly id: string
    readonly state: PaperState
    readonly maxPrimary: number | null
    readonly tasks: number | null
  }
  readonly ownTerms: number
  readonly absent: number
}

/** Campaigns with what their assessments lack; every list and page of campaigns is made here. */
export async function describeCampaigns(
  tx: Tx,
  campaigns: readonly Campaign[],
  today: LocalDate,
): Promise<CampaignDescription[]> {
  const specifications = await specificationsOf(tx)
  const byCampaign = Map.groupBy(await listAssessments(tx), one => one.campaignId)
  return campaigns.map(campaign =>
    describe(campaign, byCampaign.get(campaign.id) ?? [], specifications, today),
  )
}

/** One campaign with its assessments, the withdrawn last. */
export async function describeCampaign(
  tx: Tx,
  campaign: Campaign,
  { today, unitPath }: { readonly today: LocalDate; readonly unitPath: string },
): Promise<{ campaign: CampaignDescription; assessments: AssessmentDescription[] }> {
  const specifications = await specificationsOf(tx)
  const assessments = await listAssessments(tx, { campaignId: campaign.id, withdrawn: true })
  const own = await listOwnTerms(tx, { campaignId: campaign.id, wayUp: true })
  const counts = await countOwnTerms(tx, campaign.id)
  const described = assessments.map(assessment => {
    const found = findSpecification(specifications, keyOfAssessment(assessment))
    const terms = own.filter(one => one.assessmentId === assessment.id)
    const counted = counts.get(assessment.id)
    return {
      ...assessment,
      holds: termsOfUnit(campaign, assessment, terms, unitPath),
      paper: {
        id: idOfPaper(keyOfAssessment(assessment)),
        state: stateOfPaper(found),
        maxPrimary: found?.specification.maxPrimary ?? null,
        tasks: found?.specification.tasks?.length ?? null,
      },
      ownTerms: counted?.own ?? 0,
      absent: counted?.absent ?? 0,
    }
  })
  const held = assessments.filter(({ withdrawn }) => !withdrawn)
  return {
    campaign: describe(campaign, held, specifications, today),
    assessments: described.toSorted((a, b) => Number(a.withdrawn) - Number(b.withdrawn)),
  }
}

export function keyOfAssessment({
  procedure,
  paperVersion,
  year,
  grade,
  subject,
}: Pick<Assessment, 'procedure' | 'paperVersion' | 'year' | 'grade' | 'subject'>): SpecificationKey {
  return { procedure, version: paperVersion, year, grade, subject }
}

function describe(
  campaign: Campaign,
  held: readonly Assessment[],
  specifications: Specifications,
  today: LocalDate,
): CampaignDescription {
  const states = held.map(one => stateOfPaper(findSpecification(specifications, keyOfAssessment(one))))
  const count = (state: PaperState) => states.filter(one => one === state).length
  return {
    ...campaign,
    state: stateOfCampaign({ ...campaign, closed: campaign.closedAt !== null }, today),
    assessments: held.length,
    lacking: {
      unknown: count('unknown'),
      noTasks: count('no-tasks'),
      noScale: count('no-scale'),
      faultyScale: count('faulty-scale'),
    },
  }
}
