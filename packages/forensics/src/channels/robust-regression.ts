import { quantileType7 } from '../numeric/quantile.ts'
import { factorise, solveFactorised } from './small-matrix.ts'

export interface RobustFit {
  /** One per column; 0 for a column that the ones before it explain. */
  readonly coefficients: Float64Array
  /** y less the fitted value for every row with known columns, those left out of the fit included; NaN otherwise. */
  readonly residual: Float64Array
  /** Robust SD of √weight × residual: 1.4826 × the median of absolute values; 0 where more than half are fitted exactly. */
  readonly scale: number
}

const MOST_STEPS = 30
/** Residuals beyond this many SD count for nothing: 95 % of the efficiency of least squares for normal errors. */
const REJECT = 4.685

/**
 * Linear regression that a minority of odd rows does not bend: Tukey's biweight by reweighted least squares, from a
 * start by Huber's weights (Huber 1973, Ann. Stat. 1: 799–821; Beaton, Tukey 1974, Technometrics 16: 147–185).
 * Var(y) is taken proportional to 1/weight. It protects against odd y, not against odd columns with high leverage.
 *
 * @param columns each with y.length entries; give the intercept as a column of ones
 * @param weight known and positive, or the row is left out (as is one with NaN in y or a column)
 * @returns null with fewer rows than columns + 2
 */
export function robustRegression(
  y: Float64Array,
  columns: readonly Float64Array[],
  weight: ArrayLike<number>,
): RobustFit | null {
  const p = columns.length
  const rows: number[] = []
  for (let i = 0; i < y.length; i++) {
    if (weight[i] > 0 && Number.isFinite(y[i]) && columns.every(column => Number.isFinite(column[i])))
      rows.push(i)
  }
  if (rows.length < p + 2) return null
  const cross = new Float64Array(p * p)
  const coefficients = new Float64Array(p)
  const residual = new Float64Array(y.length)
  const size = new Float64Array(rows.length)
  const trust = new Float64Array(y.length).fill(1)
  let scale = 0
  for (let step = 0; step < MOST_STEPS; step++) {
    cross.fill(0)
    const next = new Float64Array(p)
    for (const i of rows) {
      const w = weight[i] * trust[i]
      if (w === 0) continue
      for (let a = 0; a < p; a++) {
        const left = w * columns[a][i]
        next[a] += left * y[i]
        for (let b = 0; b <= a; b++) cross[a * p + b] += left * columns[b][i]
      }
    }
    factorise(cross, p)
    solveFactorised(cross, p, next)
    let moved = 0
    for (let a = 0; a < p; a++) moved = Math.max(moved, Math.abs(next[a] - coefficients[a]))
    coefficients.set(next)
    for (let i = 0; i < y.length; i++) {
      let fitted = 0
      for (let a = 0; a < p; a++) fitted += coefficients[a] * columns[a][i]
      residual[i] = y[i] - fitted
    }
    for (const [k, i] of rows.entries()) size[k] = Math.abs(residual[i]) * Math.sqrt(weight[i])
    scale = 1.4826 * quantileType7(size.slice().sort(), 0.5)
    if (!(scale > 0)) break
    const huber = step < 5
    for (const [k, i] of rows.entries()) {
      const u = size[k] / scale
      trust[i] = huber ? Math.min(1, 1.345 / u) : u < REJECT ? (1 - (u / REJECT) ** 2) ** 2 : 0
    }
    if (step > 5 && moved <= 1e-9 * Math.max(scale, ...coefficients.map(Math.abs))) break
  }
  return { coefficients, residual, scale }
}
