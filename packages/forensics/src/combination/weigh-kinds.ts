import { exponential } from '../numeric/exponential.ts'
import { cholesky, inverseOf } from './null-correlation.ts'

export const STRENGTHS = [1, 2, 3, 4.5, 6.5] as const
export const LEVELS = STRENGTHS.length
/** Where z is bent: beyond, more is still more, but a single wild value does not outweigh everything. */
const KNEE = 6
const LOWEST = -3

/** Logarithm of a likelihood ratio too small to count. */
const NEGLIGIBLE = -30
/** Beyond these the factors of a likelihood ratio, though not itself, may leave what a double holds with all its digits. */
const FAR_ALONG = 100
const FAR_HALF = 600

/** A bend of far values: order is kept. */
export function bent(z: number): number {
  if (z > KNEE) return KNEE + Math.log1p(z - KNEE)
  return Math.max(LOWEST, z)
}

/** What the rays need where only some channels speak. */
export interface View {
  /** Channels that speak. */
  readonly channels: readonly number[]
  readonly lower: Float64Array
  /** Ω·ray per ray, channels.length values each. */
  readonly weights: Float64Array
  readonly shares: Float64Array
  /** strength² · ray'Ω·ray / 2, per ray and strength. */
  readonly halves: Float64Array
  /** Share × exp(−half). */
  readonly damped: Float64Array
  /** Room for one number per ray. */
  readonly along: Float64Array
}

/** What of a model its views are made of. */
export interface Rays {
  readonly channels: number
  readonly correlation: Float64Array
  readonly rays: Float64Array
  readonly shares: Float64Array
}

export function viewOf(
  { channels: size, correlation, rays, shares }: Rays,
  channels: readonly number[],
): View {
  const k = channels.length
  const part = Float64Array.from(
    { length: k * k },
    (_, at) => correlation[channels[Math.floor(at / k)] * size + channels[at % k]],
  )
  // Part of a positive definite matrix; the tolerance of the factor leaves room for rounding.
  const lower = cholesky(part, k) ?? new Float64Array(part.length).map((_, i) => (i % (k + 1) === 0 ? 1 : 0))
  const omega = inverseOf(lower, k)
  const count = rays.length / size
  const weights = new Float64Array(count * k)
  const halves = new Float64Array(count * LEVELS)
  for (let r = 0; r < count; r++) {
    let length = 0
    for (let a = 0; a < k; a++) {
      let sum = 0
      for (let b = 0; b < k; b++) sum += omega[a * k + b] * rays[r * size + channels[b]]
      weights[r * k + a] = sum
      length += sum * rays[r * size + channels[a]]
    }
    for (let l = 0; l < LEVELS; l++) halves[r * LEVELS + l] = (STRENGTHS[l] * STRENGTHS[l] * length) / 2
  }
  const damped = halves.map((half, at) => shares[at] * Math.exp(-half))
  return { channels, lower, weights, shares, halves, damped, along: new Float64Array(count) }
}

/** Views by the channels that speak, made once each. */
export function viewsFor(model: Rays): (channels: readonly number[]) => View {
  const known = new Map<string, View>()
  return channels => {
    const name = channels.join(' ')
    let view = known.get(name)
    if (view === undefined) {
      view = viewOf(model, channels)
      known.set(name, view)
    }
    return view
  }
}

/**
 * Likelihood of each ray × strength over that of an honest group, times its share, for one group; returns the sum.
 *
 * exp(strength · along − half) for all strengths by one exponential: each strength is a number of halves, and powers of
 * exp(along/2) are products.
 *
 * @param z bent scores of the view's channels
 * @param out 3C × strengths values, written
 */
export function weigh(view: View, z: Float64Array, out: Float64Array): number {
  const { weights, halves, damped, along } = view
  lookAlong(weights, z, along)
  let total = 0
  for (let r = 0, at = 0; r < along.length; r++, at += LEVELS) {
    const far = along[r]
    // No strength is below 1, so that nothing counts where the weakest does not.
    if (far < NEGLIGIBLE) out.fill(0, at, at + LEVELS)
    else if (far > FAR_ALONG || halves[at + LEVELS - 1] > FAR_HALF) total += weighFar(far, view, at, out)
    else {
      const root = exponential(far / 2)
      const one = root * root
      const two = one * one
      const three = two * one
      const fourAndHalf = three * one * root
      const v0 = damped[at] * one
      const v1 = damped[at + 1] * two
      const v2 = damped[at + 2] * three
      const v3 = damped[at + 3] * fourAndHalf
      const v4 = damped[at + 4] * (fourAndHalf * two)
      out[at] = v0
      out[at + 1] = v1
      out[at + 2] = v2
      out[at + 3] = v3
      out[at + 4] = v4
      total += v0 + v1 + v2 + v3 + v4
    }
  }
  return total
}

/** The sum of `weigh` alone: of ten thousand simulated honest groups nothing else is wanted. */
export function evidenceOf(view: View, z: Float64Array): number {
  const { weights, halves, damped, along } = view
  lookAlong(weights, z, along)
  let total = 0
  for (let r = 0, at = 0; r < along.length; r++, at += LEVELS) {
    const far = along[r]
    if (far < NEGLIGIBLE) continue
    if (far > FAR_ALONG || halves[at + LEVELS - 1] > FAR_HALF) {
      total += weighFar(far, view, at)
      continue
    }
    const root = exponential(far / 2)
    const one = root * root
    const two = one * one
    const three = two * one
    const fourAndHalf = three * one * root
    total +=
      damped[at] * one +
      damped[at + 1] * two +
      damped[at + 2] * three +
      damped[at + 3] * fourAndHalf +
      damped[at + 4] * (fourAndHalf * two)
  }
  return total
}

/** Products of a group's scores with the weights of each ray: three rays at a time, which do not wait for one another. */
function lookAlong(weights: Float64Array, z: Float64Array, along: Float64Array): void {
  const k = z.length
  for (let r = 0, from = 0; r < along.length; r += 3, from += 3 * k) {
    let first = 0
    let second = 0
    let third = 0
    for (let a = 0; a < k; a++) {
      const own = z[a]
      first += weights[from + a] * own
      second += weights[from + k + a] * own
      third += weights[from + 2 * k + a] * own
    }
    along[r] = first
    along[r + 1] = second
    along[r + 2] = third
  }
}

/** The same for one ray, each strength by itself. */
function weighFar(along: number, { halves, shares }: View, at: number, out?: Float64Array): number {
  let total = 0
  for (let l = 0; l < LEVELS; l++) {
    const exponent = STRENGTHS[l] * along - halves[at + l]
    const value = exponent < NEGLIGIBLE ? 0 : shares[at + l] * Math.exp(exponent)
    if (out) out[at + l] = value
    total += value
  }
  return total
}
