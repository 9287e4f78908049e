import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TaskCode } from '../works.ts'
import { digitsOf, packWorks, thinWorks } from './pack-works.ts'
import { countScores, planTasks, pointsOf } from './plan-tasks.ts'

const values = fc.constantFrom(0, 1, 2, 3, TaskCode.unreadable, TaskCode.notAttempted, TaskCode.notTaught)
const worksOf = fc
  .integer({ min: 1, max: 25 })
  .chain(tasks =>
    fc.array(fc.array(values, { minLength: tasks, maxLength: tasks }), { minLength: 1, maxLength: 30 }),
  )

describe('packWorks', () => {
  it('keeps every score of every modelled task and sorts works by the tasks they have', () => {
    fc.assert(
      fc.property(worksOf, fc.constantFrom('zero' as const, 'missing' as const), (rows, notAttempted) => {
        const taskMaxima = new Uint8Array(rows[0].length).fill(2)
        const works = {
          count: rows.length,
          scores: rows[0].map((_, j) => Uint8Array.from(rows, row => row[j])),
        }
        const plan = planTasks(
          countScores(works, taskMaxima, notAttempted),
          works.count,
          taskMaxima,
          notAttempted,
        )
        const packed = packWorks(plan, works)
        const digits = plan.groups.map(group => digitsOf(plan, group))
        for (const segment of packed.segments) {
          for (let row = segment.from; row < segment.to; row++) {
            const scored: number[] = []
            plan.groups.forEach((group, g) => {
              group.tasks.forEach((j, position) => {
                const digit = digits[g][position][packed.codes[g][row]]
                const value = rows[packed.order?.[row] ?? row][plan.tasks[j].task]
                expect(digit < 0 ? null : plan.tasks[j].points[digit]).toBe(pointsOf(value, 2, notAttempted))
                if (digit >= 0) scored.push(j)
              })
            })
            expect(segment.tasks).toEqual(scored)
          }
        }
        expect(packed.segments.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(rows.length)
      }),
      { numRuns: 60 },
    )
  })

  it('thins every set of tasks in proportion', () => {
    const scores = [0, 1, 2].map(j =>
      Uint8Array.from({ length: 1000 }, (_, i) =>
        j === 0 && i % 4 === 0 ? TaskCode.notTaught : (i >> j) % 2,
      ),
    )
    const maxima = Uint8Array.of(1, 1, 1)
    const plan = planTasks(countScores({ count: 1000, scores }, maxima, 'zero'), 1000, maxima, 'zero')
    const thin = thinWorks(packWorks(plan, { count: 1000, scores }), 7)
    expect(thin.segments.map(({ from, to }) => to - from).sort((a, b) => a - b)).toEqual([36, 107])
  })

  it('says so when a work lacks a task that all works of the plan have', () => {
    const maxima = Uint8Array.of(1)
    const full = { count: 2, scores: [Uint8Array.of(0, 1)] }
    const plan = planTasks(countScores(full, maxima, 'zero'), 2, maxima, 'zero')
    expect(() => packWorks(plan, { count: 1, scores: [Uint8Array.of(TaskCode.notTaught)] })).toThrow(
      RangeError,
    )
  })
})

describe('planTasks', () => {
  it('drops points nobody received and leaves out tasks that tell nothing', () => {
    const maxima = Uint8Array.of(1, 1, 3, 2)
    const scores = [
      Uint8Array.of(0, 0, 0),
      Uint8Array.of(1, 1, 1),
      Uint8Array.of(0, 1, 3),
      new Uint8Array(3).fill(TaskCode.notTaught),
    ]
    const plan = planTasks(countScores({ count: 3, scores }, maxima, 'zero'), 3, maxima, 'zero')
    expect(plan.left).toEqual([
      { task: 0, reason: 'all-equal', points: 0 },
      { task: 1, reason: 'all-equal', points: 1 },
      { task: 3, reason: 'no-scores', points: null },
    ])
    expect(plan.unused).toEqual([{ task: 2, points: [2] }])
    expect(plan.tasks.map(({ task, points, counts }) => [task, points, counts])).toEqual([
      [2, [0, 1, 3], [1, 1, 1]],
    ])
  })
})
