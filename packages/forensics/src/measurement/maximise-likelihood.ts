import { inverseCompleteInformation } from './complete-information.ts'
import { type Objective, objective, type SlopePrior } from './objective.ts'
import type { TaskPlan } from './plan-tasks.ts'
import type { Quadrature } from './quadrature.ts'

/** A point on the way to the maximum, from which a search can go on. */
export interface SearchState {
  readonly parameters: Float64Array
  /** Estimate of the inverse Hessian of Objective.value, row-major. */
  readonly inverse: Float64Array
}

export interface Maximum extends SearchState {
  readonly logLikelihood: number
  /** Greatest |∂/∂parameter| of the log-likelihood (and prior) per work. */
  readonly gradient: number
  /** E-steps used. */
  readonly evaluations: number
  readonly converged: boolean
}

export interface SearchOptions {
  readonly slopePrior: SlopePrior | null
  /** The search ends when no parameter would move by more. */
  readonly tolerance: number
  readonly maxEvaluations: number
}

/** First steps by the EM gradient algorithm, before curvature is learnt from the path. */
const EM_STEPS = 3

/**
 * Maximises the marginal likelihood by a quasi-Newton method (BFGS) that starts from the complete-data information
 * (Jamshidian, Jennrich 1997, JRSS B 59: 569–587). A generator: it yields parameters and wants the E-step
 * at them, so that one code serves a caller with one array, with two workers, or with a stream of chunks.
 */
export function* maximiseLikelihood(
  plan: TaskPlan,
  quadrature: Quadrature,
  start: Float64Array | SearchState,
  options: SearchOptions,
): Generator<Float64Array, Maximum, Float64Array> {
  const prior = options.slopePrior
  let x = start instanceof Float64Array ? start : start.parameters
  let counts = yield x
  let evaluations = 1
  let here = objective(plan, quadrature, x, counts, prior)
  let early = start instanceof Float64Array ? EM_STEPS : 0
  let inverse =
    start instanceof Float64Array
      ? inverseCompleteInformation(plan, quadrature, x, counts, prior)
      : start.inverse.slice()
  let converged = false
  while (evaluations < options.maxEvaluations) {
    let step = direction(inverse, here.gradient)
    let slope = dot(step, here.gradient)
    if (!(slope < 0)) {
      inverse = inverseCompleteInformation(plan, quadrature, x, counts, prior)
      step = direction(inverse, here.gradient)
      slope = dot(step, here.gradient)
    }
    const longest = step.reduce((most, s) => Math.max(most, Math.abs(s)), 0)
    if (longest < options.tolerance) {
      converged = true
      break
    }
    let length = Math.min(1, 2 / longest)
    let found: { x: Float64Array; objective: Objective } | null = null
    while (
      found === null &&
      evaluations < options.maxEvaluations &&
      length * longest > options.tolerance / 8
    ) {
      const next = x.map((value, i) => value + length * step[i])
      counts = yield next
      evaluations++
      const there = objective(plan, quadrature, next, counts, prior)
      if (isDescent(here, there, step, length * slope)) found = { x: next, objective: there }
      else length *= shorter(here.value, there.value, length * slope)
    }
    if (found === null) break
    const moved = found.x.map((value, i) => value - x[i])
    const bent = found.objective.gradient.map((value, i) => value - here.gradient[i])
    x = found.x
    here = found.objective
    if (early-- > 0) inverse = inverseCompleteInformation(plan, quadrature, x, counts, prior)
    else updateInverse(inverse, moved, bent)
  }
  const gradient = here.gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0)
  return { parameters: x, inverse, logLikelihood: here.logLikelihood, gradient, evaluations, converged }
}

/**
 * Armijo's condition, or, where the values differ by no more than their rounding, that the gradient along the step
 * became smaller.
 */
function isDescent(here: Objective, there: Objective, step: Float64Array, expected: number): boolean {
  if (!Number.isFinite(there.value)) return false
  if (there.value <= here.value + 1e-4 * expected) return true
  const close = Math.abs(there.value - here.value) < 1e-9 * Math.abs(here.value)
  return close && Math.abs(dot(step, there.gradient)) < Math.abs(dot(step, here.gradient))
}

/** Factor for the step: the minimum of the parabola through both values and the slope, kept within 0.1 … 0.5. */
function shorter(here: number, there: number, expected: number): number {
  const factor = -expected / (2 * (there - here - expected))
  return Number.isFinite(factor) ? Math.min(0.5, Math.max(0.1, factor)) : 0.1
}

function direction(inverse: Float64Array, gradient: Float64Array): Float64Array {
  const side = gradient.length
  return gradient.map((_, i) => {
    let sum = 0
    for (let k = 0; k < side; k++) sum -= inverse[i * side + k] * gradient[k]
    return sum
  })
}

/** The BFGS update of the inverse Hessian; left as it is where the path shows no positive curvature. */
function updateInverse(inverse: Float64Array, moved: Float64Array, bent: Float64Array): void {
  const curvature = dot(moved, bent)
  if (!(curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(bent, bent)))) return
  const side = moved.length
  const image = direction(inverse, bent).map(value => -value)
  const scale = (1 + dot(bent, image) / curvature) / curvature
  for (let i = 0; i < side; i++) {
    for (let k = 0; k < side; k++) {
      inverse[i * side + k] +=
        scale * moved[i] * moved[k] - (image[i] * moved[k] + moved[i] * image[k]) / curvature
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
