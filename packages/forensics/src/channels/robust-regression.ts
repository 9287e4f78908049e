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
  const rows = knownRows(y, columns, weight)
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
    addRows(rows, y, columns, weight, trust, cross, next)
    factorise(cross, p)
    solveFactorised(cross, p, next)
    let moved = 0
    for (let a = 0; a < p; a++) moved = Math.max(moved, Math.abs(next[a] - coefficients[a]))
    coefficients.set(next)
    fillResiduals(y, columns, coefficients, residual)
    fillSizes(rows, residual, weight, size)
    scale = 1.4826 * quantileType7(size.slice().sort(), 0.5)
    if (!(scale > 0)) break
    fillTrust(rows, size, scale, step < 5, trust)
    if (step > 5 && moved <= 1e-9 * Math.max(scale, ...coefficients.map(Math.abs))) break
  }
  return { coefficients, residual, scale }
}

// Each loop over the rows stands by itself: V8 compiles a function anew while a loop of it runs for long, the whole of it
// every time.

function knownRows(y: Float64Array, columns: readonly Float64Array[], weight: ArrayLike<number>): Int32Array {
  const rows = new Int32Array(y.length)
  let count = 0
  for (let i = 0; i < y.length; i++)
    if (weight[i] > 0 && Number.isFinite(y[i]) && isKnown(columns, i)) rows[count++] = i
  return rows.subarray(0, count)
}

function isKnown(columns: readonly Float64Array[], i: number): boolean {
  for (const column of columns) if (!Number.isFinite(column[i])) return false
  return true
}

/** Adds the rows to the normal equations. */
function addRows(
  rows: Int32Array,
  y: Float64Array,
  columns: readonly Float64Array[],
  weight: ArrayLike<number>,
  trust: Float64Array,
  cross: Float64Array,
  right: Float64Array,
): void {
  const p = columns.length
  for (const i of rows) {
    const w = weight[i] * trust[i]
    if (w === 0) continue
    for (let a = 0; a < p; a++) {
      const left = w * columns[a][i]
      right[a] += left * y[i]
      for (let b = 0; b <= a; b++) cross[a * p + b] += left * columns[b][i]
    }
  }
}

function fillResiduals(
  y: Float64Array,
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  residual: Float64Array,
): void {
  for (let i = 0; i < y.length; i++) {
    let fitted = 0
    for (let a = 0; a < columns.length; a++) fitted += coefficients[a] * columns[a][i]
    residual[i] = y[i] - fitted
  }
}

function fillSizes(
  rows: Int32Array,
  residual: Float64Array,
  weight: ArrayLike<number>,
  size: Float64Array,
): void {
  for (let k = 0; k < rows.length; k++) size[k] = Math.abs(residual[rows[k]]) * Math.sqrt(weight[rows[k]])
}

/** By the weights of Huber, then of Tukey. */
function fillTrust(
  rows: Int32Array,
  size: Float64Array,
  scale: number,
  huber: boolean,
  trust: Float64Array,
): void {
  for (let k = 0; k < rows.length; k++) {
    const u = size[k] / scale
    trust[rows[k]] = huber ? Math.min(1, 1.345 / u) : u < REJECT ? (1 - (u / REJECT) ** 2) ** 2 : 0
  }
}
