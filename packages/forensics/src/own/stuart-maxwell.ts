import { chiSquareUpperTail } from '../numeric/chi-square.ts'

export type StuartMaxwell = {
  readonly statistic: number
  readonly df: number
  readonly p: number
}

/**
 * Stuart–Maxwell test that the two margins of a square table of counts are equal: d′S⁻d with d the differences of
 * the margins, S_ii = n_i. + n_.i − 2n_ii, S_ij = −(n_ij + n_ji).
 *
 * S has no inverse (its rows sum to zero), and loses more rank with every category that nobody left or entered.
 * Elimination skips each pivot that vanishes, so df is the true rank: categories − 1 when all of them are linked by
 * disagreements, less when some are empty or stand apart. Null when nobody disagrees.
 *
 * Stuart 1955, Biometrika 42: 412–416; Maxwell 1970, Br. J. Psychiatry 116: 651–655.
 *
 * @param table counts, row-major, size × size
 */
export function stuartMaxwell(table: ArrayLike<number>, size: number): StuartMaxwell | null {
  const covariance: number[][] = []
  const difference: number[] = []
  for (let i = 0; i < size; i++) {
    const row = new Array<number>(size).fill(0)
    let shift = 0
    for (let j = 0; j < size; j++) {
      if (j === i) continue
      const there = table[i * size + j]
      const back = table[j * size + i]
      row[j] = -(there + back)
      row[i] += there + back
      shift += there - back
    }
    covariance.push(row)
    difference.push(shift)
  }
  return quadraticForm(covariance, difference)
}

/** d′S⁻d of a graph Laplacian S by elimination; each linked group of categories ends in one pivot of zero. */
function quadraticForm(covariance: number[][], difference: number[]): StuartMaxwell | null {
  const size = difference.length
  let statistic = 0
  let df = 0
  for (let i = 0; i < size; i++) {
    const pivot = covariance[i][i]
    // Counts are integers: a remainder far below one disagreement is rounding.
    if (pivot < 1e-6) continue
    df++
    statistic += difference[i] ** 2 / pivot
    for (let k = i + 1; k < size; k++) {
      const factor = covariance[k][i] / pivot
      if (factor === 0) continue
      for (let j = i + 1; j < size; j++) covariance[k][j] -= factor * covariance[i][j]
      difference[k] -= factor * difference[i]
    }
  }
  return df === 0 ? null : { statistic, df, p: chiSquareUpperTail(statistic, df) }
}
