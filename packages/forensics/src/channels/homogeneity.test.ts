import { describe, expect, it } from 'vitest'
import { dictate, honestRegion, spreadOf, withTotals, worksOfTotals } from '../../test/planted-region.ts'
import { fuzzyClusters } from './fuzzy-clusters.ts'
import { homogeneityChannel } from './homogeneity.ts'
import { invalsiMembership } from './invalsi.ts'
import type { GroupedWorks } from './prepare-works.ts'
import { prepareWorks } from './prepare-works.ts'
import { tailChannel } from './tail.ts'

const odd = (group: number) => group % 20 === 3
const zOf = ({ value, variance }: { value: Float64Array; variance: Float64Array }) =>
  value.map((v, g) => v / Math.sqrt(variance[g]))

/** In the given classes the works are those of one pupil, but for a few tasks. */
function sameAnswers(works: GroupedWorks, chosen: (group: number) => boolean): GroupedWorks {
  const first = new Map<number, number>()
  works.group!.forEach((g, i) => {
    if (!first.has(g)) first.set(g, i)
  })
  const scores = works.scores.map((column, j) =>
    column.map((x, i) =>
      chosen(works.group![i]) && (i + j) % 4 !== 0 ? column[first.get(works.group![i])!] : x,
    ),
  )
  return withTotals({ ...works, scores })
}

describe('homogeneity', () => {
  it('features by hand', () => {
    const works = worksOfTotals([[3, 3, 0, 0, 3, 3]], {
      scores: [Uint8Array.of(2, 2, 0, 0, 2, 2), Uint8Array.of(1, 1, 0, 0, 1, 1)],
      taskMaxima: Uint8Array.of(2, 1),
      maxScore: 3,
    })
    const { features, n } = homogeneityChannel(prepareWorks(works))
    expect(n[0]).toBe(6)
    expect(features.mean[0]).toBeCloseTo(2 / 3, 12)
    expect(features.sd[0]).toBeCloseTo(Math.sqrt(12 / 5) / 3, 12)
    // 1 − (2/3)² − (1/3)² = 4/9, times 6/5, times 3/2 and 2, averaged.
    expect(features.gini[0]).toBeCloseTo(((4 / 9) * 1.2 * (1.5 + 2)) / 2, 12)
  })

  it('honest classes scatter about 0, whatever their level and size', () => {
    const works = honestRegion({ seed: 31, schools: 500, schoolSd: 0.6, size: g => 10 + (g % 50) })
    const prepared = prepareWorks(works)
    const homogeneity = homogeneityChannel(prepared)
    const z = zOf(homogeneity)
    const { mean } = homogeneity.features
    const middle = spreadOf(mean)
    for (const part of [
      z,
      z.filter((_, g) => mean[g] > middle.mean + middle.sd),
      z.filter((_, g) => g % 50 < 10),
    ]) {
      const { mean: m, sd } = spreadOf(part)
      expect(Math.abs(m)).toBeLessThan(0.25)
      expect(Math.abs(sd - 1)).toBeLessThan(0.15)
    }
  })

  it('sees classes whose works are alike', () => {
    const works = honestRegion({ seed: 32, schools: 200 })
    const z = zOf(homogeneityChannel(prepareWorks(sameAnswers(works, odd))))
    expect(spreadOf(z.filter((_, g) => odd(g))).mean).toBeGreaterThan(3)
    expect(Math.abs(spreadOf(z.filter((_, g) => !odd(g))).mean)).toBeLessThan(0.3)
  })

  it('the indicator finds the high and alike, never the high and spread', () => {
    const works = honestRegion({ seed: 33, schools: 200, classSd: 0.2 })
    const planted = dictate(sameAnswers(works, odd), 14, odd)
    const membership = invalsiMembership(homogeneityChannel(prepareWorks(planted)).features)
    expect(spreadOf(membership.filter((_, g) => odd(g))).mean).toBeGreaterThan(0.5)
    expect(spreadOf(membership.filter((_, g) => !odd(g))).mean).toBeLessThan(0.2)
    expect(membership.every(u => u >= 0 && u <= 1)).toBe(true)
  })

  it('small, equal, few: NaN where nothing can be said', () => {
    const alike = Array.from({ length: 20 }, () => [7, 7, 7, 7, 7, 7])
    for (const groups of [
      [[1, 2, 3, 4]],
      alike,
      [
        [1, 2, 3, 4, 5],
        [2, 3, 9, 9, 1],
        [4, 4, 4, 5, 5],
      ],
      [],
    ]) {
      const { value, variance, features } = homogeneityChannel(prepareWorks(worksOfTotals(groups)))
      const membership = invalsiMembership(features)
      value.forEach((v, g) => {
        expect(Number.isFinite(v) || Number.isNaN(v)).toBe(true)
        expect(Number.isNaN(v)).toBe(Number.isNaN(variance[g]))
      })
      expect(membership.every(Number.isNaN)).toBe(true)
    }
    const none = new Float64Array(3).fill(Number.NaN)
    expect(invalsiMembership({ mean: none, sd: none, gini: none, missing: null }).every(Number.isNaN)).toBe(
      true,
    )
  })
})

