import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom, responsesFrom, taskOf } from '../../test/reference-data.ts'
import { categoryProbabilities, tabulateItems, valueAt } from '../person-fit/index.ts'
import { createPairComparer } from './compare-pair.ts'
import { groupByClass } from './group-by-class.ts'
import { screenClasses } from './screen-classes.ts'

/** Twenty tasks of 1, 2, 3 and 5 points, mixed: 51 categories, more than one 32-bit word. */
const ITEMS = Array.from({ length: 20 }, (_, j) =>
  taskOf(
    0.7 + 0.05 * (j % 9),
    ...Array.from({ length: [1, 2, 1, 3, 1, 5][j % 6] }, (_, v) => -1.4 + 0.13 * j + 0.6 * v),
  ),
)
const MAXIMA = ITEMS.map(item => item.intercepts.length - 1)

/** Independent works under the model; each task missing with the given share. */
function simulate(abilities: readonly number[], seed: number, missing = 0): number[][] {
  const random = randomFrom(seed)
  const table = tabulateItems(ITEMS)
  const p = new Float64Array(table.width)
  return abilities.map(theta => {
    categoryProbabilities(table, theta, p)
    return ITEMS.map((_, j) => {
      if (random() < missing) return 255
      let u = random()
      let k = 0
      while (k < MAXIMA[j] && u >= p[table.offset[j] + k]) u -= p[table.offset[j] + k++]
      return k
    })
  })
}

function normals(count: number, seed: number): number[] {
  const random = randomFrom(seed)
  return Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  )
}

describe('pupils by class', () => {
  it('keeps the order of pupils and leaves out those without a class', () => {
    const { start, member } = groupByClass(Int32Array.of(2, 0, -1, 2, 0), 4)
    expect([...start]).toEqual([0, 2, 2, 4, 4])
    expect([...member]).toEqual([1, 4, 0, 3])
  })
})

