import { describe, expect, it } from 'vitest'
import { type BunchingBoundary, boundaryBunching } from '../src/index.ts'
import { school, tallyOf } from './works-of.ts'

const repeat = (total: number, times: number) => new Array<number>(times).fill(total)

/**
 * Boundaries 3, 5, 8 of 10. Works with 2/3, 4/5 and 7/8 points:
 * school 0: 1/4, 0/0, 2/2; school 1: 3/2, 4/0, 0/0; school 2 stands elsewhere.
 * Region: 4/6 (share .6), 4/0 (share 0), 2/2 (share .5).
 */
const tally = tallyOf({ schoolCount: 3, boundaries: [3, 5, 8] }, [
  ...school(0, [2, ...repeat(3, 4), 7, 7, 8, 8, 10]),
  ...school(1, [2, 2, 2, 3, 3, ...repeat(4, 4)]),
  ...school(2, [0, 1, 6, 9]),
])
const { region, findings } = boundaryBunching.compute(tally)
const boundariesOf = (index: number) =>
  findings[index].details.boundaries as (BunchingBoundary & { p: number | null; reference: number | null })[]

describe('boundary bunching', () => {
  it('finds the region’s own bunching against an even split', () => {
    expect(
      region.boundaries.map(({ mark, score, below, at, share }) => [mark, score, below, at, share]),
    ).toEqual([
      [3, 3, 4, 6, 0.6],
      [4, 5, 4, 0, 0],
      [5, 8, 2, 2, 0.5],
    ])
    // P(Bin(10, ½) ≥ 6) = 386/1024, P(≥ 0) = 1, P(Bin(4, ½) ≥ 2) = 11/16.
    expect(region.boundaries[0].pNeutral).toBeCloseTo(386 / 1024, 12)
    expect(region.boundaries[1].pNeutral).toBe(1)
    expect(region.boundaries[2].pNeutral).toBeCloseTo(11 / 16, 12)
  })

  it('combines the boundaries of a school into one exact tail', () => {
    expect(findings.map(({ school }) => school)).toEqual([0, 1])
    expect(findings[0]).toMatchObject({ n: 9, value: 6 / 9, marked: null })
    expect(findings[0].reference).toBeCloseTo((5 * 0.6 + 4 * 0.5) / 9, 12)
    // P(Bin(5, .6) + Bin(4, .5) ≥ 6), by the five cases of the second.
    const five = [0.01024, 0.0768, 0.2304, 0.3456, 0.2592, 0.07776]
    const four = [1, 4, 6, 4, 1].map(ways => ways / 16)
    let tail = 0
    for (const [a, pa] of five.entries())
      for (const [b, pb] of four.entries()) if (a + b >= 6) tail += pa * pb
    expect(findings[0].p).toBeCloseTo(tail, 12)
  })

  it('keeps both references per boundary, null where a boundary is empty', () => {
    const [first, second, third] = boundariesOf(0)
    // P(Bin(5, .6) ≥ 4) and P(Bin(5, ½) ≥ 4)
    expect(first.p).toBeCloseTo(0.33696, 12)
    expect(first.pNeutral).toBeCloseTo(6 / 32, 12)
    expect(first.reference).toBe(0.6)
    expect(second).toMatchObject({ below: 0, at: 0, share: null, p: null, pNeutral: null })
    expect(third.p).toBeCloseTo(11 / 16, 12)
  })

  it('does not flag a school for what the whole region does', () => {
    // 30 schools, each with 2 works below and 18 at the boundary: far from even, exactly like the region.
    const alike = Array.from({ length: 30 }, (_, i) => school(i, [...repeat(2, 2), ...repeat(3, 18)])).flat()
    const result = boundaryBunching.compute(tallyOf({ schoolCount: 30, boundaries: [3, 5, 8] }, alike))
    expect(result.region.boundaries[0].pNeutral).toBeLessThan(1e-60)
    expect(Math.min(...result.findings.map(({ p }) => p!))).toBeGreaterThan(0.5)
  })

  it('finds the school that differs from the region', () => {
    const even = Array.from({ length: 30 }, (_, i) => school(i, [...repeat(2, 10), ...repeat(3, 10)])).flat()
    const odd = school(30, [2, ...repeat(3, 19)])
    const result = boundaryBunching.compute(
      tallyOf({ schoolCount: 31, boundaries: [3, 5, 8] }, [...even, ...odd]),
    )
    expect(result.findings.filter(({ q }) => q! < 0.01).map(({ school }) => school)).toEqual([30])
  })

  it('counts the works of a mark of one score once', () => {
    // «3» is the score 5 alone: boundaries 5 and 6 meet on it. Kept: 4/5 and 7/8; the works with 6 stand nowhere.
    const narrow = boundaryBunching.compute(
      tallyOf({ schoolCount: 2, boundaries: [5, 6, 8] }, [
        ...school(0, [4, ...repeat(5, 6), ...repeat(6, 3), 7, 8]),
        ...school(1, [4, 4, 5, 6, 7, 8]),
      ]),
    )
    expect(narrow.region.boundaries.map(({ mark, below, at }) => [mark, below, at])).toEqual([
      [3, 3, 7],
      [5, 2, 2],
    ])
    expect(narrow.findings[0]).toMatchObject({ n: 9, value: 7 / 9 })
    expect(narrow.findings[0].notes).toContainEqual({ id: 'note.boundary-left-out', params: { mark: 4 } })
    // A third boundary that meets only the one left out stays.
    const two = boundaryBunching.compute(tallyOf({ boundaries: [5, 6, 7] }, school(0, [4, 5, 6, 7])))
    expect(two.region.boundaries.map(({ mark }) => mark)).toEqual([3, 5])
    expect(findings.flatMap(({ notes }) => notes.map(({ id }) => id))).not.toContain('note.boundary-left-out')
  })

  it('leaves out boundaries without a score on either side, and sets without a scale', () => {
    const cut = tallyOf({ boundaries: [0, 5, 11] }, school(0, [0, 4, 5]))
    expect(boundaryBunching.compute(cut).region.boundaries.map(({ score }) => score)).toEqual([5])
    expect(boundaryBunching.compute(tallyOf({}, school(0, [1, 2])))).toEqual({
      region: { schools: 0, boundaries: [] },
      findings: [],
    })
  })
})
