import { chiSquareUpperTail } from '../numeric/chi-square.ts'
import { normalUpperTail } from '../numeric/normal.ts'
import { normalUpperQuantile } from '../person-fit/normal-quantile.ts'

/** Below the smallest p-value that has a logarithm and a quantile. */
const LEAST_P = 1e-300

/** Fisher 1932: −2 Σ ln p against chi-square with 2k degrees of freedom; the p-values independent. */
export function fisherP(p: ArrayLike<number>): number {
  return chiSquareUpperTail(fisherSum(p), 2 * p.length)
}

/**
 * Fisher's sum of dependent p-values against a scaled chi-square with the right mean and variance: Brown 1975
 * (Biometrics 31: 987–992), covariances of −2 ln p by the polynomial of Kost & McDermott 2002 (Stat. Probab. Lett. 60:
 * 183–190) from the correlations of the normal variables behind.
 *
 * @param correlation k × k, row by row
 */
export function brownP(p: ArrayLike<number>, correlation: ArrayLike<number>): number {
  const k = p.length
  let covariance = 0
  for (let i = 0; i < k; i++)
    for (let j = 0; j < i; j++) covariance += fisherCovariance(correlation[i * k + j])
  return scaledFisherP(p, covariance)
}

/** Covariance of −2 ln p and −2 ln q of one-sided p-values of normal variables with correlation r. */
export function fisherCovariance(r: number): number {
  return r * (3.263 + r * (0.71 + r * 0.027))
}

/** Brown's p-value from the sum of covariances over all pairs. */
export function scaledFisherP(p: ArrayLike<number>, covariance: number): number {
  const mean = 2 * p.length
  const variance = Math.max(2 * mean + 2 * covariance, mean / p.length)
  const scale = variance / (2 * mean)
  return chiSquareUpperTail(fisherSum(p) / scale, mean / scale)
}

function fisherSum(p: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < p.length; i++) sum -= 2 * Math.log(Math.max(LEAST_P, p[i]))
  return sum
}

/** Stouffer 1949: Σz/√k, the p-values independent. */
export function stoufferP(p: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < p.length; i++) sum += normalUpperQuantile(Math.min(1 - 1e-16, Math.max(LEAST_P, p[i])))
  return normalUpperTail(sum / Math.sqrt(p.length))
}

/**
 * Cauchy combination, Liu & Xie 2020 (JASA 115: 393–402): the tail is right under any dependence. For small p the
 * tangent is taken as 1/(πp), as there.
 *
 * @param weights of the p-values, above zero; all equal by default
 */
export function cauchyP(p: ArrayLike<number>, weights?: ArrayLike<number>): number {
  let sum = 0
  let all = 0
  for (let i = 0; i < p.length; i++) {
    const q = Math.max(LEAST_P, p[i])
    const weight = weights?.[i] ?? 1
    sum += weight * (q < 1e-15 ? 1 / (q * Math.PI) : Math.tan((0.5 - Math.min(q, 1 - 1e-15)) * Math.PI))
    all += weight
  }
  const t = sum / all
  return t > 1e15 ? 1 / (t * Math.PI) : 0.5 - Math.atan(t) / Math.PI
}

/** The smallest p-value, corrected for having k independent ones (Tippett 1931). */
export function minimumP(p: ArrayLike<number>): number {
  let least = 1
  for (let i = 0; i < p.length; i++) least = Math.min(least, p[i])
  return -Math.expm1(p.length * Math.log1p(-least))
}
