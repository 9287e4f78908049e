import { describe, expect, it } from 'vitest'
import { TaskCode } from '../works.ts'
import { expectedCounts } from './expected-counts.ts'
import { objective } from './objective.ts'
import { packWorks } from './pack-works.ts'
import { countScores, planTasks } from './plan-tasks.ts'
import { equallySpaced, gaussHermite } from './quadrature.ts'
import { normalNumbers, seededRandom, simulateScores } from './simulate-scores.ts'

const prepare = (scores: Uint8Array[], maxima: number[]) => {
  const works = { count: scores[0].length, scores }
  const taskMaxima = Uint8Array.from(maxima)
  const plan = planTasks(countScores(works, taskMaxima, 'zero'), works.count, taskMaxima, 'zero')
  return { plan, packed: packWorks(plan, works) }
}

/** Mixed maxima, points nobody received, schools of 50 without a topic, single gaps. */
const mixedWorks = (count: number, seed: number) => {
  const random = seededRandom(seed)
  const tasks = [0, 1, 2, 3, 4, 5].map(j => ({
    slope: 0.6 + 0.2 * j,
    steps: [-1, 0.2, 1].slice(0, 1 + (j % 3)),
  }))
  const scores = simulateScores(tasks, normalNumbers(count, random), random)
  for (let i = 0; i < count; i++) {
    if (scores[5][i] === 1) scores[5][i] = 2
    if (Math.floor(i / 50) % 3 === 1) scores[4][i] = TaskCode.notTaught
    if (random() < 0.01) scores[1][i] = TaskCode.unreadable
  }
  return prepare(scores, [1, 2, 3, 1, 2, 3])
}

const someParameters = (length: number, seed: number) => {
  const random = seededRandom(seed)
  return Float64Array.from({ length }, () => 0.3 + 0.9 * random())
}

describe('marginal likelihood', () => {
  it('equals the enumeration of two 0/1 tasks by hand', () => {
    // Patterns 00, 01, 10, 11 with 4, 3, 2, 1 works; a = (1, 2), b = (0.5, −0.25).
    const { plan, packed } = prepare(
      [Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 1), Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 0, 0, 1)],
      [1, 1],
    )
    const rule = equallySpaced(41, 5)
    const logistic = (x: number) => 1 / (1 + Math.exp(-x))
    let logLikelihood = 0
    const ability = new Float64Array(rule.nodes.length)
    for (const [x, y, n] of [
      [0, 0, 4],
      [0, 1, 3],
      [1, 0, 2],
      [1, 1, 1],
    ]) {
      const joint = rule.nodes.map((theta, q) => {
        const p = logistic(theta - 0.5)
        const r = logistic(2 * (theta + 0.25))
        return rule.weights[q] * (x ? p : 1 - p) * (y ? r : 1 - r)
      })
      const marginal = joint.reduce((a, b) => a + b, 0)
      logLikelihood += n * Math.log(marginal)
      joint.forEach((value, q) => {
        ability[q] += (n * value) / marginal
      })
    }
    const parameters = Float64Array.of(1, 0.5, 2, -0.5)
    const counts = expectedCounts(plan, rule, parameters, packed)
    expect(objective(plan, rule, parameters, counts, null).logLikelihood).toBeCloseTo(logLikelihood, 10)
    ability.forEach((n, q) => {
      expect(counts[4 + q]).toBeCloseTo(n, 10)
    })
  })

  for (const [name, rule] of [
    ['equally spaced', equallySpaced()],
    ['Gauss–Hermite', gaussHermite(15)],
  ] as const) {
    it(`has the gradient of finite differences, ${name}`, () => {
      const { plan, packed } = mixedWorks(400, 3)
      const prior = { mean: 1, sd: 0.7 }
      const at = (x: Float64Array) => objective(plan, rule, x, expectedCounts(plan, rule, x, packed), prior)
      const parameters = someParameters(plan.parameterCount, 8)
      parameters[plan.tasks[2].offset] = 8.6
      const { gradient } = at(parameters)
      gradient.forEach((slope, i) => {
        const step = 1e-5
        const near = (sign: number) => at(parameters.with(i, parameters[i] + sign * step)).value
        expect(slope).toBeCloseTo((near(1) - near(-1)) / (2 * step), 7)
      })
    })
  }

  it('adds up over ranges of rows', () => {
    const { plan, packed } = mixedWorks(5000, 4)
    const rule = equallySpaced()
    const parameters = someParameters(plan.parameterCount, 5)
    const all = expectedCounts(plan, rule, parameters, packed)
    const parts = [
      [0, 17],
      [17, 2600],
      [2600, 5000],
    ].map(([from, to]) => expectedCounts(plan, rule, parameters, packed, from, to))
    all.forEach((value, k) => {
      const sum = parts.reduce((total, part) => total + part[k], 0)
      expect(Math.abs(value - sum)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)))
    })
  })

  it('is the same by table as work by work', () => {
    const { plan, packed } = mixedWorks(5000, 6)
    const rule = equallySpaced()
    const parameters = someParameters(plan.parameterCount, 7)
    expect(packed.segments.some(({ from, to }) => to - from >= 1000)).toBe(true)
    // The same works in segments too small for a table.
    const segments = packed.segments.flatMap(({ from, to, tasks }) =>
      Array.from({ length: Math.ceil((to - from) / 500) }, (_, k) => ({
        from: from + 500 * k,
        to: Math.min(to, from + 500 * (k + 1)),
        tasks,
      })),
    )
    const byTable = expectedCounts(plan, rule, parameters, packed)
    const byWork = expectedCounts(plan, rule, parameters, { ...packed, segments })
    byTable.forEach((value, k) => {
      expect(Math.abs(value - byWork[k])).toBeLessThan(1e-7 * Math.max(1, Math.abs(value)))
    })
  })

  it('survives weighted scores whose exponentials overflow', () => {
    const random = seededRandom(1)
    const tasks = Array.from({ length: 60 }, () => ({ slope: 1, steps: [-1, 0, 1] }))
    const { plan, packed } = prepare(
      simulateScores(tasks, normalNumbers(200, random), random),
      new Array(60).fill(3),
    )
    const parameters = new Float64Array(plan.parameterCount)
    for (const { offset } of plan.tasks) parameters[offset] = 7
    const counts = expectedCounts(plan, equallySpaced(), parameters, packed)
    expect(counts.every(Number.isFinite)).toBe(true)
    expect(counts.subarray(2 + 60, 2 + 60 + 61).reduce((a, b) => a + b, 0)).toBeCloseTo(200, 8)
  })
})
