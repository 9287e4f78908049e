import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { normalUpperTail } from '../numeric/normal.ts'
import { cauchyP, fisherCovariance, scaledFisherP } from './combine-p.ts'
import { againstOwnBulk, type Combined } from './combined.ts'
import { type OneSidedMixture, oneSidedMixture } from './false-discoveries.ts'
import { normalScorer } from './normal-scores.ts'
import { quadrantCorrelation } from './null-correlation.ts'

/**
 * Everything known of the schools in one run: a unit is the combined degree of one class, or of the whole school, in one
 * set (subject × grade). All arrays over units have the same length.
 */
export interface SchoolUnits {
  readonly schoolCount: number
  /** School and set of each unit, by index. */
  readonly school: Int32Array
  readonly set: Int32Array
  /** `z` of combineGroups; NaN is left out. */
  readonly z: Float64Array
}

export interface SchoolCombination extends Combined {
  /** Units with a degree, per school. */
  readonly units: Int32Array
  /** Index of the oddest unit of each school; −1 without any. */
  readonly leading: Int32Array
  /** Correlation of the degrees of honest units of one school, in one set and in different sets. */
  readonly correlation: { readonly sameSet: number; readonly otherSet: number }
}

/** Shares of a manipulating school's sets that are odd. */
const SHARES = [0.05, 0.15, 0.4, 1] as const
/**
 * Correlations of honest units of one school before anything is seen, and the schools they count as: a few schools do
 * not show a correlation, but taking it for none would flag honest strong schools.
 */
const BELIEVED = { sameSet: 0.4, otherSet: 0.2, schools: 20 } as const
/** Simulated honest schools behind each score, drawn from schools with about as many units. */
const DRAWS = 4000

/**
 * One degree of suspicion per school over all sets, classes and levels: the log likelihood ratio of «a share of its
 * sets is odd» (the share unknown: 5 %, 15 %, 40 %, all, each against its own null) against «none is». A set is odd in all its
 * units at once, or in one of them, evenly; how far odd units stand out is learnt from all units (one-sided mixture).
 * One very odd class is enough, and so are many slightly odd sets (the two ends of Donoho & Jin 2004, Ann. Stat. 32:
 * 962–994). Units of one school are not independent (the same works at class and school level, one school's strength):
 * honest schools are simulated with the correlations found in the bulk and the school's own layout of units, so that a
 * school with forty classes is not flagged more often than one with two; then the scores are set against their own
 * bulk.
 */
export function combineSchools(units: SchoolUnits): SchoolCombination {
  const { schoolCount } = units
  const order = unitsBySchool(units)
  const correlation = withinSchools(units, order)
  const evidenceOf = evidenceBy(oneSidedMixture(units.z), correlation.sameSet)
  const layouts = order.map(own => setSizes(own, units.set))
  const nothing = () => new Float64Array(schoolCount).fill(Number.NaN)
  const evidence = new Array<Float64Array | null>(schoolCount).fill(null)
  const [fisher, cauchy] = [nothing(), nothing()]
  const leading = new Int32Array(schoolCount).fill(-1)
  const counts = new Int32Array(schoolCount)
  for (let s = 0; s < schoolCount; s++) {
    const own = order[s]
    counts[s] = own.length
    if (own.length === 0) continue
    const z = own.map(u => units.z[u])
    evidence[s] = evidenceOf(z, layouts[s])
    leading[s] = own.reduce((best, u) => (units.z[u] > units.z[best] ? u : best))
    const p = z.map(normalUpperTail)
    fisher[s] = scaledFisherP(p, covarianceOf(layouts[s], correlation))
    cauchy[s] = cauchyP(p)
  }
  const score = scoresBySize(evidence, layouts, evidenceOf, correlation)
  return { ...againstOwnBulk(score), fisher, cauchy, units: counts, leading, correlation }
}

/** Units with a degree by school, those of one set together. */
function unitsBySchool({ schoolCount, school, set, z }: SchoolUnits): number[][] {
  const order: number[][] = Array.from({ length: schoolCount }, () => [])
  for (let u = 0; u < z.length; u++) if (!Number.isNaN(z[u])) order[school[u]].push(u)
  for (const own of order) own.sort((a, b) => set[a] - set[b] || a - b)
  return order
}

/** How many of a school's units are in each of its sets. */
function setSizes(own: readonly number[], set: Int32Array): number[] {
  const sizes: number[] = []
  for (let i = 0; i < own.length; i++) {
    if (i > 0 && set[own[i]] === set[own[i - 1]]) sizes[sizes.length - 1]++
    else sizes.push(1)
  }
  return sizes
}

function covarianceOf(
  sizes: readonly number[],
  { sameSet, otherSet }: SchoolCombination['correlation'],
): number {
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const same = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  return same * fisherCovariance(sameSet) + ((units * (units - 1)) / 2 - same) * fisherCovariance(otherSet)
}

/**
 * Evidence for each of SHARES from the degrees of a school's units, those of one set together, and the sizes of its
 * sets.
 */
type Evidence = (z: ArrayLike<number>, sizes: readonly number[]) => Float64Array

const [LOWEST, HIGHEST] = [-4, 8]

