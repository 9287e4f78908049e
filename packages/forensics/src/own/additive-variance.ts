/**
 * Variance between schools beyond what sampling explains (τ² of a random-effects model), by the method of moments
 * of DerSimonian & Laird (1986, Control. Clin. Trials 7: 177–188): (Q − (I − 1)) / (Σw − Σw²/Σw), not below zero.
 *
 * @param q sum of squared standardised deviations of the I values from their weighted mean
 * @param weights w = 1/sampling variance of each value
 */
export function additiveVariance(q: number, weights: ArrayLike<number>): number {
  let sum = 0
  let squares = 0
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]
    squares += weights[i] ** 2
  }
  const room = sum - squares / sum
  return room > 0 ? Math.max(0, (q - (weights.length - 1)) / room) : 0
}
