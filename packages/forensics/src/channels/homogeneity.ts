import type { ChannelValues, PreparedWorks } from './contract.ts'
import type { ClassFeatures } from './invalsi.ts'
import { type RobustFit, robustRegression } from './robust-regression.ts'

export interface HomogeneityValues extends ChannelValues {
  readonly channel: 'homogeneity'
  /** What INVALSI's indicator (invalsiMembership) is made of: it stands beside the value, not in it. */
  readonly features: ClassFeatures
}

/** Fewer works have no spread to speak of. */
const LEAST_WORKS = 5

/**
 * Channel «homogeneity»: works of a group more alike than groups of its level and size are.
 *
 * Two measures of spread, the SD of totals and INVALSI's Gini of answers (mean over tasks of 1 − Σ share², unbiased by
 * n/(n − 1)), each regressed robustly on the group's mean, its square and cube, and 1/n, weight n (METHODS §1.1,
 * «compression», and §1.3). value = −½ (r_sd/s_sd + r_gini/s_gini), s the robust SD of √n·r over all groups; variance =
 * (1 + correlation)/(2n), the spread that the bulk of groups has.
 *
 * The indicator of INVALSI itself (invalsi.ts) is no part of it: it calls high means suspicious too, which the channel
 * of level weighs with covariates, and here would name excellent small classes twice.
 *
 * Sees: answers dictated to all, a common answer sheet. Does not see: help to a part of the class. Innocent: selection
 * into the class, a paper too easy (a ceiling squeezes the spread; the cubic takes most of it out).
 */
export function homogeneityChannel(prepared: PreparedWorks): HomogeneityValues {
  const { groupCount } = prepared
  const { features, n } = classFeatures(prepared)
  const value = new Float64Array(groupCount).fill(Number.NaN)
  const variance = new Float64Array(groupCount).fill(Number.NaN)
  const sd = spreadGivenMean(features.sd, features.mean, n)
  const gini = spreadGivenMean(features.gini, features.mean, n)
  const known = [sd, gini].filter(fit => fit !== null && fit.scale > 0) as RobustFit[]
  const share = known.length === 2 ? (1 + correlation(known[0], known[1], n)) / 2 : 1
  for (let g = 0; g < groupCount && known.length > 0; g++) {
    const total = known.reduce((sum, { residual, scale }) => sum - residual[g] / scale, 0) / known.length
    if (!Number.isFinite(total) || n[g] < LEAST_WORKS) continue
    value[g] = total
    variance[g] = share / n[g]
  }
  return { channel: 'homogeneity', value, variance, n, features }
}

/** A measure of spread less what robust regression on the mean (a cubic) and the size lets expect. */
export function spreadGivenMean(
  spread: Float64Array,
  mean: Float64Array,
  n: ArrayLike<number>,
): RobustFit | null {
  const rows = mean.reduce((count, x, g) => count + (Number.isFinite(x + spread[g]) ? 1 : 0), 0)
  // A region of a few groups affords a line, not a curve.
  const powers = rows >= 40 ? 3 : rows >= 16 ? 2 : rows >= 8 ? 1 : 0
  const columns = Array.from({ length: powers + 1 }, (_, k) => mean.map(x => x ** k))
  if (rows >= 40) columns.push(mean.map((_, g) => 1 / n[g]))
  return robustRegression(spread, columns, n)
}

function classFeatures(prepared: PreparedWorks): {
  readonly features: ClassFeatures
  readonly n: Int32Array
} {
  const { groupCount, groupStart, total, maxScore, responses, taskMaxima, notAttempted } = prepared
  const mean = new Float64Array(groupCount).fill(Number.NaN)
  const sd = new Float64Array(groupCount).fill(Number.NaN)
  const gini = new Float64Array(groupCount).fill(Number.NaN)
  const missing = notAttempted === null ? null : new Float64Array(groupCount).fill(Number.NaN)
  const n = new Int32Array(groupCount)
  const counts = new Int32Array(256)
  for (let g = 0; g < groupCount; g++) {
    const from = groupStart[g]
    const to = groupStart[g + 1]
    n[g] = to - from
    if (n[g] < LEAST_WORKS) continue
    let sum = 0
    for (let i = from; i < to; i++) sum += total[i]
    let squares = 0
    for (let i = from; i < to; i++) squares += (total[i] - sum / n[g]) ** 2
    mean[g] = sum / n[g] / maxScore
    sd[g] = Math.sqrt(squares / (n[g] - 1)) / maxScore
    let tasks = 0
    let all = 0
    for (let j = 0; j < taskMaxima.length; j++) {
      const column = responses.scores[j]
      counts.fill(0, 0, taskMaxima[j] + 1)
      let had = 0
      for (let i = from; i < to; i++) {
        if (column[i] > taskMaxima[j]) continue
        counts[column[i]]++
        had++
      }
      if (had < 2) continue
      let same = 0
      for (let k = 0; k <= taskMaxima[j]; k++) same += (counts[k] / had) ** 2
      all += (((1 - same) * had) / (had - 1)) * ((taskMaxima[j] + 1) / taskMaxima[j])
      tasks++
    }
    if (tasks > 0) gini[g] = all / tasks
    if (missing !== null && notAttempted !== null && taskMaxima.length > 0) {
      let left = 0
      for (const column of notAttempted) for (let i = from; i < to; i++) left += column[i]
      missing[g] = left / (n[g] * taskMaxima.length)
    }
  }
  return { features: { mean, sd, gini, missing }, n }
}

/** Correlation of two residuals over groups, each held at 2.5 SD. */
function correlation(a: RobustFit, b: RobustFit, n: Int32Array): number {
  const held = ({ residual, scale }: RobustFit, g: number) =>
    Math.max(-2.5, Math.min(2.5, (residual[g] / scale) * Math.sqrt(n[g])))
  let [both, first, second] = [0, 0, 0]
  for (let g = 0; g < n.length; g++) {
    const [x, y] = [held(a, g), held(b, g)]
    if (!Number.isFinite(x + y)) continue
    both += x * y
    first += x * x
    second += y * y
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0
}
