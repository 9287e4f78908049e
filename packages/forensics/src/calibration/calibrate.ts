import type { ChannelId, ChannelValues } from '../channels/contract.ts'
import { normalUpperTail } from '../numeric/normal.ts'
import { quantileType7 } from '../numeric/quantile.ts'
import { againstControlled, type Recentring } from './controlled.ts'
import { tailScale } from './honest-tail.ts'
import type { Noise, NoiseReason, NoiseStratum } from './noise.ts'
import { fitNullShape, isTrusted, type NullShape, nullZ, type ShapePrior } from './null-shape.ts'
import { centreAt, fitSizeTrend, type SizeTrend, spreadAt } from './size-trend.ts'
import { shapeOfHabit, wholeShape } from './whole-shape.ts'

export interface CalibrateOptions {
  /** Per group 1 where it is tagged «контроль объективности». */
  readonly controlled?: Uint8Array
  /** School of each group, where groups are classes: those of one school are related. Each its own by default. */
  readonly schoolOfGroup?: ArrayLike<number>
  /** Fewest groups for an empirical null. Default 40. */
  readonly minimumGroups?: number
}

/** A channel on a common scale; all arrays have one entry per group. */
export interface Calibration {
  readonly channel: ChannelId
  /** Standard normal for honest groups, large = odd; NaN where the channel is silent. Within ±37. */
  readonly z: Float64Array
  /** P(Z ≥ z), above zero. */
  readonly p: Float64Array
  readonly n: Int32Array
  readonly noise: Noise
}

const MINIMUM_GROUPS = 40
/** Groups per stratum of sizes that gets a shape of its own, and the most strata. */
const STRATUM = 1000
const MOST_STRATA = 5
/** Before anything is seen: symmetric, as the trend says, but the skew of chi-square with 10 df is no surprise. */
const GLOBAL_PRIOR = { mean: [0, 0, 0], sd: [1, 0.7, 0.2] } as const
/** And a tail that is heavy on the right, where all values together show one. */
const TAIL_PRIOR = { mean: 0, sd: 0.05 } as const
/**
 * Two pupils alike are an everyday matter that simulated honest classes know nothing of, and rare pairs give any
 * strength of evidence: the tail of similarity is heavy beforehand.
 */
const ALIKE_TAIL_PRIOR = { mean: 0.15, sd: 0.1 } as const
/** So large a share of honest groups is believed as it stands; fewer have to show that the rest is no part of the shape. */
const PLAUSIBLE = 0.9
/** How far a stratum may differ from all. */
const STRATUM_SD = [0.15, 0.15, 0.12] as const
const STRATUM_TAIL_SD = 0.05
const Z_LIMIT = 37
/** Beyond any statistic of pupils; squares and sums of values cut here are still finite. */
const FARTHEST = 1e9

/**
 * Turns a channel's values into z and p that hold for honest groups of any size.
 *
 * 1. Centre and spread as functions of size (size-trend.ts): multiplicative and additive inflation, from the median
 *    and the left half.
 * 2. Shape of the standardised values by truncated maximum likelihood with skewness (null-shape.ts), over all groups
 *    and, from 2,000 groups on, in strata of size, interpolated in log n: an empirical null (Efron 2004, JASA 99:
 *    96–104) that stands a fifth of odd groups on the right.
 * 3. With 20 controlled groups or more: recentred and rescaled by them (controlled.ts).
 * 4. The few groups behind the estimate widen the tail as Student's t does.
 * 5. The tail of honest classes is heavier than the middle shows, by channel (honest-tail.ts).
 *
 * It does not see: oddness shared by nearly all groups, where none is controlled; and honest reasons that only some
 * groups have (a gymnasium), which the channel has to allow for by covariates.
 */
export function calibrate(values: ChannelValues, options: CalibrateOptions = {}): Calibration {
  return { channel: values.channel, ...calibrateMeasure(values, values.channel, options) }
}

/** Values and the variances the model gives them. */
export type Measure = Pick<ChannelValues, 'value' | 'variance' | 'n'>

/** The same for a measure that is no channel (null), as means of scores. */
export function calibrateMeasure(
  values: Measure,
  channel: ChannelId | null,
  options: CalibrateOptions = {},
): Omit<Calibration, 'channel'> {
  const groups = usableGroups(values)
  const z = new Float64Array(values.value.length).fill(Number.NaN)
  const noise =
    groups.length < (options.minimumGroups ?? MINIMUM_GROUPS)
      ? byModel(values, groups, z)
      : byBulk(values, channel, groups, options, z)
  const p = z.map(normalUpperTail)
  return { z, p, n: values.n, noise }
}

