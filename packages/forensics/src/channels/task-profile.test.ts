import { describe, expect, it } from 'vitest'
import { spreadOf } from '../../test/planted-region.ts'
import { MAXIMA, oddRegions, powerAtOnePercent, taughtRegion } from '../../test/taught-region.ts'
import { taskProfileChannel } from './task-profile.ts'

const planted = (g: number) => g % 20 === 3

describe('task profile', () => {
  it('in honest groups is what its variance says, with the tail of a normal number', () => {
    const profile = taskProfileChannel(taughtRegion({ seed: 11, groups: 1500 }))
    const z = profile.value.map((x, g) => x / Math.sqrt(profile.variance[g]))
    const { mean, sd } = spreadOf(z)
    expect(Math.abs(mean)).toBeLessThan(0.2)
    expect(sd).toBeGreaterThan(0.85)
    expect(sd).toBeLessThan(1.12)
    expect(z.filter(x => x > 2.326).length / 1500).toBeLessThan(0.02)
    expect(spreadOf(profile.inversion).sd).toBeCloseTo(1, 0)
  })

  it('finds answers given for half of the tasks, not a class that is better everywhere', () => {
    const given = taughtRegion({
      seed: 12,
      groups: 600,
      taught: 0.3,
      plant: ({ group, points, random }) => {
        if (!planted(group)) return
        for (const [j, maximum] of MAXIMA.entries()) {
          if ((j + (group % 7)) % 2 === 0 && random() < 0.9) points[j] = maximum
        }
      },
    })
    const profile = taskProfileChannel(given)
    expect(powerAtOnePercent(profile.value, planted)).toBeGreaterThan(0.6)
    const better = taughtRegion({
      seed: 12,
      groups: 600,
      taught: 0.3,
      plant: ({ group, points, random }) => {
        if (!planted(group)) return
        for (const [j, maximum] of MAXIMA.entries()) if (random() < 0.3) points[j] = maximum
      },
    })
    expect(powerAtOnePercent(taskProfileChannel(better).value, planted)).toBeLessThan(0.2)
  })

  it('tells the direction: hard tasks better is positive', () => {
    const region = taughtRegion({
      seed: 13,
      groups: 300,
      plant: ({ group, points }) => {
        if (group === 7) for (let j = 12; j < 16; j++) points[j] = MAXIMA[j]
        if (group === 8) for (let j = 0; j < 4; j++) points[j] = 0
        if (group === 9) for (let j = 12; j < 16; j++) points[j] = 0
      },
    })
    const { inversion, difficulty } = taskProfileChannel(region)
    expect(difficulty[15]).toBeGreaterThan(difficulty[0])
    expect(inversion[7]).toBeGreaterThan(2)
    expect(inversion[8]).toBeGreaterThan(2)
    expect(inversion[9]).toBeLessThan(-1)
  })

  it('does not depend on the order of tasks', () => {
    const region = taughtRegion({ seed: 14, groups: 60 })
    const { maxima, scores, count } = region.responses
    const turned = { count, maxima: maxima.toReversed(), scores: scores.toReversed() }
    const there = taskProfileChannel(region).value
    const back = taskProfileChannel({ ...region, responses: turned }).value
    for (const [g, x] of there.entries()) expect(back[g]).toBeCloseTo(x, 6)
  })

  it('has no answer for fewer than five works, and only finite ones otherwise', () => {
    const region = taughtRegion({ seed: 15, groups: 100, size: g => 1 + (g % 8) })
    const { value, variance, n } = taskProfileChannel(region)
    for (let g = 0; g < 100; g++) {
      expect(Number.isNaN(value[g])).toBe(n[g] < 5)
      expect(Number.isNaN(variance[g])).toBe(n[g] < 5)
    }
    for (const [name, odd] of oddRegions()) {
      const { value } = taskProfileChannel(odd)
      for (const x of value) expect(Number.isNaN(x) || Number.isFinite(x), name).toBe(true)
    }
  })
})
