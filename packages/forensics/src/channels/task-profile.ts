import type { ChannelValues, PreparedWorks } from './contract.ts'
import { LEAST_WORKS, standardisedResidual, type TaskResiduals, taskResiduals } from './residuals.ts'

export interface TaskProfileValues extends ChannelValues {
  readonly channel: 'task-profile'
  /** Σ_j z_gj² and its degrees of freedom (tasks that tell something, less one); NaN and 0 without a profile. */
  readonly chiSquare: Float64Array
  readonly degreesOfFreedom: Int32Array
  /** «Easy worse, hard better»: z of the slope of the group's shifts on difficulty, positive for hard better. */
  readonly inversion: Float64Array
  /** Logit of the share of points not earned, K values; NaN where it has no end. */
  readonly difficulty: Float64Array
  readonly residuals: TaskResiduals
}

/** Fewer tasks make no profile. */
const LEAST_TASKS = 3

/**
 * A group whose strong and weak tasks are not those of its ability: T = Σ_j z_gj², z by taskResiduals, about χ² with
 * K − 1 degrees of freedom (the tasks are tied by the ability) in an honest group. METHODS §1.3, «class-by-item
 * residual profile».
 *
 * The value is Wilson and Hilferty's cube root (1931, PNAS 17: 684–688), ∛(T/df) − (1 − 2/9df) with the variance
 * 2/9df, which is near normal where χ² is not. Unlike other channels it has the ordinary differences of teaching
 * already in it, for without them the tasks could not be weighed.
 *
 * Sees answers given to a class for some of the tasks, and anything else that is not spread evenly over the tasks.
 * Does not see a class helped everywhere alike, nor single copied works. A topic not taught, or just revised, looks
 * the same. The directed form of the regulator's sign («easy tasks worse, hard tasks better») is in `inversion`; it is
 * not the value, because answers given for tasks of any difficulty leave no slope.
 */
export function taskProfileChannel(
  prepared: PreparedWorks,
  residuals: TaskResiduals = taskResiduals(prepared),
): TaskProfileValues {
  const { groupCount, taskCount, works } = residuals
  const value = new Float64Array(groupCount).fill(Number.NaN)
  const variance = new Float64Array(groupCount).fill(Number.NaN)
  const chiSquare = new Float64Array(groupCount).fill(Number.NaN)
  const degreesOfFreedom = new Int32Array(groupCount)
  const inversion = new Float64Array(groupCount).fill(Number.NaN)
  const difficulty = difficulties(prepared)
  for (let g = 0; g < groupCount; g++) {
    if (works[g] < LEAST_WORKS) continue
    let sum = 0
    let tasks = 0
    for (let j = 0; j < taskCount; j++) {
      const z = standardisedResidual(residuals, g, j)
      if (Number.isNaN(z)) continue
      sum += z * z
      tasks++
    }
    if (tasks < LEAST_TASKS) continue
    const df = tasks - 1
    chiSquare[g] = sum
    degreesOfFreedom[g] = df
    value[g] = Math.cbrt(sum / df) - (1 - 2 / (9 * df))
    variance[g] = 2 / (9 * df)
    inversion[g] = slopeOnDifficulty(residuals, g, difficulty)
  }
  return {
    channel: 'task-profile',
    value,
    variance,
    n: works,
    chiSquare,
    degreesOfFreedom,
    inversion,
    difficulty,
    residuals,
  }
}

function difficulties({ count, responses: { maxima, scores } }: PreparedWorks): Float64Array {
  return Float64Array.from(maxima, (maximum, j) => {
    const column = scores[j]
    let points = 0
    let works = 0
    for (let i = 0; i < count; i++) {
      if (column[i] > maximum) continue
      points += column[i]
      works++
    }
    const share = points / (works * maximum)
    return share > 0 && share < 1 ? Math.log((1 - share) / share) : Number.NaN
  })
}

/**
 * Weighted regression of the shifts R/V on difficulty, each with the variance 1/V + τ², divided by its standard
 * error; NaN where the tasks are equally hard.
 */
function slopeOnDifficulty(residuals: TaskResiduals, g: number, difficulty: Float64Array): number {
  const { taskCount, difference, information, spread } = residuals
  let weights = 0
  let x = 0
  let y = 0
  let xx = 0
  let xy = 0
  for (let j = 0; j < taskCount; j++) {
    const v = information[g * taskCount + j]
    if (Number.isNaN(standardisedResidual(residuals, g, j)) || Number.isNaN(difficulty[j])) continue
    const w = v / (1 + spread[j] * v)
    const shift = difference[g * taskCount + j] / v
    weights += w
    x += w * difficulty[j]
    y += w * shift
    xx += w * difficulty[j] * difficulty[j]
    xy += w * difficulty[j] * shift
  }
  const within = xx - (x * x) / weights
  return within > 1e-9 * weights ? (xy - (x * y) / weights) / Math.sqrt(within) : Number.NaN
}
