import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { honestRegion } from '../../test/planted-region.ts'
import type { GroupedWorks } from '../channels/prepare-works.ts'
import { TaskCode } from '../works.ts'
import { plantIntoShare } from './choose-classes.ts'
import { PLANT_KINDS, type PlantKind } from './kinds.ts'
import { plant } from './plant.ts'

/** An honest region with blanks, untaught and unreadable cells, and totals that are not always the sums. */
function region(seed: number): GroupedWorks {
  const works = honestRegion({ seed, schools: 6, size: g => 4 + 3 * g })
  const codes = [TaskCode.notAttempted, TaskCode.notTaught, TaskCode.unreadable]
  const scores = works.scores.map((column, j) =>
    column.map((x, i) => {
      const place = (i * 31 + j * 17 + seed) % 23
      return x === 0 && place < 8 ? TaskCode.notAttempted : place === 9 ? codes[(i + j) % 3] : x
    }),
  )
  const drift = (i: number) => (i % 11 === 0 ? 1 : 0)
  const total = works.total.map((_, i) => Math.min(works.maxScore, sumOf({ ...works, scores }, i) + drift(i)))
  return { ...works, scores, total, openTasks: [0, 1, 5] }
}

function pointsOf(works: GroupedWorks, i: number, j: number): number {
  return works.scores[j][i] <= works.taskMaxima[j] ? works.scores[j][i] : 0
}

function sumOf(works: GroupedWorks, i: number): number {
  return works.scores.reduce((sum, _, j) => sum + pointsOf(works, i, j), 0)
}

const rowsOf = ({ group, count }: GroupedWorks, g: number) =>
  Array.from({ length: count }, (_, i) => i).filter(i => group![i] === g)

const kinds = fc.constantFrom<PlantKind>(...PLANT_KINDS)
const sizes = fc.constantFrom(0, 0.5, 1, 2.5)
const seeds = fc.integer({ min: 0, max: 1000 })

