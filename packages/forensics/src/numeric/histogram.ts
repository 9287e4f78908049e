/** Number, mean and spread of integers 0, 1, 2 … given how often each occurs. */
export interface Moments {
  readonly n: number
  readonly sum: number
  /** Null when nothing was counted. */
  readonly mean: number | null
  /** Σ(x − mean)². */
  readonly deviation: number
  /** With n − 1; null below two values. */
  readonly sd: number | null
}

/**
 * Moments of a histogram. The sum is an exact integer; deviations are taken about the mean in a second pass over
 * the scores, so a histogram with one value has a spread of exactly zero.
 */
export function momentsOf(histogram: ArrayLike<number>): Moments {
  let n = 0
  let sum = 0
  for (let x = 0; x < histogram.length; x++) {
    n += histogram[x]
    sum += histogram[x] * x
  }
  if (n === 0) return { n, sum, mean: null, deviation: 0, sd: null }
  const mean = sum / n
  let deviation = 0
  for (let x = 0; x < histogram.length; x++) deviation += histogram[x] * (x - mean) ** 2
  return { n, sum, mean, deviation, sd: n > 1 ? Math.sqrt(deviation / (n - 1)) : null }
}
