/** Chosen options of N examinees for J tasks. */
export interface OptionAnswers {
  readonly count: number
  /** J columns of N codes 1…255; 0 where nothing was chosen. */
  readonly chosen: readonly Uint8Array[]
}

/** Probability of every option of every task at points of ability. */
export interface OptionCurves {
  readonly points: number
  /** Categories a task: the largest code + 1. */
  readonly categories: number
  /** (g·J + j)·categories + v. */
  readonly probability: Float64Array
  /** Nearest point of each examinee. */
  readonly pointOf: Int32Array
}

const POINTS = 25
const LIMIT = 3
/** Bandwidth in standard deviations of ability; N^(−1/5) at some hundreds of examinees. */
const BANDWIDTH = 0.3
/** Weight of the task's overall shares, in examinees. */
const PRIOR = 2

/**
 * How options are chosen at each level of ability, by kernel smoothing over examinees (Ramsay 1991, Psychometrika 56:
 * 611–630): no key and no form of curve is assumed.
 *
 * @param ability N finite values with mean 0 and SD 1
 */
export function optionCurves({ count, chosen }: OptionAnswers, ability: Float64Array): OptionCurves {
  const tasks = chosen.length
  let categories = 1
  for (const column of chosen) for (const v of column) if (v >= categories) categories = v + 1
  const probability = new Float64Array(POINTS * tasks * categories)
  const overall = new Float64Array(tasks * categories)
  for (let j = 0; j < tasks; j++) {
    for (let i = 0; i < count; i++) overall[j * categories + chosen[j][i]] += 1 / count
  }
  const weight = new Float64Array(count)
  for (let g = 0; g < POINTS; g++) {
    const at = -LIMIT + (2 * LIMIT * g) / (POINTS - 1)
    let sum = 0
    for (let i = 0; i < count; i++) {
      weight[i] = Math.exp(-0.5 * ((ability[i] - at) / BANDWIDTH) ** 2)
      sum += weight[i]
    }
    for (let j = 0; j < tasks; j++) {
      const from = (g * tasks + j) * categories
      for (let i = 0; i < count; i++) probability[from + chosen[j][i]] += weight[i]
      for (let v = 0; v < categories; v++) {
        probability[from + v] = (probability[from + v] + PRIOR * overall[j * categories + v]) / (sum + PRIOR)
      }
    }
  }
  const pointOf = Int32Array.from(ability, theta =>
    Math.max(0, Math.min(POINTS - 1, Math.round(((theta + LIMIT) / (2 * LIMIT)) * (POINTS - 1)))),
  )
  return { points: POINTS, categories, probability, pointOf }
}
