import { TaskCode } from '@objektiv/forensics'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointsOf } from '../edit-work.ts'
import { createRandom } from '../random.ts'
import type { PlantKind } from '../types.ts'
import { plant } from './index.ts'
import { meanTotal, type PlantTarget } from './target.ts'

const KINDS: PlantKind[] = ['lift', 'hardest-given', 'alike', 'dictate', 'journal-detached', 'low-absent']
const MAXIMA = [1, 2, 3, 1, 2, 1]
const SHARES = [0.9, 0.7, 0.5, 0.4, 0.3, 0.15]

/** A class of `n` works with totals over the whole range; the last task of every fifth is a topic not taught. */
function someClass(n: number, seed = 1): PlantTarget {
  const random = createRandom(seed, 'class')
  const scores = MAXIMA.map(() => new Uint8Array(n))
  const total = new Uint16Array(n)
  const journal = new Uint8Array(n)
  for (let row = 0; row < n; row++) {
    const ability = random.uniform()
    MAXIMA.forEach((max, task) => {
      const points = Math.min(max, Math.floor((max + 1) * ability * 1.2 * random.uniform() + ability * 0.6))
      scores[task][row] = points === 0 && task > 3 ? TaskCode.notAttempted : points
    })
    if (row % 5 === 4) scores[5][row] = TaskCode.notTaught
    total[row] = scores.reduce((sum, column) => sum + pointsOf(column[row]), 0)
    journal[row] = 2 + Math.min(3, Math.floor(ability * 4))
  }
  return {
    works: { variant: new Uint8Array(n).fill(1), total, journal, scores },
    rows: Array.from({ length: n }, (_, row) => row),
    maxima: MAXIMA,
    shares: SHARES,
    boundaries: [3, 5, 8],
  }
}

describe('every plant', () => {
  it('keeps totals equal to sums, points within maxima and topics not taught as they were', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 1000 }),
        (kind, n, seed) => {
          const target = someClass(n, seed)
          const untaught = target.works.scores[5].map(cell => (cell === TaskCode.notTaught ? 1 : 0))
          const outcome = plant(kind, target, createRandom(seed, kind))
          expect(outcome.works).toBeLessThanOrEqual(n)
          expect(Number.isFinite(outcome.size)).toBe(true)
          for (let row = 0; row < n; row++) {
            const cells = target.works.scores.map(column => column[row])
            expect(target.works.total[row]).toBe(cells.reduce((sum, cell) => sum + pointsOf(cell), 0))
            cells.forEach((cell, task) => {
              expect(pointsOf(cell)).toBeLessThanOrEqual(MAXIMA[task])
            })
            if (target.works.variant[row] > 0)
              expect(cells[5] === TaskCode.notTaught).toBe(untaught[row] === 1)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('leaves rows outside the target alone', () => {
    for (const kind of KINDS) {
      const whole = someClass(40)
      const before = someClass(40)
      plant(kind, { ...whole, rows: whole.rows.slice(0, 20) }, createRandom(1, kind))
      const rest = (target: PlantTarget) => [
        target.works.total.slice(20),
        target.works.journal.slice(20),
        target.works.variant.slice(20),
        ...target.works.scores.map(column => column.slice(20)),
      ]
      expect(rest(whole)).toEqual(rest(before))
    }
  })
})

describe('a plant does what its name says', () => {
  it('lift empties the scores just below each boundary and moves works no further than the boundary', () => {
    const target = someClass(200)
    const before = target.works.total.slice()
    const outcome = plant('lift', target, createRandom(1, 'lift'), { reach: 2, share: 1 })
    for (const boundary of target.boundaries) expect(target.works.total).not.toContain(boundary - 1)
    target.rows.forEach(row => {
      const rise = target.works.total[row] - before[row]
      expect([0, 1, 2]).toContain(rise)
      if (rise > 0) expect(target.boundaries).toContain(target.works.total[row])
    })
    expect(outcome.works).toBe(target.rows.filter(row => target.works.total[row] !== before[row]).length)
    expect(outcome.size).toBeGreaterThan(0)
  })

  it('hardest-given fills the hardest tasks only', () => {
    const target = someClass(100)
    const easy = target.works.scores[0].slice()
    plant('hardest-given', target, createRandom(1, 'hard'), { tasks: 2, share: 1 })
    expect(target.works.scores[0]).toEqual(easy)
    expect(target.rows.every(row => target.works.scores[4][row] === 2)).toBe(true)
    expect(target.rows.every(row => [1, TaskCode.notTaught].includes(target.works.scores[5][row]))).toBe(true)
  })

  it('alike makes works nearly equal and high', () => {
    const target = someClass(100)
    const outcome = plant('alike', target, createRandom(1, 'alike'))
    expect(outcome.size).toBeGreaterThan(1)
    const texts = Map.groupBy(target.rows, row => target.works.scores.map(column => column[row]).join())
    expect(Math.max(...[...texts.values()].map(rows => rows.length))).toBeGreaterThan(40)
  })

  it('dictate raises the class without making it alike', () => {
    const target = someClass(100)
    const outcome = plant('dictate', target, createRandom(1, 'dictate'), { part: 0.5 })
    expect(outcome.size).toBeGreaterThan(0.5)
    const texts = new Set(target.rows.map(row => target.works.scores.map(column => column[row]).join()))
    expect(texts.size).toBeGreaterThan(15)
  })

  it('journal-detached deals the same marks anew: near zero without a lean, negative with one', () => {
    const blind = someClass(200)
    const marks = [...blind.works.journal].sort()
    const totals = blind.works.total.slice()
    expect(Math.abs(plant('journal-detached', blind, createRandom(1, 'j')).size)).toBeLessThan(0.2)
    expect([...blind.works.journal].sort()).toEqual(marks)
    expect(blind.works.total).toEqual(totals)
    const leaning = plant('journal-detached', someClass(200), createRandom(1, 'j'), { lean: 0.6 })
    expect(leaning.size).toBeLessThan(-0.3)
  })

  it('low-absent takes away low works, and the mean of the rest rises', () => {
    const target = someClass(100)
    const before = target.works.total.slice()
    const mean = meanTotal(target)
    const outcome = plant('low-absent', target, createRandom(1, 'low'), { part: 0.3, share: 1 })
    const away = target.rows.filter(row => target.works.variant[row] === 0)
    const wrote = target.rows.filter(row => target.works.variant[row] > 0)
    expect(away).toHaveLength(30)
    expect(outcome.works).toBe(30)
    expect(Math.max(...away.map(row => before[row]))).toBeLessThanOrEqual(
      Math.min(...wrote.map(row => before[row])),
    )
    expect(outcome.size).toBeCloseTo(meanTotal({ works: target.works, rows: wrote }) - mean, 2)
  })
})
