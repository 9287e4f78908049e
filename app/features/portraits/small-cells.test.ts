import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GroupToShow, isFew, LEAST_SCHOOLS, showCounts, showGroups } from './small-cells.ts'

const LEAST = 5

const group = fc.record({
  works: fc.nat({ max: 30 }),
  hidden: fc.nat({ max: 8 }),
  schools: fc.nat({ max: 6 }),
})
const groups = fc
  .array(group, { maxLength: 7 })
  .map(list => new Map(list.map((one, i) => [i, { ...one, hidden: Math.min(one.hidden, one.works) }])))

describe('groups of schools in a table', () => {
  it('stay out where they speak of few works, few schools or few hidden works', () => {
    const big: GroupToShow = { works: 100, hidden: 0, schools: 10 }
    const shown = (...list: GroupToShow[]) => [...showGroups(new Map(list.entries()), LEAST)].sort()
    expect(shown(big, big)).toEqual([0, 1])
    // One school of 40 works is alone left out: with the whole it could be had, so the smaller of the others goes too.
    expect(shown({ ...big, works: 90 }, big, { works: 40, hidden: 0, schools: 1 })).toEqual([1])
    expect(shown(big, { works: 4, hidden: 0, schools: 4 })).toEqual([])
    expect(shown(big, { works: 60, hidden: 3, schools: 9 })).toEqual([])
    expect(shown(big, { works: 0, hidden: 0, schools: 0 })).toEqual([0])
  })

  it('give nobody away by subtraction', () => {
    fc.assert(
      fc.property(groups, all => {
        const shown = showGroups(all, LEAST)
        const rest = [...all].filter(([key, { works }]) => works > 0 && !shown.has(key)).map(([, one]) => one)
        const sum = (part: keyof GroupToShow) => rest.reduce((total, one) => total + one[part], 0)
        for (const key of shown) {
          expect(all.get(key)!.works).toBeGreaterThanOrEqual(LEAST)
          expect(all.get(key)!.schools).toBeGreaterThanOrEqual(LEAST_SCHOOLS)
          expect(isFew(all.get(key)!.hidden, LEAST)).toBe(false)
        }
        if (rest.length === 0 || shown.size === 0) return
        expect(sum('works')).toBeGreaterThanOrEqual(LEAST)
        expect(sum('schools')).toBeGreaterThanOrEqual(LEAST_SCHOOLS)
        expect(isFew(sum('hidden'), LEAST)).toBe(false)
      }),
    )
  })
})

describe('rows of counts beside their sum', () => {
  it('leave no small cell to be had', () => {
    const row = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.nat({ max: 12 }))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 7 }), row, (list, beside) => {
        const whole = [0, 1, 2].map(i => list.reduce((sum, one) => sum + one[i], beside[i]))
        const rows = new Map(list.map((one, i) => [i, [...one]] as const))
        const shown = showCounts(rows, whole, LEAST)
        const rest = whole.map((all, i) => [...shown].reduce((left, key) => left - list[key][i], all))
        for (const key of shown) expect(list[key].some(count => isFew(count, LEAST))).toBe(false)
        if (shown.size > 0) expect(rest.some(count => isFew(count, LEAST))).toBe(false)
      }),
    )
  })
})
