/** Which of the nine definitions of Hyndman & Fan quantileType7 is. */
export const QUANTILE_TYPE = 7

/**
 * Quantile by linear interpolation between order statistics: type 7 of Hyndman & Fan (1996), the default of R and
 * of spreadsheets.
 *
 * @param sorted ascending, at least one value
 * @param q 0 … 1
 */
export function quantileType7(sorted: ArrayLike<number>, q: number): number {
  const at = (sorted.length - 1) * q
  const below = Math.floor(at)
  const low = sorted[below]
  const fraction = at - below
  return fraction === 0 ? low : low + fraction * (sorted[below + 1] - low)
}
