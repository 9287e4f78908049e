import type { ChannelValues, PreparedWorks } from './contract.ts'
import { factorise, solveFactorised } from './small-matrix.ts'

/** A boundary and the scores about it that no other boundary claims. */
export interface BoundaryWindow {
  readonly mark: 3 | 4 | 5
  /** First score of the mark, c. */
  readonly score: number
  readonly from: number
  readonly to: number
  /** Per group: works in the window, below c (the hole), at c (the bump), and both as the region lets expect. */
  readonly works: Int32Array
  readonly below: Int32Array
  readonly at: Int32Array
  readonly expectedBelow: Float64Array
  readonly expectedAt: Float64Array
}

export interface BoundaryValues extends ChannelValues {
  readonly channel: 'boundary'
  /** What stands behind the value, per boundary that has a score on either side. */
  readonly windows: readonly BoundaryWindow[]
}

/** Points by which a work is worth lifting; a longer lift is an act of another kind, seen by other channels. */
const REACH = 3
/** Share of the works below that the alternative lifts: the middle of what is unknown. */
const LIFTED = 0.5

/**
 * Channel «boundary»: works just above a boundary of marks against those just below, the expected shares given the
 * group's level.
 *
 * For a boundary c the window is c − 3 … c + 3. Within it the scores of a group follow
 *     p_g(t) ∝ exp(α_t + (β₁ x_g + β₂ x_g²)(t − c)),
 * α the region's own shape (lumps of the paper and the region's habit included) and x_g the group's level: the mean of
 * its scores with all works inside the window taken as c, so that moving works within the window leaves it alone. A
 * tilt is what a normal shift of ability does to a narrow window; without it strong groups would have fewer works
 * below every boundary and look lifted. Lifting a share ρ of c − 3 … c − 1 to c turns p into p₁, and the value is the
 * mean over works in windows of log p₁/p − its expectation: log(1 − ρ) in the hole, log(1 + ρ·hole/p_c) at the bump
 * (the likelihood ratio, Neyman, Pearson 1933; ρ = ½). Windows are disjoint, so the three boundaries add up.
 *
 * Sees: works raised by up to three points to a boundary. Does not see: a region where all do it alike (α holds the
 * habit), lifts well over the boundary. Innocent: checking again the works that lack a point, honest and common.
 */
export function boundaryChannel(prepared: PreparedWorks): BoundaryValues {
  const { groupCount } = prepared
  const value = new Float64Array(groupCount)
  const variance = new Float64Array(groupCount)
  const n = new Int32Array(groupCount)
  const windows: BoundaryWindow[] = []
  for (const place of placesOf(prepared)) windows.push(weighWindow(prepared, place, value, variance, n))
  for (let g = 0; g < groupCount; g++) {
    const known = n[g] > 0 && variance[g] > 0
    value[g] = known ? value[g] / n[g] : Number.NaN
    variance[g] = known ? variance[g] / n[g] ** 2 : Number.NaN
  }
  return { channel: 'boundary', value, variance, n, windows }
}

type Place = Pick<BoundaryWindow, 'mark' | 'score' | 'from' | 'to'>

/** Windows do not overlap: a boundary's hole ends before the next boundary's, and begins above the last boundary. */
function placesOf({ boundaries, maxScore }: PreparedWorks): Place[] {
  if (boundaries === null) return []
  const marks = [3, 4, 5] as const
  const scores = marks
    .map((mark, k) => ({ mark, score: boundaries[k] }))
    .filter(({ score }) => score >= 1 && score <= maxScore)
  return scores
    .map(({ mark, score }, k) => ({
      mark,
      score,
      from: Math.max(0, score - REACH, k === 0 ? 0 : scores[k - 1].score + 1),
      to: Math.min(
        maxScore,
        Math.max(score, Math.min(score + REACH, (scores[k + 1]?.score ?? maxScore + 9) - REACH - 1)),
      ),
    }))
    .filter(({ from, score }) => from < score)
}

function weighWindow(
  { groupCount, groupStart, total }: PreparedWorks,
  place: Place,
  value: Float64Array,
  variance: Float64Array,
  n: Int32Array,
): BoundaryWindow {
  const { from, to, score } = place
  const width = to - from + 1
  const counts = new Int32Array(groupCount * width)
  const works = new Int32Array(groupCount)
  const level = new Float64Array(groupCount)
  for (let g = 0; g < groupCount; g++) {
    let sum = 0
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      const t = total[i]
      if (t >= from && t <= to) {
        counts[g * width + t - from]++
        works[g]++
        sum += score
      } else sum += t
    }
    level[g] = works[g] === 0 ? Number.NaN : sum / (groupStart[g + 1] - groupStart[g])
  }
  standardise(level, works)
  const shape = fitTilt(counts, works, level, width, score - from)
  const window = {
    ...place,
    works,
    below: new Int32Array(groupCount),
    at: new Int32Array(groupCount),
    expectedBelow: new Float64Array(groupCount),
    expectedAt: new Float64Array(groupCount),
  }
  const p = new Float64Array(width)
  const bump = score - from
  for (let g = 0; g < groupCount; g++) {
    if (works[g] === 0) continue
    fillShares(shape, level[g], width, bump, p)
    let hole = 0
    for (let t = 0; t < bump; t++) {
      hole += p[t]
      window.below[g] += counts[g * width + t]
    }
    window.at[g] = counts[g * width + bump]
    window.expectedBelow[g] = works[g] * hole
    window.expectedAt[g] = works[g] * p[bump]
    if (!(hole > 0 && p[bump] > 0)) continue
    const below = Math.log(1 - LIFTED)
    const at = Math.log(1 + (LIFTED * hole) / p[bump])
    const mean = hole * below + p[bump] * at
    value[g] += window.below[g] * below + window.at[g] * at - works[g] * mean
    variance[g] += works[g] * (hole * below ** 2 + p[bump] * at ** 2 - mean ** 2)
    n[g] += works[g]
  }
  return window
}

