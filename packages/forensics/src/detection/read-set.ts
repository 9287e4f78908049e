import { boundaryChannel } from '../channels/boundary.ts'
import type { ChannelValues } from '../channels/contract.ts'
import type { GroupMeans } from '../channels/explained-means.ts'
import { externalChannel } from '../channels/external.ts'
import { homogeneityChannel } from '../channels/homogeneity.ts'
import { journalChannel } from '../channels/journal.ts'
import { type LeakValues, leakChannel } from '../channels/leak.ts'
import { leniencyChannel } from '../channels/leniency.ts'
import { type LevelCovariate, levelChannel } from '../channels/level.ts'
import { omissionChannel } from '../channels/omission.ts'
import { type GroupedWorks, type Preparation, prepareWorks } from '../channels/prepare-works.ts'
import { type HonestSimilarity, honestSimilarity, similarityChannel } from '../channels/similarity.ts'
import { tailChannel } from '../channels/tail.ts'
import { taskProfileChannel } from '../channels/task-profile.ts'
import type { DetectionChannel } from './channels.ts'
import { type CohortResult, cohortResult } from './cohort-reference.ts'

/** What is known of one set beside its works. */
export interface SetOptions {
  /** What explains the level, known of schools (`by: 'school'`): kind, locality. */
  readonly covariates?: readonly LevelCovariate[]
  /** `honest` of an earlier run over nearly the same works. */
  readonly honest?: HonestSimilarity | null | undefined
  /** When each class wrote (any unit), NaN where unknown: groupCount entries of the works. */
  readonly writtenAt?: Float64Array
  /** The schools' means of an examination sat outside their hands. */
  readonly examination?: GroupMeans
}

/** What the channels of one set say before they are calibrated. */
export interface SetReading {
  /** Classes, then for each school its works whose class is unknown. */
  readonly prepared: Preparation
  /** All channels but the cohort drift, which needs another set. */
  readonly values: Readonly<Record<Exclude<DetectionChannel, 'cohort-drift'>, ChannelValues>>
  readonly cohort: CohortResult
  /** Profiles that schools share, and which of them each group is nearest to (−1: none). */
  readonly leak: Pick<LeakValues, 'profiles' | 'profileOf'>
  readonly honest: HonestSimilarity | null
}

/** Measures one set and runs every channel on it that needs no other set. */
export function readSet(works: GroupedWorks, options: SetOptions = {}): SetReading {
  const { covariates, writtenAt, examination } = options
  const prepared = prepareWorks(withUnknownClasses(works))
  const profile = taskProfileChannel(prepared)
  const honest = options.honest === undefined ? honestSimilarity(prepared) : options.honest
  const leak = leakChannel(
    prepared,
    profile.residuals,
    writtenAt ? { writtenAt: ofAllGroups(writtenAt, prepared.groupCount) } : {},
  )
  return {
    prepared,
    values: {
      level: levelChannel(prepared, covariates ? { covariates } : {}),
      'task-profile': profile,
      homogeneity: homogeneityChannel(prepared),
      similarity: similarityChannel(prepared, honest ? { honest } : {}),
      boundary: boundaryChannel(prepared),
      leniency: leniencyChannel(prepared),
      leak,
      journal: journalChannel(prepared),
      omission: omissionChannel(prepared, profile.residuals),
      tail: tailChannel(prepared),
      external: examination
        ? externalChannel(prepared, examination)
        : silentValues('external', prepared.groupCount),
    },
    cohort: cohortResult(prepared),
    leak,
    honest,
  }
}

/** A channel that has nothing to look at. */
export function silentValues(channel: DetectionChannel, groupCount: number): ChannelValues {
  const nothing = new Float64Array(groupCount).fill(Number.NaN)
  return { channel, value: nothing, variance: nothing, n: new Int32Array(groupCount) }
}

/** Nobody knows when works of unknown class were written. */
function ofAllGroups(writtenAt: Float64Array, groupCount: number): Float64Array {
  const all = new Float64Array(groupCount).fill(Number.NaN)
  all.set(writtenAt)
  return all
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
