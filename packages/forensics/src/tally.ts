import { type AssessmentShape, TaskCode, type Works } from './works.ts'

/** What the two readable codes of a task's column mean (TaskCode.unreadable is always missing). */
export interface TallyOptions {
  /** «X»: zero points, or nothing known. */
  readonly notAttempted: 'zero' | 'missing'
  /** «не пройд.»: the task leaves the pupil's maximum, or counts as zero points. */
  readonly notTaught: 'leave-maximum' | 'zero'
}

/** Rows of the table of a school: no mark in the journal, then the marks 1…5. */
export const JOURNAL_ROWS = 6

/**
 * Everything the methods need of one assessment, counted in one pass. S schools, T = maxScore + 1 totals, K tasks.
 *
 * Only integers are added, and every sum stays below 2^53, so neither the order of works nor the way they are cut
 * into chunks changes a bit of any result. 40 000 schools × 51 totals × 20 tasks take about 60 MB.
 */
export interface Tally {
  readonly shape: AssessmentShape
  readonly options: TallyOptions
  /**
   * S × 6 × T counts of works: `cells[(school · 6 + journal) · T + total]`. 32 bits: a school of a real region
   * stays below 65 536 works, a region held as one «school» does not.
   */
  readonly cells: Uint32Array
  /** K × S, `taskCounts[task · S + school]`: works that say something of the task. */
  readonly taskCounts: Uint32Array
  /** K × S: points scored in those works. Points possible are taskCounts × taskMaxima. */
  readonly taskSums: Float64Array
  /** K × K, upper triangle with diagonal `[j · K + k]`, j ≤ k: Σ x_j·x_k over the works that have both tasks. */
  readonly crossSums: Float64Array
  /** K × K, upper triangle: works that have both tasks. */
  readonly crossCounts: Float64Array
  /** Works that have every task, for the reliability of the test. */
  readonly complete: CompleteWorks
}

/** Sums over the works in which every task says something. Mutable: the tally counts into it. */
interface CompleteWorks {
  count: number
  /** Σ X and Σ X², X = sum of the work's task points (not the declared total). */
  sum: number
  squares: number
  /** K each: Σ x_j and Σ x_j². */
  readonly taskSums: Float64Array
  readonly taskSquares: Float64Array
}

const DEFAULTS: TallyOptions = { notAttempted: 'zero', notTaught: 'leave-maximum' }

/** An empty tally. Options are fixed here, so that chunks of one assessment cannot disagree about them. */
export function createTally(shape: AssessmentShape, options: Partial<TallyOptions> = {}): Tally {
  const { schoolCount: schools, maxScore } = shape
  const tasks = shape.taskMaxima.length
  return {
    shape,
    options: { ...DEFAULTS, ...options },
    cells: new Uint32Array(schools * JOURNAL_ROWS * (maxScore + 1)),
    taskCounts: new Uint32Array(tasks * schools),
    taskSums: new Float64Array(tasks * schools),
    crossSums: new Float64Array(tasks * tasks),
    crossCounts: new Float64Array(tasks * tasks),
    complete: {
      count: 0,
      sum: 0,
      squares: 0,
      taskSums: new Float64Array(tasks),
      taskSquares: new Float64Array(tasks),
    },
  }
}

/**
 * Adds works to a tally; call it once per chunk. Works grouped by school are counted fastest, any order is right.
 *
 * @throws RangeError before anything is counted, when a school, a total or a journal mark lies outside the shape
 *   or the number of task columns is not that of the shape. Points above a task's maximum count as unreadable.
 */
export function tallyWorks(tally: Tally, works: Works): void {
  checkWorks(tally.shape, works)
  countCells(tally, works)
  if (tally.shape.taskMaxima.length > 0) countTasks(tally, works)
}

function checkWorks(shape: AssessmentShape, works: Works): void {
  const { count, school, total, journal, scores } = works
  const tasks = shape.taskMaxima.length
  if (scores.length !== tasks) throw new RangeError(`${scores.length} task columns, the shape has ${tasks}`)
  for (const column of [school, total, journal, ...scores])
    if (column.length < count) throw new RangeError(`a column of ${column.length} entries for ${count} works`)
  for (let i = 0; i < count; i++) {
    // A school below 0 or above the end becomes a large unsigned number: one comparison finds both.
    if (school[i] >>> 0 >= shape.schoolCount || total[i] > shape.maxScore || journal[i] >= JOURNAL_ROWS)
      throw new RangeError(
        `work ${i} is outside the shape: school ${school[i]}, total ${total[i]}, journal mark ${journal[i]}`,
      )
  }
}

function countCells(tally: Tally, { count, school, total, journal }: Works): void {
  const { cells } = tally
  const totals = tally.shape.maxScore + 1
  for (let i = 0; i < count; i++) cells[(school[i] * JOURNAL_ROWS + journal[i]) * totals + total[i]]++
}

