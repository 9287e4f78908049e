import type { GpcmModel } from '../measurement/index.ts'
import type { ItemParameters, Responses } from '../person-fit/index.ts'

/**
 * Works of one assessment prepared for the channels: sorted by group, measured once. A group is a class, or a whole
 * school where classes are unknown; every channel runs on either.
 *
 * All arrays over works have `count` entries in the order of groups: the works of group g are
 * groupStart[g] … groupStart[g + 1] − 1.
 */
export interface PreparedWorks {
  readonly count: number
  readonly groupCount: number
  /** groupCount + 1 entries. */
  readonly groupStart: Int32Array
  /** School of each group (index), for effects of schools and for pairs of groups in different schools. */
  readonly schoolOfGroup: Int32Array
  readonly schoolCount: number
  readonly taskMaxima: Uint8Array
  /** Points per task with anything above the maximum meaning «the task leaves this work»; «X» already 0. */
  readonly responses: Responses
  /** Per task, 1 where the pupil did not attempt it («X», omitted); null where the data do not tell. */
  readonly notAttempted: readonly Uint8Array[] | null
  /** Declared primary score and the set's maximum. */
  readonly total: Uint16Array
  readonly maxScore: number
  /** First scores of marks 3, 4, 5; null without a scale. */
  readonly boundaries: readonly [number, number, number] | null
  /** Journal mark 1…5, 0 none. */
  readonly journal: Uint8Array
  /** Tasks marked by judgement (open answers), by index; empty where unknown. */
  readonly openTasks: readonly number[]
  /** Measurement model of the whole assessment and the EAP ability of each work; null where it has no maximum. */
  readonly model: GpcmModel | null
  readonly items: readonly ItemParameters[] | null
  readonly ability: Float64Array
}

/** What a channel looks at; each is named by the one way of manipulating it is meant for. */
export type ChannelId =
  | 'level'
  | 'task-profile'
  | 'homogeneity'
  | 'similarity'
  | 'boundary'
  | 'leniency'
  | 'leak'
  | 'journal'
  | 'omission'
  | 'cohort-drift'
  | 'tail'
  | 'external'

/**
 * A channel's answer for every group: a value that is large where the group is odd in the direction of manipulation, and
 * the variance it would have if pupils were independent given their ability. NaN in both where the channel has nothing
 * to say (no data, too few works). The honest noise between classes is not in it: `calibrate` estimates that.
 */
export interface ChannelValues {
  readonly channel: ChannelId
  /** groupCount entries each. */
  readonly value: Float64Array
  readonly variance: Float64Array
  /** Works (or pairs, or works at a boundary) behind the value. */
  readonly n: Int32Array
}
