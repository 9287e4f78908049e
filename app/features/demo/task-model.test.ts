import { describe, expect, it } from 'vitest'
import { createRandom } from './random.ts'
import { answerClass, buildTaskModel, CLASS_TASK_SD, createScratch, toGrid } from './task-model.ts'

const MAXIMA = [1, 2, 4, 1, 3]
const SHARES = [0.9, 0.7, 0.5, 0.3, 0.15]

/** Answers of `classes` classes of 25 pupils with abilities N(0, 1) in logits. */
function answers(classes: number) {
  const model = buildTaskModel(MAXIMA, SHARES, 1)
  const random = createRandom(11, 'answers')
  const pupils = createRandom(11, 'pupils')
  const n = 25 * classes
  const scores = MAXIMA.map(() => new Uint8Array(n))
  const total = new Uint16Array(n)
  const ability = new Int16Array(n)
  const scratch = createScratch()
  for (let at = 0; at < n; at += 25) {
    for (let i = 0; i < 25; i++) ability[at + i] = toGrid(pupils.normal())
    answerClass(model, ability.subarray(at, at + 25), 25, random, scores, total, at, scratch)
  }
  return { n, scores, total, ability }
}

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, x) => sum + x, 0) / values.length

describe('graded tasks', () => {
  it('have the shares of the maximum that were asked for, within 0.02', () => {
    const { scores } = answers(2000)
    scores.forEach((column, task) => {
      expect(Math.abs(mean(column) / MAXIMA[task] - SHARES[task])).toBeLessThan(0.02)
    })
  })

  it('use every score from 0 to the maximum, and totals are sums', () => {
    const { n, scores, total } = answers(400)
    scores.forEach((column, task) => {
      expect(new Set(column)).toEqual(new Set(Array.from({ length: MAXIMA[task] + 1 }, (_, k) => k)))
    })
    for (let i = 0; i < n; i++) expect(total[i]).toBe(scores.reduce((sum, column) => sum + column[i], 0))
  })

  it('give abler pupils more points', () => {
    const { n, total, ability } = answers(200)
    const rows = Array.from({ length: n }, (_, i) => i)
    const upper = rows.filter(i => ability[i] > toGrid(1)).map(i => total[i])
    const lower = rows.filter(i => ability[i] < toGrid(-1)).map(i => total[i])
    expect(mean(upper) - mean(lower)).toBeGreaterThan(3)
  })

  it('vary from class to class by more than chance: the class-by-task noise is there', () => {
    const { scores } = answers(2000)
    const easyTask = Array.from({ length: 2000 }, (_, c) => mean(scores[3].subarray(25 * c, 25 * c + 25)))
    const overall = mean(easyTask)
    const variance = mean(easyTask.map(share => (share - overall) ** 2))
    const byChance = (overall * (1 - overall)) / 25
    // METHODS §0.4: for a class of about 22 the variance of a class-by-task z is 2.3–2.6 instead of 1.
    expect(variance / byChance).toBeGreaterThan(1.8)
    expect(variance / byChance).toBeLessThan(3)
    expect(CLASS_TASK_SD).toBe(0.57)
  })

  it('do not depend on how large the scratch was before', () => {
    const model = buildTaskModel(MAXIMA, SHARES, 1)
    const run = (scratch: ReturnType<typeof createScratch>) => {
      const scores = MAXIMA.map(() => new Uint8Array(25))
      answerClass(
        model,
        new Int16Array(25),
        25,
        createRandom(1, 'a'),
        scores,
        new Uint16Array(25),
        0,
        scratch,
      )
      return scores
    }
    const used = createScratch()
    const many = MAXIMA.map(() => new Uint8Array(900))
    answerClass(model, new Int16Array(900), 900, createRandom(2, 'b'), many, new Uint16Array(900), 0, used)
    expect(run(used)).toEqual(run(createScratch()))
  })
})
