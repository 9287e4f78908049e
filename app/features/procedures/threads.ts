/** What threads of other rooms need of `procedures`: papers, scales and their names; no HTTP, no database. */
export { nameOfSet } from './check-scale.ts'
export { boundariesOf, markOf } from './marks.ts'
export { nameOfAssessment } from './name-assessment.ts'
export { findSpecification, type Specifications } from './specifications.ts'
export type { Bands, Specification } from './types.ts'
