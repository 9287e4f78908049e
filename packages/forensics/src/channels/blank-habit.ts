import type { PreparedWorks } from './contract.ts'
import { momentsByCell, NO_CELL, normOf, type Scale } from './given-ability.ts'
import { honestSpread } from './honest-spread.ts'
import { LEAST_WORKS } from './residuals.ts'

/** Blanks of groups, and whether their school writes them down at all. */
export interface BlankHabit {
  /** Works of each group that were compared. */
  readonly n: Int32Array
  /** Tasks not attempted in the group; NaN with too few works. */
  readonly observed: Float64Array
  /** Mean and variance of that number in an honest group that writes its blanks down. */
  readonly expected: Float64Array
  readonly variance: Float64Array
  /** Chance that the group writes its blanks down, by what the other groups of its school do. */
  readonly writes: Float64Array
  /** How many more blanks works have where they are written down than in all works. */
  readonly rate: number
  /** Standard deviation between honest groups of the rate of blanks, relative to the expected. */
  readonly spread: number
}

/** A group that should have this many blanks has none once in twenty by chance, were they independent: e^−3. */
const SHOULD_HAVE = 3
/** Filling in may empty some groups of blanks; more than these are a habit. */
const MOST_EMPTY = 0.15
/** Fewer groups that write blanks down do not tell where pupils leave them. */
const LEAST_WRITING = 20
const STEPS = 12
/** No school is so consistent that its other classes leave no doubt. */
const MOST_ALIKE = 0.9
const LEAST_DISPERSION = 1.001

/**
 * Blanks given ability, and the habit of writing them down.
 *
 * Blanks of a group that writes them down are a negative binomial number (Greenwood, Yule 1920): mean E and variance
 * V + τ²E², E and V sums over the works of what works of that ability leave (V over works, for a pupil who leaves one
 * task leaves others too), τ² how much honest groups differ by how much pupils are urged to try.
 *
 * Where hardly a group that should have blanks has none, all write them down. Otherwise some enter zeros instead: a share
 * 1 − μ of groups, found together with the rate of blanks in the others by expectation–maximisation. Groups of one
 * school go together (ρ, from pairs of groups of a school that should have blanks: Mak 1988, Appl. Stat. 37), and what
 * the others do tells of each: with a beta distribution of the share of a school, the chance is
 * (μ·s + groups with blanks)/(s + groups), s = 1/ρ − 1, an empty group counting by how surely it would have had some.
 *
 * Not by what the school does in other sets: on the one real region we know it adds nothing to what its parallel
 * classes tell.
 *
 * @returns null where too few groups write blanks down
 */
export function blankHabit(prepared: PreparedWorks, scale: Scale, blanks: Uint8Array): BlankHabit | null {
  const { groupCount, notAttempted } = prepared
  const norm = momentsByCell(normOf(scale, blanks, Math.min(255, notAttempted?.length ?? 0)))
  const { n, observed, mean, squares, meanSquares } = sumsOfGroups(prepared, scale, blanks, norm)
  const known = Int32Array.from(observed.keys()).filter(g => !Number.isNaN(observed[g]))
  const should = known.filter(g => mean[g] >= SHOULD_HAVE)
  const empty = should.filter(g => observed[g] === 0).length
  const allWrite = empty <= MOST_EMPTY * should.length
  if (!allWrite && known.filter(g => observed[g] > 0).length < LEAST_WRITING) return null

  const surely = Float64Array.from(observed, x => (x > 0 || allWrite ? 1 : 0.5))
  const expected = new Float64Array(groupCount).fill(Number.NaN)
  const variance = new Float64Array(groupCount).fill(Number.NaN)
  let [rate, spread2] = [1, 0]
  for (let step = 0; step < (allWrite ? 1 : STEPS); step++) {
    if (!allWrite) rate = sumOver(known, g => observed[g]) / sumOver(known, g => surely[g] * mean[g])
    const chance = (g: number) => rate * squares[g] - rate ** 2 * meanSquares[g]
    spread2 = honestSpread(groupCount, g => ({
      sum: observed[g] - rate * mean[g],
      variance: Number.isNaN(observed[g]) || (!allWrite && observed[g] === 0) ? 0 : chance(g),
      pull: rate * mean[g],
    }))
    for (const g of known) {
      expected[g] = rate * mean[g]
      variance[g] = chance(g) + spread2 * expected[g] ** 2
    }
    if (allWrite) break
    const share = sumOver(known, g => surely[g]) / known.length
    for (const g of known) {
      if (observed[g] > 0) continue
      const byChance = share * noBlanks(expected[g], variance[g])
      surely[g] = byChance / (byChance + 1 - share)
    }
  }
  const writes = allWrite
    ? expected.map(e => (Number.isNaN(e) ? Number.NaN : 1))
    : byOthersOfSchool(prepared, known, { observed, expected, variance, surely })
  return { n, observed, expected, variance, writes, rate, spread: Math.sqrt(spread2) }
}

