/**
 * Written works of one assessment (one procedure × year × grade × subject) as columns.
 *
 * Every column has at least `count` entries; entry i of each belongs to the same work. Works without a usable
 * total (absent, no numeric total, total above the maximum) are not here: the reader has dropped and reported
 * them.
 */
export interface Works {
  readonly count: number
  /** Index of the school, 0 ≤ school[i] < shape.schoolCount. */
  readonly school: Int32Array
  /** Declared primary score, 0 ≤ total[i] ≤ shape.maxScore. */
  readonly total: Uint16Array
  /** Mark in the school journal for the previous period, 1…5; 0 where the protocol has none. */
  readonly journal: Uint8Array
  /** One column per task (shape.taskMaxima.length of them): points, or one of TaskCode. Empty without tasks. */
  readonly scores: readonly Uint8Array[]
}

/** What stands in a task's column where there are no points. Points themselves are 0 … 252. */
export const TaskCode = {
  /** Empty, unreadable or impossible (negative, above the task's maximum): says nothing about the pupil. */
  unreadable: 253,
  /** «X»: the pupil did not attempt the task. Zero points by default (a setting of the run). */
  notAttempted: 254,
  /** «не пройд.»: the topic has not been taught yet. Leaves the pupil's maximum by default (a setting). */
  notTaught: 255,
} as const

/** What is known of an assessment before its works are counted. */
export interface AssessmentShape {
  readonly schoolCount: number
  /** Maximum primary score of the set, fixed by its specification. */
  readonly maxScore: number
  /** Maximum points of each task, in the order of the columns; empty where the specification has no tasks. */
  readonly taskMaxima: Uint8Array
  /**
   * First primary scores of marks 3, 4 and 5 (e.g. [14, 24, 33]), or null where the set has no usable scale.
   */
  readonly boundaries: readonly [number, number, number] | null
}
