/**
 * The door of `procedures`: campaigns and their assessments, what a paper consists of and how its primary scores become
 * marks.
 */
import './tables.ts'

export { nameOfSet } from './check-scale.ts'
export { loadSpecifications } from './load-specifications.ts'
export { boundariesOf, markOf } from './marks.ts'
export { nameOfAssessment } from './name-assessment.ts'
export { type ProceduresOptions, proceduresRoutes } from './routes.ts'
export { type TermsOfUnit, termsOfUnit } from './rules.ts'
export { findSpecification, type Specifications } from './specifications.ts'
export { addAssessments, type NewAssessment } from './store/add-assessments.ts'
export { campaignDates } from './store/campaign-dates.ts'
export { type CampaignFields, createCampaign } from './store/create-campaign.ts'
export { type Campaign, getCampaign } from './store/get-campaign.ts'
export { type Assessment, listAssessments } from './store/list-assessments.ts'
export { listOwnTerms, type OwnTerm } from './store/list-own-terms.ts'
export { partsOfCampaign } from './store/parts-of-campaign.ts'
export { partsOfSpecification } from './store/parts-of-specification.ts'
export { specificationsOf } from './store/specifications-of.ts'
export type { Bands, Specification, TaskSpecification } from './types.ts'
