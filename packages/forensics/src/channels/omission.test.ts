import { describe, expect, it } from 'vitest'
import { spreadOf } from '../../test/planted-region.ts'
import { MAXIMA, oddRegions, powerAtOnePercent, taughtRegion, worksOf } from '../../test/taught-region.ts'
import { normalUpperTail } from '../numeric/normal.ts'
import { omissionChannel } from './omission.ts'
import { prepareWorks } from './prepare-works.ts'

const planted = (g: number) => g % 20 === 3
const IN_SCHOOL = 3
/** Every second school enters zeros for blanks, but for one class in ten. */
const entersZeros = (g: number) => Math.floor(g / IN_SCHOOL) % 2 === 0 && g % 10 !== 7

describe('omission', () => {
  it('in honest groups is a standard normal number, eight works or four hundred', () => {
    const sizes = [8, 25, 80]
    const large = (g: number) => g % 15 === 14
    const region = taughtRegion({ seed: 41, groups: 900, size: g => (large(g) ? 400 : sizes[g % 3]) })
    const { value, filled, spread } = omissionChannel(region)
    expect(spread).toBeGreaterThan(0.15)
    expect(spread).toBeLessThan(0.45)
    for (const k of [0, 1, 2, 3])
      for (const column of [value, filled]) {
        const z = column.filter((_, g) => (k === 3 ? large(g) : g % 3 === k && !large(g)))
        const { mean, sd } = spreadOf(z)
        expect(Math.abs(mean)).toBeLessThan(0.25)
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

  describe('where half of the schools enter zeros for blanks', () => {
    const region = taughtRegion({
      seed: 44,
      groups: 900,
      groupsPerSchool: IN_SCHOOL,
      plant: ({ group, blank, points }) => {
        const filledIn = planted(group) && !entersZeros(group)
        for (const j of blank.keys()) {
          if (blank[j] && filledIn) points[j] = MAXIMA[j]
          if (filledIn || entersZeros(group)) blank[j] = false
        }
      },
    })
    const { value, writes, expected, observed, recorded } = omissionChannel(region)
    const groups = Array.from(value.keys())

    it('learns from the parallel classes who writes them down, and is silent of who does not', () => {
      expect(recorded).toBe(true)
      const among = (own: boolean) => spreadOf(groups.filter(g => entersZeros(g) === own).map(g => writes[g]))
      expect(among(true).mean).toBeLessThan(0.3)
      expect(among(false).mean).toBeGreaterThan(0.7)
      expect(groups.some(g => writes[g] < 0.25)).toBe(true)
      for (const g of groups) if (writes[g] < 0.25) expect(value[g]).toBeNaN()
      // What is expected is what is left where blanks are written, twice what there is in all classes.
      const writing = groups.filter(g => observed[g] > 0)
      const sum = (of: Float64Array) => writing.reduce((total, g) => total + of[g], 0)
      expect(sum(observed) / sum(expected)).toBeGreaterThan(0.9)
      expect(sum(observed) / sum(expected)).toBeLessThan(1.1)
    })

    it('an empty class is not odd by itself; one with points where others leave blanks is', () => {
      const honest = groups.filter(g => !planted(g) && !Number.isNaN(value[g]))
      const { mean, sd } = spreadOf(honest.map(g => value[g]))
      expect(Math.abs(mean)).toBeLessThan(0.2)
      expect(sd).toBeGreaterThan(0.8)
      expect(sd).toBeLessThan(1.2)
      expect(honest.filter(g => value[g] > 2.326).length / honest.length).toBeLessThan(0.02)
      const silent = (g: number) => entersZeros(g) || Number.isNaN(value[g])
      const speaking = value.map((x, g) => (silent(g) ? Number.NaN : x))
      expect(powerAtOnePercent(speaking, planted)).toBeGreaterThan(0.6)
    })
  })

  it('by hand: pupils of one ability, one blank in ten each', () => {
    // 60 groups of 10 pupils with one task: in each one blank, in the last none. No spread between groups: Poisson with
    // E = 0.9833 to 0.1 %.
    const rows = Array.from({ length: 600 }, (_, i) => [i % 10 === 0 && i < 590 ? 254 : (i >> 1) % 2])
    const group = rows.map((_, i) => Math.floor(i / 10))
    const prepared = prepareWorks(worksOf(rows, group, 1))
    const { value, expected, observed, filled, writes, spread } = omissionChannel({
      ...prepared,
      ability: new Float64Array(600),
    })
    expect(spread).toBe(0)
    const mean = 59 / 60
    expect(expected[59]).toBeCloseTo(mean, 9)
    expect([observed[59], writes[59]]).toEqual([0, 1])
    const chances = [Math.exp(-mean)]
    for (let x = 1; x < 20; x++) chances.push((chances[x - 1] * mean) / x)
    const each = Math.log((0.001 * mean) / (1 + 0.001 * mean))
    const ratio = chances.map((chance, x) => x * each - Math.log(chance))
    const p = chances.reduce(
      (sum, chance, x) => sum + chance * normalUpperTail(filled[59] + (ratio[0] - ratio[x]) / 5),
      0,
    )
    expect(normalUpperTail(value[59])).toBeCloseTo(p, 3)
    // None is less usual than z alone says, one blank more usual.
    expect(value[59]).toBeGreaterThan(filled[59])
  })

  it('is silent where blanks are not told from zeros or hardly written, and answers odd regions with finite numbers or none', () => {
    const region = { ...taughtRegion({ seed: 43, groups: 40 }), notAttempted: null }
    expect(omissionChannel(region).value.every(Number.isNaN)).toBe(true)
    const few = taughtRegion({
      seed: 45,
      groups: 60,
      plant: ({ group, blank }) => {
        if (group % 6 !== 0) blank.fill(false)
      },
    })
    expect(omissionChannel(few).recorded).toBe(false)
    expect(omissionChannel(few).value.every(Number.isNaN)).toBe(true)
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
