import betainc from '@stdlib/math-base-special-betainc'
import { Z_95 } from './normal.ts'

/** An interval of a share, 0 ≤ lower ≤ upper ≤ 1. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** P(X ≥ k), X ~ Binomial(n, share), exact: the regularised incomplete beta function I_share(k, n − k + 1). */
export function binomialUpperTail(k: number, n: number, share: number): number {
  if (k <= 0) return 1
  if (k > n || share <= 0) return 0
  if (share >= 1) return 1
  return betainc(share, k, n - k + 1)
}

/**
 * Clopper–Pearson interval of k of n, 95 %: never covers less than it says.
 *
 * Clopper, Pearson 1934, Biometrika 26: 404–413.
 */
export function clopperPearson(k: number, n: number): Interval {
  const tail = 0.025
  return {
    lower: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    upper: k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k),
  }
}

/** Wilson score interval of k of n > 0, 95 %. Wilson 1927, JASA 22: 209–212. */
export function wilson(k: number, n: number): Interval {
  const share = k / n
  const z2 = Z_95 * Z_95
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z_95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return { lower: k === 0 ? 0 : centre - half, upper: k === n ? 1 : centre + half }
}

/**
 * The x with I_x(a, b) = probability. False position inside a bracket; an end that stays twice counts half
 * (Illinois rule), and every fourth step is a plain halving, so that a very steep curve (one of a million) is
 * found as surely as a gentle one.
 */
function betaQuantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  let [missLow, missHigh] = [-probability, 1 - probability]
  let moved: 'low' | 'high' | null = null
  for (let step = 1; step < 200; step++) {
    const x = step % 4 === 0 ? (low + high) / 2 : (low * missHigh - high * missLow) / (missHigh - missLow)
    const miss = betainc(x, a, b) - probability
    if (Math.abs(miss) < 1e-13) return x
    if (miss < 0) {
      if (moved === 'low') missHigh /= 2
      low = x
      missLow = miss
      moved = 'low'
    } else {
      if (moved === 'high') missLow /= 2
      high = x
      missHigh = miss
      moved = 'high'
    }
  }
  return (low + high) / 2
}
