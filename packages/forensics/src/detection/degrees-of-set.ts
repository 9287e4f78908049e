import { type Calibration, calibrate } from '../calibration/index.ts'
import type { ChannelValues } from '../channels/contract.ts'
import type { Preparation } from '../channels/prepare-works.ts'
import type { HonestSimilarity } from '../channels/similarity.ts'
import { type GroupScores, scoreGroups } from '../combination/index.ts'
import {
  COMBINED_CHANNELS,
  DETECTION_CHANNELS,
  type DetectionChannel,
  POWER_CHANNELS,
  perChannel,
} from './channels.ts'
import { LEAST_WORKS } from './least-works.ts'
import { type SetReading, silentValues } from './read-set.ts'
import { type Silence, silenceOf } from './silence.ts'

/** One set: classes, then for each school its works whose class is unknown. */
export interface GroupDegrees {
  readonly prepared: Preparation
  readonly calibrations: Readonly<Record<DetectionChannel, Calibration>>
  /** Channels that say nothing of the whole set, and why. */
  readonly silent: ReadonlyMap<DetectionChannel, Silence>
  readonly combined: GroupScores
  /** Profiles that schools share, and which of them each group is nearest to (−1: none). */
  readonly leak: SetReading['leak']
  /** How honest classes of the set repeat one another; costs most of a run, and can be given to the next. */
  readonly honest: HonestSimilarity | null
}

/**
 * Calibrates the channels of one set on its own bulk and combines them by class.
 *
 * @param drift values of the cohort drift; null where the set has no other year
 * @param controlled per school 1 where it wrote «с контролем объективности»
 */
export function degreesOfSet(
  { prepared, values, leak, honest }: SetReading,
  drift: ChannelValues | null,
  controlled?: Uint8Array,
): GroupDegrees {
  const reference = controlled && prepared.schoolOfGroup.map(school => (school < 0 ? 0 : controlled[school]))
  const options = reference ? { controlled: Uint8Array.from(reference) } : {}
  const all: Record<DetectionChannel, ChannelValues> = {
    ...values,
    'cohort-drift': drift ?? silentValues('cohort-drift', prepared.groupCount),
  }
  const calibrations = withoutUncalibrated(
    perChannel(DETECTION_CHANNELS, id => calibrate(withoutRemnants(all[id], prepared), options)),
  )
  const given = {
    cohort: drift !== null,
    examination: values.external.n.some(n => n > 0),
    profiles: leak.profiles,
  }
  const silent = new Map<DetectionChannel, Silence>()
  for (const id of DETECTION_CHANNELS) {
    const reason = silenceOf(id, calibrations[id], prepared, given)
    if (reason !== null) silent.set(id, reason)
  }
  const combined = scoreGroups(
    COMBINED_CHANNELS.filter(id => isPower(id) || !silent.has(id)).map(id => calibrations[id]),
  )
  return { prepared, calibrations, silent, combined, leak, honest }
}

/**
 * Groups of too few works are no unit of the school's degree, and say nothing of the noise of those that are: most are
 * misspelt classes of one work, whose values are coarse, and a dozen of them moved the degrees of a hundred small
 * classes by up to a standard deviation.
 */
function withoutRemnants(values: ChannelValues, { groupStart }: Preparation): ChannelValues {
  const value = values.value.map((x, g) => (groupStart[g + 1] - groupStart[g] < LEAST_WORKS ? Number.NaN : x))
  return { ...values, value }
}

function isPower(id: DetectionChannel): boolean {
  return (POWER_CHANNELS as readonly DetectionChannel[]).includes(id)
}

/**
 * A channel that speaks of too few groups to know its honest noise is silenced beside channels that know theirs: its z
 * would be far too large among them. Where none knows, as in a region of three schools, all speak by the model.
 */
function withoutUncalibrated(
  all: Record<DetectionChannel, Calibration>,
): Record<DetectionChannel, Calibration> {
  if (Object.values(all).every(({ noise }) => noise.source === 'model')) return all
  return perChannel(DETECTION_CHANNELS, id => {
    const { z, p, ...rest } = all[id]
    if (rest.noise.source !== 'model') return all[id]
    return { ...rest, z: z.map(() => Number.NaN), p: p.map(() => Number.NaN) }
  })
}
