/** Median of a chi-square variable with one degree of freedom. */
const CHI_SQUARE_MEDIAN = 0.454936423119572
/** Groups that are looked at; more say no more about a median. */
const ENOUGH = 20_000
const FEWEST = 20

/**
 * Variance τ² of what honest groups differ by beyond chance, robustly: for group g a sum R_g has the variance
 * V_g + τ²·D_g², where D_g is by how much R_g moves per unit of the group's own shift. Half of the groups have
 * R² > q·(V + τ²·D²), q the median of χ²₁, exactly when half have (R²/q − V)/D² > τ²; so τ² is the median of the left
 * sides, or 0. Up to half of the groups may be anything. Honest noise between Russian classes: METHODS §0.4.
 *
 * @param at R, V and D of group g; a V or D of 0 leaves the group out
 * @returns 0 where fewer than 20 groups say anything: nothing is known of the noise then
 */
export function honestSpread(
  groups: number,
  at: (g: number) => { readonly sum: number; readonly variance: number; readonly pull: number },
): number {
  const step = Math.max(1, Math.floor(groups / ENOUGH))
  const found: number[] = []
  for (let g = 0; g < groups; g += step) {
    const { sum, variance, pull } = at(g)
    if (!(variance > 0) || !(pull > 0)) continue
    found.push(((sum * sum) / CHI_SQUARE_MEDIAN - variance) / (pull * pull))
  }
  if (found.length < FEWEST) return 0
  const sorted = Float64Array.from(found).sort()
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  return Math.max(0, median)
}
