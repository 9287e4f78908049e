import { quadrantCorrelation } from './null-correlation.ts'

/**
 * Everything known of the schools in one run: a unit is one class, or the works of a school whose class is unknown, in
 * one set (subject × grade). All arrays over units have the same length.
 */
export interface SchoolUnits {
  readonly schoolCount: number
  /** School and set of each unit, by index. */
  readonly school: Int32Array
  readonly set: Int32Array
  /** `score` of combineGroups; NaN is left out. */
  readonly z: Float64Array
  /** z of each channel that may flag a school by itself; NaN where it is silent. None by default. */
  readonly alone?: readonly Float64Array[]
}

/** Correlation of the degrees of honest units of one school, in one set and in different sets. */
export interface UnitCorrelation {
  readonly sameSet: number
  readonly otherSet: number
}

/**
 * Correlations before anything is seen, and the schools they count as: a few schools do not show a correlation, but
 * taking it for none would flag honest strong schools.
 */
const BELIEVED = { sameSet: 0.4, otherSet: 0.2, schools: 20 } as const

/** Units with a degree by school, those of one set together. */
export function unitsBySchool({ schoolCount, school, set, z }: SchoolUnits): number[][] {
  const order: number[][] = Array.from({ length: schoolCount }, () => [])
  for (let u = 0; u < z.length; u++) if (!Number.isNaN(z[u])) order[school[u]].push(u)
  for (const own of order) own.sort((a, b) => set[a] - set[b] || a - b)
  return order
}

/** How many of a school's units are in each of its sets. */
export function setSizes(own: readonly number[], set: Int32Array): number[] {
  const sizes: number[] = []
  for (let i = 0; i < own.length; i++) {
    if (i > 0 && set[own[i]] === set[own[i - 1]]) sizes[sizes.length - 1]++
    else sizes.push(1)
  }
  return sizes
}

/** Pairs of units in one set, and in different sets, of a school with these units in its sets. */
export function pairsOf(sizes: readonly number[]): { readonly same: number; readonly other: number } {
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const same = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  return { same, other: (units * (units - 1)) / 2 - same }
}

/** Correlations of honest units of one school from pairs below zero (null-correlation.ts), each school's pairs counted as its units. */
export function correlationWithin({ set, z }: SchoolUnits, order: readonly number[][]): UnitCorrelation {
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
  return { sameSet: Math.max(otherSet, believing(same, BELIEVED.sameSet, schools)), otherSet }
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