/** Works taken at a time: 24 decoded columns of this length stay in the nearest cache. */
const BLOCK = 1024

/** Reused space for one block: decoded points (0 where missing), presence, and the works' own sums. */
interface Block {
  readonly points: Uint8Array
  readonly present: Uint8Array
  readonly presentCount: Int32Array
  readonly tasksPresent: Uint16Array
  readonly workSum: Int32Array
}

function countTasks(tally: Tally, works: Works): void {
  const tasks = tally.shape.taskMaxima.length
  const decoders = Array.from(tally.shape.taskMaxima, maximum => decoderOf(maximum, tally.options))
  const block: Block = {
    points: new Uint8Array(tasks * BLOCK),
    present: new Uint8Array(tasks * BLOCK),
    presentCount: new Int32Array(tasks),
    tasksPresent: new Uint16Array(BLOCK),
    workSum: new Int32Array(BLOCK),
  }
  for (let start = 0; start < works.count; start += BLOCK) {
    const length = Math.min(BLOCK, works.count - start)
    block.tasksPresent.fill(0)
    block.workSum.fill(0)
    for (let task = 0; task < tasks; task++)
      countColumn(tally, block, task, decoders[task], works.scores[task], works.school, start, length)
    countPairs(tally, block, length)
    countComplete(tally, block, length)
  }
}

/** Points for each of the 256 values of a task's column; −1 says nothing about the pupil. */
function decoderOf(maximum: number, options: TallyOptions): Int16Array {
  const points = new Int16Array(256).fill(-1)
  for (let score = 0; score <= Math.min(maximum, TaskCode.unreadable - 1); score++) points[score] = score
  if (options.notAttempted === 'zero') points[TaskCode.notAttempted] = 0
  if (options.notTaught === 'zero') points[TaskCode.notTaught] = 0
  return points
}

function countColumn(
  tally: Tally,
  block: Block,
  task: number,
  decoder: Int16Array,
  column: Uint8Array,
  schoolOf: Int32Array,
  start: number,
  length: number,
): void {
  const { points, present, tasksPresent, workSum } = block
  const { taskCounts, taskSums } = tally
  const row = task * tally.shape.schoolCount
  const offset = task * BLOCK
  // Sums of a run of one school are kept in registers and written when the school changes.
  let school = schoolOf[start]
  let runCount = 0
  let runSum = 0
  let seen = 0
  for (let i = 0; i < length; i++) {
    const decoded = decoder[column[start + i]]
    const here = decoded >= 0 ? 1 : 0
    const score = Math.max(decoded, 0)
    points[offset + i] = score
    present[offset + i] = here
    tasksPresent[i] += here
    workSum[i] += score
    seen += here
    if (schoolOf[start + i] !== school) {
      taskCounts[row + school] += runCount
      taskSums[row + school] += runSum
      school = schoolOf[start + i]
      runCount = 0
      runSum = 0
    }
    runCount += here
    runSum += score
  }
  taskCounts[row + school] += runCount
  taskSums[row + school] += runSum
  block.presentCount[task] = seen
}

function countPairs(tally: Tally, block: Block, length: number): void {
  const tasks = tally.shape.taskMaxima.length
  const { points, present, presentCount } = block
  const { crossSums, crossCounts } = tally
  for (let j = 0; j < tasks; j++) {
    for (let k = j; k < tasks; k++) {
      const cell = j * tasks + k
      // 1 024 products of at most 252² stay far below 2³¹: the inner sum is done in integers.
      crossSums[cell] += dot(points, j * BLOCK, k * BLOCK, length)
      if (presentCount[j] === length) crossCounts[cell] += presentCount[k]
      else if (presentCount[k] === length) crossCounts[cell] += presentCount[j]
      else crossCounts[cell] += dot(present, j * BLOCK, k * BLOCK, length)
    }
  }
}

function dot(values: Uint8Array, a: number, b: number, length: number): number {
  let s0 = 0
  let s1 = 0
  let i = 0
  for (; i + 1 < length; i += 2) {
    s0 = (s0 + Math.imul(values[a + i], values[b + i])) | 0
    s1 = (s1 + Math.imul(values[a + i + 1], values[b + i + 1])) | 0
  }
  if (i < length) s0 = (s0 + Math.imul(values[a + i], values[b + i])) | 0
  return s0 + s1
}

function countComplete(tally: Tally, block: Block, length: number): void {
  const tasks = tally.shape.taskMaxima.length
  const { points, tasksPresent, workSum } = block
  const { complete } = tally
  for (let i = 0; i < length; i++) {
    if (tasksPresent[i] !== tasks) continue
    complete.count++
    complete.sum += workSum[i]
    complete.squares += workSum[i] * workSum[i]
    for (let task = 0; task < tasks; task++) {
      const score = points[task * BLOCK + i]
      complete.taskSums[task] += score
      complete.taskSquares[task] += score * score
    }
  }
}
