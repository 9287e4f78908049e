import { message } from '../message.ts'
import type { Method, MethodResult, SchoolFinding } from '../method.ts'
import { smallSample } from '../notes.ts'
import { type Moments, momentsOf } from '../numeric/histogram.ts'
import { sources } from '../sources.ts'
import { regionDistribution, schoolDistribution } from '../summarise.ts'
import type { Tally } from '../tally.ts'

/** The method prints 1.96, not the exact quantile of the normal distribution. */
export const COVERAGE_FACTOR = 1.96

/** The region's own numbers in method A; primary points. */
export interface HighMeanRegion {
  /** Works (X̄, S and the interval are taken over them). */
  readonly n: number
  readonly schools: number
  readonly marked: number
  readonly mean: number | null
  readonly sd: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * Method A of 2019, signs 1–6: a school is marked when the lower bound x̄ − 1.96·s/√m of its own mean lies above the
 * upper bound X̄ + 1.96·S/√n of the region's. Both spreads with n − 1, over participants.
 *
 * One work has no interval and is not marked. Equal works (s = 0) give an interval of zero width, which is marked
 * by the letter of the method and says so in a note.
 */
export const highMean: Method<Tally, MethodResult<HighMeanRegion>> = {
  id: 'high-mean',
  family: 'official-2019',
  version: '1',
  title: message('method.high-mean.title'),
  sources: [sources.method2019HighMean],
  needs: ['totals'],
  compute,
  explain({ n, value, lower, upper, reference, marked }: SchoolFinding) {
    if (lower === null || upper === null || reference === null)
      return message('method.high-mean.no-interval', { n, mean: value ?? 0 })
    const params = { n, mean: value ?? 0, lower, upper, reference }
    // An interval of zero width explains nothing by chance: it must not be worded as if it did.
    if (marked && lower === upper) return message('method.high-mean.marked-equal', params)
    return message(marked ? 'method.high-mean.marked' : 'method.high-mean.not-marked', params)
  },
  innocent: [
    message('innocent.ordinary-difference'),
    message('innocent.gymnasium'),
    message('innocent.small-class'),
    message('innocent.strong-cohort'),
    message('innocent.self-selection'),
  ],
  confirm: [
    message('confirm.remark-sample'),
    message('confirm.final-exam-lower'),
    message('confirm.other-signs'),
  ],
  refute: [
    message('refute.controlled-procedure'),
    message('refute.final-exam-agrees'),
    message('refute.several-years'),
  ],
}

function compute(tally: Tally): MethodResult<HighMeanRegion> {
  const region = momentsOf(regionDistribution(tally))
  const bounds = boundsOf(region)
  const findings: SchoolFinding[] = []
  for (let school = 0; school < tally.shape.schoolCount; school++) {
    const moments = momentsOf(schoolDistribution(tally, school))
    if (moments.n > 0) findings.push(findingOf(school, moments, bounds?.upper ?? null))
  }
  return {
    region: {
      n: region.n,
      schools: findings.length,
      marked: findings.filter(finding => finding.marked).length,
      mean: region.mean,
      sd: region.sd,
      lower: bounds?.lower ?? null,
      upper: bounds?.upper ?? null,
    },
    findings,
  }
}

function boundsOf({ n, mean, sd }: Moments): { lower: number; upper: number } | null {
  if (mean === null || sd === null) return null
  const half = (COVERAGE_FACTOR * sd) / Math.sqrt(n)
  return { lower: mean - half, upper: mean + half }
}

function findingOf(school: number, moments: Moments, reference: number | null): SchoolFinding {
  const { n, mean, sd } = moments
  const bounds = boundsOf(moments)
  const notes = smallSample(n)
  if (n === 1) notes.push(message('note.single-work'))
  if (sd === 0) notes.push(message('note.zero-spread', { n }))
  return {
    school,
    n,
    value: mean,
    lower: bounds?.lower ?? null,
    upper: bounds?.upper ?? null,
    reference,
    marked: bounds !== null && reference !== null && bounds.lower > reference,
    p: null,
    q: null,
    notes,
    details: { sd },
  }
}