function evidenceBy({ pi0, shifts, shares }: OneSidedMixture, sameSet: number): Evidence {
  const odd = shares.map(share => share / (1 - pi0))
  const ratioOf = (sum: number, units: number) => {
    const variance = 1 + (units - 1) * sameSet
    let ratio = 0
    for (let s = 0; s < odd.length; s++)
      ratio += odd[s] * Math.exp((shifts[s] * sum - (shifts[s] * shifts[s] * units) / 2) / variance)
    return ratio
  }
  return (z, sizes) => {
    const logs = new Float64Array(SHARES.length)
    let u = 0
    for (const size of sizes) {
      let [sum, one] = [0, 0]
      for (const end = u + size; u < end; u++) {
        const held = Math.min(HIGHEST, Math.max(LOWEST, z[u]))
        sum += held
        if (size > 1) one += ratioOf(held, 1)
      }
      const all = ratioOf(sum, size)
      const ratio = size === 1 ? all : (all + one / size) / 2
      for (let e = 0; e < SHARES.length; e++) logs[e] += Math.log(1 - SHARES[e] + SHARES[e] * ratio)
    }
    return logs
  }
}

/** Correlations of honest units of one school from pairs below zero (null-correlation.ts), each school's pairs counted as its units. */
function withinSchools(
  { set, z }: SchoolUnits,
  order: readonly number[][],
): SchoolCombination['correlation'] {
  const same = { both: 0, one: 0 }
  const other = { both: 0, one: 0 }
  for (const own of order) {
    const sizes = setSizes(own, set)
    const weight = 1 / Math.max(1, own.length - 1)
    let [below, pairsBelow, sameBelow, at] = [0, 0, 0, 0]
    for (const size of sizes) {
      let b = 0
      for (let i = at; i < at + size; i++) if (z[own[i]] < 0) b++
      at += size
      below += b
      sameBelow += (b * (b - 1)) / 2
      pairsBelow += b * (own.length - size)
      if (size > 1) same.one += (b * (size - 1) * weight) / 2
    }
    same.both += sameBelow * weight
    other.both += ((below * (below - 1)) / 2 - sameBelow) * weight
    other.one += (pairsBelow * weight) / 2
  }
  const schools = order.reduce((count, own) => count + (own.length > 1 ? 1 : 0), 0)
  const otherSet = believing(other, BELIEVED.otherSet, schools)
  const sameSet = Math.max(otherSet, believing(same, BELIEVED.sameSet, schools))
  return { sameSet, otherSet }
}

/** The correlation in these pairs and in those of the schools believed in, as many per school as seen. */
function believing(
  pairs: { readonly both: number; readonly one: number },
  correlation: number,
  schools: number,
): number {
  if (pairs.one === 0) return correlation
  const one = (pairs.one * BELIEVED.schools) / schools
  const both = one * (0.5 + Math.asin(correlation) / Math.PI)
  const found = quadrantCorrelation(pairs.both + both, pairs.one + one, pairs.one + one)
  return Math.min(0.95, Math.max(0, found))
}

/** Sizes beyond which schools of about the same number of units are simulated together. */
const ALIKE = 1.15

/**
 * Normal scores by simulating honest schools laid out as the schools with about as many units: first of the evidence
 * for each share, as one school's strength makes «all sets» look likelier than «one» in honest schools too, then of the
 * harmonic mean of their p-values (Good 1958; the rule of Cauchy for small p).
 */
function scoresBySize(
  evidence: readonly (Float64Array | null)[],
  layouts: readonly (readonly number[])[],
  evidenceOf: Evidence,
  correlation: SchoolCombination['correlation'],
): Float64Array {
  const score = new Float64Array(evidence.length).fill(Number.NaN)
  const sizes = layouts.map(layout => layout.reduce((sum, size) => sum + size, 0))
  const schools = Array.from(score.keys()).filter(s => evidence[s] !== null)
  schools.sort((a, b) => sizes[a] - sizes[b] || layouts[a].length - layouts[b].length || a - b)
  const random = seededRandom(20_190_513)
  for (let from = 0; from < schools.length; ) {
    let to = from
    while (to < schools.length && sizes[schools[to]] <= sizes[schools[from]] * ALIKE) to++
    const block = schools.slice(from, to)
    const draws = Array.from({ length: DRAWS }, (_, d) => {
      const layout = layouts[block[Math.floor((d * block.length) / DRAWS)]]
      return evidenceOf(honestSchool(layout, correlation, random), layout)
    })
    const scorers = SHARES.map((_, e) => normalScorer(Float64Array.from(draws, draw => draw[e])))
    const together = (logs: Float64Array) =>
      Math.log(scorers.reduce((sum, scorer, e) => sum + 1 / normalUpperTail(scorer(logs[e])), 0))
    const scorer = normalScorer(Float64Array.from(draws, together))
    for (const s of block) {
      const own = evidence[s]
      if (own !== null) score[s] = scorer(together(own))
    }
    from = to
  }
  return score
}

/** Degrees of the units of an honest school: a part common to all, one common to the units of a set, one of each. */
function honestSchool(
  layout: readonly number[],
  { sameSet, otherSet }: SchoolCombination['correlation'],
  random: () => number,
): Float64Array {
  const units = layout.reduce((sum, size) => sum + size, 0)
  const noise = normalNumbers(1 + layout.length + units, random)
  const z = new Float64Array(units)
  const [all, set, own] = [Math.sqrt(otherSet), Math.sqrt(sameSet - otherSet), Math.sqrt(1 - sameSet)]
  let u = 0
  for (let k = 0; k < layout.length; k++)
    for (let i = 0; i < layout[k]; i++, u++)
      z[u] = all * noise[0] + set * noise[1 + k] + own * noise[1 + layout.length + u]
  return z
}
