import { factorise, solveFactorised } from '../../packages/forensics/src/channels/small-matrix.ts'

/**
 * Ridge logistic regression by Newton's steps on the rows with truth 0 or 1.
 *
 * @param columns standardised features; an intercept is added and not penalised
 * @returns intercept, then one coefficient per column
 */
export function fitLogistic(
  columns: readonly Float64Array[],
  truth: Float64Array,
  rows: readonly number[],
  ridge: number,
): Float64Array {
  const p = columns.length + 1
  const beta = new Float64Array(p)
  const x = new Float64Array(p)
  x[0] = 1
  const hessian = new Float64Array(p * p)
  const step = new Float64Array(p)
  for (let round = 0; round < 25; round++) {
    hessian.fill(0)
    for (let a = 0; a < p; a++) {
      step[a] = a === 0 ? 0 : -ridge * beta[a]
      hessian[a * p + a] = a === 0 ? 0 : ridge
    }
    for (const i of rows) {
      let eta = beta[0]
      for (let a = 1; a < p; a++) {
        x[a] = columns[a - 1][i]
        eta += beta[a] * x[a]
      }
      const share = 1 / (1 + Math.exp(-eta))
      const weight = share * (1 - share)
      for (let a = 0; a < p; a++) {
        step[a] += (truth[i] - share) * x[a]
        const left = weight * x[a]
        for (let b = 0; b <= a; b++) hessian[a * p + b] += left * x[b]
      }
    }
    factorise(hessian, p)
    solveFactorised(hessian, p, step)
    let most = 0
    for (let a = 0; a < p; a++) {
      beta[a] += step[a]
      most = Math.max(most, Math.abs(step[a]))
    }
    if (most < 1e-6) break
  }
  return beta
}

export function logit(beta: Float64Array, columns: readonly Float64Array[], row: number): number {
  let eta = beta[0]
  for (let a = 0; a < columns.length; a++) eta += beta[a + 1] * columns[a][row]
  return eta
}
