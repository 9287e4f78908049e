import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TaskCode } from '../works.ts'
import { eapAbilities } from './ability.ts'
import { expectedCounts } from './expected-counts.ts'
import { fitSteps, type GpcmFit, measureWorks } from './fit-gpcm.ts'
import { itemFit } from './item-fit.ts'
import { mlAbilities, wleAbilities } from './likelihood-ability.ts'
import { equallySpaced, gaussHermite } from './quadrature.ts'
import { normalNumbers, seededRandom, simulateScores } from './simulate-scores.ts'
import { measurementReliability } from './test-information.ts'

const tasks = Array.from({ length: 12 }, (_, j) => ({
  slope: 0.7 + 0.1 * (j % 7),
  steps: [-1.2 + 0.2 * j, -0.4 + 0.15 * j, 0.9].slice(0, 1 + (j % 3)),
}))
const maxima = Uint8Array.from(tasks, task => task.steps.length)

const simulate = (count: number, seed: number) => {
  const random = seededRandom(seed)
  return { count, scores: simulateScores(tasks, normalNumbers(count, random), random) }
}

const modelOf = (fit: GpcmFit) => {
  if (fit.model === null) throw new Error(fit.reason)
  return fit.model
}

const greatestGap = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a, (value, i) => Math.abs(value - b[i])).reduce((x, y) => Math.max(x, y), 0)

