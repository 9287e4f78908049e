import type { Maximum } from './maximise-likelihood.ts'
import type { TaskPlan } from './plan-tasks.ts'
import type { Quadrature } from './quadrature.ts'

/** Parameters of one task, abilities in standard deviations of the population. */
export interface GpcmTask {
  /** Index of the task's column. */
  readonly task: number
  /** Discrimination per point, a. */
  readonly slope: number
  /** The points that occurred, ascending. */
  readonly points: readonly number[]
  /**
   * One number for each of the points but the first: the ability at which it and the one before are equally
   * probable. Muraki's step parameters where no points were passed over. Null where the slope is zero.
   */
  readonly steps: readonly (number | null)[]
  /** The slope was held back: the works tell abilities apart by this task more sharply than can be estimated. */
  readonly held: boolean
}

export interface GpcmModel {
  readonly plan: TaskPlan
  readonly quadrature: Quadrature
  /** Natural parameters, see category-probabilities.ts. */
  readonly parameters: Float64Array
  readonly tasks: readonly GpcmTask[]
  /** Works that were fitted, those without any score of a modelled task included. */
  readonly works: number
  /** Marginal log-likelihood of all scores; tasks with one score only add nothing. */
  readonly logLikelihood: number
  readonly aic: number
  readonly bic: number
  /** Greatest |∂ log-likelihood / ∂ parameter| per work. */
  readonly gradient: number
  /** Passes over the works. */
  readonly evaluations: number
  readonly converged: boolean
}

/** The model at a maximum; the sign of the ability scale is chosen so that more points mean more ability. */
export function modelOf(plan: TaskPlan, quadrature: Quadrature, maximum: Maximum, wall: number): GpcmModel {
  const parameters = maximum.parameters.slice()
  const spans = plan.tasks.map(
    ({ points, offset }) => parameters[offset] * (points[points.length - 1] - points[0]),
  )
  if (spans.reduce((a, b) => a + b, 0) < 0) for (const { offset } of plan.tasks) parameters[offset] *= -1
  const tasks = plan.tasks.map(({ task, points, offset }): GpcmTask => {
    const slope = parameters[offset]
    const steps = points.slice(1).map((x, k) => {
      const rise = parameters[offset + k + 1] - (k === 0 ? 0 : parameters[offset + k])
      const step = rise / (slope * (x - points[k]))
      return Number.isFinite(step) ? step : null
    })
    return { task, slope, points, steps, held: Math.abs(slope) > wall }
  })
  const { logLikelihood, gradient, evaluations, converged } = maximum
  const aic = 2 * plan.parameterCount - 2 * logLikelihood
  const bic = plan.parameterCount * Math.log(plan.works) - 2 * logLikelihood
  const works = plan.works
  return {
    plan,
    quadrature,
    parameters,
    tasks,
    works,
    logLikelihood,
    aic,
    bic,
    gradient,
    evaluations,
    converged,
  }
}
