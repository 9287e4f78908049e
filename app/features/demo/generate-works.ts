import { createRandom } from './random.ts'
import { answerClass, buildTaskModel, createScratch, toGrid } from './task-model.ts'

export interface WorksOptions {
  readonly schools: number
  readonly works: number
  /** Maximum points of each task. */
  readonly taskMaxima: readonly number[]
  readonly seed: number
  /** About how many works a chunk holds (a class is never split); 131 072 by default. The rows do not depend on it. */
  readonly chunkWorks?: number
}

/** Consecutive works of one big set, sorted by school; shapes as in `Works` of `@objektiv/forensics`. */
export interface WorksChunk {
  /** Number of the first work of the chunk. */
  readonly first: number
  readonly count: number
  readonly school: Int32Array
  /** Numbered through the whole set. */
  readonly class: Int32Array
  readonly total: Uint16Array
  readonly journal: Uint8Array
  readonly scores: readonly Uint8Array[]
}

const CLASS_SIZE = 25
const SCHOOL_SD = 0.32
const CLASS_SD = 0.15
/** Cuts of the journal mark on the same scale as ability, after scatter of the same size as ability's own. */
const JOURNAL_CUTS = [-2.6, -0.4, 1.2]

/**
 * One big honest set, quickly: schools of log-normal size, graded tasks from easy (0.9) to hard (0.15) by the same
 * model as the demo region, class-by-task noise, journal marks. Ten million works of 20 tasks take seconds. Works
 * come in chunks, each with arrays of its own.
 */
export function* generateWorks(options: WorksOptions): Generator<WorksChunk> {
  const { schools, works, taskMaxima, seed, chunkWorks = 131_072 } = options
  if (schools < 1 || works < schools) throw new RangeError('every school needs at least one work')
  const groups = createRandom(seed, 'groups')
  const pupils = createRandom(seed, 'pupils')
  const answers = createRandom(seed, 'answers')
  const marks = createRandom(seed, 'journal')
  const model = buildTaskModel(taskMaxima, spreadShares(taskMaxima.length), 1.05)
  const scratch = createScratch()
  const ability = new Int16Array(2 * CLASS_SIZE)
  const sizes = drawSizes(seed, schools, works)

  let chunk = emptyChunk(0, chunkWorks, taskMaxima.length)
  let classNumber = 0
  for (let school = 0; school < schools; school++) {
    const schoolEffect = SCHOOL_SD * groups.normal()
    const classes = Math.ceil(sizes[school] / CLASS_SIZE)
    for (let i = 0; i < classes; i++, classNumber++) {
      const n = Math.round(((i + 1) * sizes[school]) / classes) - Math.round((i * sizes[school]) / classes)
      const groupEffect = schoolEffect + CLASS_SD * groups.normal()
      for (let pupil = 0; pupil < n; pupil++) {
        const value = groupEffect + pupils.normal()
        const at = chunk.count + pupil
        ability[pupil] = toGrid(value)
        chunk.school[at] = school
        chunk.class[at] = classNumber
        chunk.journal[at] = journalMark(value + marks.normal())
      }
      answerClass(model, ability, n, answers, chunk.scores, chunk.total, chunk.count, scratch)
      chunk.count += n
      if (chunk.count >= chunkWorks) {
        yield cutChunk(chunk)
        chunk = emptyChunk(chunk.first + chunk.count, chunkWorks, taskMaxima.length)
      }
    }
  }
  if (chunk.count > 0) yield cutChunk(chunk)
}

function journalMark(seen: number): number {
  if (seen < JOURNAL_CUTS[0]) return 2
  if (seen < JOURNAL_CUTS[1]) return 3
  return seen < JOURNAL_CUTS[2] ? 4 : 5
}

/** Shares from 0.9 to 0.15, hard and easy tasks mixed as on a paper. */
function spreadShares(tasks: number): number[] {
  const step = tasks > 1 ? 0.75 / (tasks - 1) : 0
  // 7 has no factor in common with usual numbers of tasks; where it has, shares repeat, which does no harm.
  return Array.from({ length: tasks }, (_, task) => 0.9 - step * ((task * 7) % tasks))
}

/** Sizes of schools that add up to `works`: log-normal weights, at least one work each. */
function drawSizes(seed: number, schools: number, works: number): Int32Array {
  const random = createRandom(seed, 'sizes')
  const weights = Float64Array.from({ length: schools }, () => Math.exp(0.8 * random.normal()))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const spare = works - schools
  const sizes = new Int32Array(schools)
  let weight = 0
  let given = 0
  for (let school = 0; school < schools; school++) {
    weight += weights[school]
    const upTo = school === schools - 1 ? spare : Math.floor((weight / sum) * spare)
    sizes[school] = 1 + upTo - given
    given = upTo
  }
  return sizes
}

type OpenChunk = { -readonly [K in keyof WorksChunk]: WorksChunk[K] }

/** Room for one class more than the chunk is to hold. */
function emptyChunk(first: number, chunkWorks: number, tasks: number): OpenChunk {
  const room = chunkWorks + CLASS_SIZE
  return {
    first,
    count: 0,
    school: new Int32Array(room),
    class: new Int32Array(room),
    total: new Uint16Array(room),
    journal: new Uint8Array(room),
    scores: Array.from({ length: tasks }, () => new Uint8Array(room)),
  }
}

function cutChunk({ first, count, school, class: classes, total, journal, scores }: OpenChunk): WorksChunk {
  return {
    first,
    count,
    school: school.subarray(0, count),
    class: classes.subarray(0, count),
    total: total.subarray(0, count),
    journal: journal.subarray(0, count),
    scores: scores.map(column => column.subarray(0, count)),
  }
}
