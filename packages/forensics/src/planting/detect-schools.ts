import { type Calibration, calibrate } from '../calibration/index.ts'
import { boundaryChannel } from '../channels/boundary.ts'
import type { ChannelId, ChannelValues } from '../channels/contract.ts'
import { homogeneityChannel } from '../channels/homogeneity.ts'
import { journalChannel } from '../channels/journal.ts'
import { leakChannel } from '../channels/leak.ts'
import { leniencyChannel } from '../channels/leniency.ts'
import { type LevelCovariate, levelChannel } from '../channels/level.ts'
import { omissionChannel } from '../channels/omission.ts'
import { type GroupedWorks, type Preparation, prepareWorks } from '../channels/prepare-works.ts'
import { type HonestSimilarity, honestSimilarity, similarityChannel } from '../channels/similarity.ts'
import { taskProfileChannel } from '../channels/task-profile.ts'
import {
  combineGroups,
  combineSchools,
  type GroupCombination,
  type SchoolCombination,
} from '../combination/index.ts'
import { normalUpperTail } from '../numeric/normal.ts'

/** The channels of one set that need nothing but its works. */
export const POWER_CHANNELS = [
  'level',
  'task-profile',
  'homogeneity',
  'similarity',
  'boundary',
  'leniency',
  'leak',
  'journal',
  'omission',
] as const satisfies readonly ChannelId[]
export type PowerChannel = (typeof POWER_CHANNELS)[number]

export interface SchoolDegrees {
  /** Over all channels, sets and classes. */
  readonly combined: SchoolCombination
  /** From one channel alone, by the school's oddest class: large = odd, to rank schools by; NaN where it is silent. */
  readonly channels: Readonly<Record<PowerChannel, Float64Array>>
  /** Per set, what stands behind. */
  readonly sets: readonly GroupDegrees[]
}

/** One set: classes, then for each school its works whose class is unknown. */
export interface GroupDegrees {
  readonly prepared: Preparation
  readonly calibrations: Readonly<Record<PowerChannel, Calibration>>
  readonly combined: GroupCombination
  /** How honest classes of the set repeat one another; costs most of a run, and can be given to the next. */
  readonly honest: HonestSimilarity | null
}

export interface DetectOptions {
  /** What explains the level, known of schools (`by: 'school'`): kind, locality. */
  readonly covariates?: readonly LevelCovariate[]
  /** Per school 1 where it wrote «с контролем объективности»: the reference, where there are enough of them. */
  readonly controlled?: Uint8Array
  /** Per set, `honest` of an earlier run over nearly the same works. */
  readonly honest?: readonly (HonestSimilarity | null)[]
}

/** Fewer works say too little of a class. */
export const LEAST_WORKS = 5

/**
 * One degree of suspicion per school over several sets: every channel on every set, calibrated on its own bulk, combined
 * by class, then by school. Units are the classes and, for the works whose class is unknown, the school; schools have
 * the same index in all sets.
 *
 * @throws RangeError where the sets number their schools differently
 */
export function detectSchools(works: readonly GroupedWorks[], options: DetectOptions = {}): SchoolDegrees {
  const schoolCount = works[0]?.schoolCount ?? 0
  if (works.some(set => set.schoolCount !== schoolCount)) throw new RangeError('sets of different schools')
  const sets = works.map((set, k) => detectGroups(set, options, options.honest?.[k]))
  const units = sets.flatMap(({ prepared: { groupCount, groupStart, schoolOfGroup } }, set) =>
    Array.from({ length: groupCount }, (_, group) => ({ set, group, school: schoolOfGroup[group] })).filter(
      ({ group }) => groupStart[group + 1] - groupStart[group] >= LEAST_WORKS,
    ),
  )
  const school = Int32Array.from(units, unit => unit.school)
  return {
    combined: combineSchools({
      schoolCount,
      school,
      set: Int32Array.from(units, unit => unit.set),
      z: Float64Array.from(units, unit => sets[unit.set].combined.z[unit.group]),
    }),
    channels: perChannel(id => {
      const z = Float64Array.from(units, unit => sets[unit.set].calibrations[id].z[unit.group])
      return oddestUnit(schoolCount, school, z)
    }),
    sets,
  }
}

/** −ln of the chance that the oddest of so many honest units is as odd (Šidák 1967, JASA 62); NaN without a unit. */
function oddestUnit(schoolCount: number, school: Int32Array, z: Float64Array): Float64Array {
  const most = new Float64Array(schoolCount).fill(Number.NaN)
  const units = new Int32Array(schoolCount)
  z.forEach((value, u) => {
    if (Number.isNaN(value)) return
    units[school[u]]++
    if (!(value <= most[school[u]])) most[school[u]] = value
  })
  return most.map((value, s) => -Math.log(-Math.expm1(units[s] * Math.log1p(-normalUpperTail(value)))))
}

function detectGroups(
  works: GroupedWorks,
  { covariates, controlled }: DetectOptions,
  known: HonestSimilarity | null | undefined,
): GroupDegrees {
  const prepared = prepareWorks(withUnknownClasses(works))
  const profile = taskProfileChannel(prepared)
  const honest = known === undefined ? honestSimilarity(prepared) : known
  const values: Record<PowerChannel, ChannelValues> = {
    level: levelChannel(prepared, covariates ? { covariates } : {}),
    'task-profile': profile,
    homogeneity: homogeneityChannel(prepared),
    similarity: similarityChannel(prepared, honest ? { honest } : {}),
    boundary: boundaryChannel(prepared),
    leniency: leniencyChannel(prepared),
    leak: leakChannel(prepared, profile.residuals),
    journal: journalChannel(prepared),
    omission: omissionChannel(prepared),
  }
  const reference = controlled && prepared.schoolOfGroup.map(school => (school < 0 ? 0 : controlled[school]))
  const options = reference ? { controlled: Uint8Array.from(reference) } : {}
  const calibrations = withoutUncalibrated(perChannel(id => calibrate(values[id], options)))
  return { prepared, calibrations, combined: combineGroups(Object.values(calibrations)), honest }
}

/**
 * A channel that speaks of too few groups to know its honest noise is silenced beside channels that know theirs: its z
 * would be far too large among them. Where none knows, as in a region of three schools, all speak by the model.
 */
function withoutUncalibrated(all: Record<PowerChannel, Calibration>): Record<PowerChannel, Calibration> {
  if (Object.values(all).every(({ noise }) => noise.source === 'model')) return all
  return perChannel(id => {
    const { z, p, ...rest } = all[id]
    if (rest.noise.source !== 'model') return all[id]
    return { ...rest, z: z.map(() => Number.NaN), p: p.map(() => Number.NaN) }
  })
}

/** The works with one more group per school, behind the classes: its works whose class is unknown. */
function withUnknownClasses(works: GroupedWorks): GroupedWorks {
  const { group, groupCount, school, schoolCount, count } = works
  if (group === null) return works
  return {
    ...works,
    group: Int32Array.from({ length: count }, (_, i) => (group[i] >= 0 ? group[i] : groupCount + school[i])),
    groupCount: groupCount + schoolCount,
  }
}

function perChannel<Value>(of: (id: PowerChannel) => Value): Record<PowerChannel, Value> {
  return Object.fromEntries(POWER_CHANNELS.map(id => [id, of(id)])) as Record<PowerChannel, Value>
}
