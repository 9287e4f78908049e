/**
 * One degree of suspicion per school over several assessments: every channel on every one of them, calibrated and
 * combined. `screen` shows it, `power` measures it.
 *
 *     const { combined, sets } = detectSchools(works, { covariates, controlled })
 *
 * The steps one by one, for sets that are worked on in several threads: readSet → driftsOf (all sets together) →
 * degreesOfSet → combineSets (all sets together).
 */
export {
  COMBINED_CHANNELS,
  DETECTION_CHANNELS,
  type DetectionChannel,
  POWER_CHANNELS,
  type PowerChannel,
} from './channels.ts'
export { type CohortLink, cohortOfSet, driftsOf, type SetCohort } from './cohort-reference.ts'
export { degreesOfSet, type GroupDegrees } from './degrees-of-set.ts'
export {
  combineSets,
  type DetectOptions,
  detectSchools,
  optionsOfSet,
  type SchoolDegrees,
} from './detect-schools.ts'
export { LEAST_WORKS } from './least-works.ts'
export { readSet, type SetOptions, type SetReading } from './read-set.ts'
export type { Silence } from './silence.ts'
