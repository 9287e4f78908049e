import type { GroupMeans } from '../channels/explained-means.ts'
import type { LevelCovariate } from '../channels/level.ts'
import type { GroupedWorks } from '../channels/prepare-works.ts'
import type { HonestSimilarity } from '../channels/similarity.ts'
import { combineSchools, oddestP, type SchoolCombination } from '../combination/index.ts'
import { ALONE_CHANNELS, POWER_CHANNELS, type PowerChannel, perChannel } from './channels.ts'
import { type CohortLink, cohortOfSet, driftsOf } from './cohort-reference.ts'
import { degreesOfSet, type GroupDegrees } from './degrees-of-set.ts'
import { LEAST_WORKS } from './least-works.ts'
import { readSet, type SetOptions } from './read-set.ts'

export interface SchoolDegrees {
  /** Over all channels, sets and classes. */
  readonly combined: SchoolCombination
  /** From one channel alone, by the school's oddest class: large = odd, to rank schools by; NaN where it is silent. */
  readonly channels: Readonly<Record<PowerChannel, Float64Array>>
  /** Per set, what stands behind. */
  readonly sets: readonly GroupDegrees[]
}

export interface DetectOptions {
  /** What explains the level, known of schools (`by: 'school'`): kind, locality. */
  readonly covariates?: readonly LevelCovariate[]
  /** Per school 1 where it wrote «с контролем объективности»: the reference, where there are enough of them. */
  readonly controlled?: Uint8Array
  /** Per set, `honest` of an earlier run over nearly the same works. */
  readonly honest?: readonly (HonestSimilarity | null)[]
  /** Sets that hold the same classes in another year; at most one link a set. */
  readonly cohorts?: readonly CohortLink[]
  /** Per set, when each class wrote; null where nobody knows. */
  readonly writtenAt?: readonly (Float64Array | null)[]
  /** Per set, the schools' means of an examination (ОГЭ, ЕГЭ) in its subject; null where there is none. */
  readonly examinations?: readonly (GroupMeans | null)[]
}

/**
 * One degree of suspicion per school over several sets: every channel on every set, calibrated on its own bulk, combined
 * by class, then by school. Units are the classes and, for the works whose class is unknown, the school; schools have
 * the same index in all sets.
 *
 * Examination results stand beside the degree and not in it: they are one number per school, which its classes would
 * count as many times as there are of them.
 *
 * @throws RangeError where the sets number their schools differently
 */
export function detectSchools(works: readonly GroupedWorks[], options: DetectOptions = {}): SchoolDegrees {
  if (works.some(({ schoolCount }) => schoolCount !== works[0].schoolCount))
    throw new RangeError('sets of different schools')
  const readings = works.map((set, k) => readSet(set, optionsOfSet(options, k)))
  const drifts = driftsOf(readings.map(cohortOfSet), options.cohorts ?? [])
  return combineSets(readings.map((reading, k) => degreesOfSet(reading, drifts[k], options.controlled)))
}

/** What the options say of one set. */
export function optionsOfSet(
  { covariates, examinations, writtenAt, honest }: DetectOptions,
  set: number,
): SetOptions {
  const dates = writtenAt?.[set]
  const examination = examinations?.[set]
  return {
    ...(covariates ? { covariates } : {}),
    ...(examination ? { examination } : {}),
    ...(dates ? { writtenAt: dates } : {}),
    honest: honest?.[set],
  }
}

/**
 * The last step of detectSchools: the degrees of classes of all sets to one degree per school.
 *
 * @throws RangeError where the sets number their schools differently
 */
export function combineSets(sets: readonly GroupDegrees[]): SchoolDegrees {
  const schoolCount = sets[0]?.prepared.schoolCount ?? 0
  if (sets.some(({ prepared }) => prepared.schoolCount !== schoolCount))
    throw new RangeError('sets of different schools')
  const units = sets.flatMap(({ prepared: { groupCount, groupStart, schoolOfGroup } }, set) =>
    Array.from({ length: groupCount }, (_, group) => ({ set, group, school: schoolOfGroup[group] })).filter(
      ({ group }) => groupStart[group + 1] - groupStart[group] >= LEAST_WORKS,
    ),
  )
  const school = Int32Array.from(units, unit => unit.school)
  const zOf = (id: PowerChannel) =>
    Float64Array.from(units, unit => sets[unit.set].calibrations[id].z[unit.group])
  return {
    combined: combineSchools({
      schoolCount,
      school,
      set: Int32Array.from(units, unit => unit.set),
      // The score before the set's own empirical null: that of schools corrects once, over all sets, where a correction
      // of each set by itself would make the same class odder in a set where nothing else is odd.
      z: Float64Array.from(units, unit => sets[unit.set].combined.score[unit.group]),
      alone: ALONE_CHANNELS.map(zOf),
    }),
    channels: perChannel(POWER_CHANNELS, id => oddestP(schoolCount, school, zOf(id)).map(p => -Math.log(p))),
    sets,
  }
}
