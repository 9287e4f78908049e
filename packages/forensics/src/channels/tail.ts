import { normalUpperQuantile } from '../person-fit/normal-quantile.ts'
import type { ChannelValues, PreparedWorks } from './contract.ts'
import { factorise, solveFactorised } from './small-matrix.ts'

export interface TailValues extends ChannelValues {
  readonly channel: 'tail'
  /** Scores: the hole is middle … top − gap − 1, the bump top … maximum; null where the set has no such scores. */
  readonly cut: { readonly middle: number; readonly top: number; readonly gap: number } | null
  readonly bump: Int32Array
  readonly hole: Int32Array
  readonly expectedBump: Float64Array
}

/** Shares of the region's works at and above the top and the middle. */
const TOP_SHARE = 0.1
const MIDDLE_SHARE = 0.4
/** Scores between hole and bump, as a share of the maximum: where a lifted work and a good one cannot be told apart. */
const GAP_SHARE = 0.1
const STEPS = 50

/**
 * Channel «tail»: works put into the top of the scale, a bump H at the top with a hole M below it (METHODS §1.1).
 *
 * log E[H] = log(M + ½) + a + b·log((M + ½)/n), quasi-Poisson over groups: how many works a group with that middle
 * usually has at the top. A strong group has both; works carried from the middle to the top lower M and raise H.
 * Var(H) = E + (E·(1 + b)/(M + ½))²·M + κE²: Poisson noise of the top, that of the middle carried through the curve, and
 * what groups differ by beyond it (κ by moments, each group held at three SD). Counts are few and skew, so the value is
 * the normal deviate of the mid-p of H under the negative binomial with this mean and variance; its variance is 1.
 *
 * Sees: excellent marks handed to a few. Does not see: lifts below the top. Innocent: two levels of pupils in one group
 * (a profile class merged with an ordinary one) — the noise between honest groups is estimated afterwards.
 */
export function tailChannel(prepared: PreparedWorks): TailValues {
  const { groupCount, groupStart, total } = prepared
  const value = new Float64Array(groupCount).fill(Number.NaN)
  const variance = new Float64Array(groupCount).fill(Number.NaN)
  const n = new Int32Array(groupCount)
  const bump = new Int32Array(groupCount)
  const hole = new Int32Array(groupCount)
  const expectedBump = new Float64Array(groupCount).fill(Number.NaN)
  const cut = cutsOf(prepared)
  for (let g = 0; g < groupCount; g++) {
    n[g] = groupStart[g + 1] - groupStart[g]
    if (cut === null) continue
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      if (total[i] >= cut.top) bump[g]++
      else if (total[i] >= cut.middle && total[i] < cut.top - cut.gap) hole[g]++
    }
  }
  const curve = cut === null ? null : fitCurve(bump, hole, n)
  const carried = new Float64Array(groupCount)
  for (let g = 0; curve !== null && g < groupCount; g++) {
    if (n[g] === 0) continue
    const middle = hole[g] + 0.5
    expectedBump[g] = middle * Math.exp(curve.level + curve.slope * Math.log(middle / n[g]))
    carried[g] = (((1 + curve.slope) * expectedBump[g]) / middle) ** 2 * hole[g]
  }
  const kappa = excessSpread(bump, expectedBump, carried)
  for (let g = 0; g < groupCount; g++) {
    if (!(expectedBump[g] > 0) || n[g] < LEAST_WORKS) continue
    value[g] = deviate(bump[g], expectedBump[g], carried[g] / expectedBump[g] ** 2 + kappa)
    variance[g] = 1
  }
  return { channel: 'tail', value, variance, n, cut, bump, hole, expectedBump }
}

/** κ of the variance E + carried + κE². */
function excessSpread(bump: Int32Array, expected: Float64Array, carried: Float64Array): number {
  let excess = 0
  let squares = 0
  for (let g = 0; g < bump.length; g++) {
    if (!(expected[g] > 0)) continue
    const variance = expected[g] + carried[g]
    excess += Math.min((bump[g] - expected[g]) ** 2, 9 * variance) - variance
    squares += expected[g] ** 2
  }
  return squares > 0 ? Math.max(0, excess / squares) : 0
}

