import { describe, expect, it } from 'vitest'
import { spreadOf } from '../../test/planted-region.ts'
import { oddRegions, taughtRegion } from '../../test/taught-region.ts'
import { normOf, scaleOf } from './given-ability.ts'
import { honestSpread } from './honest-spread.ts'
import { standardisedResidual, taskResiduals } from './residuals.ts'

describe('norms given ability', () => {
  it('by hand: equal abilities, so the shares of all; values above the maximum do not count', () => {
    const scale = scaleOf(new Float64Array(5))
    const { share } = normOf(scale, Uint8Array.of(0, 0, 1, 2, 254), 2)
    expect([...share.subarray(0, 3)]).toEqual([0.5, 0.25, 0.25].map(x => expect.closeTo(x, 12)))
  })

  it('follows ability and stays between 0 and 1 at the ends', () => {
    const position = Float64Array.from({ length: 4000 }, (_, i) => i / 4000)
    const column = Uint8Array.from(position, (p, i) => ((i * 0.618034) % 1 < p * p ? 1 : 0))
    const scale = scaleOf(position)
    const { share } = normOf(scale, column, 1)
    for (const i of [40, 1000, 2000, 3000, 3960]) {
      expect(Math.abs(share[scale.cell[i] * 2 + 1] - position[i] ** 2)).toBeLessThan(0.05)
    }
    for (const p of share) expect(p >= 0 && p <= 1).toBe(true)
  })
})

describe('honest spread', () => {
  it('by hand: the τ² at which half of the groups lie within the median of χ²', () => {
    const sums = Array.from({ length: 21 }, (_, g) => g)
    const q = 0.454936423119572
    const tau2 = honestSpread(21, g => ({ sum: sums[g], variance: 4, pull: 2 }))
    expect(tau2).toBeCloseTo((10 ** 2 / q - 4) / 4, 9)
  })

  it('is zero where chance explains everything, and where nothing is known', () => {
    expect(honestSpread(50, () => ({ sum: 0.1, variance: 4, pull: 2 }))).toBe(0)
    expect(honestSpread(50, () => ({ sum: 9, variance: 0, pull: 2 }))).toBe(0)
    expect(honestSpread(5, () => ({ sum: 9, variance: 1, pull: 2 }))).toBe(0)
  })
})

describe('task residuals', () => {
  it('by hand: pupils of one ability, V = n·p·(1 − p)', () => {
    const { residuals } = equals()
    expect([...residuals.difference]).toEqual([2.5, -2.5])
    expect([...residuals.information]).toEqual([1.25, 1.25])
    expect(standardisedResidual(residuals, 0, 0)).toBeCloseTo(2.5 / Math.sqrt(1.25), 6)
  })

  function equals() {
    const region = taughtRegion({ seed: 1, groups: 2, size: () => 5 })
    const column = Uint8Array.of(1, 1, 1, 1, 1, 0, 0, 0, 0, 0)
    const responses = { count: 10, maxima: Uint8Array.of(1), scores: [column] }
    return { residuals: taskResiduals({ ...region, responses, ability: new Float64Array(10) }) }
  }

  it('are standard normal in honest groups, small or large, taught alike or not; τ is recovered', () => {
    for (const taught of [0, 0.57]) {
      const sizes = [8, 25, 100]
      const region = taughtRegion({ seed: 2, groups: 900, size: g => sizes[g % 3], taught })
      const residuals = taskResiduals(region)
      const tau = spreadOf(residuals.spread.map(Math.sqrt)).mean
      expect(tau).toBeGreaterThan(taught === 0 ? -1 : 0.5)
      expect(tau).toBeLessThan(taught === 0 ? 0.12 : 0.66)
      for (const k of [0, 1, 2]) {
        const z: number[] = []
        for (let g = k; g < 900; g += 3) {
          for (let j = 0; j < 16; j++) z.push(standardisedResidual(residuals, g, j))
        }
        const { mean, sd } = spreadOf(z)
        expect(Math.abs(mean)).toBeLessThan(0.1)
        expect(sd).toBeGreaterThan(0.85)
        expect(sd).toBeLessThan(1.1)
        const beyond = (side: number) => z.filter(x => side * x > 2.326).length / z.length
        expect(beyond(1)).toBeLessThan(0.025)
        expect(beyond(-1)).toBeLessThan(0.025)
      }
    }
  })

  it('of odd regions are finite or NaN', () => {
    for (const [name, region] of oddRegions()) {
      const residuals = taskResiduals(region)
      for (let g = 0; g < region.groupCount; g++) {
        for (let j = 0; j < residuals.taskCount; j++) {
          const z = standardisedResidual(residuals, g, j)
          expect(Number.isFinite(z) || Number.isNaN(z), `${name} ${g} ${j}: ${z}`).toBe(true)
        }
      }
    }
  })
})
