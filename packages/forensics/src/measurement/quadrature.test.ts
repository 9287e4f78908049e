import { describe, expect, it } from 'vitest'
import { equallySpaced, gaussHermite, type Quadrature } from './quadrature.ts'

const moment = ({ nodes, weights }: Quadrature, power: number) =>
  nodes.reduce((sum, theta, q) => sum + weights[q] * theta ** power, 0)

describe('quadrature', () => {
  it('gives the five-point Gauss–Hermite rule of the handbooks (Abramowitz, Stegun, table 25.10)', () => {
    const { nodes, weights } = gaussHermite(5)
    expect(nodes[4]).toBeCloseTo(2.020182870456086 * Math.SQRT2, 12)
    expect(nodes[3]).toBeCloseTo(0.958572464613819 * Math.SQRT2, 12)
    expect(weights[2]).toBeCloseTo(0.9453087204829419 / Math.sqrt(Math.PI), 12)
    expect(weights[4]).toBeCloseTo(0.01995324205904591 / Math.sqrt(Math.PI), 12)
  })

  it('integrates polynomials against N(0, 1) exactly', () => {
    const rule = gaussHermite(21)
    expect([0, 2, 4, 6, 8].map(k => Math.round(moment(rule, k) * 1e8) / 1e8)).toEqual([1, 1, 3, 15, 105])
    expect(moment(rule, 3)).toBeCloseTo(0, 14)
  })

  it('spaces nodes equally, with the moments of N(0, 1) up to the cut tails', () => {
    const rule = equallySpaced()
    expect(rule.nodes.length).toBe(61)
    expect(rule.nodes[31] - rule.nodes[30]).toBeCloseTo(0.2, 14)
    expect(moment(rule, 0)).toBeCloseTo(1, 14)
    expect(moment(rule, 2)).toBeCloseTo(1, 6)
  })
})
