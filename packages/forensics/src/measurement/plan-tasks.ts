import { TaskCode } from '../works.ts'

/** Columns of task scores: points or TaskCode, entry i of each column belongs to work i < count. */
export interface TaskScores {
  readonly count: number
  readonly scores: readonly Uint8Array[]
}

/** Whether a task the pupil did not attempt counts as zero points or tells nothing. */
export type NotAttempted = 'zero' | 'missing'

/** A task that the model describes. */
export interface PlannedTask {
  /** Index of the task's column. */
  readonly task: number
  /** Points that occur, ascending, at least two: the categories 0, 1, … of the model. */
  readonly points: readonly number[]
  /** Works with each category. */
  readonly counts: readonly number[]
  /** Place of the task's slope in the vector of parameters; the category parameters follow it. */
  readonly offset: number
  /** True when some work has no score of this task: its codes then have one digit more. */
  readonly gaps: boolean
}

/** Tasks whose categories are packed into one code: Σ digit · stride. */
export interface CodeGroup {
  /** Indices into TaskPlan.tasks. */
  readonly tasks: readonly number[]
  readonly strides: readonly number[]
  /** Number of codes. */
  readonly size: number
}

/** What enters the model, decided from the counts of all works. Plain data: can be sent to a worker. */
export interface TaskPlan {
  /** Works that were counted. */
  readonly works: number
  readonly taskMaxima: Uint8Array
  readonly notAttempted: NotAttempted
  readonly tasks: readonly PlannedTask[]
  /** Tasks that tell nothing of ability and are not in the model. */
  readonly left: readonly {
    readonly task: number
    readonly reason: 'no-scores' | 'all-equal'
    readonly points: number | null
  }[]
  /** Points that a modelled task allows and nobody received: they have probability zero. */
  readonly unused: readonly { readonly task: number; readonly points: readonly number[] }[]
  readonly groups: readonly CodeGroup[]
  readonly parameterCount: number
}

/** Codes per group: the tables of a group stay in the first-level cache. */
const GROUP_SIZE = 1024
/** Row of the counts: points 0 … 252, then the number of works without a score. */
const ROW = 254

/**
 * How often each score of each task occurs: taskMaxima.length rows of 254 numbers, the last of a row counts works
 * without a score. Counts of parts of the works add up.
 */
export function countScores(
  works: TaskScores,
  taskMaxima: Uint8Array,
  notAttempted: NotAttempted,
): Float64Array {
  const counts = new Float64Array(taskMaxima.length * ROW)
  const histogram = new Uint32Array(256)
  for (let task = 0; task < taskMaxima.length; task++) {
    histogram.fill(0)
    const column = works.scores[task]
    for (let i = 0; i < works.count; i++) histogram[column[i]]++
    for (let value = 0; value < 256; value++) {
      counts[task * ROW + (pointsOf(value, taskMaxima[task], notAttempted) ?? ROW - 1)] += histogram[value]
    }
  }
  return counts
}

/** Points behind a value of a task's column; null where it tells nothing. */
export function pointsOf(value: number, maximum: number, notAttempted: NotAttempted): number | null {
  if (value <= maximum && value < TaskCode.unreadable) return value
  return value === TaskCode.notAttempted && notAttempted === 'zero' ? 0 : null
}

/**
 * Decides what can be modelled: leaves out tasks nobody was scored on or on which all scores are equal, drops points
 * nobody received, and lays out parameters and codes.
 *
 * @param counts sum of countScores over all parts
 */
export function planTasks(
  counts: Float64Array,
  works: number,
  taskMaxima: Uint8Array,
  notAttempted: NotAttempted,
): TaskPlan {
  const tasks: PlannedTask[] = []
  const left: { task: number; reason: 'no-scores' | 'all-equal'; points: number | null }[] = []
  const unused: { task: number; points: number[] }[] = []
  let offset = 0
  for (let task = 0; task < taskMaxima.length; task++) {
    const row = counts.subarray(task * ROW, (task + 1) * ROW)
    const all = Array.from({ length: Math.min(taskMaxima[task], ROW - 2) + 1 }, (_, points) => points)
    const points = all.filter(x => row[x] > 0)
    if (points.length < 2) {
      left.push({ task, reason: points.length === 0 ? 'no-scores' : 'all-equal', points: points[0] ?? null })
      continue
    }
    if (points.length < all.length) unused.push({ task, points: all.filter(x => row[x] === 0) })
    tasks.push({ task, points, counts: points.map(x => row[x]), offset, gaps: row[ROW - 1] > 0 })
    offset += points.length
  }
  return {
    works,
    taskMaxima,
    notAttempted,
    tasks,
    left,
    unused,
    groups: groupsOf(tasks),
    parameterCount: offset,
  }
}

function groupsOf(tasks: readonly PlannedTask[]): CodeGroup[] {
  const groups: { tasks: number[]; strides: number[]; size: number }[] = []
  tasks.forEach((task, index) => {
    const digits = task.points.length + (task.gaps ? 1 : 0)
    let group = groups.at(-1)
    if (group === undefined || group.size * digits > GROUP_SIZE) {
      group = { tasks: [], strides: [], size: 1 }
      groups.push(group)
    }
    group.tasks.push(index)
    group.strides.push(group.size)
    group.size *= digits
  })
  return groups
}
