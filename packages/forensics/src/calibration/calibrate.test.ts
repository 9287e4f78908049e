import { describe, expect, it } from 'vitest'
import type { ChannelValues } from '../channels/contract.ts'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { calibrate } from './index.ts'

interface Simulated extends ChannelValues {
  readonly value: Float64Array
  readonly variance: Float64Array
  readonly odd: Uint8Array
}

/** Groups of 8 … 400 works whose mean has a common part per group: variance 1.3/n + 0.16, centre 0.3. */
function means(groups: number, seed: number, oddShare = 0, shift = 0): Simulated {
  const random = seededRandom(seed)
  const n = Int32Array.from({ length: groups }, () => Math.round(8 * 50 ** random()))
  const [own, common] = [normalNumbers(groups, random), normalNumbers(groups, random)]
  const variance = Float64Array.from(n, size => 1 / size)
  const odd = Uint8Array.from(n, () => (random() < oddShare ? 1 : 0))
  const value = Float64Array.from(n, (_, g) => {
    const sd = Math.sqrt(1.3 * variance[g] + 0.16)
    return 0.3 + Math.sqrt(1.3 * variance[g]) * own[g] + 0.4 * common[g] + odd[g] * shift * sd
  })
  return { channel: 'level', value, variance, n, odd }
}

/** Share of honest groups of these sizes with p below a level, over several seeds. */
function rate(
  draw: (seed: number) => Simulated,
  level: number,
  [least, most] = [1, 1000],
  seeds = [1, 2, 3, 4],
): number {
  let [below, count] = [0, 0]
  for (const seed of seeds) {
    const values = draw(seed)
    const { p } = calibrate(values)
    for (let g = 0; g < p.length; g++) {
      if (values.odd[g] || values.n[g] < least || values.n[g] > most) continue
      count++
      if (p[g] < level) below++
    }
  }
  return below / count
}

function expectBetween(value: number, low: number, high: number) {
  expect(value).toBeGreaterThanOrEqual(low)
  expect(value).toBeLessThanOrEqual(high)
}

