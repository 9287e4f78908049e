import { describe, expect, it } from 'vitest'
import { dictate, honestRegion, spreadOf, worksOfTotals } from '../../test/planted-region.ts'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { cohortDriftChannel, cohortMeans } from './cohort-drift.ts'
import { explainMeans, type GroupMeans } from './explained-means.ts'
import { externalChannel } from './external.ts'
import { prepareWorks } from './prepare-works.ts'
import { robustRegression } from './robust-regression.ts'
import { factorise, solveFactorised } from './small-matrix.ts'

const odd = (group: number) => group % 20 === 3

/** The same true level seen twice, in groups of 8 and of 80. */
function twice(groups: number, seed: number): { one: GroupMeans; two: GroupMeans; n: Int32Array } {
  const random = seededRandom(seed)
  const normal = () => normalNumbers(1, random)[0]
  const n = Int32Array.from({ length: groups }, (_, g) => (g % 2 === 0 ? 8 : 80))
  const level = Float64Array.from(n, () => 0.5 * normal())
  const seen = (sd: number, shift: number) =>
    level.map((u, g) => shift + sd * (u + normal() / Math.sqrt(n[g])))
  return {
    one: { mean: seen(4, 20), n, sdWithin: 4 },
    two: { mean: seen(9, 55), n, sdWithin: 9 },
    n,
  }
}

describe('means explained by means', () => {
  it('scales do not matter, the slope is free of noise, small groups with a bad day do not look risen', () => {
    const { one, two, n } = twice(2000, 1)
    const { value, variance, slope } = explainMeans(one, two)
    expect(Math.abs(slope - 1)).toBeLessThan(0.06)
    const earlier = spreadOf(two.mean)
    const lowAndSmall = value.filter((_, g) => n[g] === 8 && two.mean[g] < earlier.mean - earlier.sd)
    expect(Math.abs(spreadOf(lowAndSmall).mean)).toBeLessThan(0.08)
    for (const size of [8, 80]) {
      const { sd } = spreadOf(value.map((v, g) => v / Math.sqrt(variance[g])).filter((_, g) => n[g] === size))
      expect(Math.abs(sd - 1)).toBeLessThan(0.1)
    }
    const rescaled = explainMeans({ ...one, mean: one.mean.map(m => 3 * m - 7), sdWithin: 12 }, two)
    rescaled.value.forEach((v, g) => {
      expect(v).toBeCloseTo(value[g], 9)
    })
  })

  it('groups without one of the two, and too few groups, give NaN', () => {
    const { one, two } = twice(40, 2)
    const gaps = { ...two, mean: two.mean.map((m, g) => (g === 4 ? Number.NaN : m)) }
    const { value } = explainMeans(one, gaps)
    expect(value[4]).toBeNaN()
    expect(value.filter(Number.isFinite)).toHaveLength(39)
    const three = (m: GroupMeans) => ({ ...m, mean: m.mean.map((v, g) => (g < 3 ? v : Number.NaN)) })
    expect(explainMeans(three(one), two).value.every(Number.isNaN)).toBe(true)
  })
})

describe('cohort drift', () => {
  it('sees the class that rose, and the fall from the other end', () => {
    const earlier = honestRegion({ seed: 51, schools: 100, classSd: 0.5 })
    const means = cohortMeans(prepareWorks(earlier))
    const later = prepareWorks(dictate(earlier, 10, odd))
    const rise = cohortDriftChannel(later, means)
    expect(spreadOf(rise.value.filter((_, g) => odd(g))).mean).toBeGreaterThan(0.7)
    expect(Math.abs(spreadOf(rise.value.filter((_, g) => !odd(g))).mean)).toBeLessThan(0.1)
    const fall = cohortDriftChannel(prepareWorks(earlier), cohortMeans(later), { direction: 'fall' })
    expect(spreadOf(fall.value.filter((_, g) => odd(g))).mean).toBeGreaterThan(0.4)
    expect(rise.n[0]).toBe(22)
  })
})

describe('external confirmation', () => {
  it('gives the classes of a school its residual against the examination', () => {
    const works = honestRegion({
      seed: 61,
      schools: 80,
      schoolSd: 0.6,
      classSd: 0,
      size: g => 15 + (g % 5) * 6,
    })
    const school = cohortMeans(prepareWorks({ ...works, group: null }))
    const mean = school.mean.map((m, s) => (s === 7 ? Number.NaN : 40 + 2 * m))
    const examination = { mean, n: school.n, sdWithin: 2 * school.sdWithin }
    const planted = dictate(works, 10, g => Math.floor(g / 2) === 3)
    const { value, variance, n } = externalChannel(prepareWorks(planted), examination)
    expect(value[6]).toBe(value[7])
    expect(value[6] / Math.sqrt(variance[6])).toBeGreaterThan(4)
    expect(value[14]).toBeNaN()
    expect([n[6], n[14]]).toEqual([21 + 27, 0])
    const others = [...value].filter((v, g) => !Number.isNaN(v) && g !== 6 && g !== 7)
    expect(Math.max(...others)).toBeLessThan(value[6] / 2)
    const none = { mean: new Float64Array(2).fill(Number.NaN), n: new Int32Array(2), sdWithin: 1 }
    expect(externalChannel(prepareWorks(worksOfTotals([[1, 2], [3]])), none).value.every(Number.isNaN)).toBe(
      true,
    )
  })
})

describe('robust regression', () => {
  const ones = new Float64Array(30).fill(1)
  const x = Float64Array.from({ length: 30 }, (_, i) => i)
  const wobble = (i: number) => ((i * 7) % 5) - 2

  it('a fifth of odd rows does not bend the line; residuals of all are given', () => {
    const y = x.map((v, i) => 3 + 2 * v + 0.1 * wobble(i) + (i % 5 === 0 ? 100 : 0))
    const fit = robustRegression(y, [ones, x], ones)!
    expect(fit.coefficients[0]).toBeCloseTo(3, 0)
    expect(fit.coefficients[1]).toBeCloseTo(2, 1)
    expect(fit.residual[5]).toBeGreaterThan(98)
    expect(fit.scale).toBeLessThan(0.4)
  })

  it('collinear columns, exact fits, too few rows', () => {
    const y = x.map(v => 1 + v)
    const fit = robustRegression(y, [ones, x, x.map(v => 2 * v + 1)], ones)!
    expect(fit.residual.every(r => Math.abs(r) < 1e-9)).toBe(true)
    expect(
      robustRegression(
        y.subarray(0, 3),
        [ones, x].map(c => c.subarray(0, 3)),
        ones,
      ),
    ).toBeNull()
  })

  it('small systems by hand', () => {
    const matrix = Float64Array.of(4, 0, 2, 3)
    const b = Float64Array.of(8, 7)
    expect([...factorise(matrix, 2)]).toEqual([0, 0])
    solveFactorised(matrix, 2, b)
    // 4x + 2y = 8, 2x + 3y = 7.
    expect([...b]).toEqual([1.25, 1.5].map(v => expect.closeTo(v, 12)))
    expect([...factorise(Float64Array.of(1, 0, 2, 4), 2)]).toEqual([0, 1])
  })
})
