import type { PreparedWorks } from './contract.ts'
import { momentsByCell, NO_CELL, normOf, scaleOf } from './given-ability.ts'
import { honestSpread } from './honest-spread.ts'

/** A group with fewer works than this has no profile: chance alone makes it odd. */
export const LEAST_WORKS = 5

/**
 * How groups differ from others of the same ability, task by task. Entries stand at g·taskCount + j.
 */
export interface TaskResiduals {
  readonly taskCount: number
  readonly groupCount: number
  /** R_gj = Σ_i (x_ij − E[x_j | ability_i]), points. */
  readonly difference: Float32Array
  /**
   * V_gj = Σ_i Var[x_j | ability_i], points²: the variance of R if pupils were independent, and by how many points R
   * moves per unit of a shift of the task in logits. 0 where nobody of the group has the task or all at that ability
   * get the same.
   */
  readonly information: Float32Array
  /** Σ_i of the third central moments, points³. */
  readonly third: Float32Array
  /** Per task τ_j², variance between honest groups of the task's shift, logits². */
  readonly spread: Float64Array
  /** Works of each group that were compared. */
  readonly works: Int32Array
  /** Cell of ability of each work (NO_CELL without), and by cell the mean and variance of each task. */
  readonly cell: Uint16Array
  readonly mean: readonly Float64Array[]
  readonly variance: readonly Float64Array[]
}

/**
 * Residuals of groups given ability. A group may be taught a topic better than another, so that its task is shifted by
 * δ_gj ~ N(0, τ_j²) logits in all honesty: R_gj ≈ V_gj·δ_gj + chance, with the variance V + τ_j²·V². τ_j² is taken from
 * the bulk of the groups (honestSpread); φ_j of METHODS §1.3 is then 1 + τ_j²·V, which unlike one number per task
 * knows that chance averages out in a large class and teaching does not.
 *
 * The sums of one group are tied by Σ_j a_j·R_gj ≈ 0: ability is estimated from the same tasks, and whatever raises
 * all of them alike is not seen here.
 */
export function taskResiduals(prepared: PreparedWorks): TaskResiduals {
  const { count, groupCount, groupStart, responses } = prepared
  const { maxima, scores } = responses
  const taskCount = maxima.length
  const scale = scaleOf(prepared.ability.subarray(0, count))
  const { cell } = scale
  const difference = new Float32Array(groupCount * taskCount)
  const information = new Float32Array(groupCount * taskCount)
  const third = new Float32Array(groupCount * taskCount)
  const works = new Int32Array(groupCount)
  for (let g = 0; g < groupCount; g++) {
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) if (cell[i] !== NO_CELL) works[g]++
  }
  const moments = scores.map((column, j) => momentsByCell(normOf(scale, column, maxima[j])))
  for (let j = 0; j < taskCount; j++) {
    const column = scores[j]
    const maximum = maxima[j]
    const { mean, variance, third: cubes } = moments[j]
    for (let g = 0; g < groupCount; g++) {
      let sum = 0
      let spread = 0
      let cube = 0
      for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
        const x = column[i]
        const r = cell[i]
        if (x > maximum || r === NO_CELL) continue
        sum += x - mean[r]
        spread += variance[r]
        cube += cubes[r]
      }
      difference[g * taskCount + j] = sum
      information[g * taskCount + j] = spread
      third[g * taskCount + j] = cube
    }
  }
  const spread = Float64Array.from(maxima, (_, j) =>
    honestSpread(groupCount, g => {
      const at = g * taskCount + j
      const enough = works[g] >= LEAST_WORKS
      return { sum: difference[at], variance: enough ? information[at] : 0, pull: information[at] }
    }),
  )
  const mean = moments.map(moment => moment.mean)
  const variance = moments.map(moment => moment.variance)
  return { taskCount, groupCount, difference, information, third, spread, works, cell, mean, variance }
}

/** Below this many points² a task tells nothing of a group. */
const LEAST_INFORMATION = 1e-6

/**
 * z_gj, about N(0, 1) in an honest group; NaN where the task tells nothing of the group.
 *
 * (R − K₃τ²/2)/√(V + τ²V²), freed of its skewness. Where nearly all or nearly none solve a task, R can be far out on
 * one side only, and easy tasks would look alike in all groups. With K₃ = Σ_i of the third moments, a shift δ moves the
 * mean by Vδ + K₃δ²/2 and the variance by K₃δ, so that over δ ~ N(0, τ²) the third moment of R is
 * K₃(1 + 3τ²V + 3τ⁴V²) to the first order in K₃. The deviate is that of the gamma variable with these moments by
 * Wilson and Hilferty's cube root (1931), which keeps the order of the groups.
 */
export function standardisedResidual(residuals: TaskResiduals, g: number, j: number): number {
  const at = g * residuals.taskCount + j
  const v = residuals.information[at]
  if (!(v > LEAST_INFORMATION)) return Number.NaN
  const tau2 = residuals.spread[j]
  const noise = tau2 * v
  const third = residuals.third[at]
  const variance = v * (1 + noise)
  const z = (residuals.difference[at] - (third * tau2) / 2) / Math.sqrt(variance)
  return withoutSkewness(z, (third * (1 + 3 * noise * (1 + noise))) / variance ** 1.5)
}

/** Beyond it the cube root has a pole within reach of the data. */
const MOST_SKEWNESS = 1

function withoutSkewness(z: number, skewness: number): number {
  const g = Math.max(-MOST_SKEWNESS, Math.min(MOST_SKEWNESS, skewness))
  if (Math.abs(g) < 1e-3) return z
  return (6 / g) * (Math.cbrt(Math.max(0, 1 + (g * z) / 2)) - 1) + g / 6
}
