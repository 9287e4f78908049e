import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST_SHOWN, mergeSmallBars, suppressSmallCells } from './suppress-small-cells.ts'

const table = fc.record({
  cells: fc.array(fc.nat({ max: 40 }), { maxLength: 8 }),
  /** Pupils that stand in no cell. */
  beside: fc.nat({ max: 12 }),
})

describe('small cells', () => {
  it('are hidden, and with them whatever would give them away', () => {
    const shown = (cells: number[], whole = cells.reduce((a, b) => a + b, 0)) =>
      [...suppressSmallCells(new Map(cells.entries()), whole)].sort()
    expect(shown([20, 21])).toEqual([0, 1])
    expect(shown([20, 3])).toEqual([])
    expect(shown([20, 12, 3])).toEqual([0])
    // Two hidden ones hide each other only if together they are five.
    expect(shown([20, 3, 2])).toEqual([0])
    expect(shown([20, 2, 2])).toEqual([])
    expect(shown([20, 0, 7])).toEqual([0, 1, 2])
    // Two classes of twenty in a school of forty-two: the two pupils beside them must not be had by subtraction.
    expect(shown([20, 20], 42)).toEqual([0])
    expect(shown([20], 42)).toEqual([0])
    expect(shown([4], 4)).toEqual([])
  })

  it('cannot be had by subtracting any of the shown from the whole', () => {
    fc.assert(
      fc.property(table, ({ cells, beside }) => {
        const whole = cells.reduce((a, b) => a + b, beside)
        const shown = [...suppressSmallCells(new Map(cells.entries()), whole)].map(key => cells[key])
        for (let subset = 0; subset < 1 << shown.length; subset++) {
          const rest = shown.reduce((left, n, i) => left - (subset & (1 << i) ? n : 0), whole)
          if (subset === 0) continue
          expect(rest === 0 || rest >= LEAST_SHOWN).toBe(true)
        }
        for (const n of shown) expect(n === 0 || n >= LEAST_SHOWN).toBe(true)
      }),
    )
  })

  it('are not hidden for nothing: what is large enough is shown where nothing is small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: LEAST_SHOWN, max: 60 }), { maxLength: 8 }), cells => {
        const whole = cells.reduce((a, b) => a + b, 0)
        expect(suppressSmallCells(new Map(cells.entries()), whole).size).toBe(cells.length)
      }),
    )
  })
})

describe('a distribution outside the school', () => {
  it('has bars of at least five pupils that cover every value and lose nobody', () => {
    expect(mergeSmallBars([0, 1, 4, 0, 7, 2])).toEqual([
      { from: 0, to: 2, n: 5 },
      { from: 3, to: 5, n: 9 },
    ])
    expect(mergeSmallBars([2, 2])).toBeNull()
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 40 }), counts => {
        const all = counts.reduce((a, b) => a + b, 0)
        const bars = mergeSmallBars(counts)
        expect(bars === null).toBe(all < LEAST_SHOWN)
        if (bars === null) return
        expect(bars.reduce((sum, { n }) => sum + n, 0)).toBe(all)
        expect(bars.every(({ n }) => n >= LEAST_SHOWN)).toBe(true)
        expect(bars[0].from).toBe(0)
        expect(bars.at(-1)?.to).toBe(counts.length - 1)
        for (const [i, bar] of bars.entries()) if (i > 0) expect(bar.from).toBe(bars[i - 1].to + 1)
      }),
    )
  })
})
