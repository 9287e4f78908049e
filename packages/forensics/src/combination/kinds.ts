import { cholesky, inverseOf, nullCorrelation, positive } from './null-correlation.ts'

/**
 * What honest and odd groups look like on all channels at once. Honest groups: N(0, R). Odd groups: R shifted along one
 * of 3C rays by one of the strengths, in unknown shares. For each channel c there are three ways to be odd in it:
 *
 * - ray c moves it alone, so that channels it usually goes with make it stand out the more;
 * - ray C + c moves it by one and the others by what is learnt from the groups that look like it (0 … 1): a way of
 *   manipulating has its own channel and may carry others along;
 * - ray 2C + c moves the others as they go with it in honest groups, R·e_c, which is the evidence of z_c by itself:
 *   what is odd there is only how much.
 */
export interface Kinds {
  readonly channels: number
  /** C × C. */
  readonly correlation: Float64Array
  /** 3C rows of C. */
  readonly rays: Float64Array
  /** Share of honest groups, then of each ray × strength. */
  readonly honest: number
  readonly shares: Float64Array
}

export const STRENGTHS = [1, 2, 3, 4.5, 6.5] as const
const LEVELS = STRENGTHS.length
/** Where z is bent: beyond, more is still more, but a single wild value does not outweigh everything. */
const KNEE = 6
const LOWEST = -3
/** Groups the model is learnt from; shares hardly change with more. */
const LEARNT_FROM = 4000
const STEPS = 30
/** Steps until the honest groups are told apart well enough to take correlations from them. */
const SETTLED = 8
/** Honest groups with unrelated channels believed in beforehand. */
const BELIEVED_UNRELATED = 20
/** Groups believed in beforehand, one in twenty of them odd, evenly over rays and strengths (Stephens 2017). */
const BELIEVED = 20
const BELIEVED_ODD = 0.05
/** Odd groups that carry nothing along, believed in for each learnt ray. */
const BELIEVED_ALONE = 5

/** Logarithm of a likelihood ratio too small to count. */
const NEGLIGIBLE = -30
/** Beyond these the factors of a likelihood ratio, though not itself, may leave what a double holds with all its digits. */
const FAR_ALONG = 100
const FAR_HALF = 650

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
  /** strength² · ray'Ω·ray / 2, per ray and strength. */
  readonly halves: Float64Array
  /** exp(−halves). */
  readonly damping: Float64Array
  /** Room for one number per ray. */
  readonly along: Float64Array
}

export function viewOf(
  correlation: Float64Array,
  rays: Float64Array,
  size: number,
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
  const damping = halves.map(half => Math.exp(-half))
  return { channels, lower, weights, halves, damping, along: new Float64Array(count) }
}

/**
 * Likelihood of each ray × strength over that of an honest group, times its share, for one group; returns the sum.
 *
 * @param z bent scores of the view's channels
 * @param out 3C × strengths values, written
 */
