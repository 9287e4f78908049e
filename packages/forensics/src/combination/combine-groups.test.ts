import { describe, expect, it } from 'vitest'
import { calibrationsOf, powerAtOnePercent, simulateChannels } from '../../test/simulate-channels.ts'
import { combineGroups, flagsForBudget } from './index.ts'

describe('combineGroups', () => {
  it('keeps the budget on honest groups with correlated channels', () => {
    let [flagged, groups] = [0, 0]
    for (const seed of [11, 12, 13]) {
      const combined = combineGroups(calibrationsOf(simulateChannels(3000, seed, 0).z))
      const flags = flagsForBudget(combined, 1)
      flagged += flags.flagged.length
      groups += 3000
      expect(combined.q.filter(q => q <= 0.05).length).toBeLessThanOrEqual(3)
      expect(flags.perHundred!.lower).toBeLessThan(1)
      expect(flags.perHundred!.upper).toBeGreaterThan(1)
    }
    expect(flagged / groups).toBeLessThan(0.015)
    expect(flagged / groups).toBeGreaterThan(0.004)
  })

  it('finds more of sparse manipulation than Fisher and Cauchy, within budget and discovery rate', () => {
    const { z, odd } = simulateChannels(4000, 21, 0.18)
    const combined = combineGroups(calibrationsOf(z))
    const power = powerAtOnePercent(combined.z, odd)
    expect(power).toBeGreaterThan(
      1.5 *
        powerAtOnePercent(
          combined.fisher.map(p => -p),
          odd,
        ),
    )
    expect(power).toBeGreaterThan(
      1.1 *
        powerAtOnePercent(
          combined.cauchy.map(p => -p),
          odd,
        ),
    )

    const { flagged } = flagsForBudget(combined, 1)
    const honest = odd.reduce((count, flag) => count + 1 - flag, 0)
    expect(flagged.filter(g => odd[g] === 0).length / honest).toBeLessThan(0.018)
    const found = Array.from(combined.q.keys()).filter(g => combined.q[g] <= 0.05)
    expect(found.filter(g => odd[g] === 0).length / found.length).toBeLessThan(0.08)
    expect(found.length).toBeGreaterThan(0.4 * (4000 - honest))
  })

  it('names the channel that moved', () => {
    const { z } = simulateChannels(1000, 31, 0.02)
    for (let g = 0; g < 30; g++) z[6][g] += 6
    const { leading, leadingShare } = combineGroups(calibrationsOf(z))
    const right = Array.from({ length: 30 }, (_, g) => leading[g] === 6 && leadingShare[g] > 0.5)
    expect(right.filter(Boolean).length).toBeGreaterThanOrEqual(28)
  })

  it('weighs what a channel adds to those it goes with', () => {
    // Channel 1 repeats channel 0 (correlation 0.95): the same z twice is little more than once, and a channel far above
    // its twin is odd.
    const { z } = simulateChannels(2000, 41, 0)
    const twin = z[0].map((x, g) => 0.95 * x + Math.sqrt(1 - 0.95 ** 2) * z[9][g])
    const pair = [z[0], twin]
    pair[0][0] = 2.5
    pair[1][0] = 2.5
    const { z: degree } = combineGroups(calibrationsOf(pair))
    expect(degree[0]).toBeLessThan(3)
    expect(degree[0]).toBeGreaterThan(1.5)
  })

  it('copes with silent channels and silent groups, and does not depend on numbering', () => {
    const { z, odd } = simulateChannels(600, 51, 0.15)
    z[3].fill(Number.NaN)
    for (let g = 0; g < 600; g += 3) z[5][g] = Number.NaN
    for (const column of z) column[7] = Number.NaN
    const combined = combineGroups(calibrationsOf(z))
    expect([combined.z[7], combined.p[7], combined.q[7], combined.fdr[7], combined.leading[7]]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      -1,
    ])
    expect(combined.z.filter(value => !Number.isFinite(value)).length).toBe(1)
    expect(
      powerAtOnePercent(
        combined.z.filter((_, g) => g !== 7),
        odd.filter((_, g) => g !== 7),
      ),
    ).toBeGreaterThan(0.3)
    const turned = combineGroups(calibrationsOf(z.map(column => column.slice().reverse())))
    for (let g = 0; g < 600; g++) if (g !== 7) expect(turned.z[599 - g]).toBeCloseTo(combined.z[g], 6)
  })

  it('three schools, one school, none', () => {
    const three = combineGroups(calibrationsOf([Float64Array.of(0, 0.5, 6), Float64Array.of(0, -1, 5)]))
    expect(three.null).toMatchObject({ source: 'simulated', shape: null })
    expect(flagsForBudget(three, 1)).toMatchObject({ flagged: [2], perHundred: null })
    expect(three.z[2]).toBeGreaterThan(three.z[1] + 2)
    expect(combineGroups(calibrationsOf([Float64Array.of(1)])).z[0]).toBeGreaterThan(0)
    expect(combineGroups([]).z.length).toBe(0)
    expect(combineGroups(calibrationsOf([new Float64Array(50).fill(Number.NaN)])).z.every(Number.isNaN)).toBe(
      true,
    )
  })

  it('equal groups are all alike', () => {
    const { z } = combineGroups(calibrationsOf([new Float64Array(60), new Float64Array(60)]))
    expect(new Set(z).size).toBe(1)
    expect(flagsForBudget(combineGroups(calibrationsOf([new Float64Array(60)])), 1).flagged).toEqual([])
  })
})
