import { message } from '../message.ts'
import type { Measure } from '../method.ts'
import { momentsOf } from '../numeric/histogram.ts'
import { Z_95, Z_998 } from '../numeric/normal.ts'
import { quantileType7 } from '../numeric/quantile.ts'
import { sources } from '../sources.ts'
import { regionDistribution, schoolDistribution } from '../summarise.ts'
import type { Tally } from '../tally.ts'
import { additiveVariance } from './additive-variance.ts'

/** Share of schools at either end whose deviation is pulled in before the variance between schools is estimated. */
const WINSORISED = 0.1

/** Coverage of the inner and the outer limits, percent. */
export const FUNNEL_COVERAGES = [95, 99.8] as const

/** What a funnel plot of school means needs; points and points². */
export interface Funnel {
  readonly schools: number
  /** Target: the mean over all works. Null without works. */
  readonly mean: number | null
  /** Pooled variance of works within schools, N − S degrees of freedom; null when every school has one work. */
  readonly within: number | null
  /** Mean of the squared winsorised z: 1 would be sampling alone. */
  readonly overdispersion: number | null
  /** Additive variance between schools; null where `within` is null or zero. */
  readonly tau2: number | null
}

/**
 * Funnel of school means with ordinary variance between schools: z = (x̄ − X̄)/√(σ²/n), 10 % winsorised at either
 * end so that the few odd schools do not widen the limits meant to show them, τ² by DerSimonian–Laird from the
 * winsorised z. Winsorising also shortens honest tails (φ is 0.68, not 1, under sampling alone), so τ² is a little
 * small and the limits a little narrow, as in the papers.
 */
export const funnel: Measure<Tally, Funnel> = {
  id: 'funnel',
  family: 'own',
  version: '1',
  title: message('method.funnel.title'),
  sources: [sources.funnelPlots, sources.overdispersion, sources.regulation, sources.derSimonianLaird],
  needs: ['totals'],
  compute,
}

function compute(tally: Tally): Funnel {
  const { mean, n } = momentsOf(regionDistribution(tally))
  const schools: { n: number; mean: number; deviation: number }[] = []
  for (let school = 0; school < tally.shape.schoolCount; school++) {
    const moments = momentsOf(schoolDistribution(tally, school))
    if (moments.mean === null) continue
    schools.push({ n: moments.n, mean: moments.mean, deviation: moments.deviation })
  }
  // In the order of their values, so that no rounding depends on which school has which index.
  schools.sort((a, b) => a.n - b.n || a.mean - b.mean || a.deviation - b.deviation)
  const deviation = schools.reduce((sum, school) => sum + school.deviation, 0)
  const freedom = n - schools.length
  const within = freedom > 0 ? deviation / freedom : null
  if (mean === null || within === null || within === 0)
    return { schools: schools.length, mean, within, overdispersion: null, tau2: null }

  const z = Float64Array.from(schools, school => (school.mean - mean) / Math.sqrt(within / school.n))
  const sorted = z.toSorted()
  const low = quantileType7(sorted, WINSORISED)
  const high = quantileType7(sorted, 1 - WINSORISED)
  const overdispersion =
    z.reduce((sum, value) => sum + Math.min(Math.max(value, low), high) ** 2, 0) / z.length
  const weights = Float64Array.from(schools, school => school.n / within)
  const tau2 = additiveVariance(overdispersion * z.length, weights)
  return { schools: schools.length, mean, within, overdispersion, tau2 }
}

/** Limits of the mean of n works in a school like the others; null where the funnel has none. */
export function funnelLimits(
  { mean, within, tau2 }: Pick<Funnel, 'mean' | 'within' | 'tau2'>,
  n: number,
  coverage: (typeof FUNNEL_COVERAGES)[number],
): { readonly lower: number; readonly upper: number } | null {
  if (mean === null || within === null || tau2 === null) return null
  const half = (coverage === 95 ? Z_95 : Z_998) * Math.sqrt(within / n + tau2)
  return { lower: mean - half, upper: mean + half }
}
