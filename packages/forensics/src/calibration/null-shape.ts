import { minimise } from '../numeric/minimise.ts'
import { normalUpperTail } from '../numeric/normal.ts'
import { quantileType7 } from '../numeric/quantile.ts'

/**
 * Distribution of honest values: u = centre + spread·(e^{skew·z} − 1)/skew·t, t = e^{tail·z²/2} right of the centre and 1
 * left of it, z standard normal (the g-and-h family of Tukey 1977, the tail on one side; skew and tail 0 are the
 * normal distribution itself).
 */
export interface NullShape {
  readonly centre: number
  readonly spread: number
  readonly skew: number
  /** 0 or more; the right tail is then one of Pareto's with the index 1/tail. */
  readonly tail: number
  /** Share of honest values by the zero assumption: as many as the window holds, over what the null puts there. */
  readonly pi0: number
  /** Covariance of the estimates of centre, log spread and skew, row by row. */
  readonly covariance: Float64Array
}

/** What is believed before: means and standard deviations of centre, log spread, skew, tail; without the last it is 0. */
export interface ShapePrior {
  readonly mean: readonly number[]
  readonly sd: readonly number[]
}

/** Gross errors lie below this z and are not looked at. */
const FROM = -3
/**
 * Upper ends of the window of z the null is fitted in. Manipulation moves values to the right, so most of what lies
 * below the first is honest (the zero assumption of Efron 2004, one-sided). The window is opened to the next as long as
 * it holds no more values than the fit so far foretells: where few groups are odd, more of the null is seen.
 */
const UPTO = [0.75, 1.25, 1.75, 2.25] as const
/** An excess over what is foretold that keeps the window shut, in standard errors. */
const EXCESS = 1.645
const BIN = 0.1
const ROUNDS = 3
/** For derivatives by differences. */
const STEP = 0.02
/** Beyond these a value is as odd as can be told; keeps p above zero. */
const Z_LIMIT = 37
/**
 * No right tail shorter than the normal one: the window ends left of it, and a short tail drawn from there would turn
 * chance into p-values far too small.
 */
const SKEW_LIMITS = [0, 0.8] as const
/** Beyond it a value says next to nothing. */
const HEAVIEST = 0.4

/** z of a value under the shape, within ±37. */
export function nullZ(shape: Pick<NullShape, 'centre' | 'spread' | 'skew' | 'tail'>, u: number): number {
  return zOf(u, shape.centre, shape.spread, shape.skew, shape.tail)
}

function zOf(u: number, centre: number, spread: number, g: number, h: number): number {
  const w = (u - centre) / spread
  let z = w
  if (g > 1e-6) z = g * w > -1 ? Math.log1p(g * w) / g : -Z_LIMIT
  if (h > 0 && z > 0) z = withTail(w, Math.min(z, Z_LIMIT), g, h)
  return Math.min(Z_LIMIT, Math.max(-Z_LIMIT, z))
}

const NEWTON_STEPS = 30

/** z > 0 with (e^{gz} − 1)/g·e^{hz²/2} = w, by Newton's steps for the logarithm of both sides, downwards from `above`. */
function withTail(w: number, above: number, g: number, h: number): number {
  const target = Math.log(w)
  let z = above
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const grown = g > 1e-6 ? Math.expm1(g * z) / g : z
    const slope = (g > 1e-6 ? Math.exp(g * z) : 1) / grown + h * z
    const next = Math.max(z / 10, z - (Math.log(grown) + (h * z * z) / 2 - target) / slope)
    if (Math.abs(next - z) < 1e-9) return next
    z = next
  }
  return z
}

/**
 * Fits the shape to the left and the middle of the values by truncated maximum likelihood (Efron 2007, the MLE method,
 * with one more parameter for skewness) under a weak prior. The window follows the fit; counts of narrow bins are
 * fitted, so that ties do no harm and any number of values costs the same.
 *
 * @param sorted ascending, finite, roughly standardised; at least two different values
 */
