import type { Responses } from './responses.ts'

/**
 * Popularity of each step of each task: the share with at least k points, k = 1…m_j, among the pupils who have the
 * task. K arrays of m_j; zeros for a task that nobody has.
 */
export function stepPopularity({ count, maxima, scores }: Responses): Float64Array[] {
  return scores.map((column, j) => {
    const maximum = maxima[j]
    const counts = new Float64Array(256)
    for (let i = 0; i < count; i++) counts[column[i]]++
    const share = new Float64Array(maximum)
    let pupils = counts[0]
    for (let k = 1; k <= maximum; k++) pupils += counts[k]
    for (let k = maximum, above = 0; k >= 1; k--) {
      above += counts[k]
      if (pupils > 0) share[k - 1] = above / pupils
    }
    return share
  })
}

/** The weights by which passed steps are added up. */
export type StepWeight = 'rank' | 'logit' | 'share'

/** Sums of one weight over a work: at least `least[r]` and at most `most[r]` with r passed steps, r = 0…R. */
export interface StepSums {
  /** `cumulative[offset[j] + x]`: sum of the weights of the steps of task j passed with x points. */
  readonly cumulative: Float64Array
  readonly least: Float64Array
  readonly most: Float64Array
}

/** The steps of the tasks that a pupil has, in their order of popularity. */
export interface StepScale {
  /** R, the number of steps that can tell pupils apart. */
  readonly steps: number
  /** K + 1; entries of tasks outside the scale are there and unused. */
  readonly offset: Int32Array
  /** `passed[offset[j] + x]`: steps of task j passed with x points. */
  readonly passed: Uint8Array
  readonly sums: Readonly<Record<StepWeight, StepSums>>
}

/**
 * The scale of the tasks marked in `has`.
 *
 * Each task brings its own m_j steps, so mixed maxima need no padding: the impossible steps that padding adds enter
 * the normaliser and spoil it (PerFit). A step that everybody or nobody passes orders nobody and is left out.
 * Ranks count from the most popular step; equally popular steps share the mean of their ranks, so that nothing
 * depends on the order of tasks, and a pair of them of which one is passed counts as half an error.
 *
 * Least and most of a sum with r steps passed come from the (min, +) and (max, +) convolution of the tasks'
 * cumulative weights (Emons 2008): steps of a task can only be passed in their order. K·R·m operations.
 *
 * @param popularity K arrays of m_j, not increasing within a task
 * @param has K flags
 */
export function createStepScale(popularity: readonly Float64Array[], has: Uint8Array): StepScale {
  const offset = new Int32Array(popularity.length + 1)
  const shares: number[] = []
  for (const [j, task] of popularity.entries()) {
    offset[j + 1] = offset[j] + task.length + 1
    if (has[j] === 1) for (const p of task) if (p > 0 && p < 1) shares.push(p)
  }
  shares.sort((a, b) => b - a)
  const ranks = meanRanks(shares)
  const weights: Record<StepWeight, (p: number) => number> = {
    rank: p => ranks.get(p)!,
    logit: p => Math.log(p / (1 - p)),
    share: p => p,
  }
  const passed = new Uint8Array(offset[popularity.length])
  for (const [j, task] of popularity.entries()) {
    for (let k = 1; k <= task.length; k++) {
      const p = task[k - 1]
      passed[offset[j] + k] = passed[offset[j] + k - 1] + (p > 0 && p < 1 ? 1 : 0)
    }
  }
  const sumsOf = (weight: (p: number) => number) => stepSums(popularity, has, offset, shares.length, weight)
  const sums = { rank: sumsOf(weights.rank), logit: sumsOf(weights.logit), share: sumsOf(weights.share) }
  return { steps: shares.length, offset, passed, sums }
}

/** Ranks 1…R of shares in decreasing order, the mean of their ranks for equal ones. */
function meanRanks(decreasing: readonly number[]): Map<number, number> {
  const ranks = new Map<number, number>()
  for (let from = 0; from < decreasing.length; ) {
    let to = from
    while (to < decreasing.length && decreasing[to] === decreasing[from]) to++
    ranks.set(decreasing[from], (from + 1 + to) / 2)
    from = to
  }
  return ranks
}

function stepSums(
  popularity: readonly Float64Array[],
  has: Uint8Array,
  offset: Int32Array,
  steps: number,
  weight: (p: number) => number,
): StepSums {
  const cumulative = new Float64Array(offset[popularity.length])
  let least = new Float64Array(steps + 1)
  let most = new Float64Array(steps + 1)
  let reach = 0
  for (const [j, task] of popularity.entries()) {
    if (has[j] !== 1) continue
    const ladder = [0]
    for (let k = 1; k <= task.length; k++) {
      const p = task[k - 1]
      const step = p > 0 && p < 1 ? weight(p) : 0
      cumulative[offset[j] + k] = cumulative[offset[j] + k - 1] + step
      if (p > 0 && p < 1) ladder.push(cumulative[offset[j] + k])
    }
    least = extend(least, reach, ladder, Math.min)
    most = extend(most, reach, ladder, Math.max)
    reach += ladder.length - 1
  }
  return { cumulative, least, most }
}

/** sums′[r] = best over k of sums[r − k] + ladder[k]. */
function extend(
  sums: Float64Array,
  reach: number,
  ladder: readonly number[],
  best: (a: number, b: number) => number,
): Float64Array<ArrayBuffer> {
  const next = new Float64Array(sums.length)
  for (let r = 0; r < reach + ladder.length; r++) {
    let value: number | undefined
    for (let k = Math.max(0, r - reach); k < ladder.length && k <= r; k++) {
      const sum = sums[r - k] + ladder[k]
      value = value === undefined ? sum : best(value, sum)
    }
    next[r] = value ?? 0
  }
  return next
}
