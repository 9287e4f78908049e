import { describe, expect, it } from 'vitest'
import { TaskCode } from '../works.ts'
import { AbilityState, eapAbilities } from './ability.ts'
import { taskCumulants } from './category-probabilities.ts'
import { measureWorks } from './fit-gpcm.ts'
import { mlAbilities, wleAbilities } from './likelihood-ability.ts'
import { scoreTables } from './posterior.ts'
import { normalNumbers, seededRandom, simulateScores } from './simulate-scores.ts'
import { measurementReliability, testInformation } from './test-information.ts'

const tasks = Array.from({ length: 10 }, (_, j) => ({
  slope: 0.8 + 0.1 * (j % 4),
  steps: [-1.5 + 0.3 * j, 0.4].slice(0, 1 + (j % 2)),
}))
const maxima = Uint8Array.from(tasks, task => task.steps.length)
const random = seededRandom(21)
const truth = normalNumbers(4000, random)
const scores = simulateScores(tasks, truth, random)
// The first works: nothing solved, everything solved, no score at all; then a school without two topics.
for (let j = 0; j < 10; j++) {
  scores[j][0] = 0
  scores[j][1] = maxima[j]
  scores[j][2] = TaskCode.unreadable
  scores[j][41] = j < 5 ? maxima[j] : 0
}
scores[4].fill(TaskCode.notTaught, 3, 40)
scores[5].fill(TaskCode.notTaught, 3, 40)
const { fit, packed } = measureWorks({ count: 4000, scores }, maxima)
const model = fit.model!

const rowOf = (work: number) => (packed.order === null ? work : packed.order.indexOf(work))
const tasksOf = (row: number) => packed.segments.find(({ from, to }) => row >= from && row < to)!.tasks
const weightedScore = (row: number) =>
  scoreTables(model.plan, model.parameters).reduce((sum, table, g) => sum + table[packed.codes[g][row]], 0)

describe('eapAbilities', () => {
  it('is the posterior mean and SD, by table and work by work', () => {
    const eap = eapAbilities(model, packed)
    const { nodes, weights } = model.quadrature
    for (const work of [0, 1, 3, 20, 500, 3999]) {
      const row = rowOf(work)
      const posterior = nodes.map((theta, q) => {
        const logZ = tasksOf(row).reduce(
          (s, j) => s + taskCumulants(model.plan.tasks[j], model.parameters, theta).logZ,
          0,
        )
        return weights[q] * Math.exp(theta * weightedScore(row) - logZ)
      })
      const sum = posterior.reduce((a, b) => a + b, 0)
      const mean = posterior.reduce((s, p, q) => s + p * nodes[q], 0) / sum
      const variance = posterior.reduce((s, p, q) => s + p * (nodes[q] - mean) ** 2, 0) / sum
      expect(eap.ability[work]).toBeCloseTo(mean, 6)
      expect(eap.error[work]).toBeCloseTo(Math.sqrt(variance), 6)
    }
  })

  it('gives the population where nothing is known, and says so', () => {
    const eap = eapAbilities(model, packed)
    expect(eap.ability[2]).toBeCloseTo(0, 12)
    expect(eap.error[2]).toBeCloseTo(1, 5)
    expect([...eap.state.subarray(0, 4)]).toEqual([0, 0, AbilityState.noScores, 0])
  })
})

