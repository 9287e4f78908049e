import { describe, expect, it } from 'vitest'
import { dictate, honestRegion, spreadOf, worksOfTotals } from '../../test/planted-region.ts'
import { TaskCode } from '../works.ts'
import { completedPoints } from './completed-points.ts'
import { journalChannel } from './journal.ts'
import { levelChannel } from './level.ts'
import { prepareWorks } from './prepare-works.ts'

const odd = (group: number) => group % 20 === 3

describe('level', () => {
  it('by hand: mean of the works above the region, schools as groups', () => {
    const { value, variance, n } = levelChannel(
      prepareWorks(
        worksOfTotals([
          [0, 2],
          [4, 6],
          [8, 10],
        ]),
      ),
    )
    expect([...value]).toEqual([-4, 0, 4].map(x => expect.closeTo(x, 6)))
    expect([...variance]).toEqual([1, 1, 1].map(x => expect.closeTo(x, 4)))
    expect([...n]).toEqual([2, 2, 2])
  })

  it('honest groups scatter as their variance and the fitted spread of groups say, small or large', () => {
    const works = honestRegion({ seed: 7, schools: 500, size: g => (g % 2 === 0 ? 9 : 60) })
    const level = levelChannel(prepareWorks(works))
    const fit = level.fit!
    const z = level.value.map(
      (v, g) => v / Math.sqrt(level.variance[g] + fit.groupVariance + fit.schoolVariance),
    )
    for (const part of [z.filter((_, g) => g % 2 === 0), z.filter((_, g) => g % 2 === 1)]) {
      const { mean, sd } = spreadOf(part)
      expect(Math.abs(mean)).toBeLessThan(0.12)
      expect(sd).toBeGreaterThan(0.85)
      expect(sd).toBeLessThan(1.1)
    }
  })

  it('sees dictated classes against their school, which must not hide them', () => {
    const works = honestRegion({ seed: 8, schools: 200, schoolSd: 0.6 })
    const z = (given: typeof works) => levelChannel(prepareWorks(given)).value
    const honest = spreadOf(z(works))
    const planted = z(dictate(works, 10, odd))
    for (let g = 3; g < 400; g += 20) expect(planted[g] - honest.mean).toBeGreaterThan(1.5 * honest.sd)
  })

  it('a known covariate explains; an unknown value costs nobody the answer', () => {
    const works = honestRegion({ seed: 9, schools: 150, schoolSd: 0 })
    const strong = (school: number) => school % 3 === 0
    const given = dictate(works, 5, g => strong(Math.floor(g / 2)))
    const prepared = prepareWorks(given)
    const kind = Array.from({ length: 150 }, (_, s) => (strong(s) ? 1 : s === 5 ? -1 : 0))
    const gap = (values: Float64Array) =>
      spreadOf(values.filter((_, g) => strong(Math.floor(g / 2)))).mean -
      spreadOf(values.filter((_, g) => !strong(Math.floor(g / 2)))).mean
    const without = levelChannel(prepared)
    const withKind = levelChannel(prepared, {
      covariates: [{ by: 'school', kind: 'category', values: kind }],
    })
    expect(gap(without.fit!.groupResidual)).toBeGreaterThan(1.5)
    expect(Math.abs(gap(withKind.value))).toBeLessThan(0.3)
    expect(withKind.value.every(Number.isFinite)).toBe(true)
    const earlier = Float64Array.from(kind, (k, s) => (s % 7 === 0 ? Number.NaN : k))
    const withNumber = levelChannel(prepared, {
      covariates: [{ by: 'school', kind: 'number', values: earlier }],
    })
    expect(withNumber.value.every(Number.isFinite)).toBe(true)
    expect(gap(withNumber.fit!.groupResidual)).toBeLessThan(1)
  })

  it('a class not taught a task is not lower for it', () => {
    const works = honestRegion({ seed: 10, schools: 100 })
    const untaught = works.scores.map((column, j) =>
      j < 4 ? column.map((x, i) => (works.group![i] % 4 === 0 ? TaskCode.notTaught : x)) : column,
    )
    const total = works.total.map((_, i) => untaught.reduce((sum, c) => sum + (c[i] > 100 ? 0 : c[i]), 0))
    const gap = (values: ArrayLike<number>) => {
      const of = (rest: number) =>
        spreadOf(Array.from(values).filter((_, g) => (g % 4 === 0 ? 0 : 1) === rest)).mean
      return of(0) - of(1)
    }
    const honest = gap(levelChannel(prepareWorks(works)).value)
    expect(
      gap(levelChannel(prepareWorks({ ...works, scores: untaught, total })).value) - honest,
    ).toBeGreaterThan(-0.35)
    const plain = completedPoints(prepareWorks(works))
    expect([...plain]).toEqual([...works.total])
  })

  it('nothing can be said: all equal, one school of one work, no works', () => {
    for (const groups of [
      [
        [5, 5],
        [5, 5],
      ],
      [[5]],
      [[], []],
    ]) {
      const level = levelChannel(prepareWorks(worksOfTotals(groups)))
      expect(level.value.every(Number.isNaN)).toBe(true)
    }
    const three = levelChannel(prepareWorks(worksOfTotals([[5, 7, 3], [6], [9, 9, 1, 2, 3]])))
    expect(three.value.every(Number.isFinite)).toBe(true)
  })
})

