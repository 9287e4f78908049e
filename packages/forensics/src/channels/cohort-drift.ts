import { completedPoints } from './completed-points.ts'
import type { ChannelValues, PreparedWorks } from './contract.ts'
import { explainMeans, type GroupMeans, groupMeans } from './explained-means.ts'

export interface CohortDriftOptions {
  /**
   * `rise` (default): these works are higher than the cohort's other assessment lets expect. Give the earlier assessment
   * for «risen since», or a later one for «never so high again», the same sign read from the other end.
   * `fall`: lower than expected, so that the other assessment asks for the explanation.
   */
  readonly direction?: 'rise' | 'fall'
}

export interface CohortDriftValues extends ChannelValues {
  readonly channel: 'cohort-drift'
  /** Slope of these standardised means on the other's; NaN where the groups with both are too few. */
  readonly slope: number
}

/**
 * Channel «cohort drift»: the same cohort's group means in two assessments, each standardised by the region, what the
 * one is above what the other lets expect (METHODS §1.7; explained-means.ts). In SD of works of the region.
 *
 * @param other means of the same groups (index by index; a class, or a school's whole cohort) in the other assessment,
 *   NaN for a group that has none; `cohortMeans` makes them from prepared works
 *
 * Sees: a result of one occasion that the cohort does not show on the other. Does not see: what is done alike both
 * times. Innocent: classes merged or parted, a new teacher, another subject matter; small groups swing widely.
 */
export function cohortDriftChannel(
  prepared: PreparedWorks,
  other: GroupMeans,
  options: CohortDriftOptions = {},
): CohortDriftValues {
  return cohortDrift(cohortMeans(prepared), other, options)
}

/** The same from the means alone, for works that are no longer at hand. */
export function cohortDrift(
  own: GroupMeans,
  other: GroupMeans,
  options: CohortDriftOptions = {},
): CohortDriftValues {
  const { value, variance, slope } = explainMeans(own, other)
  const n = Int32Array.from(value, (v, g) => (Number.isNaN(v) ? 0 : Math.min(own.n[g], other.n[g])))
  const signed = options.direction === 'fall' ? value.map(v => -v) : value
  return { channel: 'cohort-drift', value: signed, variance, n, slope }
}

/** Mean points per group, as cohortDriftChannel wants them for the other assessment. */
export function cohortMeans(prepared: PreparedWorks): GroupMeans {
  return groupMeans(completedPoints(prepared), prepared.groupStart)
}