function usableGroups({ value, variance }: Measure): Int32Array {
  const groups: number[] = []
  for (let g = 0; g < value.length; g++) {
    if (Number.isFinite(value[g]) && Number.isFinite(variance[g]) && variance[g] > 0) groups.push(g)
  }
  return Int32Array.from(groups)
}

function byModel({ value, variance }: Measure, groups: Int32Array, z: Float64Array): Noise {
  for (const g of groups) z[g] = clamp(value[g] / Math.sqrt(variance[g]))
  const reason = 'few-groups'
  return { source: 'model', reason, groups: groups.length, controlled: 0, pi0: null, shift: null, strata: [] }
}

function byBulk(
  values: Measure,
  channel: ChannelId | null,
  groups: Int32Array,
  { controlled, schoolOfGroup }: CalibrateOptions,
  z: Float64Array,
): Noise {
  const first = values.value[groups[0]]
  const y = Float64Array.from(groups, g =>
    Math.max(-FARTHEST, Math.min(FARTHEST, values.value[g] / Math.sqrt(values.variance[g]))),
  )
  const n = Float64Array.from(groups, g => Math.max(1, values.n[g]))
  const m = informationOf(values, groups, n)
  const flags = Uint8Array.from(groups, g => controlled?.[g] ?? 0)
  const count = flags.reduce((sum, flag) => sum + (flag === 0 ? 0 : 1), 0)

  const flat = groups.every(g => values.value[g] === first)
  const fitted = flat ? null : fitSizeTrend(y, m)
  const trend = flat ? null : (fitted ?? wideTrend(y))
  if (trend === null) {
    for (const g of groups) z[g] = 0
    const source = count === 0 ? 'bulk' : 'controlled'
    return {
      source,
      reason: 'no-variation',
      groups: y.length,
      controlled: count,
      pi0: 1,
      shift: null,
      strata: [],
    }
  }
  const u = y.map((value, i) => (value - centreAt(trend, m[i])) / spreadAt(trend, m[i]))
  const ordered = u.toSorted()
  const whole =
    fitted === null
      ? plainShape()
      : ordinaryShape(ordered, GLOBAL_PRIOR, channel === 'similarity' ? ALIKE_TAIL_PRIOR : TAIL_PRIOR)
  const trusted = isTrusted(whole)
  const shape = trusted ? whole : shapeOfHabit(ordered, whole)
  const shapeAt = fitted === null || !trusted ? () => shape : shapeBySize(u, n, shape)

  const bulk = u.map((value, i) => nullZ(shapeAt(n[i]), value))
  const schools = Int32Array.from(groups, g => schoolOfGroup?.[g] ?? g)
  const recentring = againstControlled(bulk, flags, schools)
  const use = recentring.usable
  // Half the bulk lies in the window, and each of its values tells of the spread what about half a value tells.
  const freedom = use ? Math.min(recentring.freedom, y.length / 4) : y.length / 4
  const scale = tailScale(channel)
  for (let i = 0; i < y.length; i++) {
    const own = use ? (bulk[i] - recentring.centre) / recentring.spread : bulk[i]
    z[groups[i]] = clamp(scale(fromStudent(own, freedom)))
  }
  const reason: NoiseReason | null = recentring.lost
    ? 'reference-lost'
    : fitted === null
      ? 'many-equal'
      : trusted
        ? null
        : 'majority'
  return {
    source: use ? 'controlled' : 'bulk',
    reason,
    groups: y.length,
    controlled: count,
    pi0: fitted === null ? null : whole.pi0,
    shift: recentring.shift,
    strata: strataOf(values, groups, n, m, trend, shapeAt, recentring),
  }
}

/**
 * Information of each group relative to the average: 1/variance where the channel's variance differs between groups,
 * otherwise (values that are already standardised) the number of works.
 */
function informationOf(values: Measure, groups: Int32Array, n: Float64Array): Float64Array {
  const inverse = Float64Array.from(groups, g => 1 / values.variance[g])
  const logs = inverse.map(Math.log)
  const centre = logs.reduce((sum, x) => sum + x, 0) / logs.length
  const spread = Math.sqrt(logs.reduce((sum, x) => sum + (x - centre) ** 2, 0) / logs.length)
  const size = spread > 0.1 ? inverse : n
  // The median, as one group of a thousand works should not make all others small.
  const middle = quantileType7(size.toSorted(), 0.5)
  return size.map(x => x / middle)
}