describe('fuzzy k-means', () => {
  it('two tight heaps: centres in their middles, memberships by distance', () => {
    const points = Float64Array.of(0, 0, 0, 0.1, 0.1, 0, 5, 5, 5, 5.1, 5.1, 5)
    const { centres, membership } = fuzzyClusters(points, 2, 2)
    const firsts = [centres[0], centres[2]].sort((a, b) => a - b)
    expect(firsts[0]).toBeCloseTo(0.033, 1)
    expect(firsts[1]).toBeCloseTo(5.033, 1)
    const u = membership([2.53, 2.53])
    expect(u[0]).toBeCloseTo(0.5, 1)
    expect(u[0] + u[1]).toBeCloseTo(1, 12)
  })
})

describe('tail', () => {
  it('counts the hole and the bump', () => {
    // 60 groups with 0 … 5 works at 18 and half as many at 24, and one with no middle and a full top.
    const region = Array.from({ length: 60 }, (_, g) =>
      Array.from({ length: 30 }, (_, k) => (k < g % 6 ? 18 : k > 29 - (g % 6) / 2 ? 24 : 3 + (k % 12))),
    )
    const full = Array.from({ length: 30 }, (_, k) => (k < 10 ? 24 : 3 + (k % 12)))
    const { cut, hole, bump, expectedBump, value } = tailChannel(
      prepareWorks(worksOfTotals([...region, full])),
    )
    expect(cut).toEqual({ middle: 12, top: 19, gap: 3 })
    expect([hole[60], bump[60], bump[5]]).toEqual([full.filter(t => t >= 12 && t < 16).length, 10, 3])
    expect(expectedBump[60]).toBeLessThan(3)
    expect(value[60]).toBeGreaterThan(3)
  })

  it('honest classes scatter about 0 by about 1', () => {
    const works = honestRegion({ seed: 41, schools: 400, size: g => 8 + (g % 60) })
    const { mean, sd } = spreadOf(tailChannel(prepareWorks(works)).value)
    expect(Math.abs(mean)).toBeLessThan(0.25)
    expect(Math.abs(sd - 1)).toBeLessThan(0.15)
  })

  it('sees works carried from the middle to the top, not a class that is strong', () => {
    const works = honestRegion({ seed: 42, schools: 150, size: () => 60 })
    const { cut } = tailChannel(prepareWorks(works))
    const carried = works.total.map((t, i) =>
      odd(works.group![i]) && t >= cut!.middle && t < cut!.top - cut!.gap ? cut!.top + 1 : t,
    )
    const z = tailChannel(prepareWorks({ ...works, total: carried })).value
    expect(spreadOf(z.filter((_, g) => odd(g))).mean).toBeGreaterThan(2.5)
    expect(Math.abs(spreadOf(z.filter((_, g) => !odd(g))).mean)).toBeLessThan(0.4)
  })

  it('few and odd groups give numbers or NaN', () => {
    for (const groups of [
      [[1]],
      [[5, 5], [5]],
      [[0, 30], [30, 30, 30], [1, 2], [7]],
      [[], [3, 4, 30], [5], [6]],
    ]) {
      const { value, variance } = tailChannel(prepareWorks(worksOfTotals(groups)))
      value.forEach((v, g) => {
        expect(Number.isFinite(v) || Number.isNaN(v)).toBe(true)
        expect(Number.isNaN(v)).toBe(Number.isNaN(variance[g]))
      })
    }
  })
})