export function weigh(view: View, z: Float64Array, shares: Float64Array, out: Float64Array): number {
  const { weights, halves, damping, along } = view
  lookAlong(weights, z, along)
  let total = 0
  for (let r = 0, at = 0; at < halves.length; r++, at += LEVELS) {
    const far = along[r]
    // No strength is below 1, so that nothing counts where the weakest does not.
    if (far < NEGLIGIBLE) out.fill(0, at, at + LEVELS)
    else if (far > FAR_ALONG || halves[at + LEVELS - 1] > FAR_HALF)
      total += weighFar(far, halves, shares, at, out)
    else total += weighRay(far, halves, damping, shares, at, out)
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

/**
 * exp(strength · along − half) for all strengths by one exponential: each strength is a number of halves, and powers of
 * exp(along/2) are products.
 */
function weighRay(
  along: number,
  halves: Float64Array,
  damping: Float64Array,
  shares: Float64Array,
  at: number,
  out: Float64Array,
): number {
  const root = Math.exp(along / 2)
  const one = root * root
  const two = one * one
  const three = two * one
  const fourAndHalf = three * one * root
  const sixAndHalf = fourAndHalf * two
  const v0 = along - halves[at] < NEGLIGIBLE ? 0 : shares[at] * (one * damping[at])
  const v1 = 2 * along - halves[at + 1] < NEGLIGIBLE ? 0 : shares[at + 1] * (two * damping[at + 1])
  const v2 = 3 * along - halves[at + 2] < NEGLIGIBLE ? 0 : shares[at + 2] * (three * damping[at + 2])
  const v3 = 4.5 * along - halves[at + 3] < NEGLIGIBLE ? 0 : shares[at + 3] * (fourAndHalf * damping[at + 3])
  const v4 = 6.5 * along - halves[at + 4] < NEGLIGIBLE ? 0 : shares[at + 4] * (sixAndHalf * damping[at + 4])
  out[at] = v0
  out[at + 1] = v1
  out[at + 2] = v2
  out[at + 3] = v3
  out[at + 4] = v4
  return v0 + v1 + v2 + v3 + v4
}

/** The same, each strength by itself. */
function weighFar(
  along: number,
  halves: Float64Array,
  shares: Float64Array,
  at: number,
  out: Float64Array,
): number {
  let total = 0
  for (let l = 0; l < LEVELS; l++) {
    const exponent = STRENGTHS[l] * along - halves[at + l]
    const value = exponent < NEGLIGIBLE ? 0 : shares[at + l] * Math.exp(exponent)
    out[at + l] = value
    total += value
  }
  return total
}

/** Channels that speak of a group. */
export function speaking(z: readonly Float64Array[], group: number): number[] {
  const channels: number[] = []
  for (let c = 0; c < z.length; c++) if (!Number.isNaN(z[c][group])) channels.push(c)
  return channels
}

/** Views by the channels that speak, made once each. */
export function viewsFor(
  correlation: Float64Array,
  rays: Float64Array,
  size: number,
): (channels: readonly number[]) => View {
  const known = new Map<string, View>()
  return channels => {
    const name = channels.join(' ')
    let view = known.get(name)
    if (view === undefined) {
      view = viewOf(correlation, rays, size, channels)
      known.set(name, view)
    }
    return view
  }
}

/**
 * Learns correlations, shares and rays from some of the groups by expectation–maximisation, without any truth.
 *
 * @param z columns of normal scores by channel, NaN where a channel is silent
 * @param from groups to learn from, at least one channel speaking of each
 */
export function learnKinds(z: readonly Float64Array[], from: readonly number[]): Kinds {
  const size = z.length
  const groups = thinned(from)
  let correlation = nullCorrelation(z.map(column => Float64Array.from(groups, g => column[g])))
  const rays = new Float64Array(3 * size * size)
  for (let r = 0; r < 2 * size; r++) rays[r * size + (r % size)] = 1
  rays.set(correlation, 2 * size * size)
  const patterns = groups.map(g => speaking(z, g))
  // Few patterns and many groups: each group knows the number of its own.
  const names = patterns.map(channels => channels.join(' '))
  const distinct = [...new Set(names)]
  const patternOf = Int32Array.from(names, name => distinct.indexOf(name))
  const speakers = distinct.map(name => patterns[names.indexOf(name)])
  const rows = groups.map((g, i) => Float64Array.from(patterns[i], c => bent(z[c][g])))

  const believedOdd = (BELIEVED * BELIEVED_ODD) / (3 * size * LEVELS)
  const believedHonest = BELIEVED * (1 - BELIEVED_ODD)
  let shares = new Float64Array(3 * size * LEVELS).fill(BELIEVED_ODD / (3 * size * LEVELS))
  let honest = 1 - BELIEVED_ODD
  const odds = new Float64Array(shares.length)
  for (let step = 0; step < STEPS; step++) {
    const views = speakers.map(channels => viewOf(correlation, rays, size, channels))
    const products = new Float64Array(size * size)
    const next = new Float64Array(shares.length).fill(believedOdd)
    let nextHonest = believedHonest
    const moved = new Float64Array(size * size)
    const weight = new Float64Array(size * size).fill(BELIEVED_ALONE * STRENGTHS[2] ** 2)
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]
      const channels = patterns[i]
      const each = 1 / (honest + weigh(views[patternOf[i]], row, shares, odds))
      nextHonest += honest * each
      addProducts(products, size, channels, row, honest * each)
      for (let j = 0; j < odds.length; j++) {
        odds[j] *= each
        next[j] += odds[j]
      }
      addCarried(odds, size, channels, row, moved, weight)
    }
    const total = nextHonest + next.reduce((a, b) => a + b, 0)
    shares = next.map(share => share / total)
    honest = nextHonest / total
    if (step >= SETTLED) {
      correlation = correlationFrom(products, size)
      rays.set(correlation, 2 * size * size)
    }
    // What is carried along is never more than the channel itself, and never less than nothing: a channel that sees
    // nothing odd is no reason for suspicion.
    for (let c = 0; c < size; c++)
      for (let a = 0; a < size; a++)
        if (a !== c)
          rays[(size + c) * size + a] = Math.min(1, Math.max(0, moved[c * size + a] / weight[c * size + a]))
  }
  return { channels: size, correlation, rays, honest, shares }
}

/** Adds what the odd share of a group says of the channels carried along: by how much, and how surely. */
function addCarried(
  odds: Float64Array,
  size: number,
  channels: readonly number[],
  z: Float64Array,
  moved: Float64Array,
  weight: Float64Array,
): void {
  for (let c = 0, at = size * LEVELS; c < size; c++) {
    let first = 0
    let second = 0
    for (let l = 0; l < LEVELS; l++, at++) {
      const part = odds[at] * STRENGTHS[l]
      first += part
      second += part * STRENGTHS[l]
    }
    for (let a = 0; a < channels.length; a++) {
      moved[c * size + channels[a]] += first * z[a]
      weight[c * size + channels[a]] += second
    }
  }
}

function addProducts(
  products: Float64Array,
  size: number,
  channels: readonly number[],
  z: Float64Array,
  weight: number,
): void {
  for (let a = 0; a < channels.length; a++)
    for (let b = 0; b <= a; b++) products[channels[a] * size + channels[b]] += weight * z[a] * z[b]
}

/** Correlations of honest groups from their weighted products, drawn to zero. */
function correlationFrom(products: Float64Array, size: number): Float64Array {
  const spread = Float64Array.from({ length: size }, (_, c) =>
    Math.sqrt(products[c * size + c] + BELIEVED_UNRELATED),
  )
  const correlation = new Float64Array(size * size)
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) {
      const r = a === b ? 1 : products[a * size + b] / (spread[a] * spread[b])
      correlation[a * size + b] = r
      correlation[b * size + a] = r
    }
  return positive(correlation, size)
}

/** As many groups as are enough, evenly through their order. */
function thinned(groups: readonly number[]): readonly number[] {
  if (groups.length <= LEARNT_FROM) return groups
  return Array.from(
    { length: LEARNT_FROM },
    (_, i) => groups[Math.floor(((i + 0.5) * groups.length) / LEARNT_FROM)],
  )
}
