import { type Message, message } from '../message.ts'
import type { Method, MethodResult, SchoolFinding } from '../method.ts'
import { smallSample } from '../notes.ts'
import { momentsOf } from '../numeric/histogram.ts'
import { quantileType7 } from '../numeric/quantile.ts'
import { sources } from '../sources.ts'
import { schoolDistribution } from '../summarise.ts'
import type { Tally } from '../tally.ts'

/** One cohort in two years: the same school index in both tallies. */
export interface CohortPair {
  /** Grade N in year Y. */
  readonly lower: Tally
  /** Grade N + 1 in year Y + 1. */
  readonly upper: Tally
}

export interface CohortRegion {
  /** Schools with works in both years, and those of them whose ratio exists. */
  readonly schools: number
  readonly measured: number
  readonly marked: number
  readonly q1: number | null
  readonly q3: number | null
  /** Q1 − 3·IQR: below it a rise. */
  readonly lowerFence: number | null
  /** Q3 + 3·IQR: above it a fall. */
  readonly upperFence: number | null
}

/** Interquartile ranges beyond the quartiles at which a ratio is a jump. */
export const FENCE_FACTOR = 3

type Direction = 'rise' | 'fall'

/** Method C of 2019, signs 11–12: a sharp rise of one cohort, K < Q1 − 3·IQR (see cohortFall for K). */
export const cohortRise: Method<CohortPair, MethodResult<CohortRegion>> = {
  id: 'cohort-rise',
  family: 'official-2019',
  version: '1',
  title: message('method.cohort-rise.title'),
  sources: [sources.method2019Rise, sources.quartiles],
  needs: ['totals', 'two-years'],
  compute: pair => compute(pair, 'rise'),
  explain: finding => explain(finding, 'rise'),
  innocent: [
    message('innocent.small-class'),
    message('innocent.different-pupils'),
    message('innocent.new-teacher'),
    message('innocent.different-paper'),
  ],
  confirm: [message('confirm.remark-upper-grade'), message('confirm.other-signs')],
  refute: [
    message('refute.cohort-changed'),
    message('refute.next-year-holds'),
    message('refute.controlled-procedure'),
  ],
}

/**
 * Method C of 2019, signs 13–14: a sharp fall of one cohort. K = S(N, Y)/S(N + 1, Y + 1), S the mean share of the
 * maximum primary score; marked when K > Q3 + 3·IQR. Quartiles by linear interpolation (type 7) over the schools
 * that have both years. Where S of the upper grade is zero, K does not exist: no mark, and a note.
 */
export const cohortFall: Method<CohortPair, MethodResult<CohortRegion>> = {
  id: 'cohort-fall',
  family: 'official-2019',
  version: '1',
  title: message('method.cohort-fall.title'),
  sources: [sources.method2019Fall, sources.quartiles],
  needs: ['totals', 'two-years'],
  compute: pair => compute(pair, 'fall'),
  explain: finding => explain(finding, 'fall'),
  innocent: [
    message('innocent.small-class'),
    message('innocent.different-pupils'),
    message('innocent.new-teacher'),
    message('innocent.different-paper'),
  ],
  confirm: [message('confirm.remark-lower-grade'), message('confirm.other-signs')],
  refute: [message('refute.cohort-changed'), message('refute.controlled-procedure')],
}

function explain({ n, value, lower, upper, marked, details }: SchoolFinding, direction: Direction): Message {
  const { before, after, worksBefore, worksAfter } = details as CohortDetails
  const shares = { before, after, worksBefore, worksAfter }
  if (value === null || lower === null || upper === null)
    return message(`method.cohort-${direction}.no-value`, { n, ...shares })
  return message(`method.cohort-${direction}.${marked ? 'marked' : 'not-marked'}`, {
    n,
    value,
    reference: direction === 'rise' ? lower : upper,
    ...shares,
  })
}

/** Mean shares of the maximum in the two years, and the works behind them. */
type CohortDetails = {
  readonly before: number
  readonly after: number
  readonly worksBefore: number
  readonly worksAfter: number
}

interface Cohort extends CohortDetails {
  readonly school: number
  readonly ratio: number | null
}

function compute({ lower, upper }: CohortPair, direction: Direction): MethodResult<CohortRegion> {
  const cohorts = cohortsOf(lower, upper)
  const ratios = Float64Array.from(cohorts.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]))).sort()
  const q1 = ratios.length > 0 ? quantileType7(ratios, 0.25) : null
  const q3 = ratios.length > 0 ? quantileType7(ratios, 0.75) : null
  const lowerFence = q1 === null || q3 === null ? null : q1 - FENCE_FACTOR * (q3 - q1)
  const upperFence = q1 === null || q3 === null ? null : q3 + FENCE_FACTOR * (q3 - q1)
  const reference = direction === 'rise' ? lowerFence : upperFence
  const findings = cohorts.map(({ school, ratio, ...details }): SchoolFinding => {
    const n = Math.min(details.worksBefore, details.worksAfter)
    const marked =
      ratio !== null && reference !== null && (direction === 'rise' ? ratio < reference : ratio > reference)
    const notes = smallSample(n)
    if (ratio === null) notes.push(message('note.zero-result'))
    return {
      school,
      n,
      value: ratio,
      lower: lowerFence,
      upper: upperFence,
      reference,
      marked,
      p: null,
      q: null,
      notes,
      details,
    }
  })
  const marked = findings.filter(finding => finding.marked).length
  return {
    region: { schools: cohorts.length, measured: ratios.length, marked, q1, q3, lowerFence, upperFence },
    findings,
  }
}

function cohortsOf(lower: Tally, upper: Tally): Cohort[] {
  const schools = lower.shape.schoolCount
  if (upper.shape.schoolCount !== schools)
    throw new RangeError(
      `two years of one index of schools: ${schools} and ${upper.shape.schoolCount} schools`,
    )
  const cohorts: Cohort[] = []
  for (let school = 0; school < schools; school++) {
    const before = momentsOf(schoolDistribution(lower, school))
    const after = momentsOf(schoolDistribution(upper, school))
    if (before.n === 0 || after.n === 0) continue
    // Integers up to the one division: equal shares give exactly 1 whatever the numbers of works.
    const numerator = before.sum * after.n * upper.shape.maxScore
    const denominator = after.sum * before.n * lower.shape.maxScore
    cohorts.push({
      school,
      ratio: denominator === 0 ? null : numerator / denominator,
      before: before.sum / (before.n * lower.shape.maxScore),
      after: after.sum / (after.n * upper.shape.maxScore),
      worksBefore: before.n,
      worksAfter: after.n,
    })
  }
  return cohorts
}
