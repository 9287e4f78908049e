import { describe, expect, it } from 'vitest'
import { honestRegion, liftToBoundaries, spreadOf, worksOfTotals } from '../../test/planted-region.ts'
import { boundaryChannel } from './boundary.ts'
import { levelChannel } from './level.ts'
import { prepareWorks } from './prepare-works.ts'

const odd = (group: number) => group % 20 === 3
const zOf = ({ value, variance }: { value: Float64Array; variance: Float64Array }) =>
  value.map((v, g) => v / Math.sqrt(variance[g]))

describe('boundary', () => {
  it('by hand: a region even over the window, one group that sits on the boundary', () => {
    const even = [6, 7, 8, 9, 10, 11, 12]
    const groups = [...Array.from({ length: 400 }, () => even), [9, 9, 9, 9, 9, 9, 10]]
    const { value, variance, n, windows } = boundaryChannel(prepareWorks(worksOfTotals(groups)))
    const [window] = windows
    expect([window.mark, window.score, window.from, window.to]).toEqual([3, 9, 6, 12])
    expect(window.expectedBelow[0]).toBeCloseTo(3, 1)
    expect(window.expectedAt[0]).toBeCloseTo(1, 1)
    expect([window.below[400], window.at[400], n[400]]).toEqual([0, 6, 7])
    // log ½ in the hole, log(1 + ½·3) at the boundary, shares 3/7 and 1/7.
    const [hole, bump] = [Math.log(0.5), Math.log(2.5)]
    const mean = (3 * hole + bump) / 7
    expect(value[400]).toBeCloseTo((6 * bump) / 7 - mean, 1)
    expect(variance[400]).toBeCloseTo(((3 * hole ** 2 + bump ** 2) / 7 - mean ** 2) / 7, 2)
  })

  it('honest groups, weak and strong, small and large, scatter about 0 as the variance says', () => {
    const works = honestRegion({ seed: 21, schools: 500, schoolSd: 0.6, size: g => (g % 2 === 0 ? 9 : 60) })
    const prepared = prepareWorks(works)
    const z = zOf(boundaryChannel(prepared))
    const level = levelChannel(prepared, { journal: false }).fit!.groupResidual
    const parts: ((g: number) => boolean)[] = [
      g => g % 2 === 0,
      g => g % 2 === 1,
      g => level[g] > 3,
      g => level[g] < -3,
      g => Math.abs(level[g]) <= 3,
    ]
    for (const part of parts) {
      const { mean, sd } = spreadOf(z.filter((_, g) => part(g)))
      expect(Math.abs(mean)).toBeLessThan(0.2)
      expect(Math.abs(sd - 1)).toBeLessThan(0.12)
    }
  })

  it('sees lifted classes and little of anything else', () => {
    const works = honestRegion({ seed: 22, schools: 300 })
    const z = zOf(boundaryChannel(prepareWorks(liftToBoundaries(works, odd))))
    expect(spreadOf(z.filter((_, g) => odd(g))).mean).toBeGreaterThan(3)
    expect(Math.abs(spreadOf(z.filter((_, g) => !odd(g))).mean)).toBeLessThan(0.4)
    // A shift of everybody by two points, boundaries or not, is no bunching.
    const shifted = works.total.map((t, i) => (odd(works.group![i]) ? Math.min(28, t + 2) : t))
    const level = zOf(boundaryChannel(prepareWorks({ ...works, total: shifted })))
    expect(Math.abs(spreadOf(level.filter((_, g) => odd(g))).mean)).toBeLessThan(0.6)
  })

  it('groups may come in any order', () => {
    const works = honestRegion({ seed: 23, schools: 20 })
    const back = { ...works, group: works.group!.map(g => 39 - g) }
    const one = boundaryChannel(prepareWorks(works)).value
    const other = boundaryChannel(prepareWorks(back)).value
    one.forEach((v, g) => {
      expect(other[39 - g]).toBeCloseTo(v, 9)
    })
  })

  it('windows of close boundaries do not overlap; a scale cut off or absent is passed over', () => {
    const windowsFor = (boundaries: [number, number, number] | null) =>
      boundaryChannel(
        prepareWorks(
          worksOfTotals(
            [
              [5, 6],
              [7, 8],
            ],
            { boundaries },
          ),
        ),
      ).windows.map(w => [w.from, w.to])
    expect(windowsFor([9, 16, 23])).toEqual([
      [6, 12],
      [13, 19],
      [20, 26],
    ])
    expect(windowsFor([9, 11, 30])).toEqual([
      [6, 9],
      [10, 14],
      [27, 30],
    ])
    expect(windowsFor([0, 5, 31])).toEqual([[2, 8]])
    expect(windowsFor([5, 6, 7])).toEqual([[2, 5]])
    expect(windowsFor(null)).toEqual([])
  })

  it('nobody near a boundary: nothing to say', () => {
    const far = boundaryChannel(prepareWorks(worksOfTotals([[1, 2], [0]], { boundaries: [9, 16, 23] })))
    expect(far.value.every(Number.isNaN)).toBe(true)
    for (const groups of [[[9, 9, 9], [9]], [[8]], [[8, 9], [], [9, 10]]]) {
      const { value, variance } = boundaryChannel(prepareWorks(worksOfTotals(groups)))
      value.forEach((v, g) => {
        expect(Number.isNaN(v) || Number.isFinite(v)).toBe(true)
        expect(Number.isNaN(v)).toBe(Number.isNaN(variance[g]))
      })
    }
  })
})
