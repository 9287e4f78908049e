import { describe, expect, it } from 'vitest'
import { spreadOf } from '../../test/planted-region.ts'
import {
  MAXIMA,
  OPEN,
  oddRegions,
  powerAtOnePercent,
  robustZ,
  taughtRegion,
} from '../../test/taught-region.ts'
import { leniencyChannel } from './leniency.ts'

const planted = (g: number) => g % 20 === 3
/** Open tasks marked up with probability `share`. */
const lenient =
  (share: number) =>
  ({
    group,
    points,
    blank,
    random,
  }: Parameters<NonNullable<Parameters<typeof taughtRegion>[0]['plant']>>[0]) => {
    if (!planted(group)) return
    for (const j of OPEN) {
      if (points[j] >= MAXIMA[j] || random() >= share) continue
      points[j]++
      blank[j] = false
    }
  }

describe('leniency', () => {
  it('has the variance it says where pupils are independent given ability', () => {
    const sizes = [8, 25, 80]
    const channel = leniencyChannel(
      taughtRegion({ seed: 21, groups: 900, taught: 0, size: g => sizes[g % 3] }),
    )
    for (const k of [0, 1]) {
      const z = channel.value.map((x, g) => x / Math.sqrt(channel.variance[g])).filter((_, g) => g % 3 === k)
      const { mean, sd } = spreadOf(z)
      expect(Math.abs(mean)).toBeLessThan(0.15)
      expect(sd).toBeGreaterThan(0.85)
      expect(sd).toBeLessThan(1.3)
    }
  })

  it('does not lean towards strong classes', () => {
    const region = taughtRegion({ seed: 22, groups: 900 })
    const { value } = leniencyChannel(region)
    const ability = value.map(
      (_, g) => spreadOf(region.ability.subarray(region.groupStart[g], region.groupStart[g + 1])).mean,
    )
    // Ability has the open tasks in it, so that a small correlation is theirs by right.
    expect(correlation(value, ability)).toBeLessThan(0.4)
    const closed = value.map((_, g) => closedMean(region, g))
    expect(Math.abs(correlation(value, closed))).toBeLessThan(0.1)
  })

  it('estimates the share of raised marks and finds half of them raised', () => {
    const region = taughtRegion({ seed: 23, groups: 800, taught: 0.3, plant: lenient(0.5) })
    const channel = leniencyChannel(region)
    expect(channel.openTasks).toEqual(OPEN)
    expect(channel.openTasksBy).toBe('specification')
    expect(powerAtOnePercent(robustZ(channel), planted)).toBeGreaterThan(0.8)
    const raised = spreadOf(channel.value.filter((_, g) => planted(g))).mean
    expect(raised).toBeGreaterThan(0.3)
    expect(raised).toBeLessThan(0.65)
  })

  it('is not moved by help that is the same for open and closed tasks, and falls with strict marking', () => {
    const helped = leniencyChannel(
      taughtRegion({
        seed: 24,
        groups: 800,
        plant: ({ group, points, random }) => {
          if (!planted(group)) return
          for (const [j, maximum] of MAXIMA.entries()) if (random() < 0.25) points[j] = maximum
        },
      }),
    )
    expect(powerAtOnePercent(robustZ(helped), planted)).toBeLessThan(0.35)
    const strict = leniencyChannel(
      taughtRegion({
        seed: 25,
        groups: 800,
        plant: ({ group, points, random }) => {
          if (!planted(group)) return
          for (const j of OPEN) if (points[j] > 0 && random() < 0.5) points[j]--
        },
      }),
    )
    expect(spreadOf(robustZ(strict).filter((_, g) => planted(g))).mean).toBeLessThan(-1)
  })

  it('takes tasks of two points for open where none is named, and says so', () => {
    const region = { ...taughtRegion({ seed: 26, groups: 60 }), openTasks: [] }
    const { openTasks, openTasksBy } = leniencyChannel(region)
    expect(openTasks).toEqual(OPEN)
    expect(openTasksBy).toBe('points')
    const none = leniencyChannel({ ...region, openTasks: MAXIMA.map((_, j) => j) })
    expect(none.openTasks).toEqual([])
    expect(none.value.every(Number.isNaN)).toBe(true)
  })

  it('answers odd regions with finite numbers or none', () => {
    for (const [name, odd] of oddRegions()) {
      const { value, variance } = leniencyChannel(odd)
      for (const x of [...value, ...variance]) expect(Number.isNaN(x) || Number.isFinite(x), name).toBe(true)
    }
  })
})

function closedMean({ responses, groupStart }: ReturnType<typeof taughtRegion>, g: number): number {
  let sum = 0
  for (const [j, column] of responses.scores.entries()) {
    if (OPEN.includes(j)) continue
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) sum += column[i]
  }
  return sum / (groupStart[g + 1] - groupStart[g])
}

function correlation(a: Float64Array, b: Float64Array): number {
  const x = spreadOf(a)
  const y = spreadOf(b)
  return a.reduce((sum, v, i) => sum + (v - x.mean) * (b[i] - y.mean), 0) / (a.length * x.sd * y.sd)
}
