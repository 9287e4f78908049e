/**
 * The measurement model: what a pupil can do and how hard a task is, from the scores of tasks. Usual way through:
 * measureWorks → eapAbilities / wleAbilities; for streams countScores → planTasks → packWorks → fitSteps with
 * expectedCounts.
 */
export { type Abilities, AbilityState, eapAbilities } from './ability.ts'
export { fillProbabilities, type TaskCumulants, taskCumulants } from './category-probabilities.ts'
export { expectedCounts } from './expected-counts.ts'
export { type FitOptions, fitGpcm, fitSteps, type GpcmFit, measureWorks, type NoFit } from './fit-gpcm.ts'
export type { GpcmModel, GpcmTask } from './gpcm-model.ts'
export { type ItemFit, itemFit } from './item-fit.ts'
export { type AbilityOptions, mlAbilities, wleAbilities } from './likelihood-ability.ts'
export type { SearchState } from './maximise-likelihood.ts'
export { SLOPE_WALL, type SlopePrior } from './objective.ts'
export { type PackedWorks, packWorks, type Segment, thinWorks } from './pack-works.ts'
export {
  countScores,
  type NotAttempted,
  type PlannedTask,
  planTasks,
  type TaskPlan,
  type TaskScores,
} from './plan-tasks.ts'
export { equallySpaced, gaussHermite, type Quadrature } from './quadrature.ts'
export { sampleStart } from './sample-start.ts'
export { normalNumbers, type SimulatedTask, seededRandom, simulateScores } from './simulate-scores.ts'
export { type MeasurementReliability, measurementReliability, testInformation } from './test-information.ts'
