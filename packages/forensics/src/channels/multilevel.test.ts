import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReference, referenceMissing } from '../../test/reference-data.ts'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { fitMultilevel, type MultilevelInput } from './multilevel.ts'

/** Groups of the given sizes, `perSchool` groups to a school. */
function simulate(sizes: readonly number[], perSchool: number, sd: readonly [number, number], seed = 1) {
  const random = seededRandom(seed)
  const normal = () => normalNumbers(1, random)[0]
  const schoolCount = Math.ceil(sizes.length / perSchool)
  const school = Float64Array.from({ length: schoolCount }, () => sd[0] * normal())
  const outcome: number[] = []
  const x: number[] = []
  const groupStart = [0]
  for (const [g, size] of sizes.entries()) {
    const group = sd[1] * normal()
    for (let k = 0; k < size; k++) {
      x.push(normal())
      outcome.push(5 + 2 * x.at(-1)! + school[Math.floor(g / perSchool)] + group + normal())
    }
    groupStart.push(outcome.length)
  }
  const input: MultilevelInput = {
    outcome: Float64Array.from(outcome),
    covariates: [Float64Array.from(x)],
    groupStart: Int32Array.from(groupStart),
    schoolOfGroup: Int32Array.from(sizes, (_, g) => Math.floor(g / perSchool)),
    schoolCount,
  }
  return input
}

describe('three-level model', () => {
  it.skipIf(referenceMissing)('agrees with lme4 to 1e-5 relative, school predictions to 3e-5', () => {
    const table = readReference('lmer_input.csv.gz')
    const school = table.column('school')
    const group = table.column('class')
    const order = group.map((_, i) => i).sort((a, b) => group[a] - group[b] || a - b)
    const starts = order.flatMap((i, k) => (k === 0 || group[i] !== group[order[k - 1]] ? [k] : []))
    const pick = (name: string) => {
      const values = table.column(name)
      return Float64Array.from(order, i => values[i])
    }
    const fit = fitMultilevel({
      outcome: pick('score'),
      covariates: [pick('journal')],
      groupStart: Int32Array.from([...starts, order.length]),
      schoolOfGroup: Int32Array.from(starts, k => school[order[k]] - 1),
      schoolCount: Math.max(...school),
    })!
    const [b0, b1, ofClass, ofSchool, rest] = readReference('lmer_params.csv').column('value')
    const near = (own: number, reference: number) => expect(Math.abs(own / reference - 1)).toBeLessThan(1e-5)
    near(fit.intercept, b0)
    near(fit.coefficients[0], b1)
    near(fit.groupVariance, ofClass)
    near(fit.schoolVariance, ofSchool)
    near(fit.residualVariance, rest)
    const blup = readReference('lmer_school_blup.csv')
    const value = blup.column('blup')
    blup.column('school').forEach((s, k) => {
      expect(Math.abs(fit.schoolEffect[s - 1] - value[k])).toBeLessThan(3e-5)
    })
  })

  it('balanced groups, by hand: variances of the analysis of variance', () => {
    // Three schools of one group of two: mean squares between 32, within 2; variance between (32 − 2)/2 = 15.
    const fit = fitMultilevel({
      outcome: Float64Array.of(0, 2, 4, 6, 8, 10),
      covariates: [],
      groupStart: Int32Array.of(0, 2, 4, 6),
      schoolOfGroup: Int32Array.of(0, 1, 2),
      schoolCount: 3,
    })!
    expect(fit.intercept).toBeCloseTo(5, 9)
    expect(fit.residualVariance).toBeCloseTo(2, 5)
    expect(fit.schoolVariance).toBeCloseTo(15, 4)
    expect(fit.groupVariance).toBe(0)
    // 15/(15 + 2/2) of the mean's distance.
    expect(fit.schoolEffect[2]).toBeCloseTo((4 * 15) / 16, 5)
    expect([...fit.groupResidual]).toEqual([-4, 0, 4].map(x => expect.closeTo(x, 9)))
  })

  it('finds the variances that were put in', () => {
    const sizes = Array.from({ length: 900 }, (_, g) => 5 + (g % 30))
    const fit = fitMultilevel(simulate(sizes, 3, [0.6, 0.4]))!
    expect(fit.coefficients[0]).toBeCloseTo(2, 1)
    expect(Math.abs(fit.schoolVariance - 0.36)).toBeLessThan(0.08)
    expect(Math.abs(fit.groupVariance - 0.16)).toBeLessThan(0.04)
    expect(Math.abs(fit.residualVariance - 1)).toBeLessThan(0.03)
  })

  it('no more between groups than chance: variances at zero', () => {
    const fit = fitMultilevel({ ...simulate(Array(60).fill(2), 2, [0, 0]), covariates: [] })!
    expect(fit.schoolVariance + fit.groupVariance).toBeLessThan(0.6)
    expect(fit.groupVariance).toBeGreaterThanOrEqual(0)
  })

  it('shift and scale of the outcome pass through; NaN and collinear columns are left out', () => {
    const input = simulate([4, 7, 5, 9, 3, 6, 8, 2], 2, [0.5, 0.5], 3)
    const fit = fitMultilevel(input)!
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (a, b) => {
          const other = fitMultilevel({
            ...input,
            outcome: (input.outcome as Float64Array).map(y => a + b * y),
          })!
          expect(other.intercept).toBeCloseTo(a + b * fit.intercept, 3)
          expect(other.residualVariance / b ** 2).toBeCloseTo(fit.residualVariance, 4)
          for (let g = 0; g < 8; g++) expect(other.groupResidual[g] / b).toBeCloseTo(fit.groupResidual[g], 4)
        },
      ),
      { numRuns: 20 },
    )
    const [x] = input.covariates
    const twice = fitMultilevel({ ...input, covariates: [x, (x as Float64Array).map(v => 3 - 2 * v)] })!
    expect(twice.coefficients[0]).toBeCloseTo(fit.coefficients[0], 6)
    expect(twice.coefficients[1]).toBeNaN()
    const gaps = Float64Array.from(input.outcome)
    gaps[0] = Number.NaN
    gaps.fill(Number.NaN, input.groupStart[3], input.groupStart[4])
    const fewer = fitMultilevel({ ...input, outcome: gaps })!
    expect([...fewer.groupSize]).toEqual([3, 7, 5, 0, 3, 6, 8, 2])
    expect(fewer.groupResidual[3]).toBeNaN()
    expect(fewer.groupEffect[3]).toBe(0)
  })

  it('nothing to fit: too few works, all equal', () => {
    const one = { covariates: [], schoolOfGroup: Int32Array.of(0), schoolCount: 1 }
    expect(fitMultilevel({ ...one, outcome: Float64Array.of(3), groupStart: Int32Array.of(0, 1) })).toBeNull()
    expect(
      fitMultilevel({ ...one, outcome: new Float64Array(5).fill(3), groupStart: Int32Array.of(0, 5) }),
    ).toBeNull()
    expect(fitMultilevel({ ...one, outcome: new Float64Array(), groupStart: Int32Array.of(0, 0) })).toBeNull()
    const lone = fitMultilevel({
      ...one,
      outcome: Float64Array.of(1, 2, 4),
      groupStart: Int32Array.of(0, 3),
    })!
    expect(Number.isFinite(lone.schoolVariance)).toBe(true)
    expect(lone.groupResidual[0]).toBeCloseTo(0, 9)
  })
})