describe('screening of classes', () => {
  it('has the omegas of the exact comparison, in classes of 1 to 5 and more', () => {
    const classOf = Int32Array.from([
      0,
      1,
      1,
      2,
      2,
      2,
      3,
      3,
      3,
      3,
      4,
      4,
      4,
      4,
      4,
      ...new Array(30).fill(6),
      -1,
    ])
    const abilities = normals(classOf.length, 3)
    const responses = responsesFrom(MAXIMA, simulate(abilities, 4, 0.1))
    const ability = Float64Array.from(abilities)
    ability[20] = Number.NaN
    const index = groupByClass(classOf, 7)
    const shown = new Map<string, number>()
    const { classes, nearest } = screenClasses(responses, ITEMS, ability, index, {
      cut: 1,
      onPair: (a, b, omega, c) => shown.set(`${c}: ${a} ${b}`, omega),
    })
    const comparer = createPairComparer(responses, ITEMS, ability)
    const bestOf = new Array<number>(classOf.length).fill(-Infinity)
    for (let c = 0; c < 7; c++) {
      const pupils = [...classOf.keys()].filter(i => classOf[i] === c)
      const omegas: number[] = []
      for (const a of pupils) {
        for (const b of pupils) {
          if (b <= a) continue
          const omega = comparer.similarity(a, b)?.omega?.z
          if (omega === undefined) continue
          omegas.push(omega)
          bestOf[a] = Math.max(bestOf[a], omega)
          bestOf[b] = Math.max(bestOf[b], omega)
          if (omega >= 1) expect(shown.get(`${c}: ${a} ${b}`)).toBeCloseTo(omega, 10)
        }
      }
      expect(classes.pairs[c]).toBe(omegas.length)
      expect(classes.sum[c]).toBeCloseTo(
        omegas.reduce((a, b) => a + b, 0),
        9,
      )
      expect(classes.squares[c]).toBeCloseTo(
        omegas.reduce((a, b) => a + b * b, 0),
        9,
      )
      expect(classes.above[c]).toBe(omegas.filter(omega => omega >= 1).length)
      const pair = [...classes.largestPair.subarray(2 * c, 2 * c + 2)]
      if (omegas.length === 0) {
        expect(pair).toEqual([-1, -1])
        expect(classes.largest[c]).toBe(0)
      } else {
        expect(classes.largest[c]).toBeCloseTo(Math.max(...omegas), 10)
        expect(comparer.similarity(pair[0], pair[1])!.omega!.z).toBeCloseTo(classes.largest[c], 10)
      }
    }
    expect([...classes.pairs]).toEqual([0, 1, 3, 6, 10, 0, (29 * 28) / 2])
    expect(shown.size).toBe(classes.above.reduce((a, b) => a + b))
    for (const [i, best] of bestOf.entries()) {
      if (best === -Infinity) {
        expect(valueAt(nearest.omega, i)).toBeNull()
        expect(nearest.pupil[i]).toBe(-1)
      } else {
        expect(valueAt(nearest.omega, i)).toBeCloseTo(best, 10)
        expect(comparer.similarity(i, nearest.pupil[i])!.omega!.z).toBeCloseTo(best, 10)
      }
    }
  })

  it('pupils without a common task are no pair; equal works and constant tasks do no harm', () => {
    const none = MAXIMA.map((_, j) => (j < 10 ? 255 : 0))
    const other = MAXIMA.map((_, j) => (j < 10 ? 1 : 255))
    const rows = [none, other, MAXIMA, MAXIMA, MAXIMA.map(() => 0)]
    const { classes } = screenClasses(
      responsesFrom(MAXIMA, rows),
      ITEMS,
      Float64Array.of(0, 0, 3, 3, -3),
      groupByClass(Int32Array.of(0, 0, 1, 1, 1), 2),
    )
    expect([...classes.pairs]).toEqual([0, 3])
    expect([...classes.largestPair]).toEqual([-1, -1, 2, 3])
    expect(classes.sum.every(Number.isFinite)).toBe(true)
  })

  it('renaming pupils permutes the result', () => {
    const abilities = normals(14, 8)
    const rows = simulate(abilities, 9, 0.05)
    const classOf = rows.map((_, i) => i % 3)
    const straight = screenClasses(
      responsesFrom(MAXIMA, rows),
      ITEMS,
      Float64Array.from(abilities),
      groupByClass(Int32Array.from(classOf), 3),
      { cut: 0.5 },
    )
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows.keys()], { minLength: 14 }), order => {
        const turned = screenClasses(
          responsesFrom(
            MAXIMA,
            order.map(i => rows[i]),
          ),
          ITEMS,
          Float64Array.from(order, i => abilities[i]),
          groupByClass(
            Int32Array.from(order, i => classOf[i]),
            3,
          ),
          { cut: 0.5 },
        )
        expect(turned.classes.above).toEqual(straight.classes.above)
        for (let c = 0; c < 3; c++) expect(turned.classes.sum[c]).toBeCloseTo(straight.classes.sum[c], 9)
        for (const [k, i] of order.entries())
          expect(valueAt(turned.nearest.omega, k)).toBeCloseTo(valueAt(straight.nearest.omega, i)!, 10)
      }),
      { numRuns: 20 },
    )
  })

  it('omega of independent works at known abilities has mean 0 and variance 1 (19 000 pairs)', () => {
    const abilities = normals(2000, 5)
    const { classes } = screenClasses(
      responsesFrom(MAXIMA, simulate(abilities, 6)),
      ITEMS,
      Float64Array.from(abilities),
      groupByClass(
        Int32Array.from(abilities, (_, i) => Math.floor(i / 20)),
        100,
      ),
    )
    const pairs = classes.pairs.reduce((a, b) => a + b)
    expect(pairs).toBe(19_000)
    expect(Math.abs(classes.sum.reduce((a, b) => a + b) / pairs)).toBeLessThan(0.03)
    expect(Math.abs(classes.squares.reduce((a, b) => a + b) / pairs - 1)).toBeLessThan(0.04)
  })

  it('finds the pair that wrote the same', () => {
    const abilities = normals(25, 11)
    const rows = simulate(abilities, 12)
    rows[17] = [...rows[4]]
    abilities[17] = abilities[4]
    const { classes, nearest } = screenClasses(
      responsesFrom(MAXIMA, rows),
      ITEMS,
      Float64Array.from(abilities),
      groupByClass(new Int32Array(25), 1),
    )
    expect([...classes.largestPair]).toEqual([4, 17])
    expect([nearest.pupil[4], nearest.pupil[17]]).toEqual([17, 4])
    expect(classes.above[0]).toBeGreaterThanOrEqual(1)
  })
})
