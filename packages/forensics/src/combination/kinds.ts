import { nullCorrelation, positive } from './null-correlation.ts'
import { bent, LEVELS, STRENGTHS, type View, viewOf, weigh } from './weigh-kinds.ts'

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

/** Channels that speak of a group. */
export function speaking(z: readonly Float64Array[], group: number): number[] {
  const channels: number[] = []
  for (let c = 0; c < z.length; c++) if (!Number.isNaN(z[c][group])) channels.push(c)
  return channels
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
    const views = speakers.map(channels => viewOf({ channels: size, correlation, rays, shares }, channels))
    const products = new Float64Array(size * size)
    const next = new Float64Array(shares.length).fill(believedOdd)
    const moved = new Float64Array(size * size)
    const weight = new Float64Array(size * size).fill(BELIEVED_ALONE * STRENGTHS[2] ** 2)
    const nextHonest = learnFromAll(rows, patternOf, views, believedHonest, {
      ...{ size, honest, odds, next, products, moved, weight },
    })
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

/** What one step knows, and what it adds up over the groups. */
interface Step {
  readonly size: number
  /** Share of honest groups so far. */
  readonly honest: number
  /** Per ray × strength: room for one group, and the sum. */
  readonly odds: Float64Array
  readonly next: Float64Array
  /** C × C each. */
  readonly products: Float64Array
  readonly moved: Float64Array
  readonly weight: Float64Array
}

/**
 * Adds what every group says under the model so far; returns `believed` and the sum of their honest shares. Apart from
 * the steps: what runs for long inside a larger function V8 compiles again and again, the whole of it.
 */
function learnFromAll(
  rows: readonly Float64Array[],
  patternOf: Int32Array,
  views: readonly View[],
  believed: number,
  step: Step,
): number {
  let sum = believed
  for (let i = 0; i < rows.length; i++) sum += learnFrom(rows[i], views[patternOf[i]], step)
  return sum
}

function learnFrom(row: Float64Array, view: View, step: Step): number {
  const { size, honest, odds, next, products, moved, weight } = step
  const each = 1 / (honest + weigh(view, row, odds))
  addProducts(products, size, view.channels, row, honest * each)
  for (let j = 0; j < odds.length; j++) {
    odds[j] *= each
    next[j] += odds[j]
  }
  addCarried(odds, size, view.channels, row, moved, weight)
  return honest * each
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
