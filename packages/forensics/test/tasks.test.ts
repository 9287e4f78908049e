import { describe, expect, it } from 'vitest'
import { reliability, schoolTasks, TaskCode, taskInversion, taskProfile } from '../src/index.ts'
import { type Row, tallyOf } from './works-of.ts'

const rows = (school: number, scores: number[][]): Row[] =>
  scores.map(scores => ({ school, total: 0, scores }))

/** Three schools, tasks of 1, 2 and 3 points; reference values by numpy from the works themselves. */
const shape = { schoolCount: 4, taskMaxima: Uint8Array.of(1, 2, 3) }
const works = [
  ...rows(0, [
    [1, 2, 3],
    [1, 1, 0],
    [0, 1, 1],
    [1, 2, 1],
  ]),
  ...rows(1, [
    [0, 1, 2],
    [0, 2, 3],
    [1, 0, 2],
  ]),
  ...rows(2, [
    [1, 1, 0],
    [1, 2, 1],
    [1, 0, 0],
    [0, 1, 0],
    [1, 1, 1],
  ]),
]
const tally = tallyOf(shape, works)

describe('task profile', () => {
  const profile = taskProfile.compute(tally)

  it('orders the tasks by the region’s share of possible points', () => {
    expect(profile.tasks.map(({ n, share }) => [n, share])).toEqual([
      [12, 8 / 12],
      [12, 14 / 24],
      [12, 14 / 36],
    ])
    expect(profile.order).toEqual([0, 1, 2])
    expect(profile.tasks[2].difficulty).toBeCloseTo(1.35244738, 8)
  })

  it('pools the variance within schools', () => {
    expect(profile.tasks[0].variance).toBeCloseTo(0.24629629629629632, 12)
    expect(profile.tasks[2].variance).toBeCloseTo(0.0816872427983539, 12)
  })

  it('gives a school its differences with an interval', () => {
    const [first] = schoolTasks(tally, profile, 0)
    const half = 1.959963984540054 * Math.sqrt(0.24629629629629632 / 4)
    expect(first).toMatchObject({ task: 0, n: 4, share: 0.75 })
    expect(first.difference).toBeCloseTo(0.75 - 8 / 12, 12)
    expect(first.lower).toBeCloseTo(0.75 - 8 / 12 - half, 12)
    expect(first.upper).toBeCloseTo(0.75 - 8 / 12 + half, 12)
    expect(schoolTasks(tally, profile, 3)).toEqual([])
  })
})

