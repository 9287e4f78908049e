import { robustRegression } from './robust-regression.ts'

/** Means of groups on any scale, each with the works behind it and the SD between works of the whole region. */
export interface GroupMeans {
  /** NaN where the group has none. */
  readonly mean: Float64Array
  readonly n: ArrayLike<number>
  /** SD between works within groups, in the unit of the means. */
  readonly sdWithin: number
}

export interface ExplainedMeans {
  /** Standardised mean less what the other measure lets expect, in SD of works of the region; NaN without both. */
  readonly value: Float64Array
  /** Sampling variance of both means. */
  readonly variance: Float64Array
  /** Slope of the one standardised mean on the other, freed of the noise of the other's small groups. */
  readonly slope: number
}

/** Fewer groups with both do not tell a slope. */
const LEAST_GROUPS = 5

/**
 * What one set of group means is above what another set (an earlier test, an examination) lets expect, over the groups
 * that have both (METHODS §1.2, cohort gain; §1.7).
 *
 * Both are put on the region's own scale, mean 0 and SD of works 1, since scales of different tests and years do not
 * compare. The explaining mean is shrunk by its reliability τ²/(τ² + 1/n) before a robust regression (regression
 * calibration, Carroll et al. 2006, Measurement Error in Nonlinear Models, ch. 4): without it small groups with a bad
 * earlier day would all look risen. Weight of a group: n₁n₂/(n₁ + n₂). Variance = 1/n₁ + slope²·λ/n₂.
 */
export function explainMeans(explained: GroupMeans, by: GroupMeans): ExplainedMeans {
  const groups = explained.mean.length
  const value = new Float64Array(groups).fill(Number.NaN)
  const variance = new Float64Array(groups).fill(Number.NaN)
  const weight = new Float64Array(groups)
  let known = 0
  for (let g = 0; g < groups; g++) {
    if (!(explained.n[g] > 0 && by.n[g] > 0 && Number.isFinite(explained.mean[g] + by.mean[g]))) continue
    weight[g] = (explained.n[g] * by.n[g]) / (explained.n[g] + by.n[g])
    known++
  }
  if (known < LEAST_GROUPS || !(explained.sdWithin > 0 && by.sdWithin > 0))
    return { value, variance, slope: Number.NaN }
  const y = standardised(explained, weight)
  const x = standardised(by, weight)
  const between = varianceBetween(x, by.n, weight)
  const reliability = Float64Array.from(x, (_, g) => (weight[g] > 0 ? between / (between + 1 / by.n[g]) : 0))
  const shrunken = x.map((v, g) => (weight[g] > 0 ? v * reliability[g] : 0))
  const fit = robustRegression(y, [new Float64Array(groups).fill(1), shrunken], weight)
  if (fit === null) return { value, variance, slope: Number.NaN }
  const slope = fit.coefficients[1]
  for (let g = 0; g < groups; g++) {
    if (weight[g] === 0) continue
    value[g] = fit.residual[g]
    variance[g] = 1 / explained.n[g] + (slope ** 2 * reliability[g]) / by.n[g]
  }
  return { value, variance, slope }
}

function standardised({ mean, n, sdWithin }: GroupMeans, weight: Float64Array): Float64Array {
  let sum = 0
  let works = 0
  for (let g = 0; g < mean.length; g++) {
    if (weight[g] === 0) continue
    sum += n[g] * mean[g]
    works += n[g]
  }
  return Float64Array.from(mean, (m, g) => (weight[g] === 0 ? Number.NaN : (m - sum / works) / sdWithin))
}

/** Variance between groups beyond sampling, unit variance of works: the moment estimate, not below zero. */
function varianceBetween(x: Float64Array, n: ArrayLike<number>, weight: Float64Array): number {
  let groups = 0
  let excess = 0
  for (let g = 0; g < x.length; g++) {
    if (weight[g] === 0) continue
    excess += x[g] ** 2 - 1 / n[g]
    groups++
  }
  return Math.max(excess / groups, 1e-6)
}

/** Means of the groups of prepared works with the SD within groups pooled over the region. */
export function groupMeans(score: ArrayLike<number>, groupStart: Int32Array): GroupMeans {
  const groups = groupStart.length - 1
  const mean = new Float64Array(groups).fill(Number.NaN)
  const n = new Int32Array(groups)
  let squares = 0
  let freedom = 0
  for (let g = 0; g < groups; g++) {
    let sum = 0
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      if (Number.isNaN(score[i])) continue
      sum += score[i]
      n[g]++
    }
    if (n[g] === 0) continue
    mean[g] = sum / n[g]
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      if (!Number.isNaN(score[i])) squares += (score[i] - mean[g]) ** 2
    }
    freedom += n[g] - 1
  }
  return { mean, n, sdWithin: freedom > 0 ? Math.sqrt(squares / freedom) : 0 }
}
