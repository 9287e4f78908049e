import { expectedCounts } from './expected-counts.ts'
import { type GpcmModel, modelOf } from './gpcm-model.ts'
import { maximiseLikelihood, type SearchState } from './maximise-likelihood.ts'
import { SLOPE_WALL, type SlopePrior } from './objective.ts'
import { type PackedWorks, packWorks } from './pack-works.ts'
import { countScores, type NotAttempted, planTasks, type TaskPlan, type TaskScores } from './plan-tasks.ts'
import { equallySpaced, type Quadrature } from './quadrature.ts'
import { firstParameters, sampleStart } from './sample-start.ts'

export interface FitOptions {
  /** Default: 61 equally spaced nodes on [−6, 6]. */
  readonly quadrature?: Quadrature
  /** Default: none, the maximum of the marginal likelihood. */
  readonly slopePrior?: SlopePrior | null
  /** The search ends when no natural parameter would move by more. Default 1e-7. */
  readonly tolerance?: number
  /** Default 300 passes over the works. */
  readonly maxEvaluations?: number
  /** A state reached on other works of the same plan; by default the search starts from the shares of scores. */
  readonly start?: SearchState
}

/** Why there is no model. With fewer than three tasks of varying scores slopes are not determined without a prior. */
export type NoFit = 'no-varying-task' | 'too-few-tasks'

export type GpcmFit =
  | { readonly model: GpcmModel; readonly state: SearchState; readonly reason: null }
  | { readonly model: null; readonly state: null; readonly reason: NoFit }

/** From this number of works on the search starts on a sample. */
const LARGE = 30_000

/**
 * Fits the generalised partial credit model by marginal maximum likelihood, abilities ~ N(0, 1), as a generator: it
 * yields parameters and wants the sum of expectedCounts over all works at them. Use it where works are streamed or
 * shared out; fitGpcm drives it for one packed array.
 */
export function* fitSteps(
  plan: TaskPlan,
  options: FitOptions = {},
): Generator<Float64Array, GpcmFit, Float64Array> {
  const slopePrior = options.slopePrior ?? null
  if (plan.tasks.length === 0) return { model: null, state: null, reason: 'no-varying-task' }
  if (plan.tasks.length < 3 && slopePrior === null)
    return { model: null, state: null, reason: 'too-few-tasks' }
  const quadrature = options.quadrature ?? equallySpaced()
  const maximum = yield* maximiseLikelihood(plan, quadrature, options.start ?? firstParameters(plan), {
    slopePrior,
    tolerance: options.tolerance ?? 1e-7,
    maxEvaluations: options.maxEvaluations ?? 300,
  })
  return { model: modelOf(plan, quadrature, maximum, SLOPE_WALL), state: maximum, reason: null }
}

/** Fits packed works in this thread. The sample of a large set only shortens the way, the maximum is that of all. */
export function fitGpcm(plan: TaskPlan, packed: PackedWorks, options: FitOptions = {}): GpcmFit {
  const quadrature = options.quadrature ?? equallySpaced()
  const large = packed.count >= LARGE && plan.tasks.length >= 3
  const start = options.start ?? (large ? sampleStart(plan, packed, quadrature) : null)
  return run(plan, packed, quadrature, start === null ? options : { ...options, start })
}

/** Counts, plans, packs and fits in one go. */
export function measureWorks(
  works: TaskScores,
  taskMaxima: Uint8Array,
  options: FitOptions & { readonly notAttempted?: NotAttempted } = {},
): { readonly plan: TaskPlan; readonly packed: PackedWorks; readonly fit: GpcmFit } {
  const notAttempted = options.notAttempted ?? 'zero'
  const plan = planTasks(countScores(works, taskMaxima, notAttempted), works.count, taskMaxima, notAttempted)
  const packed = packWorks(plan, works)
  return { plan, packed, fit: fitGpcm(plan, packed, options) }
}

function run(plan: TaskPlan, packed: PackedWorks, quadrature: Quadrature, options: FitOptions): GpcmFit {
  const steps = fitSteps(plan, { ...options, quadrature })
  let step = steps.next()
  while (!step.done) step = steps.next(expectedCounts(plan, quadrature, step.value, packed))
  return step.value
}
