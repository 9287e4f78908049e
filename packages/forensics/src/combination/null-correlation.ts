/**
 * Correlation of two normal scores in honest groups, from the lower left quadrant only, where manipulation does not
 * reach: among groups with x < 0 the share with y < 0 is ½ + asin(ρ)/π for honest ones (Sheppard 1899). Odd groups that
 * moved both scores right are in neither count; if they moved one only, the smaller of the two counts has lost them.
 * The estimate is drawn towards zero as if `PRIOR` more pairs had shown none.
 */
export function quadrantCorrelation(bothBelow: number, xBelow: number, yBelow: number): number {
  const least = Math.min(xBelow, yBelow)
  const share = (bothBelow + PRIOR / 2) / (least + PRIOR)
  return Math.sin(Math.PI * (Math.min(1, share) - 0.5))
}

const PRIOR = 20

/**
 * Correlations of the columns in honest groups.
 *
 * @param z columns of normal scores, NaN where unknown; a pair counts where both are known
 * @returns C × C, row by row, positive definite
 */
export function nullCorrelation(z: readonly Float64Array[]): Float64Array {
  const size = z.length
  const correlation = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    correlation[a * size + a] = 1
    for (let b = 0; b < a; b++) {
      let [both, xs, ys] = [0, 0, 0]
      const [x, y] = [z[a], z[b]]
      for (let g = 0; g < x.length; g++) {
        if (Number.isNaN(x[g]) || Number.isNaN(y[g])) continue
        if (x[g] < 0) xs++
        if (y[g] < 0) ys++
        if (x[g] < 0 && y[g] < 0) both++
      }
      const r = quadrantCorrelation(both, xs, ys)
      correlation[a * size + b] = r
      correlation[b * size + a] = r
    }
  }
  return positive(correlation, size)
}

/** Correlations of pairs need not fit together; they are drawn to zero together until they do. */
export function positive(correlation: Float64Array, size: number): Float64Array {
  for (let keep = 1; ; keep *= 0.95) {
    const shrunk = correlation.map((r, i) => (i % (size + 1) === 0 ? 1 : r * keep))
    if (cholesky(shrunk, size) !== null) return shrunk
  }
}

/** Lower triangular factor of a symmetric matrix; null where it is not safely positive definite. */
export function cholesky(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k]
      if (i !== j) lower[i * size + j] = sum / lower[j * size + j]
      else if (sum < 0.02) return null
      else lower[i * size + i] = Math.sqrt(sum)
    }
  }
  return lower
}

/** Inverse of L·Lᵀ. */
export function inverseOf(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size)
  const column = new Float64Array(size)
  for (let c = 0; c < size; c++) {
    for (let i = 0; i < size; i++) {
      let sum = i === c ? 1 : 0
      for (let k = 0; k < i; k++) sum -= lower[i * size + k] * column[k]
      column[i] = sum / lower[i * size + i]
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = column[i]
      for (let k = i + 1; k < size; k++) sum -= lower[k * size + i] * column[k]
      column[i] = sum / lower[i * size + i]
    }
    for (let i = 0; i < size; i++) inverse[i * size + c] = column[i]
  }
  return inverse
}
