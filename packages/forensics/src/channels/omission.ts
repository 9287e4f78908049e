import betainc from '@stdlib/math-base-special-betainc'
import { normalUpperQuantile } from '../person-fit/normal-quantile.ts'
import type { ChannelValues, PreparedWorks } from './contract.ts'
import { momentsByCell, NO_CELL, normOf, scaleOf } from './given-ability.ts'
import { honestSpread } from './honest-spread.ts'
import { LEAST_WORKS } from './residuals.ts'

export interface OmissionValues extends ChannelValues {
  readonly channel: 'omission'
  /** Tasks not attempted in the group, and how many pupils of this ability leave; NaN where nothing is known. */
  readonly observed: Float64Array
  readonly expected: Float64Array
  /**
   * False where too many groups that should have blanks have none at all: whether a blank is written as «X» or as zero is
   * then a habit of the protocol, and the channel is silent.
   */
  readonly recorded: boolean
  /** Standard deviation between honest groups of the rate of omission, relative to the expected. */
  readonly spread: number
}

/**
 * Too few tasks left blank for pupils of this ability, as when blanks are filled in afterwards.
 *
 * O_g = tasks of the group not attempted, E_g and V_g = Σ_i of mean and variance of that number over all works of the
 * pupil's ability (the variance over works, for a pupil who leaves one task leaves others too). Groups differ in
 * earnest by how much their pupils are urged to try: relative variance τ² of the rate, from the bulk (honestSpread).
 * Negative binomial with mean E and variance V + τ²E², the distribution of a Poisson number whose rate varies as gamma
 * (Greenwood, Yule 1920, J. R. Stat. Soc. 83): the value is the normal quantile of its tail, −Φ⁻¹(P(X < O) +
 * P(X = O)/2), the half taken by continuation of the incomplete beta function between whole numbers; its variance is
 * 1. The noise between groups is in it already, because «none at all» cannot be told from «few» on a normal scale.
 *
 * Sees blanks filled in or forbidden over a whole group. Does not see it in a group whose ability leaves few blanks
 * anyway; a school that teaches to guess, and a protocol where zeros are entered for blanks, look the same. NaN
 * everywhere where the protocol does not tell blanks from zeros: none are marked, or «none at all» is so common among
 * groups that should have some that it must be a habit of writing (a third to two thirds of the classes of the one
 * real region we know).
 */
export function omissionChannel(prepared: PreparedWorks): OmissionValues {
  const { count, groupCount, groupStart, notAttempted } = prepared
  const value = new Float64Array(groupCount).fill(Number.NaN)
  const variance = new Float64Array(groupCount).fill(Number.NaN)
  const observed = new Float64Array(groupCount).fill(Number.NaN)
  const expected = new Float64Array(groupCount).fill(Number.NaN)
  const n = new Int32Array(groupCount)
  const out = { channel: 'omission' as const, value, variance, n, observed, expected }
  if (notAttempted === null) return { ...out, recorded: false, spread: 0 }
  const blanks = new Uint8Array(count)
  for (const column of notAttempted) for (let i = 0; i < count; i++) blanks[i] += column[i]
  const scale = scaleOf(prepared.ability.subarray(0, count))
  const norm = momentsByCell(normOf(scale, blanks, Math.min(255, notAttempted.length)))
  const chance = new Float64Array(groupCount)
  for (let g = 0; g < groupCount; g++) {
    let seen = 0
    let mean = 0
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      const r = scale.cell[i]
      if (r === NO_CELL) continue
      n[g]++
      seen += blanks[i]
      mean += norm.mean[r]
      chance[g] += norm.variance[r]
    }
    if (n[g] < LEAST_WORKS || !(mean > 0)) continue
    observed[g] = seen
    expected[g] = mean
  }
  if (!isRecorded(observed, expected)) return { ...out, recorded: false, spread: 0 }
  const tau2 = honestSpread(groupCount, g => ({
    sum: observed[g] - expected[g],
    variance: Number.isNaN(expected[g]) ? 0 : chance[g],
    pull: expected[g],
  }))
  for (let g = 0; g < groupCount; g++) {
    if (Number.isNaN(expected[g])) continue
    const tail = lowerTail(observed[g], expected[g], chance[g] + tau2 * expected[g] ** 2)
    value[g] = normalUpperQuantile(Math.min(1 - LEAST_TAIL, Math.max(LEAST_TAIL, tail)))
    variance[g] = 1
  }
  return { ...out, recorded: true, spread: Math.sqrt(tau2) }
}

/** A group that should have this many blanks has none once in twenty by chance, were they independent: e^−3. */
const SHOULD_HAVE = 3
/** Filling in may empty some groups of blanks; more than these are a habit. */
const MOST_EMPTY = 0.15

function isRecorded(observed: Float64Array, expected: Float64Array): boolean {
  let groups = 0
  let empty = 0
  for (let g = 0; g < observed.length; g++) {
    if (!(expected[g] >= SHOULD_HAVE)) continue
    groups++
    if (observed[g] === 0) empty++
  }
  return empty <= MOST_EMPTY * groups
}

const LEAST_TAIL = 1e-15
/** Variance in units of the mean below which the negative binomial is taken for Poisson (its limit). */
const LEAST_DISPERSION = 1.001

/** P(X ≤ observed − ½) of a negative binomial variable continued between whole numbers, I_p(r, x + 1) at x. */
function lowerTail(observed: number, mean: number, variance: number): number {
  const dispersion = Math.max(LEAST_DISPERSION, variance / mean)
  return betainc(1 / dispersion, mean / (dispersion - 1), observed + 0.5)
}
