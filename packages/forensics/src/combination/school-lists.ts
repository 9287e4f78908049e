import { calibrateMeasure } from '../calibration/index.ts'
import { normalUpperTail } from '../numeric/normal.ts'
import { pairsOf, type SchoolUnits, setSizes, type UnitCorrelation } from './units.ts'

/** A degree beyond it adds nothing to a mean, so that one class does not make the whole school odd. */
const HELD = 4

/**
 * Per school the chance that the oddest of so many honest units is as odd (Šidák 1967, JASA 62), right for independent
 * units and cautious for related ones; NaN without a unit.
 */
export function oddestP(schoolCount: number, school: ArrayLike<number>, z: ArrayLike<number>): Float64Array {
  const most = new Float64Array(schoolCount).fill(Number.NaN)
  const units = new Int32Array(schoolCount)
  for (let u = 0; u < z.length; u++) {
    const s = school[u]
    if (Number.isNaN(z[u])) continue
    units[s]++
    if (!(z[u] <= most[s])) most[s] = z[u]
  }
  return most.map((value, s) => -Math.expm1(units[s] * Math.log1p(-normalUpperTail(value))))
}

/**
 * Per school the p-value of its oddest set, of those with several units: the mean of their degrees, set against the means
 * of all schools' sets.
 */
export function oddestSetP(
  units: SchoolUnits,
  order: readonly number[][],
  correlation: UnitCorrelation,
): Float64Array {
  const school: number[] = []
  const parts: number[][] = []
  for (const [s, own] of order.entries()) {
    let from = 0
    for (const size of setSizes(own, units.set)) {
      if (size > 1) {
        parts.push(own.slice(from, from + size))
        school.push(s)
      }
      from += size
    }
  }
  return oddestP(units.schoolCount, school, meansAgainstAll(units, parts, correlation))
}

/** Per school the p-value of the mean degree of all its units, where it has several. */
export function wholeSchoolP(
  units: SchoolUnits,
  order: readonly number[][],
  correlation: UnitCorrelation,
): Float64Array {
  const parts = order.map(own => (own.length > 1 ? own : []))
  return meansAgainstAll(units, parts, correlation).map(normalUpperTail)
}

/**
 * Means of the degrees of several units on the scale of all such means (`calibrate`, by the number of units): honest
 * units of one school go together, in the tail more than in the middle and in each region in its own way, so that the
 * spread of their mean is taken from the means themselves. The correlation is the model where there are too few.
 */
function meansAgainstAll(
  { z, set }: SchoolUnits,
  parts: readonly (readonly number[])[],
  { sameSet, otherSet }: UnitCorrelation,
): Float64Array {
  const value = new Float64Array(parts.length).fill(Number.NaN)
  const variance = new Float64Array(parts.length).fill(Number.NaN)
  const n = new Int32Array(parts.length)
  for (const [k, part] of parts.entries()) {
    n[k] = part.length
    if (part.length === 0) continue
    const held = part.map(u => Math.max(-HELD, Math.min(HELD, z[u])))
    value[k] = held.reduce((sum, x) => sum + x, 0) / part.length
    const { same, other } = pairsOf(setSizes(part, set))
    variance[k] = (part.length + 2 * same * sameSet + 2 * other * otherSet) / part.length ** 2
  }
  return calibrateMeasure({ value, variance, n }, null).z
}
