/**
 * Small dense systems (a handful of covariates), row-major in one array.
 */

/**
 * Lower Cholesky factor of a symmetric n × n matrix, in place; only the lower triangle is read and written. A column
 * that the ones before it explain (pivot below `tolerance` of its own diagonal) is left out: its row and column become
 * zero, and its index is reported, so that collinear covariates cost nothing but themselves.
 *
 * @returns 1 for every column that was left out
 */
export function factorise(matrix: Float64Array, n: number, tolerance = 1e-10): Uint8Array {
  const dropped = new Uint8Array(n)
  for (let j = 0; j < n; j++) {
    const own = matrix[j * n + j]
    let pivot = own
    for (let k = 0; k < j; k++) pivot -= matrix[j * n + k] ** 2
    if (!(pivot > tolerance * Math.abs(own))) {
      dropped[j] = 1
      for (let k = 0; k <= j; k++) matrix[j * n + k] = 0
      for (let i = j + 1; i < n; i++) matrix[i * n + j] = 0
      continue
    }
    const root = Math.sqrt(pivot)
    matrix[j * n + j] = root
    for (let i = j + 1; i < n; i++) {
      let sum = matrix[i * n + j]
      for (let k = 0; k < j; k++) sum -= matrix[i * n + k] * matrix[j * n + k]
      matrix[i * n + j] = sum / root
    }
  }
  return dropped
}

/** Solves L·L'·x = b in place for a factor of `factorise`; a left-out column gets 0. */
export function solveFactorised(factor: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const pivot = factor[i * n + i]
    let sum = b[i]
    for (let k = 0; k < i; k++) sum -= factor[i * n + k] * b[k]
    b[i] = pivot === 0 ? 0 : sum / pivot
  }
  for (let i = n - 1; i >= 0; i--) {
    const pivot = factor[i * n + i]
    let sum = b[i]
    for (let k = i + 1; k < n; k++) sum -= factor[k * n + i] * b[k]
    b[i] = pivot === 0 ? 0 : sum / pivot
  }
}
