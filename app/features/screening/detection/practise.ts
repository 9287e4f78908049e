import {
  type DetectOptions,
  degreesOfSet,
  type GroupedWorks,
  measurement,
  readSet,
  TaskCode,
} from '@objektiv/forensics'

/** Enough for the loops over works and classes to run hot: with a third of them V8 went on compiling in the first real sets. */
const CLASSES = 264
const CLASSES_OF_A_SCHOOL = 2
const SEED = 20_261
/** Points of each task. */
const MAXIMA = Uint8Array.of(1, 1, 2, 1, 1, 2, 1, 3, 1, 2, 1, 1, 2, 1, 1)
const BOUNDARIES: [number, number, number] = [6, 11, 16]
const LEFT_BLANK = 0.2

/**
 * Measures a small made-up set, and forgets it. V8 compiles what it runs as it goes, a second of processor in every thread:
 * done while the files are still being read, or a person still looks at the page, nobody waits for it.
 */
export function practise(): void {
  const works = madeUpWorks()
  const schools = works.schoolCount
  const covariates: DetectOptions['covariates'] = [
    { by: 'school', kind: 'category', values: Uint8Array.from({ length: schools }, (_, s) => s % 3) },
  ]
  const controlled = Uint8Array.from({ length: schools }, (_, s) => Number(s % 2 === 0))
  const writtenAt = Float64Array.from({ length: works.groupCount }, (_, g) => g % 5)
  degreesOfSet(readSet(works, { covariates, writtenAt }), null, controlled)
}

/** Classes of unequal size and level, blanks, journals that know a little of the pupils. */
function madeUpWorks(): GroupedWorks {
  const { normalNumbers, seededRandom, simulateScores } = measurement
  const random = seededRandom(SEED)
  const group = Int32Array.from(
    Array.from({ length: CLASSES }, (_, g) => new Array<number>(12 + ((g * 5) % 17)).fill(g)).flat(),
  )
  const count = group.length
  const level = normalNumbers(CLASSES, random)
  const ability = normalNumbers(count, random).map((own, i) => 0.9 * own + 0.4 * level[group[i]])
  const tasks = Array.from(MAXIMA, (points, j) => ({
    slope: 0.8 + 0.1 * (j % 5),
    steps: Array.from({ length: points }, (_, step) => (j % 7) / 3 - 1 + step / 2),
  }))
  const scores = simulateScores(tasks, ability, random)
  const total = new Uint16Array(count)
  for (const column of scores)
    for (let i = 0; i < count; i++) {
      total[i] += column[i]
      if (column[i] === 0 && random() < LEFT_BLANK) column[i] = TaskCode.notAttempted
    }
  // A topic that some classes have not been taught, and points that nobody could read.
  for (let i = 0; i < count; i++) {
    if (group[i] % 11 === 0) scores[13][i] = TaskCode.notTaught
    if (i % 300 === 0) scores[4][i] = TaskCode.unreadable
  }
  return {
    count,
    school: group.map(g => Math.floor(g / CLASSES_OF_A_SCHOOL)),
    total,
    journal: Uint8Array.from(ability, theta => Math.max(2, Math.min(5, Math.round(3.5 + theta)))),
    scores,
    // Of some pupils the class is unknown.
    group: group.map((g, i) => (i % 50 === 0 ? -1 : g)),
    groupCount: CLASSES,
    schoolCount: CLASSES / CLASSES_OF_A_SCHOOL,
    maxScore: MAXIMA.reduce((sum, points) => sum + points, 0),
    taskMaxima: MAXIMA,
    boundaries: BOUNDARIES,
    openTasks: [],
  }
}