describe('likelihood abilities', () => {
  it('solves E(T | θ) = T, and puts extreme works at the limit', () => {
    const ml = mlAbilities(model, packed, { limit: 5 })
    expect([ml.ability[0], ml.ability[1], ml.ability[2]]).toEqual([-5, 5, 0])
    expect([...ml.state.subarray(0, 3)]).toEqual([
      AbilityState.below,
      AbilityState.above,
      AbilityState.noScores,
    ])
    for (const work of [10, 100, 2000]) {
      const row = rowOf(work)
      const mean = tasksOf(row).reduce(
        (sum, j) => sum + taskCumulants(model.plan.tasks[j], model.parameters, ml.ability[work]).mean,
        0,
      )
      expect(mean).toBeCloseTo(weightedScore(row), 7)
      const information = testInformation(model, [ml.ability[work]], tasksOf(row))[0]
      expect(ml.error[work]).toBeCloseTo(1 / Math.sqrt(information), 4)
    }
  })

  it('is the maximum of likelihood × √information (Warm), finite for extreme works', () => {
    const wle = wleAbilities(model, packed)
    for (const work of [0, 1, 10, 3000]) {
      const row = rowOf(work)
      const target = (theta: number) => {
        const cumulants = tasksOf(row).map(j => taskCumulants(model.plan.tasks[j], model.parameters, theta))
        const logZ = cumulants.reduce((s, c) => s + c.logZ, 0)
        return theta * weightedScore(row) - logZ + Math.log(cumulants.reduce((s, c) => s + c.variance, 0)) / 2
      }
      const at = wle.ability[work]
      expect(wle.state[work]).toBe(AbilityState.estimated)
      expect((target(at + 1e-4) - target(at - 1e-4)) / 2e-4).toBeCloseTo(0, 5)
      expect(target(at)).toBeGreaterThan(Math.max(target(at - 0.05), target(at + 0.05)))
    }
  })

  it('is less biased than the posterior mean for able pupils', () => {
    const able = Array.from({ length: 4000 }, (_, i) => i).filter(i => i > 40 && truth[i] > 1)
    const bias = (ability: Float64Array) => able.reduce((s, i) => s + ability[i] - truth[i], 0) / able.length
    expect(bias(eapAbilities(model, packed).ability)).toBeLessThan(-0.2)
    expect(Math.abs(bias(wleAbilities(model, packed).ability))).toBeLessThan(0.12)
  })

  it.each([
    [2.5, 4],
    [4, 2.5],
  ])('takes the highest of several maxima when tasks lie far apart, slopes %f and %f', (easy, hard) => {
    // The first five tasks at ability −3, the others at 3.
    const parameters = model.parameters.slice()
    for (const { task, points, offset } of model.plan.tasks) {
      const slope = task < 5 ? easy : hard
      parameters[offset] = slope
      for (let k = 1; k < points.length; k++) parameters[offset + k] = slope * k * (task < 5 ? -3 : 3)
    }
    const wle = wleAbilities({ ...model, parameters }, packed)
    for (const work of [0, 1, 41, 100, 101, 102, 103]) {
      const row = rowOf(work)
      const t = scoreTables(model.plan, parameters).reduce(
        (sum, table, g) => sum + table[packed.codes[g][row]],
        0,
      )
      const target = (theta: number) => {
        const cumulants = tasksOf(row).map(j => taskCumulants(model.plan.tasks[j], parameters, theta))
        const logZ = cumulants.reduce((s, c) => s + c.logZ, 0)
        return theta * t - logZ + Math.log(cumulants.reduce((s, c) => s + c.variance, 0)) / 2
      }
      const best = Math.max(...Array.from({ length: 241 }, (_, k) => target(-6 + k / 20)))
      expect(target(wle.ability[work])).toBeGreaterThan(best - 1e-6)
    }
  })
})

describe('reliability', () => {
  it('agrees with the squared correlation of EAP and true ability', () => {
    const eap = eapAbilities(model, packed)
    const { marginal, empirical } = measurementReliability(model, eap)
    const mean = (x: Float64Array) => x.reduce((a, b) => a + b, 0) / x.length
    const covariance = (x: Float64Array, y: Float64Array) =>
      x.reduce((s, v, i) => s + (v - mean(x)) * (y[i] - mean(y)), 0)
    const used = { eap: eap.ability.slice(40), truth: truth.slice(40) }
    const squared =
      covariance(used.eap, used.truth) ** 2 /
      covariance(used.eap, used.eap) /
      covariance(used.truth, used.truth)
    expect(empirical).toBeCloseTo(squared, 1)
    expect(marginal).toBeCloseTo(squared, 1)
  })
})