describe('fitGpcm', () => {
  it('recovers the tasks that works were generated from, with topics not taught in some schools', () => {
    const works = simulate(20_000, 11)
    for (let i = 0; i < works.count; i++)
      if (Math.floor(i / 100) % 5 === 0) works.scores[3][i] = TaskCode.notTaught
    const model = modelOf(measureWorks(works, maxima).fit)
    expect(model.converged).toBe(true)
    // About four standard errors of estimates from 20 000 works.
    model.tasks.forEach((task, j) => {
      expect(Math.abs(task.slope - tasks[j].slope)).toBeLessThan(0.1)
      task.steps.forEach((step, k) => {
        expect(Math.abs(step! - tasks[j].steps[k])).toBeLessThan(0.16)
      })
    })
  })

  it('comes to the same maximum from a sample as from all works at once', () => {
    const works = simulate(31_000, 12)
    const { plan, packed, fit } = measureWorks(works, maxima)
    const steps = fitSteps(plan)
    let step = steps.next()
    while (!step.done) step = steps.next(expectedCounts(plan, equallySpaced(), step.value, packed))
    const whole = modelOf(step.value)
    expect(modelOf(fit).evaluations).toBeLessThan(whole.evaluations)
    expect(greatestGap(modelOf(fit).parameters, whole.parameters)).toBeLessThan(1e-6)
    expect(Math.abs(modelOf(fit).logLikelihood - whole.logLikelihood)).toBeLessThan(1e-6)
  })

  it('is not led astray when the sample meets only a few of the works', () => {
    const few = simulate(80, 20)
    const repeat = (column: Uint8Array) => Uint8Array.from({ length: 40_000 }, (_, i) => column[i % 80])
    const { packed, fit } = measureWorks({ count: 40_000, scores: few.scores.map(repeat) }, maxima)
    expect(packed.count / 8000).toBe(5)
    const { fit: small } = measureWorks(few, maxima)
    expect(modelOf(fit).converged).toBe(true)
    expect(modelOf(fit).tasks.some(task => task.held)).toBe(false)
    expect(greatestGap(modelOf(fit).parameters, modelOf(small).parameters)).toBeLessThan(1e-4)
  })

  it('does not depend on the order of the works', () => {
    const works = simulate(1500, 13)
    works.scores[2].fill(TaskCode.notTaught, 300, 700)
    const order = Array.from({ length: works.count }, (_, i) => (i * 701) % works.count)
    const mixed = {
      count: works.count,
      scores: works.scores.map(column => column.map((_, i) => column[order[i]])),
    }
    const straight = measureWorks(works, maxima)
    const shuffled = measureWorks(mixed, maxima)
    expect(greatestGap(modelOf(straight.fit).parameters, modelOf(shuffled.fit).parameters)).toBeLessThan(1e-9)
    const before = eapAbilities(modelOf(straight.fit), straight.packed).ability
    const after = eapAbilities(modelOf(shuffled.fit), shuffled.packed).ability
    expect(
      greatestGap(
        after,
        order.map(i => before[i]),
      ),
    ).toBeLessThan(1e-9)
  })

  it('gives nearly the same by Gauss–Hermite quadrature', () => {
    const works = simulate(2000, 14)
    const spaced = modelOf(measureWorks(works, maxima).fit)
    const gauss = modelOf(measureWorks(works, maxima, { quadrature: gaussHermite(41) }).fit)
    expect(greatestGap(spaced.parameters, gauss.parameters)).toBeLessThan(1e-4)
  })

  it('turns the scale so that points mean ability, and lets a single task run against it', () => {
    const works = simulate(3000, 15)
    works.scores[0] = works.scores[0].map(x => maxima[0] - x)
    const model = modelOf(measureWorks(works, maxima).fit)
    expect(model.tasks[0].slope).toBeLessThan(-0.4)
    expect(model.tasks.slice(1).every(task => task.slope > 0.4)).toBe(true)
  })

  it('draws slopes towards a prior', () => {
    const works = simulate(200, 16)
    const free = modelOf(measureWorks(works, maxima).fit)
    const drawn = modelOf(measureWorks(works, maxima, { slopePrior: { mean: 1, sd: 0.01 } }).fit)
    expect(Math.max(...drawn.tasks.map(task => Math.abs(task.slope - 1)))).toBeLessThan(0.02)
    expect(Math.max(...free.tasks.map(task => Math.abs(task.slope - 1)))).toBeGreaterThan(0.2)
    expect(free.logLikelihood).toBeGreaterThan(drawn.logLikelihood)
  })

  it('says why there is no model', () => {
    const constant = { count: 5, scores: tasks.map(() => new Uint8Array(5)) }
    expect(measureWorks(constant, maxima).fit.reason).toBe('no-varying-task')
    expect(measureWorks({ count: 0, scores: tasks.map(() => new Uint8Array(0)) }, maxima).fit.reason).toBe(
      'no-varying-task',
    )
    const two = { count: 40, scores: simulate(40, 17).scores.slice(0, 2) }
    expect(measureWorks(two, maxima.slice(0, 2)).fit.reason).toBe('too-few-tasks')
    expect(measureWorks(two, maxima.slice(0, 2), { slopePrior: { mean: 1, sd: 1 } }).fit.reason).toBe(null)
  })

  it('keeps points that were passed over, with one step between the points that occurred', () => {
    const works = simulate(3000, 18)
    works.scores[2] = works.scores[2].map(x => (x === 2 ? 3 : x))
    const model = modelOf(measureWorks(works, maxima).fit)
    expect(model.tasks[2].points).toEqual([0, 1, 3])
    expect(model.tasks[2].steps).toHaveLength(2)
    expect(model.plan.unused).toEqual([{ task: 2, points: [2] }])
  })

  it('holds back a slope without a maximum and says so', () => {
    // The last task divides the works exactly as the sum of the others does.
    const works = simulate(25, 19)
    const sums = Array.from({ length: 25 }, (_, i) =>
      works.scores.reduce((sum, column) => sum + column[i], 0),
    )
    const scores = [...works.scores, Uint8Array.from(sums, sum => (sum > 10 ? 1 : 0))]
    const model = modelOf(measureWorks({ count: 25, scores }, Uint8Array.of(...maxima, 1)).fit)
    expect(model.tasks.at(-1)?.held).toBe(true)
    expect(model.converged).toBe(true)
  })

  it('stays finite for a handful of works with anything in them', () => {
    const value = fc.constantFrom(
      0,
      0,
      1,
      1,
      2,
      3,
      TaskCode.unreadable,
      TaskCode.notAttempted,
      TaskCode.notTaught,
    )
    const rows = fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(rows, fc.boolean(), (works, missing) => {
        const scores = works[0].map((_, j) => Uint8Array.from(works, row => row[j]))
        const { fit, packed } = measureWorks(
          { count: works.length, scores },
          Uint8Array.of(1, 1, 2, 2, 3, 3),
          {
            notAttempted: missing ? 'missing' : 'zero',
          },
        )
        if (fit.model === null) return
        const numbers: unknown[] = [
          ...fit.model.parameters,
          fit.model.logLikelihood,
          fit.model.aic,
          fit.model.bic,
        ]
        for (const task of fit.model.tasks) numbers.push(...task.steps)
        for (const abilities of [eapAbilities, mlAbilities, wleAbilities]) {
          const { ability, error } = abilities(fit.model, packed)
          numbers.push(...ability, ...error)
        }
        for (const fitted of itemFit(fit.model, packed)) numbers.push(...Object.values(fitted))
        numbers.push(...Object.values(measurementReliability(fit.model, eapAbilities(fit.model, packed))))
        expect(numbers.filter(x => x !== null && !Number.isFinite(x))).toEqual([])
      }),
      { numRuns: 60, seed: 4 },
    )
  })
})
