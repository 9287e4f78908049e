import { describe, expect, it } from 'vitest'
import { readReference, referenceMissing } from '../../test/reference-data.ts'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { normalUpperTail } from '../numeric/normal.ts'
import { benjaminiHochberg } from '../own/benjamini-hochberg.ts'
import { normalUpperQuantile } from '../person-fit/normal-quantile.ts'
import { brownP, cauchyP, fisherP, minimumP, stoufferP } from './combine-p.ts'
import { benjaminiYekutieli, localFdr, oneSidedMixture, qValues } from './false-discoveries.ts'

describe('combining p-values', () => {
  it('by hand', () => {
    // Two p-values: −2 ln(0.01) = 9.2103; P(χ²₄ ≥ x) = e^{−x/2}(1 + x/2).
    expect(fisherP([0.1, 0.1])).toBeCloseTo(0.01 * (1 - Math.log(0.01)), 12)
    expect(cauchyP([0.3, 0.3])).toBeCloseTo(0.3, 12)
    expect(minimumP([0.1, 0.5])).toBeCloseTo(0.19, 12)
    expect(stoufferP([0.5, 0.5, 0.5])).toBeCloseTo(0.5, 12)
  })

  it('Brown is Fisher without correlations, and one p-value when all are the same', () => {
    const p = [0.02, 0.2, 0.6]
    expect(brownP(p, [1, 0, 0, 0, 1, 0, 0, 0, 1])).toBeCloseTo(fisherP(p), 12)
    expect(brownP([0.02, 0.02, 0.02], new Array(9).fill(1))).toBeCloseTo(0.02, 3)
  })

  it('stays between 0 and 1 with p of 0 and 1', () => {
    for (const p of [
      [0, 1],
      [1, 1],
      [0, 0],
    ])
      for (const combine of [fisherP, cauchyP, stoufferP, minimumP]) {
        expect(combine(p)).toBeGreaterThanOrEqual(0)
        expect(combine(p)).toBeLessThanOrEqual(1)
      }
  })

  it.skipIf(referenceMissing)(`agrees with metap to 1e-9 (${referenceMissing ?? 'combine.csv'})`, () => {
    const table = readReference('combine.csv')
    const columns = ['V1', 'V2', 'V3', 'V4', 'V5'].map(name => table.column(name))
    for (const [name, combine] of [
      ['fisher', fisherP],
      ['stouffer', stoufferP],
      ['cauchy', cauchyP],
      ['minp', minimumP],
    ] as const)
      for (const [row, expected] of table.column(name).entries())
        expect(combine(columns.map(column => column[row]))).toBeCloseTo(expected, 9)
  })
})

describe('false discoveries', () => {
  it.skipIf(referenceMissing)(`agrees with p.adjust and qvalue (${referenceMissing ?? 'fdr.csv'})`, () => {
    const table = readReference('fdr.csv')
    const p = table.column('p')
    const [bh, by] = [benjaminiHochberg(p), benjaminiYekutieli(p)]
    const expected = { bh: table.column('BH'), by: table.column('BY'), q: table.column('q') }
    // qvalue smooths its own share of true nulls; here it is read off, and the q-values follow.
    const pi0 = expected.q[0] / expected.bh[0]
    const q = qValues(Float64Array.from(p), pi0)
    for (let i = 0; i < p.length; i++) {
      expect(bh[i]).toBeCloseTo(expected.bh[i], 9)
      expect(by[i]).toBeCloseTo(expected.by[i], 9)
      expect(q[i]).toBeCloseTo(expected.q[i], 9)
    }
  })

  it.skipIf(referenceMissing)(`local fdr is near that of qvalue (${referenceMissing ?? 'fdr.csv'})`, () => {
    const table = readReference('fdr.csv')
    const z = Float64Array.from(table.column('p'), p => normalUpperQuantile(Math.min(1 - 1e-12, p)))
    const pi0 = table.column('q')[0] / table.column('BH')[0]
    const own = localFdr(z, pi0)
    // A kernel density there, a mixture here: alike on the whole, not to a decimal.
    const apart = table.column('lfdr').map((value, i) => Math.abs(value - own[i]))
    expect(apart.reduce((a, b) => a + b, 0) / apart.length).toBeLessThan(0.06)
  })

  it('local fdr is the posterior probability of a known mixture', () => {
    const random = seededRandom(3)
    const z = normalNumbers(20_000, random).map((x, i) => (i < 2000 ? x + 3 : x))
    const fdr = localFdr(z, 0.9)
    for (const [g, value] of z.entries()) {
      if (value < 1.5 || value > 4) continue
      const truth = 0.9 / (0.9 + 0.1 * Math.exp(3 * value - 4.5))
      expect(Math.abs(fdr[g] - truth)).toBeLessThan(0.08)
    }
  })

  it('a mixture of nothing odd is nearly one, and only grows', () => {
    const mixture = oneSidedMixture(normalNumbers(5000, seededRandom(4)))
    expect(mixture.ratio(0)).toBeCloseTo(1, 1)
    let before = 0
    for (let z = -4; z < 8; z += 0.1) {
      expect(mixture.ratio(z)).toBeGreaterThanOrEqual(before)
      before = mixture.ratio(z)
    }
    expect(oneSidedMixture(new Float64Array(0)).pi0).toBeGreaterThan(0.99)
  })

  it('q leaves NaN alone', () => {
    expect(Array.from(qValues(Float64Array.of(0.01, Number.NaN, 0.5), 1))).toEqual([0.02, Number.NaN, 0.5])
    expect(normalUpperTail(0)).toBe(0.5)
  })
})
