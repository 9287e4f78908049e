export type { Calibration, Noise } from './calibration/index.ts'
export type { ChannelId } from './channels/contract.ts'
export type { GroupMeans } from './channels/explained-means.ts'
export type { GroupedWorks } from './channels/prepare-works.ts'
export { type BudgetFlags, flagsForBudget } from './combination/index.ts'
export {
  COMBINED_CHANNELS,
  type CohortLink,
  cohortOfSet,
  combineSets,
  DETECTION_CHANNELS,
  type DetectionChannel,
  type DetectOptions,
  degreesOfSet,
  detectSchools,
  driftsOf,
  type GroupDegrees,
  LEAST_WORKS,
  optionsOfSet,
  POWER_CHANNELS,
  type PowerChannel,
  readSet,
  type SchoolDegrees,
  type SetCohort,
  type SetReading,
  type Silence,
} from './detection/index.ts'
export * as measurement from './measurement/index.ts'
export { type Message, message } from './message.ts'
export type { DataNeed, MarkerId, Measure, Method, MethodResult, SchoolFinding, Source } from './method.ts'
export { SMALL_SAMPLE } from './notes.ts'
export { wilson } from './numeric/binomial.ts'
export { momentsOf } from './numeric/histogram.ts'
export { normalUpperTail } from './numeric/normal.ts'
export { QUANTILE_TYPE, quantileType7 } from './numeric/quantile.ts'
export {
  type CohortPair,
  type CohortRegion,
  cohortFall,
  cohortRise,
  FENCE_FACTOR,
} from './official-2019/cohort-jump.ts'
export {
  COVERAGE_FACTOR,
  type HighMeanRegion,
  highMean,
} from './official-2019/high-mean.ts'
export {
  indexOfObjectivity,
  type ObjectivityIndex,
  type StageOne,
  stageOne,
} from './official-2019/index-of-objectivity.ts'
export {
  FEWEST_PAIRS,
  type JournalMismatchRegion,
  journalMismatch,
} from './official-2019/journal-mismatch.ts'
export {
  type AvailableSet,
  type Sign,
  type SignAvailability,
  signs,
  signsOfYear,
} from './official-2019/signs.ts'
export { benjaminiHochberg } from './own/benjamini-hochberg.ts'
export { type BunchingBoundary, type BunchingRegion, boundaryBunching } from './own/boundary-bunching.ts'
export { FUNNEL_COVERAGES, type Funnel, funnel, funnelLimits } from './own/funnel.ts'
export { type JournalComparison, type JournalGapRegion, journalGap } from './own/journal-gap.ts'
export { type Reliability, reliability } from './own/reliability.ts'
export type { StuartMaxwell } from './own/stuart-maxwell.ts'
export { type TaskInversionRegion, taskInversion } from './own/task-inversion.ts'
export {
  type RegionTask,
  type SchoolTask,
  schoolTasks,
  type TaskProfile,
  taskProfile,
} from './own/task-profile.ts'
export * as personFit from './person-fit/index.ts'
export {
  MEANT_FOR,
  measurePower,
  PLANT_KINDS,
  type PlantKind,
  type PlantPower,
  type ShareFound,
} from './planting/index.ts'
export { worksToRecheck } from './recheck/recheck-size.ts'
export { officialMethods, ownMeasures, ownMethods } from './registry.ts'
export * as similarity from './similarity/index.ts'
export { regionDistribution, schoolDistribution } from './summarise.ts'
export { createTally, JOURNAL_ROWS, type Tally, type TallyOptions, tallyWorks } from './tally.ts'
export { type AssessmentShape, TaskCode, type Works } from './works.ts'
