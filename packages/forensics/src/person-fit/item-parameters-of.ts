import type { GpcmModel } from '../measurement/index.ts'
import type { ItemParameters } from './gpcm.ts'

/**
 * A fitted model, one entry for each task of the assessment. A task on which all scores were equal has probability
 * one there, and so no part in any statistic; points that nobody received have probability zero.
 */
export function itemParametersOf({ plan, parameters }: GpcmModel): ItemParameters[] {
  const items = Array.from(plan.taskMaxima, maximum => ({
    slope: 0,
    intercepts: new Float64Array(maximum + 1).fill(Number.NEGATIVE_INFINITY),
  }))
  for (const { task, points, offset } of plan.tasks) {
    items[task].slope = parameters[offset]
    for (const [k, x] of points.entries()) items[task].intercepts[x] = k === 0 ? 0 : -parameters[offset + k]
  }
  for (const { task, points } of plan.left) if (points !== null) items[task].intercepts[points] = 0
  return items
}
