import { quantileType7 } from '../numeric/quantile.ts'
import type { Noise } from './noise.ts'

/** What controlled groups say of a scale on which the bulk is N(0, 1). */
export interface Recentring {
  /** Enough controlled groups to put them in place of the bulk. */
  readonly usable: boolean
  readonly groups: number
  readonly centre: number
  readonly spread: number
  readonly shift: Noise['shift']
  readonly lost: boolean
}

const USABLE = 20
const COMPARABLE = 10
/** A shift this large and this many standard errors from zero is not chance. */
const LOST_SHIFT = 0.5
const LOST_ERRORS = 3
/** Share of controlled groups pulled in at either end: observers do not see everything. */
const WINSORISED = 0.05
/** Standard deviation of a standard normal variable winsorised 5 % at either end. */
const WINSORISED_SD = 0.9108

/**
 * Centre and spread of controlled groups on the scale of the bulk, which has given shape and dependence on size; the
 * uncertainty of their centre is in the spread. The reference is lost where the bulk stands significantly to the right
 * of groups that were observed: then most of the region is odd, and measuring it by itself would hide that.
 */
export function againstControlled(bulk: Float64Array, controlled: Uint8Array): Recentring {
  const own = bulk.filter((_, i) => controlled[i] !== 0).sort()
  const groups = own.length
  if (groups < COMPARABLE) return { usable: false, groups, centre: 0, spread: 1, shift: null, lost: false }
  const low = quantileType7(own, WINSORISED)
  const high = quantileType7(own, 1 - WINSORISED)
  const pulled = own.map(z => Math.min(high, Math.max(low, z)))
  const centre = pulled.reduce((sum, z) => sum + z, 0) / groups
  const deviation = pulled.reduce((sum, z) => sum + (z - centre) ** 2, 0)
  const sd = Math.sqrt(deviation / (groups - 1)) / WINSORISED_SD
  const middle = quantileType7(bulk.toSorted(), 0.5)
  // The scale of the bulk is its honest part's; if all of it is odd, that part is not where z = 0 is.
  const shift = middle - centre
  const error = Math.max(sd, 0.1) * Math.sqrt(1 / groups + 1.57 / bulk.length)
  return {
    usable: groups >= USABLE,
    groups,
    centre,
    spread: Math.max(0.1, sd * Math.sqrt(1 + 1 / groups)),
    shift: { value: shift, error },
    lost: shift > LOST_SHIFT && shift > LOST_ERRORS * error,
  }
}