export function fitNullShape(sorted: Float64Array, prior: ShapePrior): NullShape {
  let at: Float64Array = Float64Array.from(prior.mean)
  let fitted = windowOf(sorted, at, UPTO[0])
  for (let open = 0; open < UPTO.length; open++) {
    if (open > 0 && excessIn(sorted, at, fitted, UPTO[open], prior) > EXCESS) break
    for (let round = 0; round < ROUNDS; round++) {
      fitted = windowOf(sorted, at, UPTO[open])
      const next = bestIn(fitted, at, prior)
      const moved = next.some((x, i) => Math.abs(x - at[i]) > 1e-3)
      at = next
      if (!moved) break
    }
  }
  return shapeFrom(at, fitted, sorted.length, prior)
}

/** The most likely centre, log spread and skew for the values in a window. */
export function bestIn({ counts, edges }: Window, start: Float64Array, prior: ShapePrior): Float64Array {
  return Float64Array.from(
    minimise(x => lossOf(x, counts, edges, prior), start, [0.1, 0.1, 0.05, 0.05].slice(0, start.length)),
  )
}

export function shapeFrom(at: Float64Array, fitted: Window, values: number, prior: ShapePrior): NullShape {
  const [centre, spread, skew, tail] = [at[0], Math.exp(at[1]), clampSkew(at[2]), tailOf(at)]
  const { inside, expected } = shareIn(fitted, at)
  const pi0 = Math.min(1, inside / (values * expected))
  const covariance = inverse3(curvature(at, x => lossOf(x, fitted.counts, fitted.edges, prior)))
  return { centre, spread, skew, tail, pi0, covariance }
}

function shareIn({ counts, edges }: Window, at: Float64Array): { inside: number; expected: number } {
  const inside = counts.reduce((sum, count) => sum + count, 0)
  return { inside, expected: massBetween(edges[0], edges[edges.length - 1], at) }
}

/**
 * Values between the window's end and the next one, less those foretold, in standard errors of the difference: counting
 * error and that of the fit (delta method).
 */
function excessIn(
  sorted: Float64Array,
  at: Float64Array,
  fitted: Window,
  upTo: number,
  prior: ShapePrior,
): number {
  const { counts, edges } = fitted
  const end = edges[edges.length - 1]
  const next = valueAt(upTo, at)
  const inside = counts.reduce((sum, count) => sum + count, 0)
  const foretell = (x: Float64Array) => (inside * massBetween(end, next, x)) / massBetween(edges[0], end, x)
  const covariance = inverse3(curvature(at, x => lossOf(x, counts, edges, prior)))
  const gradient = at.map((_, i) => {
    const shifted = (by: number) => foretell(at.map((x, j) => (j === i ? x + by : x)))
    return (shifted(STEP) - shifted(-STEP)) / (2 * STEP)
  })
  let variance = 0
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) variance += gradient[i] * covariance[3 * i + j] * gradient[j]
  const foretold = foretell(at)
  let found = 0
  for (const u of sorted) if (u >= end && u < next) found++
  return (found - foretold) / Math.sqrt(foretold + variance)
}

/** Counts of values between neighbouring edges. */
export interface Window {
  readonly counts: Float64Array
  readonly edges: Float64Array
}

function clampSkew(g: number): number {
  return Math.min(SKEW_LIMITS[1], Math.max(SKEW_LIMITS[0], g))
}

function tailOf(x: Float64Array): number {
  return x.length > 3 ? Math.min(HEAVIEST, Math.max(0, x[3])) : 0
}

function valueAt(z: number, x: Float64Array): number {
  const g = clampSkew(x[2])
  const tail = z > 0 ? Math.exp((tailOf(x) * z * z) / 2) : 1
  return x[0] + Math.exp(x[1]) * (g > 1e-6 ? Math.expm1(g * z) / g : z) * tail
}

function windowOf(sorted: Float64Array, x: Float64Array, upTo: number): Window {
  return countBetween(sorted, valueAt(FROM, x), valueAt(upTo, x), Math.ceil((upTo - FROM) / BIN))
}

/** Counts in `bins` equal bins from … to. */
export function countBetween(sorted: Float64Array, from: number, to: number, bins: number): Window {
  const edges = Float64Array.from({ length: bins + 1 }, (_, b) => from + ((to - from) * b) / bins)
  const counts = new Float64Array(bins)
  for (const u of sorted) {
    if (u < from || u >= to) continue
    counts[Math.min(bins - 1, Math.floor(((u - from) / (to - from)) * bins))]++
  }
  return { counts, edges }
}

