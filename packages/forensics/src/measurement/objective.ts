import { fillProbabilities } from './category-probabilities.ts'
import type { TaskPlan } from './plan-tasks.ts'
import type { Quadrature } from './quadrature.ts'

/** A normal prior of the slopes, a_j ~ N(mean, sd²); weak with, say, mean 1 and sd 1. */
export interface SlopePrior {
  readonly mean: number
  readonly sd: number
}

/**
 * Slopes beyond this are held back by half the square of the excess, so that data with no maximum of the likelihood
 * (a task that divides a handful of works perfectly) still give finite estimates; within it the likelihood is
 * untouched. A task of slope 8 separates abilities that differ by half a standard deviation with certainty.
 */
export const SLOPE_WALL = 8

export interface Objective {
  /** Marginal log-likelihood of all works, without prior and wall. */
  readonly logLikelihood: number
  /** −(log-likelihood + log prior) per work, to be minimised. */
  readonly value: number
  /** Its gradient in the order of the parameters. */
  readonly gradient: Float64Array
}

/**
 * Marginal log-likelihood and its gradient from the E-step at the same parameters (Fisher's identity):
 *
 *   ∂ℓ/∂d_jk = Σ_q n_jq·P_jk(θ_q) − N_jk,   ∂ℓ/∂a_j = Σ_i s_ij·E(θ | i) − Σ_q n_jq·θ_q·E_j(θ_q).
 */
export function objective(
  plan: TaskPlan,
  quadrature: Quadrature,
  parameters: Float64Array,
  counts: Float64Array,
  prior: SlopePrior | null,
): Objective {
  const { nodes } = quadrature
  const works = counts[0]
  const gradient = new Float64Array(plan.parameterCount)
  const p = new Float64Array(256)
  let logLikelihood = counts[1]
  let penalty = 0
  plan.tasks.forEach((task, j) => {
    const { points, offset } = task
    const at = 2 + plan.tasks.length + j * nodes.length
    let slope = counts[2 + j]
    for (let q = 0; q < nodes.length; q++) {
      fillProbabilities(task, parameters, nodes[q], p)
      for (let k = 1; k < points.length; k++) {
        const expected = counts[at + q] * p[k]
        gradient[offset + k] -= expected
        slope -= expected * nodes[q] * (points[k] - points[0])
      }
    }
    const a = parameters[offset]
    const excess = Math.sign(a) * Math.max(0, Math.abs(a) - SLOPE_WALL)
    const off = prior === null ? 0 : (a - prior.mean) / prior.sd
    penalty += (excess * excess + off * off) / 2
    gradient[offset] = (excess + (prior === null ? 0 : off / prior.sd) - slope) / works
    for (let k = 1; k < points.length; k++) {
      logLikelihood -= parameters[offset + k] * task.counts[k]
      gradient[offset + k] = (gradient[offset + k] + task.counts[k]) / works
    }
  })
  return { logLikelihood, value: (penalty - logLikelihood) / works, gradient }
}
