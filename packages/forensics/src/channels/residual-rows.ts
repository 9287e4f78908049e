import type { PreparedWorks } from './contract.ts'
import { chooseOpenTasks } from './open-tasks.ts'
import { LEAST_WORKS, standardisedResidual, type TaskResiduals } from './residuals.ts'
import type { Rows } from './shared-profile.ts'
import { times, type Whitening, whiteningOf } from './whitening.ts'

/** A residual further out counts as this: one task alone, not taught or just revised, never makes a profile. */
const LIMIT = 2.5

/**
 * Standardised residuals of groups, held within ±2.5, without the explained directions, brought to one variance in all
 * that is left (whitening.ts): a row of an honest group is about N(0, 1) along any direction.
 *
 * @param order the groups, by row
 * @param explained orthonormal directions
 */
export function residualRows(
  prepared: PreparedWorks,
  residuals: TaskResiduals,
  order: Int32Array,
  explained: readonly Float64Array[],
): { readonly rows: Rows; readonly whitening: Whitening } {
  const width = residuals.taskCount
  const z = new Float32Array(order.length * width)
  const row = new Float64Array(width)
  order.forEach((g, r) => {
    for (let j = 0; j < width; j++) {
      const residual = standardisedResidual(residuals, g, j)
      row[j] = Number.isNaN(residual) ? 0 : Math.max(-LIMIT, Math.min(LIMIT, residual))
    }
    for (const direction of explained) takeOut(direction, row)
    z.set(row, r * width)
  })
  const whitening = whiteningOf(z, order.length, width)
  const length2 = new Float64Array(order.length)
  for (let r = 0; r < order.length; r++) {
    for (let j = 0; j < width; j++) row[j] = z[r * width + j]
    const white = times(whitening.forward, row)
    z.set(white, r * width)
    for (let j = 0; j < width; j++) length2[r] += white[j] * white[j]
  }
  const school = order.map(g => prepared.schoolOfGroup[g])
  return { rows: { count: order.length, width, z, length2, school }, whitening }
}

/**
 * What is no leak, or another channel's: all tasks raised alike (what ability should have taken out, and does so only
 * on average), and a point given on the open tasks to whoever has not full points. Orthonormal directions, as such
 * shifts would show in the residuals of an average group.
 */
export function directionsOfOthers(prepared: PreparedWorks, residuals: TaskResiduals): Float64Array[] {
  const { taskCount, groupCount, information, spread, works } = residuals
  const all = new Float64Array(taskCount)
  const lenient = new Float64Array(taskCount)
  const { openTasks } = chooseOpenTasks(prepared)
  for (let j = 0; j < taskCount; j++) {
    let groups = 0
    let v = 0
    for (let g = 0; g < groupCount; g++) {
      if (works[g] < LEAST_WORKS) continue
      groups++
      v += information[g * taskCount + j]
    }
    v /= groups
    if (!(v > 0)) continue
    const error = Math.sqrt(v + spread[j] * v * v)
    all[j] = v / error
    if (openTasks.includes(j)) lenient[j] = belowFull(prepared, j) / groups / error
  }
  const directions: Float64Array[] = []
  for (const direction of [all, lenient]) {
    const before = Math.hypot(...direction)
    for (const other of directions) takeOut(other, direction)
    const norm = Math.hypot(...direction)
    if (norm > 1e-6 * before) directions.push(direction.map(x => x / norm))
  }
  return directions
}

function belowFull({ count, responses }: PreparedWorks, task: number): number {
  const column = responses.scores[task]
  const maximum = responses.maxima[task]
  let works = 0
  for (let i = 0; i < count; i++) if (column[i] < maximum) works++
  return works
}

function takeOut(direction: Float64Array, row: Float64Array): void {
  let dot = 0
  for (let j = 0; j < row.length; j++) dot += direction[j] * row[j]
  for (let j = 0; j < row.length; j++) row[j] -= dot * direction[j]
}