describe('task inversion', () => {
  it('agrees with the statistic computed pupil by pupil', () => {
    const { region, findings } = taskInversion.compute(tally)
    const close = (values: number[]) => values.map(value => expect.closeTo(value, 7))
    expect(region.tau2).toBeCloseTo(0.04057423274987188, 10)
    expect(findings.map(({ value }) => value)).toEqual(close([-0.03388485, 0.29907061, -0.15233449]))
    expect(findings.map(({ details }) => details.h)).toEqual(
      close([-0.2033090837337978, 1.554016467857482, -1.0218908072800332]),
    )
    expect(findings.map(({ p }) => p)).toEqual(close([0.56054697, 0.09575032, 0.75728395]))
    // v of school 1 is .01185332; τ² stands in the interval as it stands in p.
    const half = 1.959963984540054 * Math.sqrt(0.01185332 + 0.04057423274987188)
    expect(findings[1].upper! - findings[1].value!).toBeCloseTo(half, 6)
    expect(findings[1].value! - findings[1].lower!).toBeCloseTo(half, 6)
  })

  it('finds the class whose hard tasks are better than its easy ones', () => {
    // 40 schools of 20 with easy, middling and hard tasks done by 4/5, 1/2, 1/5 of pupils; in the last the other
    // way round. Rotation keeps the tasks of a pupil unrelated.
    const done = (share: number, pupil: number, task: number) =>
      (pupil * (task + 3) + task) % 20 < share * 20 ? 1 : 0
    const odd = 39
    const many = Array.from({ length: 40 }, (_, school) =>
      rows(
        school,
        Array.from({ length: 20 }, (_, pupil) =>
          (school === odd ? [0.2, 0.5, 0.8] : [0.8, 0.5, 0.2]).map((share, task) => done(share, pupil, task)),
        ),
      ),
    ).flat()
    const { findings } = taskInversion.compute(
      tallyOf({ schoolCount: 40, taskMaxima: Uint8Array.of(1, 1, 1) }, many),
    )
    expect(findings.filter(({ q }) => q! < 0.01).map(({ school }) => school)).toEqual([odd])
    expect(findings[odd].value).toBeGreaterThan(0.2)
  })

  it('centres the weights again where a school has not been taught a task', () => {
    const without = works.map(work =>
      work.school === 1 ? { ...work, scores: [work.scores![0], work.scores![1], TaskCode.notTaught] } : work,
    )
    const { region, findings } = taskInversion.compute(tallyOf(shape, without))
    const [easy, middle] = region.profile.tasks
    const { differences } = findings[1].details as { differences: number[] }
    // With two tasks the slope is the difference of the differences over the difference of difficulties.
    expect(findings[1].value).toBeCloseTo(
      (differences[1] - differences[0]) / (middle.difficulty! - easy.difficulty!),
      12,
    )
    expect(differences[2]).toBeNull()
    expect(findings[1].notes).toContainEqual({ id: 'note.tasks-missing', params: { tasks: 1 } })
  })

  it('keeps silent where tasks are equally hard, single or absent', () => {
    const equal = tallyOf(
      { taskMaxima: Uint8Array.of(1, 1) },
      rows(0, [
        [1, 0],
        [0, 1],
      ]),
    )
    expect(taskInversion.compute(equal).findings).toEqual([])
    expect(
      taskInversion.compute(tallyOf({ taskMaxima: Uint8Array.of(3) }, rows(0, [[1], [2]]))).findings,
    ).toEqual([])
    expect(taskInversion.compute(tallyOf({}, rows(0, [[], []]))).findings).toEqual([])
  })

  it('has a slope but no probability where every school is of one pupil', () => {
    const { region, findings } = taskInversion.compute(
      tallyOf({ schoolCount: 2, taskMaxima: Uint8Array.of(1, 1) }, [
        ...rows(0, [[1, 0]]),
        ...rows(1, [[1, 1]]),
      ]),
    )
    expect(region.tau2).toBeNull()
    expect(findings[0]).toMatchObject({ value: -0.25, lower: null, p: null, q: null })
    expect(findings[0].notes.map(({ id }) => id)).toContain('note.no-task-variance')
  })
})

describe('reliability', () => {
  const scores = [
    [1, 2, 3],
    [0, 1, 1],
    [1, 1, 2],
    [0, 0, 1],
    [1, 2, 2],
  ]

  it('is Cronbach’s alpha over complete works (numpy)', () => {
    const incomplete = rows(0, [
      [1, TaskCode.notTaught, 0],
      [TaskCode.unreadable, 2, 3],
    ])
    const result = reliability.compute(
      tallyOf({ taskMaxima: Uint8Array.of(1, 2, 3) }, [...rows(0, scores), ...incomplete]),
    )
    expect(result).toMatchObject({ n: 5, tasks: 3 })
    expect(result.alpha).toBeCloseTo(0.9069767441860465, 12)
  })

  it('does not exist for equal sums, one work, one task or none', () => {
    const alpha = (taskMaxima: number[], works: number[][]) =>
      reliability.compute(tallyOf({ taskMaxima: Uint8Array.from(taskMaxima) }, rows(0, works))).alpha
    expect(
      alpha(
        [1, 1],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    ).toBeNull()
    expect(alpha([1, 1], [[1, 0]])).toBeNull()
    expect(alpha([3], [[1], [2]])).toBeNull()
    expect(alpha([], [[], []])).toBeNull()
  })
})
