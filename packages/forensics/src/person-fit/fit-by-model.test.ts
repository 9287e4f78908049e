import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom, responsesFrom, taskOf } from '../../test/reference-data.ts'
import { fillProbabilities, measureWorks } from '../measurement/index.ts'
import { type Column, valueAt } from './column.ts'
import { cornishFisher } from './correct-skewness.ts'
import { fitByModel, type ModelStatisticId, meanProbabilities } from './fit-by-model.ts'
import { categoryProbabilities, type ItemParameters, tabulateItems } from './gpcm.ts'
import { itemParametersOf } from './item-parameters-of.ts'
import type { AbilityEstimator } from './standardise.ts'

const IDS: readonly ModelStatisticId[] = ['lz', 'eci2', 'eci4']
const MIXED = [
  taskOf(1.2, -0.4),
  taskOf(0.7, 0.9),
  taskOf(0.9, -0.5, 0.8),
  taskOf(1.4, -1, 0.1, 1.5),
  taskOf(1, 0.3),
]
const MIXED_MAXIMA = [1, 1, 2, 3, 1]

/** All works that the maxima allow. */
function everyWork(maxima: readonly number[]): number[][] {
  return maxima.reduce<number[][]>(
    (works, m) => works.flatMap(work => Array.from({ length: m + 1 }, (_, k) => [...work, k])),
    [[]],
  )
}

/** P of each task's categories at an ability. */
function probabilities(items: readonly ItemParameters[], theta: number): number[][] {
  const table = tabulateItems(items)
  const p = new Float64Array(table.width)
  categoryProbabilities(table, theta, p)
  return items.map((_, j) => [...p.subarray(table.offset[j], table.offset[j + 1])])
}

