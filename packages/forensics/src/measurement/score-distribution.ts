import { fillProbabilities } from './category-probabilities.ts'
import type { GpcmModel } from './gpcm-model.ts'

/** Category probabilities of a task at the nodes of the model: row q × category k. */
export function probabilitiesAtNodes(model: GpcmModel, j: number): Float64Array {
  const { nodes } = model.quadrature
  const task = model.plan.tasks[j]
  const size = task.points.length
  const out = new Float64Array(nodes.length * size)
  for (let q = 0; q < nodes.length; q++) {
    fillProbabilities(task, model.parameters, nodes[q], out.subarray(q * size, (q + 1) * size))
  }
  return out
}

/**
 * Distribution of the sum of points (above each task's lowest) over the given tasks at every node: row q × sum, by
 * adding one task after another. Lord, Wingersky 1984, Appl. Psychol. Meas. 8: 453–461.
 *
 * @param probabilities of every modelled task, see probabilitiesAtNodes
 * @param span greatest sum; rows have span + 1 numbers
 */
export function scoreDistribution(
  model: GpcmModel,
  probabilities: readonly Float64Array[],
  tasks: readonly number[],
  span: number,
): Float64Array {
  const nodes = model.quadrature.nodes.length
  const width = span + 1
  const out = new Float64Array(nodes * width)
  for (let q = 0; q < nodes; q++) {
    const row = out.subarray(q * width, (q + 1) * width)
    row[0] = 1
    let reached = 0
    for (const j of tasks) {
      const { points } = model.plan.tasks[j]
      const p = probabilities[j]
      const at = q * points.length
      reached += points[points.length - 1] - points[0]
      // Downwards, so that a sum is read before it is replaced.
      for (let sum = reached; sum >= 0; sum--) {
        let share = 0
        for (let k = 0; k < points.length && points[k] - points[0] <= sum; k++) {
          share += row[sum - points[k] + points[0]] * p[at + k]
        }
        row[sum] = share
      }
    }
  }
  return out
}
