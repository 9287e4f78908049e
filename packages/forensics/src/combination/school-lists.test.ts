import { describe, expect, it } from 'vitest'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { normalUpperTail } from '../numeric/normal.ts'
import { oddestP, oddestSetP, wholeSchoolP } from './school-lists.ts'
import { correlationWithin, type SchoolUnits, unitsBySchool } from './units.ts'

/** Schools of 1 … 4 classes in six sets; classes of one set share part of what they show. */
function region(schools: number, seed: number, shift: (school: number, set: number) => number): SchoolUnits {
  const random = seededRandom(seed)
  const one = () => normalNumbers(1, random)[0]
  const rows = Array.from({ length: schools }, (_, school) =>
    Array.from({ length: 6 }, (_, set) => {
      const common = one()
      return Array.from({ length: 1 + (school % 4) }, () => ({
        school,
        set,
        z: Math.SQRT1_2 * (common + one()) + shift(school, set),
      }))
    }).flat(),
  ).flat()
  return {
    schoolCount: schools,
    school: Int32Array.from(rows, row => row.school),
    set: Int32Array.from(rows, row => row.set),
    z: Float64Array.from(rows, row => row.z),
  }
}

function listsOf(units: SchoolUnits) {
  const order = unitsBySchool(units)
  const correlation = correlationWithin(units, order)
  return { set: oddestSetP(units, order, correlation), whole: wholeSchoolP(units, order, correlation) }
}

const share = (p: Float64Array, of: (school: number) => boolean, level: number) => {
  const known = Array.from(p.keys()).filter(s => of(s) && !Number.isNaN(p[s]))
  return known.filter(s => p[s] <= level).length / known.length
}

describe('lists of schools', () => {
  it('by hand: the oddest of one, of three, of none', () => {
    const p = oddestP(3, [0, 1, 1, 1, 1], [2, 1, 3, -1, Number.NaN])
    expect(p[0]).toBeCloseTo(normalUpperTail(2), 12)
    expect(p[1]).toBeCloseTo(1 - (1 - normalUpperTail(3)) ** 3, 12)
    expect(p[2]).toBeNaN()
  })

  it('sets and schools of related classes are within the level, few classes or many', () => {
    const rates: number[][] = []
    for (const seed of [1, 2, 3]) {
      const { set, whole } = listsOf(region(1200, seed, () => 0))
      for (const classes of [1, 3])
        rates.push([share(set, s => s % 4 === classes, 0.05), share(whole, s => s % 4 === classes, 0.05)])
    }
    const means = [0, 1].map(k => rates.reduce((sum, rate) => sum + rate[k], 0) / rates.length)
    for (const mean of means) {
      expect(mean).toBeGreaterThan(0.02)
      expect(mean).toBeLessThan(0.065)
    }
    for (const pair of rates) for (const rate of pair) expect(rate).toBeLessThan(0.09)
  })

  it('a set raised as one is seen by sets, a school raised a little everywhere by its whole', () => {
    const raised = (school: number) => school % 20 === 3
    const set = listsOf(region(1200, 4, (school, k) => (raised(school) && k === 2 ? 3 : 0)))
    const whole = listsOf(region(1200, 5, school => (raised(school) ? 1.2 : 0)))
    expect(share(set.set, raised, 0.01)).toBeGreaterThan(0.5)
    expect(share(set.whole, raised, 0.01)).toBeLessThan(0.3)
    expect(share(whole.whole, raised, 0.01)).toBeGreaterThan(0.5)
    expect(share(whole.whole, raised, 0.01)).toBeGreaterThan(share(whole.set, raised, 0.01))
  })

  it('three schools are measured by what is believed of correlation', () => {
    const { set, whole } = listsOf(region(4, 6, school => (school === 3 ? 2 : 0)))
    expect(set[0]).toBeNaN()
    expect(whole[3]).toBeLessThan(0.01)
    expect(whole[3]).toBeGreaterThan(1e-9)
  })
})
