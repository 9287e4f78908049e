import { quantileType7 } from '../numeric/quantile.ts'
import { normalUpperQuantile } from '../person-fit/normal-quantile.ts'
import {
  bestIn,
  countBetween,
  massBetween,
  type NullShape,
  type ShapePrior,
  shapeFrom,
  shapeOfMajority,
  type Window,
} from './null-shape.ts'

/** The part of the values that one shape has to explain: gross errors lie below, what is odd above. */
const FROM = 0.005
const UPTO = 0.95
const BINS = 40
/** Parts with equally many values in which the fit is judged. */
const PARTS = 12
/** Tail of a null that is not a fit: as heavy as the heaviest that was seen in a real region. */
const HABIT_TAIL = 0.15
/** Where the right half begins: a little left of the median. */
const RIGHT = 0.4
/** Skew and tail; centre and spread are the left half's as much. */
const PARAMETERS = 2
/**
 * A misfit that is no reason for doubt, as twice the mean log likelihood ratio per value. A fifth of odd values three
 * standard deviations out gives .03. No distribution is the family exactly, and of 300,000 groups every departure is
 * significant.
 */
const TOLERATED = 0.003
const Z_99 = 2.326

/**
 * One skewed distribution for all values but the top twentieth, where it explains them; null where it does not.
 *
 * Where the whole is one smooth shape there is no reason to call a part of it odd, however far its right half reaches:
 * honest groups differ in ways the model does not know, and most such ways are skewed. Only what stands out from the
 * whole is odd then. Where odd groups are a bump or a shoulder the whole is not one shape, and fitNullShape, which
 * looks at the left and the middle only, takes over. (The simpler explanation first; the likelihood ratio against the
 * histogram itself in twelve parts, noncentral chi-square with TOLERATED per value.)
 *
 * @param sorted ascending, finite, roughly standardised; at least two different values
 */
export function wholeShape(sorted: Float64Array, prior: ShapePrior): NullShape | null {
  const from = quantileType7(sorted, FROM)
  const to = quantileType7(sorted, UPTO)
  if (!(to > from)) return null
  let fitted = withBottom(countBetween(sorted, from, to, BINS), lowerBound(sorted, from))
  let at = bestIn(fitted, Float64Array.from(prior.mean), prior)
  // What is odd adds to the top twentieth and takes nothing from it: the null foretells no more there than is found.
  const above = sorted.length - lowerBound(sorted, to)
  const foretold = massBetween(to, FARTHEST, at) * (sorted.length - above)
  if (foretold > above * massBetween(-FARTHEST, to, at)) {
    fitted = withTop(fitted, above)
    at = bestIn(fitted, at, prior)
  }
  // A short right tail is not drawn from what lies left of it (null-shape.ts), and without skewness the spread of a
  // long left half would stand for the right one.
  if (at[2] < 0 && !(at[3] > 0)) return null
  return explains(sorted, at, to) ? shapeFrom(at, fitted, sorted.length, prior) : null
}

/** Beyond any standardised value. */
const FARTHEST = 1e6

function withBottom({ counts, edges }: Window, found: number): Window {
  return { counts: Float64Array.of(found, ...counts), edges: Float64Array.of(-FARTHEST, ...edges) }
}

function withTop({ counts, edges }: Window, found: number): Window {
  return { counts: Float64Array.of(...counts, found), edges: Float64Array.of(...edges, FARTHEST) }
}

/**
 * The null where even the fit to the left and the middle makes out too many odd ones (isTrusted): groups differ by a
 * habit the channel does not know, and the spread is that of all but the top twentieth, on whichever side it is wider.
 *
 * @param sorted ascending
 */
export function shapeOfHabit(sorted: Float64Array, fitted: NullShape): NullShape {
  const narrow = shapeOfMajority(sorted, fitted)
  const right = [0.84, 0.9, UPTO].map(
    share => (quantileType7(sorted, share) - narrow.centre) / -normalUpperQuantile(share),
  )
  return { ...narrow, spread: Math.max(narrow.spread, ...right), tail: HABIT_TAIL }
}

function lowerBound(sorted: Float64Array, value: number): number {
  const at = sorted.findIndex(u => u >= value)
  return at < 0 ? sorted.length : at
}

/**
 * Does the shape foretell how the right half of the values is spread up to `to`? A misfit on the left is no sign of
 * anything odd.
 */
function explains(sorted: Float64Array, at: Float64Array, to: number): boolean {
  const end = lowerBound(sorted, to)
  const first = Math.floor(sorted.length * RIGHT)
  const count = end - first
  const all = massBetween(sorted[first], to, at)
  let ratio = 0
  let parts = 0
  for (let part = 0, low = sorted[first], from = 0; part < PARTS; part++) {
    const next = Math.round(((part + 1) * count) / PARTS)
    const high = part === PARTS - 1 ? to : sorted[first + next]
    if (!(high > low)) continue
    const expected = (count * massBetween(low, high, at)) / all
    ratio += 2 * (next - from) * Math.log((next - from) / Math.max(expected, 1e-9))
    parts++
    low = high
    from = next
  }
  const df = parts - 1 - PARAMETERS
  const off = TOLERATED * count
  return df > 0 && ratio <= df + off + Z_99 * Math.sqrt(2 * df + 4 * off)
}
