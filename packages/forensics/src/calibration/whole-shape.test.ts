import { describe, expect, it } from 'vitest'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { fitNullShape, nullZ, shapeOfHabit, wholeShape } from './index.ts'

const PRIOR = { mean: [0, 0, 0, 0], sd: [1, 0.7, 0.2, 0.1] }

/** Sorted: u = (e^{gz} − 1)/g·e^{hz²/2 right of 0}; a share stands `shift` further. */
function draw(size: number, g: number, h: number, oddShare = 0, shift = 0, seed = 1): Float64Array {
  return normalNumbers(size, seededRandom(seed))
    .map((z, i) => {
      const u = (g > 0 ? Math.expm1(g * z) / g : z) * (z > 0 ? Math.exp((h * z * z) / 2) : 1)
      return i < oddShare * size ? u + shift : u
    })
    .sort()
}

const above = (sorted: Float64Array, shape: Parameters<typeof nullZ>[0], z: number) =>
  sorted.filter(u => nullZ(shape, u) > z).length / sorted.length

describe('one shape for the whole', () => {
  it('takes a long right half for ordinary, of which a symmetric shape would call a part odd', () => {
    const sorted = draw(4000, 0.45, 0)
    const whole = wholeShape(sorted, PRIOR)!
    expect(above(sorted, whole, 3.09)).toBeLessThan(0.004)
    expect(above(sorted, { centre: 0, spread: 1, skew: 0, tail: 0 }, 3.09)).toBeGreaterThan(0.015)
  })

  it('takes a heavy tail for ordinary: the largest of thousands is no more than the largest of normal ones', () => {
    const sorted = draw(4000, 0, 0.17, 0, 0, 3)
    const whole = wholeShape(sorted, { mean: [0, 0, 0, 0.15], sd: PRIOR.sd })!
    expect(whole.tail).toBeGreaterThan(0.08)
    expect(nullZ(whole, sorted[3999])).toBeLessThan(4.6)
    expect(sorted[3999]).toBeGreaterThan(5)
  })

  it('leaves a bump of a fifth to the other fit, and is not drawn to a twentieth far out', () => {
    expect(wholeShape(draw(3000, 0, 0, 0.2, 3), PRIOR)).toBeNull()
    const sorted = draw(1500, 0, 0, 0.05, 6)
    const z = nullZ(wholeShape(sorted, PRIOR) ?? fitNullShape(sorted, PRIOR), 6)
    expect(z).toBeGreaterThan(3.5)
  })

  it('gives z back for its own values: the tail is inverted to rounding', () => {
    const shape = { centre: 0.3, spread: 1.7, skew: 0.2, tail: 0.15 }
    for (const z of [-2, -0.1, 0.01, 0.5, 2, 5]) {
      const stretched = (Math.expm1(0.2 * z) / 0.2) * (z > 0 ? Math.exp((0.15 * z * z) / 2) : 1)
      expect(nullZ(shape, 0.3 + 1.7 * stretched)).toBeCloseTo(z, 6)
    }
  })

  it('as a habit is as wide as the wider side', () => {
    const sorted = draw(2000, 0.7, 0)
    const fitted = fitNullShape(sorted, { mean: [0, 0, 0], sd: [0.15, 0.1, 0.1] })
    const habit = shapeOfHabit(sorted, fitted)
    expect(nullZ(habit, sorted[1899])).toBeLessThan(1.7)
    expect(nullZ(habit, sorted[1999])).toBeLessThan(3.6)
  })
})
