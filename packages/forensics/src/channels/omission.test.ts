import { describe, expect, it } from 'vitest'
import { spreadOf } from '../../test/planted-region.ts'
import { oddRegions, powerAtOnePercent, taughtRegion, worksOf } from '../../test/taught-region.ts'
import { omissionChannel } from './omission.ts'
import { prepareWorks } from './prepare-works.ts'

const planted = (g: number) => g % 20 === 3

describe('omission', () => {
  it('in honest groups is a standard normal number, small groups or large', () => {
    const sizes = [8, 25, 80]
    const region = taughtRegion({ seed: 41, groups: 1200, size: g => sizes[g % 3] })
    const { value, spread } = omissionChannel(region)
    expect(spread).toBeGreaterThan(0.15)
    expect(spread).toBeLessThan(0.45)
    for (const k of [0, 1, 2]) {
      const z = value.filter((_, g) => g % 3 === k)
      const { mean, sd } = spreadOf(z)
      expect(Math.abs(mean)).toBeLessThan(0.2)
      expect(sd).toBeGreaterThan(0.8)
      expect(sd).toBeLessThan(1.25)
      expect(z.filter(x => x > 2.326).length / z.length).toBeLessThan(0.025)
    }
  })

  it('finds groups whose blanks were filled in, and grows with every blank that is gone', () => {
    const region = taughtRegion({
      seed: 42,
      groups: 800,
      plant: ({ group, blank, random }) => {
        if (planted(group)) for (const j of blank.keys()) if (random() < 0.8) blank[j] = false
      },
    })
    const { value, observed, expected } = omissionChannel(region)
    expect(powerAtOnePercent(value, planted)).toBeGreaterThan(0.8)
    expect(observed[3]).toBeLessThan(expected[3] / 2)
    const notAttempted = region.notAttempted!.map(column => column.slice())
    const before = value[5]
    const first = notAttempted.find(column => column.indexOf(1, region.groupStart[5]) < region.groupStart[6])!
    first[first.indexOf(1, region.groupStart[5])] = 0
    expect(omissionChannel({ ...region, notAttempted }).value[5]).toBeGreaterThan(before)
  })

  it('by hand: pupils of one ability, one blank in ten each', () => {
    // 60 groups of 10 pupils with one task: in each one blank, in the last none. No spread between groups: E = 0.9833,
    // Poisson to 0.1 %: P(X = 0) = e^−E, its half by continuation Q(1/2, E) = erfc(√E) = 0.1608, z = 0.991.
    const rows = Array.from({ length: 600 }, (_, i) => [i % 10 === 0 && i < 590 ? 254 : (i >> 1) % 2])
    const group = rows.map((_, i) => Math.floor(i / 10))
    const prepared = prepareWorks(worksOf(rows, group, 1))
    const { value, expected, observed, spread } = omissionChannel({
      ...prepared,
      ability: new Float64Array(600),
    })
    expect(spread).toBe(0)
    expect(expected[59]).toBeCloseTo(59 / 60, 9)
    expect(observed[59]).toBe(0)
    expect(value[59]).toBeCloseTo(0.991, 2)
  })

  it('is silent where blanks are not told from zeros, and answers odd regions with finite numbers or none', () => {
    const region = { ...taughtRegion({ seed: 43, groups: 40 }), notAttempted: null }
    expect(omissionChannel(region).value.every(Number.isNaN)).toBe(true)
    for (const [name, odd] of oddRegions()) {
      for (const notAttempted of [
        null,
        odd.responses.scores.map(column => column.map(x => (x === 0 ? 1 : 0))),
      ]) {
        const { value, variance } = omissionChannel({ ...odd, notAttempted })
        for (const x of [...value, ...variance])
          expect(Number.isNaN(x) || Number.isFinite(x), name).toBe(true)
      }
    }
  })
})
