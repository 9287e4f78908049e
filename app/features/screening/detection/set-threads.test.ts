import { type CohortLink, detectSchools, type GroupedWorks, measurement } from '@objektiv/forensics'
import { expect, test } from 'vitest'
import { openSetThreads, readOptions } from './set-threads.ts'

const SCHOOLS = 120
const CLASSES = 3
const SIZE = 22

/** Works of an honest region: abilities by class and pupil, ten tasks. */
function region(seed: number): GroupedWorks {
  const random = measurement.seededRandom(seed)
  const count = SCHOOLS * CLASSES * SIZE
  const ofClass = measurement.normalNumbers(SCHOOLS * CLASSES, random)
  const ofPupil = measurement.normalNumbers(count, random)
  const group = Int32Array.from({ length: count }, (_, i) => Math.floor(i / SIZE))
  const tasks = Array.from({ length: 10 }, (_, j) => ({ slope: 1.1, steps: [-1.4 + 0.3 * j] }))
  const scores = measurement.simulateScores(
    tasks,
    ofPupil.map((pupil, i) => 0.9 * pupil + 0.4 * ofClass[group[i]]),
    random,
  )
  return {
    count,
    school: group.map(g => Math.floor(g / CLASSES)),
    group,
    groupCount: SCHOOLS * CLASSES,
    schoolCount: SCHOOLS,
    total: Uint16Array.from({ length: count }, (_, i) => scores.reduce((sum, column) => sum + column[i], 0)),
    journal: Uint8Array.from(ofPupil, pupil => (pupil < -0.5 ? 3 : pupil < 0.8 ? 4 : 5)),
    scores,
    maxScore: 10,
    taskMaxima: new Uint8Array(10).fill(1),
    boundaries: [3, 5, 8],
    openTasks: [],
  }
}

test('threads find what one thread finds, the same cohort in both of them, and tell of every step', async () => {
  const works = [1, 2, 3].map(region)
  const classOf = Int32Array.from({ length: SCHOOLS * CLASSES }, (_, g) => g)
  // Sets of one size are dealt in turn, so that set 7 is in another thread than the sets 4 and 9.
  const cohorts: CohortLink[] = [
    { set: 1, other: 0, classOf },
    { set: 2, other: 1, classOf },
  ]
  const examination = {
    mean: Float64Array.from({ length: SCHOOLS }, (_, school) => (school * 37) % 100),
    n: new Int32Array(SCHOOLS).fill(40),
    sdWithin: 15,
  }
  const examinations = [null, examination, null]
  const options = { cohorts, controlled: new Uint8Array(SCHOOLS), examinations }
  const numbers = [4, 7, 9]
  const steps: number[] = []
  const threads = openSetThreads(new Map(numbers.map((set, k) => [set, works[k].count])))!
  try {
    for (const [k, set] of numbers.entries())
      threads.read(set, works[k], readOptions([], null, examinations[k]))
    const found = await threads.degrees(numbers, options, (done, all) => {
      expect(all).toBe(6)
      steps.push(done)
    })
    const alone = detectSchools(works, options)
    expect(found.combined).toEqual(alone.combined)
    expect(found.sets.map(({ silent }) => silent.has('external'))).toEqual([true, false, true])
    expect(found.sets.map(({ calibrations }) => calibrations)).toEqual(
      alone.sets.map(({ calibrations }) => calibrations),
    )
    expect(steps).toEqual([1, 2, 3, 4, 5, 6])
  } finally {
    await threads.close()
  }
}, 120_000)

test('a fault in a thread is told, not waited for', async () => {
  const threads = openSetThreads(new Map([0, 1].map(set => [set, 10_000])))!
  const broken = { ...region(4), taskMaxima: undefined as never }
  threads.read(0, region(5), readOptions([], null, null))
  threads.read(1, broken, readOptions([], null, null))
  await expect(threads.degrees([0, 1], {})).rejects.toThrow()
  await threads.close()
}, 60_000)

test('few works and a single set stay where they are', () => {
  expect(openSetThreads(new Map([[0, 50_000]]))).toBeNull()
  expect(
    openSetThreads(
      new Map([
        [0, 500],
        [1, 500],
      ]),
    ),
  ).toBeNull()
})
