import type { Locale } from '../../messages/format.ts'
import { nameOfAssessment } from './name-assessment.ts'
import {
  type AssessmentDescription,
  type CampaignDescription,
  keyOfAssessment,
} from './store/describe-campaigns.ts'

/** A campaign as the API answers it. */
export function presentCampaign(campaign: CampaignDescription) {
  return {
    id: campaign.id,
    title: campaign.title,
    procedure: campaign.procedure,
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    dueOn: campaign.dueOn,
    state: campaign.state,
    closedAt: campaign.closedAt?.toISOString() ?? null,
    assessments: campaign.assessments,
    lacking: campaign.lacking,
    version: campaign.version,
  }
}

export function presentAssessment(locale: Locale, assessment: AssessmentDescription) {
  const { procedure, paperVersion, year, grade, subject, holds } = assessment
  return {
    id: assessment.id,
    title: nameOfAssessment(locale, keyOfAssessment(assessment)),
    ...{ procedure, paperVersion, year, grade, subject, holds },
    writtenFrom: assessment.writtenFrom,
    writtenTo: assessment.writtenTo,
    dueOn: assessment.dueOn,
    withdrawn: assessment.withdrawn,
    paper: assessment.paper,
    ownTerms: assessment.ownTerms,
    absent: assessment.absent,
    version: assessment.version,
  }
}
