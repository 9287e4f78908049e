import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { optionCurves } from './option-curves.ts'
import { sharedSource } from './shared-source.ts'

const COUNT = 300
const TASKS = 100

/** Option 1 is right; the first `ring` examinees take a share of their answers from a common list with some errors. */
function examinees(seed: number, ring: number, taken = 0.6) {
  const random = seededRandom(seed)
  const ability = normalNumbers(COUNT, random)
  const difficulty = normalNumbers(TASKS, random)
  const list = difficulty.map(() => (random() < 0.75 ? 1 : 2 + Math.floor(3 * random())))
  const chosen = Array.from({ length: TASKS }, (_, j) =>
    Uint8Array.from(ability, (theta, i) => {
      if (i < ring && random() < taken) return list[j]
      return random() < 1 / (1 + Math.exp(difficulty[j] - theta)) ? 1 : 2 + Math.floor(3 * random())
    }),
  )
  return { chosen, ability: standardise(chosen) }
}

function standardise(chosen: readonly Uint8Array[]): Float64Array {
  const totals = Float64Array.from(chosen[0], (_, i) =>
    chosen.reduce((sum, column) => sum + (column[i] === 1 ? 1 : 0), 0),
  )
  const mean = totals.reduce((a, b) => a + b) / totals.length
  const sd = Math.sqrt(totals.reduce((sum, t) => sum + (t - mean) ** 2, 0) / totals.length)
  return totals.map(t => (t - mean) / sd)
}

describe('curves of options', () => {
  it('are probabilities, and rise with ability for the right option', () => {
    const { chosen, ability } = examinees(1, 0)
    const { points, categories, probability } = optionCurves({ count: COUNT, chosen }, ability)
    expect(categories).toBe(5)
    const at = (g: number, j: number) => probability.subarray((g * TASKS + j) * 5, (g * TASKS + j + 1) * 5)
    for (let g = 0; g < points; g++) {
      for (let j = 0; j < TASKS; j++) expect(at(g, j).reduce((a, b) => a + b)).toBeCloseTo(1, 10)
    }
    const right = (g: number) => Array.from({ length: TASKS }, (_, j) => at(g, j)[1]).reduce((a, b) => a + b)
    expect(right(18)).toBeGreaterThan(right(12))
    expect(right(12)).toBeGreaterThan(right(6))
  })
})

describe('a shared source', () => {
  it('sets a ring above the rest, by its members and not by their ability', () => {
    const { chosen, ability } = examinees(2, 8)
    const { score, nearest } = sharedSource({ count: COUNT, chosen }, ability)
    const order = [...score.keys()].sort((a, b) => score[b] - score[a])
    expect(order.slice(0, 10).filter(i => i < 8).length).toBeGreaterThanOrEqual(7)
    for (let i = 0; i < 8; i++) expect(nearest[i]).toBeLessThan(8)
  })

  it('weighs a partner by its own partners: in a ring of weak likeness more are found than by the nearest', () => {
    let ringFound = 0
    let nearestFound = 0
    for (const seed of [11, 12, 13, 14]) {
      const { chosen, ability } = examinees(seed, 16, 0.42)
      const { score, largest } = sharedSource({ count: COUNT, chosen }, ability)
      const found = (values: Float64Array) =>
        [...values.keys()]
          .sort((a, b) => values[b] - values[a])
          .slice(0, 16)
          .filter(i => i < 16).length
      ringFound += found(score)
      nearestFound += found(largest)
    }
    expect(ringFound).toBeGreaterThan(1.5 * nearestFound)
  })

  it('does not follow ability where everybody wrote alone', () => {
    const { chosen, ability } = examinees(6, 0)
    const { largest } = sharedSource({ count: COUNT, chosen }, ability)
    const mean = largest.reduce((a, b) => a + b) / COUNT
    const sd = Math.sqrt(largest.reduce((sum, z) => sum + (z - mean) ** 2, 0) / COUNT)
    const r = largest.reduce((sum, z, i) => sum + (z - mean) * ability[i], 0) / COUNT / sd
    expect(Math.abs(r)).toBeLessThan(0.15)
    expect(Math.max(...largest)).toBeLessThan(7)
  })

  it('finds one pair of which one repeats half of the other', () => {
    const { chosen, ability } = examinees(3, 0)
    const random = seededRandom(4)
    for (const column of chosen) if (random() < 0.5) column[41] = column[17]
    const { score, nearest, largest } = sharedSource({ count: COUNT, chosen }, ability)
    const best = [...score.keys()].sort((a, b) => score[b] - score[a]).slice(0, 2)
    expect(best.sort((a, b) => a - b)).toEqual([17, 41])
    expect([nearest[17], nearest[41]]).toEqual([41, 17])
    expect(largest[17]).toBe(largest[41])
  })

  it('is the same for examinees in another order and for options under other codes', () => {
    const { chosen, ability } = examinees(5, 6)
    const few = chosen.map(column => column.slice(0, 60))
    const some = ability.slice(0, 60)
    const straight = sharedSource({ count: 60, chosen: few }, some)
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...some.keys()], { minLength: 60 }),
        fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }),
        (order, codes) => {
          const turned = sharedSource(
            {
              count: 60,
              chosen: few.map(column => Uint8Array.from(order, i => codes[column[i] - 1])),
            },
            Float64Array.from(order, i => some[i]),
          )
          for (const [k, i] of order.entries()) expect(turned.score[k]).toBeCloseTo(straight.score[i], 4)
        },
      ),
      { numRuns: 10 },
    )
  })

  it('one examinee, two, none, blanks and equal answers are no sign', () => {
    const nobody = sharedSource({ count: 0, chosen: [new Uint8Array(0)] }, new Float64Array(0))
    expect(nobody.score.length).toBe(0)
    const one = sharedSource({ count: 1, chosen: [Uint8Array.of(3)] }, Float64Array.of(0))
    expect([...one.score, ...one.nearest]).toEqual([0, -1])
    for (const code of [0, 2]) {
      const equal = Array.from({ length: 20 }, () => new Uint8Array(6).fill(code))
      const { score } = sharedSource({ count: 6, chosen: equal }, new Float64Array(6))
      expect(score.every(s => Number.isFinite(s) && s === score[0])).toBe(true)
    }
    expect(sharedSource({ count: 2, chosen: [Uint8Array.of(1, 2)] }, Float64Array.of(0, 0)).nearest).toEqual(
      Int32Array.of(1, 0),
    )
  })
})
