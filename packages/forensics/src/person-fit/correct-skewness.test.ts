import { describe, expect, it } from 'vitest'
import { normalUpperTail } from '../numeric/normal.ts'
import { chiSquareCorrected, cornishFisher, edgeworth } from './correct-skewness.ts'
import { normalUpperQuantile } from './normal-quantile.ts'

describe('normal quantile', () => {
  it('has the tabled values', () => {
    expect(normalUpperQuantile(0.5)).toBeCloseTo(0, 12)
    expect(normalUpperQuantile(0.025)).toBeCloseTo(1.959963984540054, 12)
    expect(normalUpperQuantile(0.975)).toBeCloseTo(-1.959963984540054, 12)
    expect(normalUpperQuantile(0.001)).toBeCloseTo(3.090232306167813, 12)
  })

  it('undoes the tail, far out too', () => {
    for (const z of [0.01, 0.3, 1, 2.5, 6, 12, 30, 37])
      expect(normalUpperQuantile(normalUpperTail(z))).toBeCloseTo(z, 10)
  })
})

describe('corrections for skewness', () => {
  it('Cornish–Fisher by hand', () => {
    expect(cornishFisher(-2, -0.6)).toBeCloseTo(-2 + (0.6 * 3) / 12, 15)
    expect(cornishFisher(1, 5)).toBe(1)
  })

  it('Edgeworth by hand: Φ(−2) − φ(−2)·(−.6)·3/6, either way round', () => {
    const tail = 0.02275013194817921 + 0.05399096651318806 * 0.3
    expect(normalUpperTail(-edgeworth(-2, -0.6, 'low'))).toBeCloseTo(tail, 14)
    expect(edgeworth(2, 0.6, 'high')).toBeCloseTo(-edgeworth(-2, -0.6, 'low'), 14)
  })

  it('Edgeworth gives way where the expansion is no probability', () => {
    expect(edgeworth(-5, 2, 'low')).toBe(-5)
  })

  it('chi-square by hand: γ = 2 is two degrees of freedom, whose tail is exp(−x/2)', () => {
    expect(normalUpperTail(chiSquareCorrected(1, 2)!)).toBeCloseTo(Math.exp(-2), 14)
    expect(chiSquareCorrected(-1.5, -2)).toBeCloseTo(-chiSquareCorrected(1.5, 2)!, 14)
  })

  it('chi-square beyond the end of its support is nothing', () => {
    expect(chiSquareCorrected(-1.01, 2)).toBeNull()
    expect(chiSquareCorrected(1.01, -2)).toBeNull()
  })

  it('do nothing without skew', () => {
    for (const z of [-4, -1, 0, 2]) {
      expect(cornishFisher(z, 0)).toBe(z)
      expect(edgeworth(z, 0, 'low')).toBeCloseTo(z, 10)
      expect(chiSquareCorrected(z, 0)).toBe(z)
      expect(chiSquareCorrected(z, 2e-4)).toBeCloseTo(z, 2)
    }
  })
})