/** Of fewer works hole and bump are a pupil or two. */
const LEAST_WORKS = 10
/** Farther out nothing is to be told apart. */
const FARTHEST = 12

/** Normal deviate of the mid-p of a count under the negative binomial of the given mean and variance mean + κ·mean². */
function deviate(count: number, mean: number, kappa: number): number {
  // Large means are close to normal, and the first term below would be no number.
  if (mean > 300)
    return Math.max(-FARTHEST, Math.min(FARTHEST, (count - mean) / Math.sqrt(mean * (1 + kappa * mean))))
  const size = 1 / Math.max(kappa, 1e-9)
  const odds = mean / (size + mean)
  let term = Math.exp(-size * Math.log1p(mean / size))
  let below = 0
  for (let k = 0; k < count; k++) {
    below += term
    term *= (odds * (size + k)) / (k + 1)
  }
  let above = 0
  for (let k = count, more = term; more > 1e-17 * above || k < mean; k++) {
    more *= (odds * (size + k)) / (k + 1)
    above += more
  }
  const upper = above + term / 2
  const z =
    upper < 0.5
      ? normalUpperQuantile(Math.max(upper, 1e-40))
      : -normalUpperQuantile(Math.max(below + term / 2, 1e-40))
  return Math.max(-FARTHEST, Math.min(FARTHEST, z))
}

function cutsOf({ total, count, maxScore }: PreparedWorks): TailValues['cut'] {
  const histogram = new Float64Array(maxScore + 1)
  for (let i = 0; i < count; i++) histogram[total[i]]++
  const gap = Math.max(1, Math.round(GAP_SHARE * maxScore))
  // The lowest score with at most this share of works at or above it.
  const cutAt = (share: number) => {
    let above = 0
    let score = maxScore + 1
    while (score > 0 && above + histogram[score - 1] <= share * count) above += histogram[--score]
    return score
  }
  const top = Math.min(cutAt(TOP_SHARE), maxScore)
  const middle = Math.min(cutAt(MIDDLE_SHARE), top - gap - 1)
  return count > 0 && middle > 0 ? { middle, top, gap } : null
}

/** A group this many SD off the curve has no part in it. Wide, since counts are skew. */
const FAR_OFF = 6

/**
 * Poisson likelihood by Newton's steps with biweights on the groups' Pearson residuals: a few groups with an empty
 * middle and a full top lie at the far end of the curve and would turn it to themselves. Null with fewer than three
 * groups or nobody at the top.
 */
function fitCurve(
  bump: Int32Array,
  hole: Int32Array,
  n: Int32Array,
): { readonly level: number; readonly slope: number } | null {
  let [top, middle, groups] = [0, 0, 0]
  for (let g = 0; g < n.length; g++) {
    if (n[g] === 0) continue
    top += bump[g]
    middle += hole[g] + 0.5
    groups++
  }
  if (groups < 3 || top === 0) return null
  const at = Float64Array.of(Math.log(top / middle), 0)
  const information = new Float64Array(4)
  const step = new Float64Array(2)
  for (let k = 0; k < STEPS; k++) {
    information.fill(0)
    // One work's worth of ridge on the slope, which few groups do not tell.
    information[3] = 1
    step.set([0, -at[1]])
    for (let g = 0; g < n.length; g++) {
      if (n[g] === 0) continue
      const x = Math.log((hole[g] + 0.5) / n[g])
      const expected = (hole[g] + 0.5) * Math.exp(at[0] + at[1] * x)
      const off = bump[g] - expected
      const spread = Math.sqrt(expected + ((1 + at[1]) * expected) ** 2 / (hole[g] + 0.5))
      const trust = Math.max(0, 1 - (off / spread / FAR_OFF) ** 2) ** 2
      step[0] += trust * off
      step[1] += trust * off * x
      information[0] += trust * expected
      information[2] += trust * expected * x
      information[3] += trust * expected * x * x
    }
    factorise(information, 2)
    solveFactorised(information, 2, step)
    const size = Math.max(Math.abs(step[0]), Math.abs(step[1]))
    const damp = size > 1 ? 1 / size : 1
    at[0] += damp * step[0]
    at[1] += damp * step[1]
    if (size < 1e-10) break
  }
  return { level: at[0], slope: at[1] }
}
