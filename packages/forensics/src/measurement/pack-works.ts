import { type CodeGroup, pointsOf, type TaskPlan, type TaskScores } from './plan-tasks.ts'

/** Consecutive packed rows that have scores of the same tasks. */
export interface Segment {
  readonly from: number
  readonly to: number
  /** Indices into TaskPlan.tasks; empty for works without any score of a modelled task. */
  readonly tasks: readonly number[]
}

/**
 * Works with the scores of several tasks packed into one code, 2 bytes per group and work, sorted by which tasks
 * they have. Plain typed arrays: can be sent to a worker, or laid over shared memory.
 */
export interface PackedWorks {
  readonly count: number
  /** Per group of the plan the codes of the rows. */
  readonly codes: readonly Uint16Array[]
  readonly segments: readonly Segment[]
  /** order[row] is the index of the work in the input; null when rows stand in the order of the input. */
  readonly order: Int32Array | null
}

/**
 * Packs works for a plan. A score that the plan does not know (a model applied to other works than it was made
 * from) is read as the next lower category it knows, or the lowest.
 */
export function packWorks(plan: TaskPlan, works: TaskScores): PackedWorks {
  const codes = plan.groups.map(group => codesOf(plan, group, works))
  if (!plan.tasks.some(task => task.gaps)) {
    const segments =
      works.count === 0 ? [] : [{ from: 0, to: works.count, tasks: plan.tasks.map((_, j) => j) }]
    return { count: works.count, codes, segments, order: null }
  }
  return sortByTasks(plan, codes, works.count)
}

/** Every step of an estimation asks twice for the digits of the same groups. */
const known = new WeakMap<CodeGroup, readonly Int16Array[]>()

/**
 * Category digit of each code of a group: digitsOf(...)[position of the task in the group][code]; −1 without a
 * score. Made once for a group.
 */
export function digitsOf(plan: TaskPlan, group: CodeGroup): readonly Int16Array[] {
  let digits = known.get(group)
  if (digits === undefined) {
    digits = group.tasks.map((index, position) => {
      const categories = plan.tasks[index].points.length
      const radix = categories + (plan.tasks[index].gaps ? 1 : 0)
      return Int16Array.from({ length: group.size }, (_, code) => {
        const digit = Math.floor(code / group.strides[position]) % radix
        return digit === categories ? -1 : digit
      })
    })
    known.set(group, digits)
  }
  return digits
}

/** Every `step`-th row, through all segments in proportion, to start an estimation from. */
export function thinWorks(packed: PackedWorks, step: number): PackedWorks {
  const rows: number[] = []
  const segments: Segment[] = []
  for (const segment of packed.segments) {
    const from = rows.length
    for (let row = Math.ceil(segment.from / step) * step; row < segment.to; row += step) rows.push(row)
    segments.push({ from, to: rows.length, tasks: segment.tasks })
  }
  const codes = packed.codes.map(column => Uint16Array.from(rows, row => column[row]))
  return {
    count: rows.length,
    codes,
    segments,
    order: Int32Array.from(rows, row => packed.order?.[row] ?? row),
  }
}

function codesOf(plan: TaskPlan, group: CodeGroup, works: TaskScores): Uint16Array {
  const codes = new Uint16Array(works.count)
  group.tasks.forEach((index, position) => {
    const { task, points, gaps } = plan.tasks[index]
    const parts = Uint16Array.from({ length: 256 }, (_, value) => {
      const earned = pointsOf(value, plan.taskMaxima[task], plan.notAttempted)
      // A gap the plan has not seen has no digit of its own and would be lost in silence.
      if (earned === null && !gaps) return 0xffff
      const digit =
        earned === null
          ? points.length
          : Math.max(
              0,
              points.findLastIndex(x => x <= earned),
            )
      return digit * group.strides[position]
    })
    const column = works.scores[task]
    for (let i = 0; i < works.count; i++) {
      const part = parts[column[i]]
      if (part === 0xffff)
        throw new RangeError(`work ${i} has no score of task ${task}, which the plan has in all works`)
      codes[i] += part
    }
  })
  return codes
}

/** Orders rows by the set of tasks they have: a counting sort, stable, so that equal input gives equal sums. */
function sortByTasks(plan: TaskPlan, codes: readonly Uint16Array[], count: number): PackedWorks {
  const present: number[][] = [[]]
  const patternOf = new Int32Array(count)
  plan.groups.forEach((group, g) => {
    const digits = digitsOf(plan, group)
    const tasksOfCode = Array.from({ length: group.size }, (_, code) =>
      group.tasks.filter((_, position) => digits[position][code] >= 0),
    )
    const names = new Map<string, number>()
    const nameOfCode = Int32Array.from(tasksOfCode, tasks => idOf(names, tasks.join(' ')))
    const ids = new Map<number, number>()
    const before = [...present]
    present.length = 0
    for (let i = 0; i < count; i++) {
      const key = patternOf[i] * names.size + nameOfCode[codes[g][i]]
      let id = ids.get(key)
      if (id === undefined) {
        id = ids.size
        ids.set(key, id)
        present.push([...before[patternOf[i]], ...tasksOfCode[codes[g][i]]])
      }
      patternOf[i] = id
    }
  })
  const starts = new Int32Array(present.length + 1)
  for (let i = 0; i < count; i++) starts[patternOf[i] + 1]++
  for (let p = 0; p < present.length; p++) starts[p + 1] += starts[p]
  const segments = present.map((tasks, p) => ({ from: starts[p], to: starts[p + 1], tasks }))
  const next = starts.slice()
  const order = new Int32Array(count)
  for (let i = 0; i < count; i++) order[next[patternOf[i]]++] = i
  const sorted = codes.map(column => {
    const moved = new Uint16Array(count)
    for (let row = 0; row < count; row++) moved[row] = column[order[row]]
    return moved
  })
  return { count, codes: sorted, segments, order }
}

function idOf(ids: Map<string, number>, name: string): number {
  const known = ids.get(name)
  if (known !== undefined) return known
  ids.set(name, ids.size)
  return ids.size - 1
}
