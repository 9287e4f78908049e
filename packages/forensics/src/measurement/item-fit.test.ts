import { describe, expect, it } from 'vitest'
import { TaskCode } from '../works.ts'
import { measureWorks } from './fit-gpcm.ts'
import { itemFit } from './item-fit.ts'
import { probabilitiesAtNodes, scoreDistribution } from './score-distribution.ts'
import { normalNumbers, seededRandom, simulateScores } from './simulate-scores.ts'

const tasks = Array.from({ length: 12 }, (_, j) => ({
  slope: 0.8 + 0.1 * (j % 4),
  steps: [-1.2 + 0.2 * j, 0.3].slice(0, 1 + (j % 2)),
}))
const maxima = Uint8Array.from(tasks, task => task.steps.length)

const simulate = (count: number, seed: number) => {
  const random = seededRandom(seed)
  const abilities = normalNumbers(count, random)
  return { count, abilities, scores: simulateScores(tasks, abilities, random) }
}

describe('scoreDistribution', () => {
  it('equals the enumeration of three tasks', () => {
    const model = measureWorks(simulate(300, 1), maxima).fit.model!
    const probabilities = model.plan.tasks.map((_, j) => probabilitiesAtNodes(model, j))
    const distribution = scoreDistribution(model, probabilities, [0, 1, 3], 5)
    for (const q of [0, 25, 60]) {
      const expected = new Float64Array(6)
      for (let x = 0; x < 2; x++) {
        for (let y = 0; y < 3; y++) {
          for (let z = 0; z < 3; z++) {
            expected[x + y + z] +=
              probabilities[0][q * 2 + x] * probabilities[1][q * 3 + y] * probabilities[3][q * 3 + z]
          }
        }
      }
      expected.forEach((share, sum) => {
        expect(distribution[q * 6 + sum]).toBeCloseTo(share, 13)
      })
    }
  })
})

describe('itemFit', () => {
  it('is calibrated when the model holds, with a topic not taught in part of the schools', () => {
    const p: number[] = []
    for (let seed = 0; seed < 25; seed++) {
      const works = simulate(1200, 100 + seed)
      works.scores[6].fill(TaskCode.notTaught, 0, 400)
      const { fit, packed } = measureWorks(works, maxima)
      for (const task of itemFit(fit.model!, packed)) p.push(task.p!)
    }
    // 300 p-values; bounds of about four standard errors.
    const share = (level: number) => p.filter(value => value < level).length / p.length
    expect(share(0.05)).toBeLessThan(0.1)
    expect(share(0.5)).toBeGreaterThan(0.38)
    expect(share(0.5)).toBeLessThan(0.62)
  })

  it('finds the task that does not follow the model, and its size does not grow with the number of works', () => {
    const sizes = [4000, 16_000].map(count => {
      const works = simulate(count, 7)
      const random = seededRandom(9)
      // A trick question: of the able every second falls for it.
      works.scores[10] = works.scores[10].map((x, i) => (works.abilities[i] > 0.8 && random() < 0.5 ? 0 : x))
      const { fit, packed } = measureWorks(works, maxima)
      const result = itemFit(fit.model!, packed)
      expect(result.toSorted((a, b) => a.p! - b.p!)[0].task).toBe(10)
      expect(result[10].p).toBeLessThan(1e-6)
      return result[10].rmsd!
    })
    expect(sizes[1]).toBeGreaterThan(0.6 * sizes[0])
    expect(sizes[1]).toBeLessThan(1.2 * sizes[0])
  })

  it('has no statistic for a handful of works', () => {
    const { fit, packed } = measureWorks(simulate(30, 3), maxima)
    const result = itemFit(fit.model!, packed)
    expect(result.map(task => [task.n, task.chiSquare, task.rmsd])).toEqual(result.map(() => [0, null, null]))
  })
})
