import { cohortDrift, cohortMeans } from '../channels/cohort-drift.ts'
import type { ChannelValues, PreparedWorks } from '../channels/contract.ts'
import type { GroupMeans } from '../channels/explained-means.ts'
import type { SetReading } from './read-set.ts'

/** The same cohort in another set: an earlier year, or a later one for «never so high again». */
export interface CohortLink {
  /** The set whose works are held against the other. */
  readonly set: number
  readonly other: number
  /** Per class of `set`, the index of the same class in `other`; −1 where it has none there. */
  readonly classOf: Int32Array
}

/** Means of the cohort as another set can be held against them. */
export interface CohortResult {
  /** Of classes, then of the works of unknown class per school. */
  readonly groups: GroupMeans
  /** Of all works of each school. */
  readonly schools: GroupMeans
}

/** What a set offers to the other years of its cohort. */
export function cohortResult(prepared: PreparedWorks): CohortResult {
  const groups = cohortMeans(prepared)
  const { schoolCount, schoolOfGroup } = prepared
  const mean = new Float64Array(schoolCount)
  const n = new Int32Array(schoolCount)
  for (let g = 0; g < groups.mean.length; g++) {
    if (groups.n[g] === 0) continue
    mean[schoolOfGroup[g]] += groups.n[g] * groups.mean[g]
    n[schoolOfGroup[g]] += groups.n[g]
  }
  const { sdWithin } = groups
  return {
    groups,
    schools: { mean: mean.map((sum, s) => (n[s] > 0 ? sum / n[s] : Number.NaN)), n, sdWithin },
  }
}

/**
 * The other year's means for the groups of a set: a class is held against the same class, the works of unknown class
 * against the school's whole cohort, and that only where the school names no class at all (a remainder is not the
 * cohort).
 */
function cohortReference(
  own: CohortResult,
  { groups, schools }: CohortResult,
  classOf: Int32Array,
  schoolOfGroup: Int32Array,
): GroupMeans {
  const classes = classOf.length
  const hasClasses = new Uint8Array(schools.mean.length)
  for (let g = 0; g < classes; g++) if (own.groups.n[g] > 0) hasClasses[schoolOfGroup[g]] = 1
  const mean = new Float64Array(schoolOfGroup.length).fill(Number.NaN)
  const n = new Int32Array(schoolOfGroup.length)
  for (let g = 0; g < schoolOfGroup.length; g++) {
    const school = schoolOfGroup[g]
    const from = g < classes ? groups : schools
    const at = g < classes ? classOf[g] : school
    if (at < 0 || school < 0 || (g >= classes && hasClasses[school] === 1)) continue
    mean[g] = from.mean[at]
    n[g] = from.n[at]
  }
  return { mean, n, sdWithin: groups.sdWithin }
}

/** What of a set the other years of its cohort need: small beside its works. */
export interface SetCohort {
  readonly cohort: CohortResult
  readonly schoolOfGroup: Int32Array
}

export function cohortOfSet({ cohort, prepared }: SetReading): SetCohort {
  return { cohort, schoolOfGroup: prepared.schoolOfGroup }
}

/** Values of the cohort drift for each set; null for a set without a link. */
export function driftsOf(sets: readonly SetCohort[], links: readonly CohortLink[]): (ChannelValues | null)[] {
  return sets.map(({ cohort, schoolOfGroup }, k) => {
    const link = links.find(({ set }) => set === k)
    if (link === undefined) return null
    const reference = cohortReference(cohort, sets[link.other].cohort, link.classOf, schoolOfGroup)
    return cohortDrift(cohort.groups, reference)
  })
}