describe('planting', () => {
  test('touches only the chosen groups, keeps totals in step, leaves codes alone and the input as it was', () => {
    fc.assert(
      fc.property(kinds, sizes, seeds, fc.subarray([0, 3, 5, 8, 11]), (kind, size, seed, groups) => {
        const before = region(seed)
        const kept = structuredClone(before)
        const after = plant(kind, before, groups, { size, seed })
        expect(before).toEqual(kept)
        for (let i = 0; i < before.count; i++) {
          let changed = false
          for (let j = 0; j < before.scores.length; j++) {
            const [x, y] = [before.scores[j][i], after.scores[j][i]]
            if (x === y) continue
            changed = true
            expect(x <= before.taskMaxima[j] || x === TaskCode.notAttempted).toBe(true)
            expect(y <= before.taskMaxima[j] || y === TaskCode.notAttempted).toBe(true)
          }
          if (changed) expect(groups).toContain(before.group![i])
          const gained = sumOf(after, i) - sumOf(before, i)
          expect(after.total[i]).toBe(Math.min(before.maxScore, Math.max(0, before.total[i] + gained)))
        }
        if (size === 0) expect(after.scores).toEqual(before.scores)
      }),
      { numRuns: 100 },
    )
  })

  test('is the same for the same seed, other for another, and alike whichever other groups are chosen', () => {
    const works = region(3)
    for (const kind of ['dictate', 'lift', 'leak', 'copy'] as const) {
      const once = plant(kind, works, [5, 8], { seed: 1 })
      expect(plant(kind, works, [5, 8], { seed: 1 })).toEqual(once)
      const alone = plant(kind, works, [8], { seed: 1 })
      for (const i of rowsOf(works, 8)) expect(alone.total[i]).toBe(once.total[i])
      expect(plant(kind, works, [5, 8], { seed: 2 })).not.toEqual(once)
    }
  })

  const right = (works: GroupedWorks, i: number, j: number) =>
    works.scores[j][i] === works.taskMaxima[j] || works.scores[j][i] >= TaskCode.unreadable

  test('dictate: all pupils have full points on 35–70 % of the tasks', () => {
    const works = region(4)
    const after = plant('dictate', works, [10], { seed: 7 })
    const rows = rowsOf(works, 10)
    const given = works.scores.filter((_, j) => rows.every(i => right(after, i, j))).length
    expect(given).toBeGreaterThanOrEqual(7)
    expect(given).toBeLessThanOrEqual(14)
  })

  test('leak: half of each class have the same six tasks right', () => {
    const works = region(5)
    const after = plant('leak', works, [10, 11], { seed: 2 })
    const touched = works.scores.flatMap((column, j) =>
      column.some((x, i) => x !== after.scores[j][i]) ? [j] : [],
    )
    expect(touched).toHaveLength(6)
    for (const g of [10, 11]) {
      const rows = rowsOf(works, g)
      const knowing = rows.filter(i => touched.every(j => right(after, i, j))).length
      expect(knowing).toBeGreaterThanOrEqual(Math.round(rows.length / 2))
      expect(
        rows.filter(i => touched.some(j => after.scores[j][i] !== works.scores[j][i])).length,
      ).toBeLessThanOrEqual(Math.round(rows.length / 2))
    }
  })

  test('lift: nobody is left within three points below a boundary, nobody else moves', () => {
    const works = region(6)
    const after = plant('lift', works, [9], { seed: 1 })
    for (const i of rowsOf(works, 9)) {
      const next = works.boundaries!.find(boundary => boundary > works.total[i])
      expect(after.total[i]).toBe(next !== undefined && next - works.total[i] <= 3 ? next : works.total[i])
    }
    const twice = plant('lift', works, [9], { seed: 1, size: 1 / 3 })
    for (const i of rowsOf(works, 9)) expect(twice.total[i] - works.total[i]).toBeLessThanOrEqual(1)
  })

  test('lenient: every open task gains a point up to its maximum, no other task does', () => {
    const works = region(7)
    const after = plant('lenient', works, [9], { seed: 1 })
    for (const i of rowsOf(works, 9))
      works.scores.forEach((column, j) => {
        const silent = column[i] === TaskCode.notTaught || column[i] === TaskCode.unreadable
        const more = works.openTasks.includes(j) && !silent
        expect(after.scores[j][i]).toBe(
          more ? Math.min(works.taskMaxima[j], pointsOf(works, i, j) + 1) : column[i],
        )
      })
  })

  test('copy: 35 % of the class have the answers of the best work', () => {
    const works = region(8)
    const rows = rowsOf(works, 11)
    const after = plant('copy', works, [11], { seed: 1 })
    const best = rows.reduce((a, b) => (works.total[b] > works.total[a] ? b : a))
    const moved = rows.filter(i => works.scores.some((column, j) => column[i] !== after.scores[j][i]))
    expect(moved.length).toBe(Math.round(0.35 * rows.length))
    const silent = (x: number) => x === TaskCode.notTaught || x === TaskCode.unreadable
    for (const i of moved)
      works.scores.forEach((column, j) => {
        if (!silent(column[i]) && !silent(column[best])) expect(after.scores[j][i]).toBe(column[best])
      })
  })

  test('fill: blanks get full points, zeros stay', () => {
    const works = region(9)
    const after = plant('fill', works, [10], { seed: 1 })
    for (const i of rowsOf(works, 10))
      works.scores.forEach((column, j) => {
        const blank = column[i] === TaskCode.notAttempted
        expect(after.scores[j][i]).toBe(blank ? works.taskMaxima[j] : column[i])
      })
  })

  test('a share of the classes that can be changed is planted; a school counts once', () => {
    const honest = honestRegion({ seed: 2, schools: 30 })
    const sets = [honest, { ...honest, boundaries: null }]
    const { classes, of, schools, gain } = plantIntoShare('lift', sets, 0.1, { seed: 1 })
    expect(of).toBeLessThanOrEqual(60)
    expect(classes).toBe(Math.round(0.1 * of))
    expect(schools.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(classes)
    expect(gain).toBeGreaterThan(0)
    expect(plantIntoShare('fill', sets, 0.1, { seed: 1 }).of).toBe(0)
  })
})