describe('journal', () => {
  it('by hand: marks compared among works of equal results', () => {
    // Two strata: totals 4 with marks 3, 3, 4, 4 and totals 9 with marks 5, 5. Residuals of 3 and 4: −½, ½; of 5: 0.
    const works = worksOfTotals(
      [
        [4, 4, 9],
        [4, 4, 9],
      ],
      { journal: Uint8Array.of(3, 3, 5, 4, 4, 5) },
    )
    const { value, variance, n } = journalChannel(prepareWorks(works))
    expect([...value]).toEqual([1 / 3, -1 / 3].map(x => expect.closeTo(x, 12)))
    expect([...variance]).toEqual([0.5 / 9, 0.5 / 9].map(x => expect.closeTo(x, 12)))
    expect([...n]).toEqual([3, 3])
    const turned = journalChannel(prepareWorks(works), { direction: 'journal-above' })
    expect([...turned.value]).toEqual([...value].map(v => -v))
  })

  it('only the order of marks matters, and works without a mark do not count', () => {
    const works = honestRegion({ seed: 11, schools: 60 })
    const value = journalChannel(prepareWorks(works)).value
    const moved = journalChannel(prepareWorks({ ...works, journal: works.journal.map(m => m - 1) })).value
    moved.forEach((v, g) => {
      expect(v).toBeCloseTo(value[g], 12)
    })
    const journal = works.journal.map((m, i) => (works.group![i] === 0 ? 0 : m))
    const without = journalChannel(prepareWorks({ ...works, journal }))
    expect(without.value[0]).toBeNaN()
    expect(without.n[0]).toBe(0)
    expect(
      journalChannel(prepareWorks({ ...works, journal: new Uint8Array(works.count) })).value.every(
        Number.isNaN,
      ),
    ).toBe(true)
  })

  it('honest classes without effects scatter as the variance says', () => {
    const works = honestRegion({ seed: 12, schools: 400, schoolSd: 0, classSd: 0, size: g => 8 + (g % 40) })
    const { value, variance } = journalChannel(prepareWorks(works))
    const { mean, sd } = spreadOf(value.map((v, g) => v / Math.sqrt(variance[g])))
    expect(Math.abs(mean)).toBeLessThan(0.1)
    expect(Math.abs(sd - 1)).toBeLessThan(0.08)
  })

  it('sees a test above the journal, and a generous journal in the other direction', () => {
    const works = honestRegion({ seed: 13, schools: 150 })
    const z = (w: typeof works) => journalChannel(prepareWorks(w))
    const honest = spreadOf(z(works).value)
    const planted = z(dictate(works, 10, odd)).value.filter((_, g) => odd(g))
    expect(spreadOf(planted).mean).toBeGreaterThan(honest.mean + 1.5 * honest.sd)
    const journal = works.journal.map((m, i) => (odd(works.group![i]) ? Math.min(5, m + 1) : m))
    const generous = z({ ...works, journal }).value.filter((_, g) => odd(g))
    expect(spreadOf(generous).mean).toBeLessThan(honest.mean - 1.5 * honest.sd)
  })
})