/** To mean 0 and SD 1 over the works of the window, for a well-conditioned fit; a group far out is held at 4. */
function standardise(level: Float64Array, works: Int32Array): void {
  let count = 0
  let sum = 0
  let squares = 0
  for (let g = 0; g < level.length; g++) {
    if (works[g] === 0) continue
    count += works[g]
    sum += works[g] * level[g]
  }
  const mean = sum / count
  for (let g = 0; g < level.length; g++) if (works[g] > 0) squares += works[g] * (level[g] - mean) ** 2
  const sd = Math.sqrt(squares / count)
  for (let g = 0; g < level.length; g++) {
    level[g] = works[g] > 0 && sd > 1e-9 ? Math.max(-4, Math.min(4, (level[g] - mean) / sd)) : 0
  }
}

/** α_t for t ≠ c (α_c = 0), then β₁, β₂. */
type Tilt = Float64Array

function fillShares(tilt: Tilt, x: number, width: number, bump: number, p: Float64Array): void {
  const slope = tilt[width] * x + tilt[width + 1] * x * x
  let most = Number.NEGATIVE_INFINITY
  for (let t = 0; t < width; t++) {
    p[t] = tilt[t] + slope * (t - bump)
    if (p[t] > most) most = p[t]
  }
  let sum = 0
  for (let t = 0; t < width; t++) {
    p[t] = Math.exp(p[t] - most)
    sum += p[t]
  }
  for (let t = 0; t < width; t++) p[t] /= sum
}

const STEPS = 25

/**
 * Maximum likelihood by Newton's steps; the multinomial log-likelihood is concave. Groups of about the same level are
 * pooled first (the tilt is smooth in x), so that a step costs 81 levels, however many groups. A weak ridge (half a
 * work per score) keeps a score nobody has, and tilts that nothing tells, finite.
 */
function fitTilt(
  counts: Int32Array,
  works: Int32Array,
  level: Float64Array,
  width: number,
  bump: number,
): Tilt {
  const cells = 81
  const pooled = new Float64Array(cells * width)
  const size = new Float64Array(cells)
  const place = new Float64Array(cells)
  const whole = new Float64Array(width).fill(0.5)
  for (let g = 0; g < works.length; g++) {
    if (works[g] === 0) continue
    const cell = Math.round((level[g] + 4) * 10)
    size[cell] += works[g]
    place[cell] += works[g] * level[g]
    for (let t = 0; t < width; t++) {
      pooled[cell * width + t] += counts[g * width + t]
      whole[t] += counts[g * width + t]
    }
  }
  const size2 = width + 2
  const tilt = new Float64Array(size2)
  for (let t = 0; t < width; t++) tilt[t] = Math.log(whole[t] / whole[bump])
  const p = new Float64Array(width)
  const gradient = new Float64Array(size2)
  const hessian = new Float64Array(size2 * size2)
  const features = new Float64Array(size2)
  for (let step = 0; step < STEPS; step++) {
    hessian.fill(0)
    for (let q = 0; q < size2; q++) {
      gradient[q] = q < width ? 0 : -0.5 * tilt[q]
      hessian[q * size2 + q] = 0.5
    }
    for (let cell = 0; cell < cells; cell++) {
      if (size[cell] === 0) continue
      const x = place[cell] / size[cell]
      fillShares(tilt, x, width, bump, p)
      let mean = 0
      for (let t = 0; t < width; t++) mean += p[t] * (t - bump)
      for (let t = 0; t < width; t++) {
        const over = pooled[cell * width + t] - size[cell] * p[t]
        gradient[t] += over
        gradient[width] += over * x * (t - bump)
        gradient[width + 1] += over * x * x * (t - bump)
        // Information: Σ_t n p_t f f', f the features less their mean.
        const weight = size[cell] * p[t]
        for (let q = 0; q < width; q++) features[q] = (q === t ? 1 : 0) - p[q]
        features[width] = x * (t - bump - mean)
        features[width + 1] = x * x * (t - bump - mean)
        for (let a = 0; a < size2; a++) {
          for (let b = 0; b <= a; b++) hessian[a * size2 + b] += weight * features[a] * features[b]
        }
      }
    }
    factorise(hessian, size2)
    solveFactorised(hessian, size2, gradient)
    let most = 0
    for (let q = 0; q < size2; q++) most = Math.max(most, Math.abs(gradient[q]))
    const damp = most > 2 ? 2 / most : 1
    for (let q = 0; q < size2; q++) tilt[q] += damp * gradient[q]
    if (most < 1e-9) break
  }
  return tilt
}
