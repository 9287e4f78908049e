import { logNormalisers } from './category-probabilities.ts'
import { digitsOf } from './pack-works.ts'
import type { TaskPlan } from './plan-tasks.ts'
import type { Quadrature } from './quadrature.ts'

/**
 * For given slopes the model is an exponential family in θ: a work enters its likelihood only by the weighted score
 * T = Σ_j a_j·s_j of the tasks it has,
 *
 *   Π_j P_j(θ) = exp(θ·T − A(θ)) · exp(−Σ_j d_j),   A(θ) = Σ_j log Z_j(θ),
 *
 * so posterior and marginal likelihood M(T) = Σ_q w_q·exp(θ_q·T − A(θ_q)) are functions of one number. Works that
 * have the same tasks share A; where there are many of them the functions are tabulated over T and interpolated.
 */
export interface Prior {
  readonly nodes: Float64Array
  /** Distance of the nodes where it is the same between all of them, otherwise null. */
  readonly spacing: number | null
  /** Least and greatest T of works that have these tasks, and the middle between them. */
  readonly low: number
  readonly high: number
  readonly centre: number
  /** log w_q − A(θ_q) + θ_q·centre, less its greatest value `top`. */
  readonly logBase: Float64Array
  readonly base: Float64Array
  readonly top: number
}

/** Posterior of one T. */
export interface PosteriorMoments {
  /** log M(T). */
  readonly logM: number
  readonly mean: number
  readonly variance: number
}

/** Above this e^x is near the end of the doubles. */
const LARGEST_EXPONENT = 600

/** Fills `out` from `at` with the posterior probabilities of the nodes given T and returns their moments. */
export function fillPosterior(prior: Prior, t: number, out: Float64Array, at: number): PosteriorMoments {
  const { nodes } = prior
  const size = nodes.length
  const lift = fillLikelihood(prior, t - prior.centre, out, at)
  let sum = 0
  let first = 0
  for (let q = 0; q < size; q++) {
    sum += out[at + q]
    first += out[at + q] * nodes[q]
  }
  const mean = first / sum
  const scale = 1 / sum
  let variance = 0
  for (let q = 0; q < size; q++) {
    const share = out[at + q] * scale
    const off = nodes[q] - mean
    out[at + q] = share
    variance += share * off * off
  }
  return { logM: prior.top + lift + Math.log(sum), mean, variance }
}

/**
 * Fills `out` with exp(θ_q·t + logBase_q − lift) and returns the lift. Between equidistant nodes exp(θ_q·t) is a
 * geometric series, which spares all exponentials but two.
 */
function fillLikelihood(prior: Prior, t: number, out: Float64Array, at: number): number {
  const { nodes, spacing, base, logBase } = prior
  const size = nodes.length
  if (spacing !== null && Math.abs(t * nodes[0]) < LARGEST_EXPONENT) {
    const ratio = Math.exp(spacing * t)
    let power = Math.exp(nodes[0] * t)
    for (let q = 0; q < size; q++) {
      out[at + q] = power * base[q]
      power *= ratio
    }
    return 0
  }
  let lift = Number.NEGATIVE_INFINITY
  for (let q = 0; q < size; q++) {
    out[at + q] = nodes[q] * t + logBase[q]
    lift = Math.max(lift, out[at + q])
  }
  for (let q = 0; q < size; q++) out[at + q] = Math.exp(out[at + q] - lift)
  return lift
}

/** Priors of sets of tasks for given parameters. */
export function priorsFor(
  plan: TaskPlan,
  quadrature: Quadrature,
  parameters: Float64Array,
): (tasks: readonly number[]) => Prior {
  const { nodes, weights } = quadrature
  const logZ = logNormalisers(plan, parameters, nodes)
  const logWeights = weights.map(Math.log)
  const size = nodes.length
  const step = (nodes[size - 1] - nodes[0]) / (size - 1)
  const equidistant = nodes.every((theta, q) => Math.abs(theta - nodes[0] - q * step) < 1e-12)
  return tasks => {
    const [low, high] = scoreRange(plan, parameters, tasks)
    const centre = (low + high) / 2
    const logBase = logWeights.slice()
    for (const j of tasks) {
      const row = j * size
      for (let q = 0; q < size; q++) logBase[q] -= logZ[row + q]
    }
    let top = Number.NEGATIVE_INFINITY
    for (let q = 0; q < size; q++) {
      logBase[q] += nodes[q] * centre
      if (logBase[q] > top) top = logBase[q]
    }
    const base = new Float64Array(size)
    for (let q = 0; q < size; q++) {
      logBase[q] -= top
      base[q] = Math.exp(logBase[q])
    }
    const spacing = equidistant ? step : null
    return { nodes, spacing, low, high, centre, logBase, base, top }
  }
}

/** T as a sum of table entries: Σ_g tables[g][code of the group]. */
export function scoreTables(plan: TaskPlan, parameters: Float64Array): Float64Array[] {
  return plan.groups.map(group => {
    const digits = digitsOf(plan, group)
    const table = new Float64Array(group.size)
    group.tasks.forEach((j, position) => {
      const { points, offset } = plan.tasks[j]
      for (let code = 0; code < group.size; code++) {
        const digit = digits[position][code]
        if (digit > 0) table[code] += parameters[offset] * (points[digit] - points[0])
      }
    })
    return table
  })
}

/** Adds up T of the rows from … from + out.length. */
export function fillScores(
  tables: readonly Float64Array[],
  codes: readonly Uint16Array[],
  from: number,
  size: number,
  out: Float64Array,
): void {
  out.fill(0, 0, size)
  for (let g = 0; g < tables.length; g++) {
    const table = tables[g]
    const column = codes[g]
    for (let i = 0; i < size; i++) out[i] += table[column[from + i]]
  }
}

/** Least and greatest T of works that have these tasks. */
export function scoreRange(
  plan: TaskPlan,
  parameters: Float64Array,
  tasks: readonly number[],
): [number, number] {
  let low = 0
  let high = 0
  for (const j of tasks) {
    const { points, offset } = plan.tasks[j]
    const edge = parameters[offset] * (points[points.length - 1] - points[0])
    low += Math.min(0, edge)
    high += Math.max(0, edge)
  }
  return [low, high]
}
