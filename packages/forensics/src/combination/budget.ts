import { normalUpperTail } from '../numeric/normal.ts'
import { normalUpperQuantile } from '../person-fit/normal-quantile.ts'
import type { Combined } from './combined.ts'

/** What a budget of false alarms buys. */
export interface BudgetFlags {
  /** Degrees at least this odd are flagged: the threshold in z and as p. */
  readonly threshold: number
  readonly thresholdP: number
  /** Indices, oddest first. */
  readonly flagged: readonly number[]
  /** Groups or schools with a degree. */
  readonly groups: number
  /** Honest ones among the flagged, expected: all that are honest × the budget. */
  readonly expectedFalse: number
  /**
   * 95 % interval of false alarms per 100 honest ones, from the uncertainty of the null's centre, spread and skew; null
   * where the null is not estimated from the bulk.
   */
  readonly perHundred: { readonly lower: number; readonly upper: number } | null
}

const Z_95 = 1.959963984540054

/**
 * Flags what a budget allows: an honest group or school is flagged with probability perHundredHonest/100. The threshold
 * comes from the null, not from ranks: a region without anything odd gets about its budget of flags and no more, one
 * with much odd gets more.
 *
 * @param perHundredHonest above 0, below 50
 */
export function flagsForBudget(
  combined: Pick<Combined, 'z' | 'p' | 'null'>,
  perHundredHonest: number,
): BudgetFlags {
  const thresholdP = perHundredHonest / 100
  const threshold = normalUpperQuantile(thresholdP)
  const known = Array.from(combined.p.keys()).filter(i => !Number.isNaN(combined.p[i]))
  const flagged = known.filter(i => combined.p[i] <= thresholdP)
  flagged.sort((a, b) => combined.z[b] - combined.z[a] || a - b)
  return {
    threshold,
    thresholdP,
    flagged,
    groups: known.length,
    expectedFalse: known.length * Math.min(1, combined.null.pi0) * thresholdP,
    perHundred: rateInterval(combined, threshold),
  }
}

/** Delta method: the threshold lies at score centre + spread·(e^{gz} − 1)/g; how sure is its z? */
function rateInterval({ null: { shape } }: Pick<Combined, 'null'>, z: number): BudgetFlags['perHundred'] {
  if (shape === null) return null
  const { spread, skew: g, covariance } = shape
  const small = Math.abs(g) < 1e-6
  const w = small ? z : Math.expm1(g * z) / g
  // ∂z/∂(centre, log spread, skew) at fixed score.
  const slope = small ? 1 : Math.exp(-g * z)
  const bySkew = small ? -(z * z) / 2 : (w * slope - z) / g
  const gradient = [-slope / spread, -slope * w, bySkew]
  let variance = 0
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) variance += gradient[i] * covariance[3 * i + j] * gradient[j]
  const half = Z_95 * Math.sqrt(Math.max(0, variance))
  return { lower: 100 * normalUpperTail(z + half), upper: 100 * normalUpperTail(z - half) }
}
