import { quantileType7 } from '../numeric/quantile.ts'
import type { Noise } from './noise.ts'

/** What controlled groups say of a scale on which the bulk is N(0, 1). */
export interface Recentring {
  /** Enough controlled groups to put them in place of the bulk. */
  readonly usable: boolean
  readonly groups: number
  readonly centre: number
  readonly spread: number
  /** Degrees of freedom of the spread; infinite where it is the bulk's. */
  readonly freedom: number
  readonly shift: Noise['shift']
  readonly lost: boolean
}

/** Groups, and schools they belong to: classes of one school are no more than one witness. */
const USABLE = 20
const USABLE_SCHOOLS = 8
const COMPARABLE = 10
/** A shift this large and this many standard errors from zero is not chance. */
const LOST_SHIFT = 0.5
const LOST_ERRORS = 3
/** By so much nine tenths of the region would stand above the middle of the controlled. */
const BEYOND_HABIT = 1.5
/** Share of controlled groups pulled in at either end: observers do not see everything. */
const WINSORISED = 0.05
/** Standard deviation of a standard normal variable winsorised 5 % at either end. */
const WINSORISED_SD = 0.9108

/**
 * What controlled groups say on the scale of the bulk, which has given shape and dependence on size.
 *
 * The spread is theirs where it is wider than the bulk's by more than chance (positive part of James, Stein 1961), never
 * narrower: twenty groups of ten schools do not show how far honest groups reach. The reference is lost where the bulk
 * stands significantly to the right of groups that were observed, and the run says so. The centre is moved only where
 * it stands further than a habit of the region can be: less is a finding about the region, and a school is held
 * against its region, not blamed for what all do (Spiegelhalter 2005 on overdispersion; the same rule as for bunching at
 * boundaries). Otherwise a common habit of one standard deviation would make seven false alarms out of one.
 *
 * @param school of each group: errors are those of a sample of schools (Liang, Zeger 1986), not of groups
 */
export function againstControlled(
  bulk: Float64Array,
  controlled: Uint8Array,
  school: ArrayLike<number>,
): Recentring {
  const own = Array.from(bulk.keys()).filter(i => controlled[i] !== 0)
  const groups = own.length
  if (groups < COMPARABLE)
    return { usable: false, groups, centre: 0, spread: 1, freedom: 0, shift: null, lost: false }
  const sorted = Float64Array.from(own, i => bulk[i]).sort()
  const low = quantileType7(sorted, WINSORISED)
  const high = quantileType7(sorted, 1 - WINSORISED)
  const pulled = own.map(i => Math.min(high, Math.max(low, bulk[i])))
  const centre = pulled.reduce((sum, z) => sum + z, 0) / groups
  const squares = pulled.map(z => (z - centre) ** 2)
  const meanSquare = Math.max(1e-6, squares.reduce((sum, x) => sum + x, 0) / groups)
  const sd = Math.sqrt((meanSquare * groups) / (groups - 1)) / WINSORISED_SD
  const schools = own.map(i => school[i])
  // A few schools may by chance be more alike than groups are: never less than the error of independent groups.
  const byMiddle = MEDIAN_EFFICIENCY / bulk.length
  const error = Math.sqrt(
    Math.max(varianceOfMean(pulled, schools), Math.max(sd, 0.1) ** 2 / groups) + byMiddle,
  )
  const middle = quantileType7(bulk.toSorted(), 0.5)
  // The scale of the bulk is its honest part's; if all of it is odd, that part is not where z = 0 is.
  const shift = middle - centre
  // Of log sd: half the relative error of the mean square.
  const ofSpread = Math.max(varianceOfMean(squares, schools) / (2 * meanSquare) ** 2, 1 / (2 * (groups - 1)))
  const logSd = Math.log(Math.max(0.1, sd))
  const lost = shift > LOST_SHIFT && shift > LOST_ERRORS * error
  const moved = lost && shift > BEYOND_HABIT
  const wider = logSd > 0 ? beyondChance(logSd, ofSpread) : 0
  return {
    usable: groups >= USABLE && new Set(schools).size >= USABLE_SCHOOLS,
    groups,
    centre: moved ? centre : 0,
    spread: Math.exp(logSd * wider) * Math.sqrt(1 + (moved ? error ** 2 : 0)),
    freedom: wider > 0 ? (groups - 1) / wider : Number.POSITIVE_INFINITY,
    shift: { value: shift, error },
    lost,
  }
}

/** Variance of a median over that of a mean, normal values. */
const MEDIAN_EFFICIENCY = Math.PI / 2

/** The share of a deviation that chance does not explain. */
function beyondChance(deviation: number, variance: number): number {
  return Math.max(0, 1 - variance / Math.max(deviation * deviation, 1e-12))
}

/** Variance of the mean of values that are related within schools. */
function varianceOfMean(values: readonly number[], schools: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const sums = new Map<number, number>()
  for (const [i, x] of values.entries()) sums.set(schools[i], (sums.get(schools[i]) ?? 0) + x - mean)
  let squares = 0
  for (const sum of sums.values()) squares += sum * sum
  const count = sums.size
  return ((count > 1 ? count / (count - 1) : 1) * squares) / values.length ** 2
}