describe('generalised partial credit model', () => {
  it('by hand', () => {
    const [two, three] = probabilities([taskOf(2, 0.5), taskOf(1, 0, Math.log(2))], 0.5 + Math.log(3) / 2)
    expect(two[1]).toBeCloseTo(3 / 4, 14)
    const e = Math.exp(0.5 + Math.log(3) / 2)
    expect(three[0]).toBeCloseTo(1 / (1 + e + (e * e) / 2), 14)
    expect(three[2] / three[1]).toBeCloseTo(e / 2, 14)
  })

  it('stays finite at abilities far outside', () => {
    for (const theta of [-800, 800]) {
      for (const p of probabilities(MIXED, theta).flat()) expect(p).toBeGreaterThanOrEqual(0)
      expect(probabilities(MIXED, theta)[3].reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    }
  })
})

describe('standardised statistics', () => {
  it('lz of two tasks by hand', () => {
    // P(1) = .8 and .5 at θ = 0; points 0 and 1. The second task has no weight: ln .5 either way.
    const fit = fitByModel(
      responsesFrom([1, 1], [[0, 1]]),
      [taskOf(1, -Math.log(4)), taskOf(1, 0)],
      Float64Array.of(0),
      { estimator: { kind: 'ml' }, statistics: ['lz'] },
    )
    const mean = 0.8 * Math.log(0.8) + 0.2 * Math.log(0.2)
    const sd = Math.sqrt(0.8 * Math.log(0.8) ** 2 + 0.2 * Math.log(0.2) ** 2 - mean ** 2)
    expect(valueAt(fit.lz.plain.z, 0)).toBeCloseTo((Math.log(0.2) - mean) / sd, 12)
    // (1 − 2p)/√(pq), mirrored since the likelier answer is the larger weight.
    expect(valueAt(fit.lz.plain.skew, 0)).toBeCloseTo(-0.6 / 0.4, 12)
    // w = ln 4 and 0 per point, P′ = .16 and .25: c = .16·ln 4/.41; w̃ = .25·ln 4/.41 and −c.
    const c = (0.16 * Math.log(4)) / 0.41
    const rest = Math.log(4) - c
    const correctedSd = Math.sqrt(0.16 * rest ** 2 + 0.25 * c ** 2)
    expect(valueAt(fit.lz.corrected.z, 0)).toBeCloseTo((-0.8 * Math.log(4)) / correctedSd, 12)
  })

  it('have over all works the mean 0, variance 1 and skewness that they claim', () => {
    const works = everyWork(MIXED_MAXIMA)
    const theta = 0.35
    const p = probabilities(MIXED, theta)
    const fit = fitByModel(
      responsesFrom(MIXED_MAXIMA, works),
      MIXED,
      new Float64Array(works.length).fill(theta),
      { estimator: { kind: 'eap' }, population: Float64Array.from(probabilities(MIXED, -0.7).flat()) },
    )
    for (const id of IDS) {
      for (const { z, skew } of [fit[id].plain, fit[id].corrected]) {
        const moments = [0, 0, 0, 0]
        for (const [i, work] of works.entries()) {
          const chance = work.reduce((product, x, j) => product * p[j][x], 1)
          for (let power = 0; power < 4; power++) moments[power] += chance * valueAt(z, i)! ** power
        }
        expect(moments[0]).toBeCloseTo(1, 12)
        expect(moments[1]).toBeCloseTo(0, 12)
        expect(moments[2]).toBeCloseTo(1, 12)
        expect(moments[3]).toBeCloseTo(valueAt(skew, 7)!, 11)
      }
    }
  })

  it('the correction for ML, MAP and WLE is the one that their estimating equations leave', () => {
    // Where r₀(θ̂) + Σ r = 0 holds, W + c·r₀ equals Σ(w̃ − E w̃), which the `eap` variant computes from the work.
    const work = [1, 0, 2, 1, 1]
    const prior = { mean: 0.4, sd: 0.8 }
    const third = (theta: number) => {
      let information = 0
      let cubes = 0
      for (const [j, p] of probabilities(MIXED, theta).entries()) {
        const a = MIXED[j].slope
        const mean = p.reduce((sum, q, k) => sum + q * k, 0)
        information += a ** 2 * p.reduce((sum, q, k) => sum + q * (k - mean) ** 2, 0)
        cubes += a ** 3 * p.reduce((sum, q, k) => sum + q * (k - mean) ** 3, 0)
      }
      return cubes / (2 * information)
    }
    const cases: [AbilityEstimator, (theta: number) => number][] = [
      [{ kind: 'ml' }, () => 0],
      [{ kind: 'map', ...prior }, theta => -(theta - prior.mean) / prior.sd ** 2],
      [{ kind: 'wle' }, third],
    ]
    const seen = new Set<string>()
    for (const [estimator, rest] of cases) {
      const theta = rootOf(t => scoreFunction(MIXED, work, t) + rest(t))
      seen.add(theta.toFixed(3))
      const at = Float64Array.of(theta)
      const responses = responsesFrom(MIXED_MAXIMA, [work])
      const own = fitByModel(responses, MIXED, at, { estimator, statistics: ['lz'] })
      const free = fitByModel(responses, MIXED, at, { estimator: { kind: 'eap' }, statistics: ['lz'] })
      expect(valueAt(own.lz.corrected.z, 0)).toBeCloseTo(valueAt(free.lz.corrected.z, 0)!, 10)
    }
    expect(seen.size).toBe(3)
  })

  it('lz* with the skewness correction alarms as often as it says, lz hardly ever (4 000 honest works)', () => {
    const random = randomFrom(20)
    const items = Array.from({ length: 20 }, (_, j) =>
      j % 3 === 2
        ? taskOf(0.8 + 0.03 * j, -1.2 + 0.1 * j, 0.1 * j - 0.4)
        : taskOf(0.7 + 0.04 * j, -1.5 + 0.16 * j),
    )
    const maxima = items.map(item => item.intercepts.length - 1)
    const prior = { mean: 0, sd: 1 }
    const works: number[][] = []
    const abilities: number[] = []
    while (works.length < 4000) {
      const theta = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
      const work = probabilities(items, theta).map(p => {
        let u = random()
        let k = 0
        while (k < p.length - 1 && u >= p[k]) u -= p[k++]
        return k
      })
      works.push(work)
      abilities.push(rootOf(t => scoreFunction(items, work, t) - t))
    }
    const fit = fitByModel(responsesFrom(maxima, works), items, Float64Array.from(abilities), {
      estimator: { kind: 'map', ...prior },
      statistics: ['lz'],
    })
    const { z, skew } = fit.lz.corrected
    const rate = (cut: number, value: (i: number) => number) =>
      works.filter((_, i) => value(i) < cut).length / works.length
    const corrected = (i: number) => cornishFisher(z.values[i], skew.values[i])
    // Binomial standard errors at 4 000: .0034 at .05 and .0016 at .01.
    expect(rate(-1.645, corrected)).toBeGreaterThan(0.035)
    expect(rate(-1.645, corrected)).toBeLessThan(0.062)
    expect(rate(-2.326, corrected)).toBeGreaterThan(0.004)
    expect(rate(-2.326, corrected)).toBeLessThan(0.018)
    expect(rate(-1.645, i => fit.lz.plain.z.values[i])).toBeLessThan(0.03)
    // The prior pulls lz up by .29; −c·r₀ takes it off to what is left of order 1/√K (.07; with ML .09).
    const mean = ({ values }: Column) => values.reduce((a, b) => a + b) / works.length
    expect(mean(fit.lz.plain.z)).toBeGreaterThan(0.2)
    expect(mean(z)).toBeGreaterThan(0)
    expect(mean(z)).toBeLessThan(0.13)
  })
})

describe('the odd and the missing', () => {
  const all = (fit: ReturnType<typeof fitByModel>, pupil: number): (number | null)[] =>
    IDS.flatMap(id => [fit[id].plain, fit[id].corrected]).flatMap(({ z, skew }) => [
      valueAt(z, pupil),
      valueAt(skew, pupil),
    ])

  it('all or no points have no ML statistic, but one with an ability that exists', () => {
    const responses = responsesFrom(MIXED_MAXIMA, [MIXED_MAXIMA, [0, 0, 0, 0, 0], [0, 255, 0, 255, 0]])
    const ability = Float64Array.of(2, -2, -1)
    const ml = fitByModel(responses, MIXED, ability, { estimator: { kind: 'ml' } })
    const eap = fitByModel(responses, MIXED, ability, { estimator: { kind: 'eap' } })
    for (let i = 0; i < 3; i++) {
      expect(all(ml, i)).toEqual(new Array(12).fill(null))
      expect(all(eap, i)).not.toContain(null)
    }
  })

  it('no ability and no tasks give nothing, never NaN', () => {
    const none = [255, 255, 255, 255, 255]
    const responses = responsesFrom(MIXED_MAXIMA, [[1, 0, 1, 2, 0], none, [1, 1, 1, 1, 1]])
    const fit = fitByModel(responses, MIXED, Float64Array.of(Number.NaN, 0, 0), {
      estimator: { kind: 'eap' },
    })
    expect(all(fit, 0)).toEqual(new Array(12).fill(null))
    expect(all(fit, 1)).toEqual(new Array(12).fill(null))
    expect(all(fit, 2)).not.toContain(null)
    for (const id of IDS) expect(fit[id].corrected.z.values.every(Number.isFinite)).toBe(true)
  })

  it('equal tasks say nothing beyond the score', () => {
    const equal = [taskOf(1, 0.2), taskOf(1, 0.2), taskOf(1, 0.2)]
    const fit = fitByModel(responsesFrom([1, 1, 1], [[1, 0, 0]]), equal, Float64Array.of(-0.5), {
      estimator: { kind: 'ml' },
    })
    expect(valueAt(fit.lz.corrected.z, 0)).toBeNull()
    expect(valueAt(fit.eci2.plain.z, 0)).toBeNull()
    expect(valueAt(fit.eci4.plain.z, 0)).toBeNull()
  })

  it('points that never occur and tasks without spread are as if they were not there', () => {
    const none = Number.NEGATIVE_INFINITY
    // The third task without its 1: the middle category is gone, 2 stays 2.
    const gap = { slope: 0.9, intercepts: Float64Array.of(0.2, none, -0.3) }
    const constant = { slope: 0, intercepts: Float64Array.of(none, 0, none) }
    const unknown = { slope: 0, intercepts: Float64Array.of(none, none) }
    const at = Float64Array.of(0.4, 0.4)
    const options = { estimator: { kind: 'wle' } as const, statistics: ['lz', 'eci4'] as const }
    const [a, b] = MIXED
    const short = fitByModel(
      responsesFrom(
        [1, 1, 2],
        [
          [1, 0, 2],
          [1, 0, 255],
        ],
      ),
      [a, b, gap],
      at,
      options,
    )
    const long = fitByModel(
      responsesFrom(
        [1, 1, 2, 2, 1],
        [
          [1, 0, 2, 1, 0],
          [1, 0, 1, 1, 1],
        ],
      ),
      [a, b, gap, constant, unknown],
      at,
      options,
    )
    for (const i of [0, 1]) {
      expect(valueAt(long.lz.corrected.z, i)).toBeCloseTo(valueAt(short.lz.corrected.z, i)!, 12)
      expect(valueAt(long.eci4.plain.z, i)).not.toBeNull()
    }
    // Under ML the extremes are those that the model knows, whatever the sign of a slope.
    const turned = { slope: -1, intercepts: Float64Array.of(0, 0) }
    const rows = [
      [1, 2, 0],
      [0, 0, 1],
      [1, 2, 1],
    ]
    const ml = fitByModel(responsesFrom([1, 2, 1], rows), [a, gap, turned], Float64Array.of(3, -3, 1), {
      estimator: { kind: 'ml' },
    })
    expect(rows.map((_, i) => ml.lz.plain.z.present[i])).toEqual([0, 0, 1])
  })

  it('a fitted model gives the parameters of every task', () => {
    const random = randomFrom(31)
    const maxima = [1, 1, 1, 3, 2]
    const rows = Array.from({ length: 400 }, () => {
      const strong = random() < 0.5
      const one = () => (random() < (strong ? 0.8 : 0.3) ? 1 : 0)
      // The fourth task never has 1 point, the fifth always has 2.
      return [one(), one(), one(), [0, 2, 3][one() + one()], 2]
    })
    const responses = responsesFrom(maxima, rows)
    const { fit } = measureWorks(responses, responses.maxima)
    const model = fit.model!
    const items = itemParametersOf(model)
    expect(items.map(item => item.intercepts.length - 1)).toEqual(maxima)
    expect(items[3].intercepts[1]).toBe(Number.NEGATIVE_INFINITY)
    const ours = probabilities(items, 0.7)
    expect(ours[4]).toEqual([0, 0, 1])
    for (const task of model.plan.tasks) {
      const theirs = new Float64Array(task.points.length)
      fillProbabilities(task, model.parameters, 0.7, theirs)
      for (const [k, x] of task.points.entries()) expect(ours[task.task][x]).toBeCloseTo(theirs[k], 12)
    }
  })

  it('a missing task leaves the work as if it had not been in the test', () => {
    const population = Float64Array.from(probabilities(MIXED, 0.2).flat())
    const rows = [[1, 0, 255, 2, 0]]
    const options = { estimator: { kind: 'wle' } as const, statistics: ['lz', 'eci4'] as const }
    const without = [0, 1, 3, 4]
    const long = fitByModel(responsesFrom(MIXED_MAXIMA, rows), MIXED, Float64Array.of(0.1), {
      ...options,
      population,
    })
    const short = fitByModel(
      responsesFrom(
        without.map(j => MIXED_MAXIMA[j]),
        [without.map(j => rows[0][j])],
      ),
      without.map(j => MIXED[j]),
      Float64Array.of(0.1),
      options,
    )
    for (const id of ['lz', 'eci4'] as const)
      expect(valueAt(long[id].corrected.z, 0)).toBeCloseTo(valueAt(short[id].corrected.z, 0)!, 12)
  })

  it('neither the order of pupils nor that of tasks matters', () => {
    fc.assert(
      fc.property(fc.integer(), fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (seed, order) => {
        const random = randomFrom(seed)
        const rows = Array.from({ length: 6 }, () =>
          MIXED_MAXIMA.map(m => (random() < 0.1 ? 255 : Math.floor(random() * (m + 1)))),
        )
        const ability = rows.map(() => 2 * random() - 1)
        const straight = fitByModel(responsesFrom(MIXED_MAXIMA, rows), MIXED, Float64Array.from(ability), {
          estimator: { kind: 'eap' },
        })
        const turned = fitByModel(
          responsesFrom(
            order.map(j => MIXED_MAXIMA[j]),
            rows.map(row => order.map(j => row[j])).reverse(),
          ),
          order.map(j => MIXED[j]),
          Float64Array.from(ability.reverse()),
          { estimator: { kind: 'eap' } },
        )
        for (let i = 0; i < 6; i++) {
          const expected = all(straight, i)
          for (const [k, value] of all(turned, 5 - i).entries()) {
            if (value === null) expect(expected[k]).toBeNull()
            else expect(value).toBeCloseTo(expected[k]!, 8)
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it('means of parts, weighted, are the means of the whole', () => {
    const rows = everyWork(MIXED_MAXIMA)
    const ability = Float64Array.from(rows, (_, i) => (i % 7) / 3 - 1)
    const whole = meanProbabilities(responsesFrom(MIXED_MAXIMA, rows), MIXED, ability)
    const first = meanProbabilities(
      responsesFrom(MIXED_MAXIMA, rows.slice(0, 30)),
      MIXED,
      ability.slice(0, 30),
    )
    const rest = meanProbabilities(responsesFrom(MIXED_MAXIMA, rows.slice(30)), MIXED, ability.slice(30))
    for (let c = 0; c < whole.length; c++)
      expect((30 * first[c] + (rows.length - 30) * rest[c]) / rows.length).toBeCloseTo(whole[c], 12)
  })
})

/** Derivative of the log-likelihood: Σ a(x − E x). */
function scoreFunction(items: readonly ItemParameters[], work: readonly number[], theta: number): number {
  return probabilities(items, theta).reduce(
    (sum, p, j) => sum + items[j].slope * (work[j] - p.reduce((mean, q, k) => mean + q * k, 0)),
    0,
  )
}

/** Root of a decreasing function by bisection. */
function rootOf(f: (t: number) => number): number {
  let low = -8
  let high = 8
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (f(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
