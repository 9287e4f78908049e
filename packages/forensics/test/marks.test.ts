import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg, journalGap, type SchoolFinding, type Tally } from '../src/index.ts'
import { correlationWithin } from '../src/own/correlation-within.ts'
import { stuartMaxwell } from '../src/own/stuart-maxwell.ts'
import { quadraticKappa } from '../src/own/weighted-kappa.ts'
import { school, tallyOf } from './works-of.ts'

/** Values of R 4.2 (irr, stats, p.adjust) outside the repository; the tests on them are skipped where it is absent. */
const REFERENCE = new URL('../../../../shared/reference/', import.meta.url)
const reference = (name: string) =>
  readFileSync(new URL(name, REFERENCE), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
const present = existsSync(REFERENCE)

const TABLE = [20, 10, 5, 3, 30, 15, 0, 5, 40]

describe('Stuart–Maxwell and kappa', () => {
  it('agree with numpy (pinv, chi2.sf) on a small table', () => {
    const test = stuartMaxwell(TABLE, 3)
    expect(test?.statistic).toBeCloseTo(13.76470588235294, 10)
    expect(test?.df).toBe(2)
    expect(test?.p).toBeCloseTo(0.0010257277265580751, 12)
    expect(quadraticKappa(TABLE, 3)).toBeCloseTo(0.6628900814947327, 12)
  })

  it('is McNemar’s test for two categories', () => {
    expect(stuartMaxwell([10, 9, 4, 20], 2)).toMatchObject({ statistic: 25 / 13, df: 1 })
  })

  it('drops a category that nobody left or entered from df', () => {
    // The same table with an empty category in the middle and one of agreement alone at the end.
    const wider = [20, 0, 10, 5, 0, 0, 0, 0, 0, 0, 3, 0, 30, 15, 0, 0, 0, 5, 40, 0, 0, 0, 0, 0, 7]
    expect(stuartMaxwell(wider, 5)?.statistic).toBeCloseTo(13.76470588235294, 10)
    expect(stuartMaxwell(wider, 5)?.df).toBe(2)
  })

  it('counts the rank of two unlinked pairs of categories', () => {
    const apart = [5, 4, 0, 0, 1, 5, 0, 0, 0, 0, 5, 6, 0, 0, 2, 5]
    expect(stuartMaxwell(apart, 4)).toMatchObject({ statistic: 9 / 5 + 16 / 8, df: 2 })
  })

  it('says nothing where nobody differs', () => {
    expect(stuartMaxwell([3, 0, 0, 4], 2)).toBeNull()
    expect(quadraticKappa([7, 0, 0, 0], 2)).toBeNull()
    expect(quadraticKappa([3, 0, 0, 4], 2)).toBe(1)
  })

  it.skipIf(!present)(
    'agree with irr on 100 000 synthetic marks (shared/reference, skipped where absent)',
    () => {
      const table = new Float64Array(16)
      for (const [journal, work, n] of reference('journal_mark.csv').map(row => row.map(Number)))
        table[(journal - 2) * 4 + work - 2] = n
      const known = new Map(reference('journal_stats.csv').map(([stat, value]) => [stat, Number(value)]))
      expect(stuartMaxwell(table, 4)?.statistic).toBeCloseTo(known.get('stuart_maxwell')!, 6)
      expect(quadraticKappa(table, 4)).toBeCloseTo(known.get('kappa_quadratic')!, 12)
    },
  )
})

describe('Benjamini–Hochberg', () => {
  it('adjusts by hand', () => {
    // Sorted .01 .02 .03 .5, × 4/rank = .04 .04 .04 .5
    expect(benjaminiHochberg([0.03, 0.5, null, 0.01, 0.02])).toEqual([
      expect.closeTo(0.04, 12),
      0.5,
      null,
      expect.closeTo(0.04, 12),
      expect.closeTo(0.04, 12),
    ])
    expect(benjaminiHochberg([])).toEqual([])
    expect(benjaminiHochberg([1, 1])).toEqual([1, 1])
  })

  it.skipIf(!present)('agrees with p.adjust on 10 000 p (shared/reference, skipped where absent)', () => {
    const rows = reference('fdr.csv').map(row => row.map(Number))
    const q = benjaminiHochberg(rows.map(([p]) => p))
    expect(Math.max(...rows.map(([, bh], i) => Math.abs(bh - q[i]!)))).toBeLessThan(1e-12)
  })
})

describe('journal gap', () => {
  const shape = { schoolCount: 2, maxScore: 10, boundaries: [3, 5, 8] as const }
  // Marks of the totals: 2 → 2, 3 and 4 → 3, 5 → 4, 8 and 10 → 5.
  const tally = tallyOf(shape, [
    ...school(0, [2, 3, 4, 5, 8, 10], [1, 3, 5, 5, 3, 0]),
    ...school(1, [3, 5], [4, 4]),
  ])
  const { region, findings } = journalGap.compute(tally)

  it('compares the mark of the scale with the journal, 1 with 2', () => {
    expect(region).toMatchObject({ n: 7, lowered: 3, confirmed: 3, raised: 1, far: 2 })
    expect(region.table).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 1],
      [0, 1, 1, 0],
      [0, 1, 1, 0],
    ])
    expect(findings[0].details).toMatchObject({ n: 5, lowered: 2, confirmed: 2, raised: 1, far: 2 })
  })

  it('holds the share lowered against the region’s', () => {
    const first = findings[0]
    expect(first).toMatchObject({ n: 5, value: 0.4, reference: 3 / 7, marked: null })
    // 1 − (4/7)⁵ − 5·(3/7)(4/7)⁴
    expect(first.p).toBeCloseTo(1 - (4 / 7) ** 5 - 5 * (3 / 7) * (4 / 7) ** 4, 12)
    expect(findings[1].p).toBeCloseTo(1 - (4 / 7) ** 2, 12)
    // The larger p stays, the smaller would be doubled but may not pass it.
    const larger = Math.max(first.p!, findings[1].p!)
    expect(findings.map(({ q }) => q)).toEqual([larger, larger])
  })

  it('takes the ordinary differences between schools into p and the interval', () => {
    // By hand: shares 2/10, 8/10, 5/10, π = ½: Q = 4·(10·.09 + 10·.09) = 7.2, Σ(n − 1)(1 − n/N) = 18, ρ = 5.2/18.
    const counts = [2, 8, 5]
    expect(correlationWithin(counts.map(count => ({ n: 10, count })))).toBeCloseTo(5.2 / 18, 12)
    const lowered = counts.flatMap((count, index) =>
      school(index, [...new Array(count).fill(3), ...new Array(10 - count).fill(5)], new Array(10).fill(4)),
    )
    const { region, findings } = journalGap.compute(tallyOf({ ...shape, schoolCount: 3 }, lowered))
    expect(region.correlation).toBeCloseTo(5.2 / 18, 12)
    // scipy betabinom.sf(7, 10, a, a), a = (18/5.2 − 1)/2; the binomial tail would be .0547.
    expect(findings[1].p).toBeCloseTo(0.2511949024025868, 10)
    // Wilson's lower end of .8 of 10/(1 + 9ρ) = 10/3.6 works (numpy); of ten independent ones it would be .490.
    expect(findings[1].lower).toBeCloseTo(0.27494277455157556, 10)
  })

  it('calls few honest schools odd though their journals differ', () => {
    // Shares of honest schools spread evenly from .2 to .6: far more than sampling of 40 works explains.
    const honest = (schools: number): Tally =>
      tallyOf(
        { ...shape, schoolCount: schools },
        Array.from({ length: schools }, (_, index) => {
          const count = Math.round(40 * (0.2 + (0.4 * index) / (schools - 1)))
          return school(
            index,
            [...new Array(count).fill(3), ...new Array(40 - count).fill(5)],
            new Array(40).fill(4),
          )
        }).flat(),
      )
    expect(journalGap.compute(honest(60)).findings.filter(({ q }) => q! < 0.05)).toEqual([])
  })

  it('has no correlation where there is nothing to estimate it from', () => {
    expect(correlationWithin([])).toBeNull()
    expect(correlationWithin([{ n: 5, count: 2 }])).toBeNull()
    expect(correlationWithin([1, 0].map(count => ({ n: 1, count })))).toBeNull()
    expect(correlationWithin([4, 5].map(n => ({ n, count: n })))).toBeNull()
    expect(correlationWithin([0, 9].map(count => ({ n: 9, count })))).toBe(1)
    expect(correlationWithin([3, 3, 3].map(count => ({ n: 6, count })))).toBe(0)
  })

  it('has no findings without a scale or without marks', () => {
    expect(journalGap.compute(tallyOf({}, school(0, [1, 2], [3, 4]))).findings).toEqual([])
    expect(journalGap.compute(tallyOf(shape, school(0, [1, 2]))).findings).toEqual([])
  })

  it('explains with the counts', () => {
    const params = journalGap.explain(findings[0] as SchoolFinding).params
    expect(params).toMatchObject({ n: 5, lowered: 2, far: 2, tiny: 'no' })
  })
})