/** Many equal values: centre at the median, spread from the right half or the model, whichever is wider. */
function wideTrend(y: Float64Array): SizeTrend | null {
  const sorted = y.toSorted()
  if (sorted[0] === sorted[sorted.length - 1]) return null
  const a = quantileType7(sorted, 0.5)
  const right = quantileType7(sorted, 0.84) - a
  return { centre: [a, 0, 0], variance: [Math.max(1, right * right), 0, 0] }
}

/** One shape for nearly all values where one will do and is called for, else one for the left and the middle. */
function ordinaryShape(
  sorted: Float64Array,
  prior: ShapePrior,
  tail: { readonly mean: number; readonly sd: number },
): NullShape {
  const narrow = fitNullShape(sorted, prior)
  if (tail.mean === 0 && narrow.pi0 >= PLAUSIBLE) return narrow
  const withTail = { mean: [...prior.mean, tail.mean], sd: [...prior.sd, tail.sd] }
  return wholeShape(sorted, withTail) ?? { ...narrow, tail: tail.mean }
}

function plainShape(): NullShape {
  return { centre: 0, spread: 1, skew: 0, tail: 0, pi0: 1, covariance: new Float64Array(9) }
}

type Shape = Pick<NullShape, 'centre' | 'spread' | 'skew' | 'tail'>

/** The shape at a size: of all groups, or between the shapes of strata of size. */
function shapeBySize(u: Float64Array, n: Float64Array, all: NullShape): (n: number) => Shape {
  const strata = Math.min(MOST_STRATA, Math.floor(u.length / STRATUM))
  if (strata < 2) return () => all
  const order = orderBy(n)
  const at: number[] = []
  const shapes: Shape[] = []
  const prior = { mean: [all.centre, Math.log(all.spread), all.skew] as const, sd: STRATUM_SD }
  const tail = { mean: all.tail, sd: STRATUM_TAIL_SD }
  for (let s = 0; s < strata; s++) {
    const part = order.subarray(
      Math.floor((s * order.length) / strata),
      Math.floor(((s + 1) * order.length) / strata),
    )
    const middle = Math.log(n[part[part.length >> 1]])
    // Sizes may be nearly all the same; strata of one size are one stratum too many, but not wrong.
    if (at.length > 0 && middle <= at[at.length - 1]) continue
    at.push(middle)
    shapes.push(ordinaryShape(Float64Array.from(part, i => u[i]).sort(), prior, tail))
  }
  return size => between(Math.log(size), at, shapes)
}

function between(x: number, at: readonly number[], shapes: readonly Shape[]): Shape {
  if (x <= at[0]) return shapes[0]
  for (let s = 1; s < at.length; s++) {
    if (x > at[s]) continue
    const share = (x - at[s - 1]) / (at[s] - at[s - 1])
    const mix = (key: keyof Shape) => shapes[s - 1][key] + share * (shapes[s][key] - shapes[s - 1][key])
    return { centre: mix('centre'), spread: mix('spread'), skew: mix('skew'), tail: mix('tail') }
  }
  return shapes[shapes.length - 1]
}

function strataOf(
  values: Measure,
  groups: Int32Array,
  n: Float64Array,
  m: Float64Array,
  trend: SizeTrend,
  shapeAt: (n: number) => Shape,
  recentring: Recentring,
): NoiseStratum[] {
  const order = orderBy(n)
  const strata = Math.min(MOST_STRATA, Math.max(1, Math.floor(order.length / MINIMUM_GROUPS)))
  return Array.from({ length: strata }, (_, s) => {
    const from = Math.floor((s * order.length) / strata)
    const to = Math.floor(((s + 1) * order.length) / strata)
    const i = order[(from + to) >> 1]
    const shape = shapeAt(n[i])
    const [shift, scale] = recentring.usable ? [recentring.centre, recentring.spread] : [0, 1]
    const spread = spreadAt(trend, m[i]) * shape.spread
    const centre = centreAt(trend, m[i]) + spreadAt(trend, m[i]) * shape.centre + shift * spread
    return {
      n: n[i],
      groups: to - from,
      centre: centre * Math.sqrt(values.variance[groups[i]]),
      inflation: (spread * scale) ** 2,
    }
  })
}

function orderBy(n: Float64Array): Int32Array {
  return Int32Array.from(n.keys()).sort((i, j) => n[i] - n[j] || i - j)
}

/** Normal z of a Student's t deviate (Abramowitz & Stegun 1964, 26.7.8). */
function fromStudent(t: number, freedom: number): number {
  return (t * (1 - 1 / (4 * freedom))) / Math.sqrt(1 + (t * t) / (2 * freedom))
}

function clamp(z: number): number {
  return Math.min(Z_LIMIT, Math.max(-Z_LIMIT, z))
}
