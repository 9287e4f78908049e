import { cohortFall, cohortRise, type MarkerId, type SchoolFinding } from '@objektiv/forensics'
import type { SetResult } from './screen-set.ts'

/** Two works of one cohort and what the cohort methods found in them. */
export interface CohortResult {
  /** Grade N in year Y. */
  readonly earlier: SetResult
  /** Grade N + 1 in year Y + 1. */
  readonly later: SetResult
  readonly findings: ReadonlyMap<MarkerId, readonly SchoolFinding[]>
}

/**
 * Finds every cohort the sets follow over two years (same procedure, version and subject) and compares them. The
 * 2019 method asks for grades 4 and 5; other grades are compared by the same formula and stay out of the index.
 */
export function screenCohorts(sets: readonly SetResult[]): CohortResult[] {
  return sets.flatMap(earlier =>
    sets
      .filter(later => isSameCohort(earlier.set, later.set))
      .map(later => {
        const pair = { lower: earlier.tally, upper: later.tally }
        const findings = new Map<MarkerId, readonly SchoolFinding[]>([
          ['cohort-rise', cohortRise.compute(pair).findings],
          ['cohort-fall', cohortFall.compute(pair).findings],
        ])
        return { earlier, later, findings }
      }),
  )
}

function isSameCohort(a: SetResult['set'], b: SetResult['set']): boolean {
  return (
    a.procedure === b.procedure &&
    a.version === b.version &&
    a.subject === b.subject &&
    b.grade === a.grade + 1 &&
    b.year === a.year + 1
  )
}