/**
 * Blanks of each group, NaN with too few works, and the sums over its works of what works of that ability leave. Apart from
 * the steps, which V8 would compile anew with this loop in front of them.
 */
function sumsOfGroups(
  { groupCount, groupStart }: PreparedWorks,
  { cell }: Scale,
  blanks: Uint8Array,
  norm: ReturnType<typeof momentsByCell>,
) {
  const n = new Int32Array(groupCount)
  const observed = new Float64Array(groupCount)
  const mean = new Float64Array(groupCount)
  const squares = new Float64Array(groupCount)
  const meanSquares = new Float64Array(groupCount)
  for (let g = 0; g < groupCount; g++) {
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      const r = cell[i]
      if (r === NO_CELL) continue
      n[g]++
      observed[g] += blanks[i]
      mean[g] += norm.mean[r]
      squares[g] += norm.variance[r] + norm.mean[r] ** 2
      meanSquares[g] += norm.mean[r] ** 2
    }
    if (n[g] < LEAST_WORKS || !(mean[g] > 0)) observed[g] = Number.NaN
  }
  return { n, observed, mean, squares, meanSquares }
}

/** P(X = 0) of a negative binomial variable. */
function noBlanks(mean: number, variance: number): number {
  const dispersion = dispersionOf(mean, variance)
  return dispersion ** (-mean / (dispersion - 1))
}

/** Variance in units of the mean, a little above that of Poisson, which is its limit. */
export function dispersionOf(mean: number, variance: number): number {
  return Math.max(LEAST_DISPERSION, variance / mean)
}

interface Found {
  readonly observed: Float64Array
  readonly expected: Float64Array
  readonly variance: Float64Array
  readonly surely: Float64Array
}

function byOthersOfSchool(
  { schoolOfGroup, groupCount }: PreparedWorks,
  known: Int32Array,
  { observed, expected, variance, surely }: Found,
): Float64Array {
  const telling = known.filter(g => expected[g] >= SHOULD_HAVE)
  const share = sumOver(telling, g => surely[g]) / Math.max(1, telling.length)
  const schools = [...Map.groupBy(known, g => schoolOfGroup[g]).values()]
  let [pairs, different] = [0, 0]
  for (const own of schools)
    for (const g of own)
      for (const h of own) {
        if (h <= g || expected[g] < SHOULD_HAVE || expected[h] < SHOULD_HAVE) continue
        pairs++
        different += surely[g] * (1 - surely[h]) + surely[h] * (1 - surely[g])
      }
  const byChance = 2 * share * (1 - share) * pairs
  const alike = byChance > 0 ? Math.min(MOST_ALIKE, Math.max(0, 1 - different / byChance)) : 0
  const weight = alike > 0 ? 1 / alike - 1 : Number.POSITIVE_INFINITY
  const writes = new Float64Array(groupCount).fill(Number.NaN)
  for (const own of schools) {
    const yes = own.map(g => (observed[g] > 0 ? 1 : 0))
    const no = own.map((g, k) => (yes[k] === 1 ? 0 : 1 - noBlanks(expected[g], variance[g])))
    const [allYes, allNo] = [yes, no].map(column => column.reduce((sum, x) => sum + x, 0))
    for (const [k, g] of own.entries()) {
      const [y, m] = [allYes - yes[k], allNo - no[k]]
      writes[g] = weight === Number.POSITIVE_INFINITY ? share : (share * weight + y) / (weight + y + m)
    }
  }
  return writes
}

function sumOver(groups: Int32Array, of: (g: number) => number): number {
  let sum = 0
  for (const g of groups) sum += of(g)
  return sum
}