describe('honest noise', () => {
  it.each([
    [8, 20],
    [21, 80],
    [81, 400],
  ])('p is uniform for groups of %i to %i works with class effects', (least, most) => {
    const draw = (seed: number) => means(3000, seed)
    expectBetween(rate(draw, 0.5, [least, most]), 0.46, 0.54)
    expectBetween(rate(draw, 0.05, [least, most]), 0.038, 0.065)
    expectBetween(rate(draw, 0.01, [least, most]), 0.005, 0.018)
    expectBetween(rate(draw, 0.001, [least, most]), 0, 0.004)
  })

  it('without an allowance for class effects large groups would nearly all be odd', () => {
    const values = means(3000, 1)
    const bare = Array.from(values.value, (x, g) => (x - 0.3) / Math.sqrt(values.variance[g]))
    const large = bare.filter((_, g) => values.n[g] > 200)
    expect(large.filter(z => Math.abs(z) > 3).length / large.length).toBeGreaterThan(0.5)
    const { noise } = calibrate(values)
    expect(noise.source).toBe('bulk')
    expect(noise.strata.at(-1)!.inflation).toBeGreaterThan(10 * noise.strata[0].inflation)
    expect(noise.strata[2].centre).toBeCloseTo(0.3, 1)
  })

  it('stands a fifth of odd groups on the right, and still finds them', () => {
    const draw = (seed: number) => means(3000, seed, 0.2, 4)
    expectBetween(rate(draw, 0.01), 0.001, 0.015)
    expectBetween(rate(draw, 0.05), 0.01, 0.06)
    const values = draw(1)
    const { z, noise } = calibrate(values)
    const found = z.filter((x, g) => values.odd[g] === 1 && x > 2.33).length
    expect(found / values.odd.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.75)
    expectBetween(noise.pi0!, 0.75, 0.9)
  })

  it('is hardly widened by a fifth of groups three standard deviations out', () => {
    for (const seed of [1, 2, 3]) {
      const random = seededRandom(seed)
      const value = normalNumbers(3000, random).map(x => (random() < 0.2 ? x + 3 : x))
      const variance = new Float64Array(3000).fill(1)
      const { noise } = calibrate({ channel: 'level', value, variance, n: new Int32Array(3000).fill(20) })
      expectBetween(noise.strata[0].inflation, 0.9, 1.6)
      expectBetween(noise.pi0!, 0.77, 0.9)
    }
  })

  it('allows for skewness: sums of squares with a class effect', () => {
    const draw = (seed: number): Simulated => {
      const random = seededRandom(seed)
      const n = Int32Array.from({ length: 3000 }, () => Math.round(8 * 50 ** random()))
      const value = Float64Array.from(n, size => {
        const squares = normalNumbers(10, random).reduce((sum, x) => sum + x * x, 0)
        return (squares / 10) * (1 + 0.06 * (size - 1))
      })
      const variance = new Float64Array(3000).fill(0.2)
      return { channel: 'task-profile', value, variance, n, odd: new Uint8Array(3000) }
    }
    for (const sizes of [
      [8, 20],
      [21, 80],
      [81, 400],
    ] as [number, number][])
      expectBetween(rate(draw, 0.01, sizes), 0.003, 0.02)
  })

  it.each([
    [8, 20],
    [21, 80],
    [81, 400],
  ])(
    'a rare large effect of honest classes is no surprise to a channel of tasks, %i to %i works',
    (least, most) => {
      const draw = (channel: 'leniency' | 'level') => (seed: number) => {
        const values = means(4000, seed)
        const value = values.value.map((x, g) => {
          const sd = Math.sqrt(1.3 * values.variance[g] + 0.16)
          const u = (x - 0.3) / sd
          return 0.3 + sd * (u > 0 ? u * Math.exp(0.015 * u * u) : u)
        })
        return { ...values, value, channel }
      }
      expectBetween(rate(draw('leniency'), 0.001, [least, most]), 0, 0.0022)
      expectBetween(rate(draw('leniency'), 0.01, [least, most]), 0.004, 0.016)
      expect(rate(draw('level'), 0.001, [least, most])).toBeGreaterThan(
        rate(draw('leniency'), 0.001, [least, most]),
      )
    },
  )

  it('sixty groups are calibrated within a factor of three at 1 %', () => {
    const seeds = Array.from({ length: 60 }, (_, i) => i)
    expectBetween(
      rate(seed => means(60, seed), 0.01, [1, 1000], seeds),
      0.003,
      0.03,
    )
  })

  it('takes controlled groups for the reference, and says when the bulk is odd against them', () => {
    const values = means(600, 5)
    const controlled = Uint8Array.from(values.n, (_, g) => (g % 12 === 0 ? 1 : 0))
    for (let g = 0; g < 600; g++) {
      const sd = Math.sqrt(1.3 * values.variance[g] + 0.16)
      if (controlled[g] === 0) values.value[g] += 2.5 * sd
    }
    expect(calibrate(values).noise.reason).toBeNull()
    const { z, noise } = calibrate(values, { controlled })
    expect(noise).toMatchObject({ source: 'controlled', reason: 'reference-lost', controlled: 50 })
    expectBetween(noise.shift!.value / noise.shift!.error, 5, 100)
    const others = z.filter((_, g) => controlled[g] === 0)
    expect(others.filter(x => x > 1).length / others.length).toBeGreaterThan(0.75)
    const own = z.filter((_, g) => controlled[g] === 1)
    expect(Math.abs(own.reduce((a, b) => a + b, 0) / own.length)).toBeLessThan(0.3)
  })

  it('does not cry loss where controlled groups are like the others', () => {
    const values = means(600, 6)
    const controlled = Uint8Array.from(values.n, (_, g) => (g % 12 === 0 ? 1 : 0))
    const { noise } = calibrate(values, { controlled })
    expect(noise).toMatchObject({ source: 'controlled', reason: null })
  })

  it('holds a group against its region, not against what all do a little more than the controlled', () => {
    const values = means(600, 9)
    const controlled = Uint8Array.from(values.n, (_, g) => (g % 12 === 0 ? 1 : 0))
    for (let g = 0; g < 600; g++)
      if (controlled[g] === 0) values.value[g] += Math.sqrt(1.3 * values.variance[g] + 0.16)
    const { z, noise } = calibrate(values, { controlled })
    expect(noise.reason).toBe('reference-lost')
    const others = z.filter((_, g) => controlled[g] === 0)
    expect(others.filter(x => x > 2.326).length / others.length).toBeLessThan(0.025)
  })

  it('does not take thirty controlled classes of ten schools for thirty witnesses, nor a narrow few for the width', () => {
    const values = means(600, 10)
    const controlled = Uint8Array.from(values.n, (_, g) => (g < 30 ? 1 : 0))
    const schoolOfGroup = Int32Array.from(values.n, (_, g) => Math.floor(g / 3))
    const common = normalNumbers(200, seededRandom(11))
    for (let g = 0; g < 600; g++) values.value[g] += 0.6 * common[schoolOfGroup[g]]
    const alone = calibrate(values, { controlled }).noise.shift!.error
    const together = calibrate(values, { controlled, schoolOfGroup })
    expect(together.noise.shift!.error).toBeGreaterThan(1.15 * alone)
    for (let g = 0; g < 30; g++) values.value[g] = 0.3 + (values.value[g] - 0.3) / 3
    const { z } = calibrate(values, { controlled, schoolOfGroup })
    expect(z.filter(x => x > 2.326).length).toBeLessThan(14)
  })

  it('three schools: says that only the model speaks', () => {
    const values = means(3, 1)
    const { z, noise } = calibrate(values)
    expect(noise).toMatchObject({ source: 'model', reason: 'few-groups', groups: 3 })
    expect(z[1]).toBeCloseTo(values.value[1] / Math.sqrt(values.variance[1]), 12)
    expect(calibrate(means(0, 1)).noise.source).toBe('model')
  })

  it('is silent where the channel is, and never infinite', () => {
    const values = means(100, 2)
    values.value[3] = Number.NaN
    values.variance[4] = 0
    values.value[5] = 1e300
    const { z, p } = calibrate(values)
    expect([z[3], p[3], z[4]]).toEqual([Number.NaN, Number.NaN, Number.NaN])
    for (const [g, value] of z.entries())
      if (g !== 3 && g !== 4) expect(Math.abs(value)).toBeLessThanOrEqual(37)
    expect(p[5]).toBeGreaterThan(0)
  })

  it('finds nothing odd in equal values, and is wide where most are equal', () => {
    const flat = { ...means(100, 3), value: new Float64Array(100).fill(2) }
    expect(calibrate(flat)).toMatchObject({ noise: { reason: 'no-variation' } })
    expect(calibrate(flat).z.every(z => z === 0)).toBe(true)
    const variance = new Float64Array(100).fill(1)
    const value = Float64Array.from(variance, (_, g) => (g < 10 ? g : 0))
    const { z, noise } = calibrate({ ...flat, value, variance })
    expect(noise.reason).toBe('many-equal')
    expect(z[9]).toBeGreaterThan(2)
    expect(z[50]).toBe(0)
  })

  it('does not depend on how groups are numbered, nor on the unit of the value', () => {
    const values = means(500, 7, 0.1, 3)
    const turned: ChannelValues = {
      channel: 'level',
      value: values.value
        .slice()
        .reverse()
        .map(x => 10 * x),
      variance: values.variance
        .slice()
        .reverse()
        .map(v => 100 * v),
      n: values.n.slice().reverse(),
    }
    const [a, b] = [calibrate(values).z, calibrate(turned).z.reverse()]
    for (let g = 0; g < 500; g++) expect(b[g]).toBeCloseTo(a[g], 4)
  })
})
