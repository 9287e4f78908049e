import { binomialUpperTail } from './binomial.ts'

/**
 * P(X ≥ k) where X of n works have a property whose share in a school is a beta variable with the mean `share` and the
 * variance correlation · share · (1 − share); 0 ≤ correlation ≤ 1. Correlation 0 is the binomial; with 1 a school has the
 * property in all of its works or in none. Exact: probabilities by recurrence from the middle, scaled to one.
 */
export function betaBinomialUpperTail(k: number, n: number, share: number, correlation: number): number {
  if (k <= 0) return 1
  if (k > n || share <= 0) return 0
  if (share >= 1) return 1
  if (correlation <= 0) return binomialUpperTail(k, n, share)
  if (correlation >= 1) return share
  const size = 1 / correlation - 1
  const a = share * size
  const b = (1 - share) * size
  const middle = Math.min(n, Math.round(n * share))
  const mass = new Float64Array(n + 1)
  mass[middle] = 1
  for (let x = middle; x < n; x++) mass[x + 1] = (mass[x] * (n - x) * (a + x)) / ((x + 1) * (b + n - x - 1))
  for (let x = middle; x > 0; x--) mass[x - 1] = (mass[x] * x * (b + n - x)) / ((n - x + 1) * (a + x - 1))
  const total = mass.reduce((sum, one) => sum + one, 0)
  let tail = 0
  // From the far end, so that the small probabilities are added first.
  for (let x = n; x >= k; x--) tail += mass[x]
  return Math.min(1, tail / total)
}
