import { fillProbabilities } from './category-probabilities.ts'
import { SLOPE_WALL, type SlopePrior } from './objective.ts'
import type { TaskPlan } from './plan-tasks.ts'
import type { Quadrature } from './quadrature.ts'

/**
 * Inverse of the complete-data information per work, a matrix of one block per task (row-major, side
 * parameterCount): the curvature the log-likelihood would have were abilities known. It bounds the observed
 * information from above, so a step by it climbs (the EM gradient algorithm; Lange 1995, JRSS B 57: 425–437).
 */
export function inverseCompleteInformation(
  plan: TaskPlan,
  quadrature: Quadrature,
  parameters: Float64Array,
  counts: Float64Array,
  prior: SlopePrior | null,
): Float64Array {
  const { nodes } = quadrature
  const side = plan.parameterCount
  const inverse = new Float64Array(side * side)
  const p = new Float64Array(256)
  plan.tasks.forEach((task, j) => {
    const { points, offset } = task
    const size = points.length
    const block = new Float64Array(size * size)
    for (let q = 0; q < nodes.length; q++) {
      const n = counts[2 + plan.tasks.length + j * nodes.length + q]
      fillProbabilities(task, parameters, nodes[q], p)
      let mean = 0
      for (let k = 1; k < size; k++) mean += p[k] * (points[k] - points[0])
      for (let k = 0; k < size; k++) {
        const off = points[k] - points[0] - mean
        block[0] += n * p[k] * (nodes[q] * off) ** 2
        if (k === 0) continue
        block[k] -= n * p[k] * nodes[q] * off
        for (let l = 1; l <= k; l++) block[k * size + l] += n * p[k] * ((k === l ? 1 : 0) - p[l])
      }
    }
    for (let k = 1; k < size; k++) block[k * size] = block[k]
    if (prior !== null) block[0] += 1 / prior.sd ** 2
    if (Math.abs(parameters[offset]) > SLOPE_WALL) block[0] += 1
    invertSymmetric(block, size)
    for (let k = 0; k < size; k++) {
      for (let l = 0; l < size; l++) {
        inverse[(offset + k) * side + offset + l] = block[Math.max(k, l) * size + Math.min(k, l)] * counts[0]
      }
    }
  })
  return inverse
}

/** Inverts a positive definite matrix in place, lower triangle in and out, with a ridge of 1e-9 of its diagonal. */
function invertSymmetric(matrix: Float64Array, size: number): void {
  for (let k = 0; k < size; k++) matrix[k * size + k] = matrix[k * size + k] * (1 + 1e-9) + 1e-12
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k]
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j * size + j]
    }
  }
  const half = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    for (let i = column; i < size; i++) {
      let sum = i === column ? 1 : 0
      for (let k = column; k < i; k++) sum -= lower[i * size + k] * half[k * size + column]
      half[i * size + column] = sum / lower[i * size + i]
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < size; k++) sum += half[k * size + i] * half[k * size + j]
      matrix[i * size + j] = sum
    }
  }
}