export function massBetween(from: number, to: number, x: Float64Array): number {
  const [spread, g, h] = [Math.exp(x[1]), clampSkew(x[2]), tailOf(x)]
  return normalUpperTail(zOf(from, x[0], spread, g, h)) - normalUpperTail(zOf(to, x[0], spread, g, h))
}

/** Minus the truncated log-likelihood of binned values, minus the log-density of the prior. */
function lossOf(x: Float64Array, counts: Float64Array, edges: Float64Array, prior: ShapePrior): number {
  const [centre, spread, g, h] = [x[0], Math.exp(x[1]), clampSkew(x[2]), tailOf(x)]
  const bins = counts.length
  let before = normalUpperTail(zOf(edges[0], centre, spread, g, h))
  const first = before
  let loss = 0
  let inside = 0
  for (let b = 0; b < bins; b++) {
    const after = normalUpperTail(zOf(edges[b + 1], centre, spread, g, h))
    if (counts[b] > 0) {
      loss -= counts[b] * Math.log(Math.max(before - after, 1e-300))
      inside += counts[b]
    }
    before = after
  }
  loss += inside * Math.log(Math.max(first - before, 1e-300))
  for (let i = 0; i < x.length; i++) loss += ((x[i] - prior.mean[i]) / prior.sd[i]) ** 2 / 2
  return loss
}

/** Second derivatives by differences, 3 × 3. */
function curvature(at: Float64Array, f: (x: Float64Array) => number): Float64Array {
  const value = (i: number, a: number, j: number, b: number) => {
    const x = at.slice()
    x[i] += a * STEP
    x[j] += b * STEP
    return f(x)
  }
  const h = new Float64Array(9)
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++)
      h[3 * i + j] =
        (value(i, 1, j, 1) - value(i, 1, j, -1) - value(i, -1, j, 1) + value(i, -1, j, -1)) /
        (4 * STEP * STEP)
  return h
}

/** Inverse of a symmetric 3 × 3 matrix; that of its diagonal where it is not positive (a skew at its limit). */
function inverse3(m: Float64Array): Float64Array {
  const [a, b, c, , d, e, , , f] = m
  const [A, B, C] = [d * f - e * e, c * e - b * f, b * e - c * d]
  const determinant = a * A + b * B + c * C
  if (!(determinant > 0 && a > 0 && a * d - b * b > 0))
    return Float64Array.of(1 / a, 0, 0, 0, 1 / d, 0, 0, 0, 1 / f)
  const [D, E, F] = [a * f - c * c, b * c - a * e, a * d - b * b]
  return Float64Array.of(A, B, C, B, D, E, C, E, F).map(v => v / determinant)
}

/**
 * The fit stands a fifth of odd values, not more. Where it makes out more, either the region is no reference for itself
 * or, far more likely, honest groups differ in ways the channel does not know (habits of recording, of marking). A list
 * of a third of the region would be of no use, and most of it unjust.
 */
const LEAST_HONEST = 0.75

/** Whether so few values are odd that the fitted null can be used. */
export function isTrusted({ pi0 }: Pick<NullShape, 'pi0'>): boolean {
  return pi0 >= LEAST_HONEST
}

/** Φ(−1). */
const ONE_SD_BELOW = 0.15865525393145707

/**
 * The null to use where the fitted one is not trusted: the median for the centre, the left half for the spread. Half of
 * all groups are ordinary by definition, whatever the right half is. Covariance: variances of the median and of the
 * distance of quantiles in a normal sample.
 *
 * @param sorted ascending
 */
export function shapeOfMajority(sorted: Float64Array, fitted: NullShape): NullShape {
  const centre = Math.max(fitted.centre, quantileType7(sorted, 0.5))
  const spread = Math.max(fitted.spread, centre - quantileType7(sorted, ONE_SD_BELOW))
  const covariance = new Float64Array(9)
  covariance[0] = ((Math.PI / 2) * spread ** 2) / sorted.length
  covariance[4] = 2 / sorted.length
  return { centre, spread, skew: 0, tail: 0, pi0: 1, covariance }
}
