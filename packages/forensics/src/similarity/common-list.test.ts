import { describe, expect, it } from 'vitest'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { atAbility } from './at-ability.ts'
import { commonList } from './common-list.ts'
import { optionCurves } from './option-curves.ts'
import { sharedSource } from './shared-source.ts'

const COUNT = 600
const TASKS = 120
const LISTED = 60

/**
 * Option 1 is right; the first `knowing` know each of the first sixty tasks with a chance of their own, by a list with a
 * tenth of errors, and are weak otherwise.
 */
function examinees(seed: number, knowing: number) {
  const random = seededRandom(seed)
  const ability = normalNumbers(COUNT, random).map((theta, i) => (i < knowing ? theta - 0.7 : theta))
  const difficulty = normalNumbers(TASKS, random)
  const list = difficulty.map(() => (random() < 0.9 ? 1 : 2 + Math.floor(3 * random())))
  const part = Float64Array.from(ability, () => 0.25 + 0.3 * random())
  const chosen = Array.from({ length: TASKS }, (_, j) =>
    Uint8Array.from(ability, (theta, i) => {
      if (i < knowing && j < LISTED && random() < part[i]) return list[j]
      return random() < 1 / (1 + Math.exp(difficulty[j] - theta)) ? 1 : 2 + Math.floor(3 * random())
    }),
  )
  const totals = Float64Array.from(ability, (_, i) =>
    chosen.reduce((sum, x) => sum + (x[i] === 1 ? 1 : 0), 0),
  )
  const mean = totals.reduce((a, b) => a + b) / COUNT
  const sd = Math.sqrt(totals.reduce((sum, t) => sum + (t - mean) ** 2, 0) / COUNT)
  return { chosen, ability: totals.map(t => (t - mean) / sd) }
}

/** Chance that one of the first stands above one of the rest. */
function areaOfFirst(score: Float64Array, first: number): number {
  let above = 0
  for (let i = 0; i < first; i++) for (let k = first; k < COUNT; k++) if (score[i] > score[k]) above++
  return above / (first * (COUNT - first))
}

describe('a common list', () => {
  it('is found together with those who know a part of it, where no pair stands out, the weak among them too', () => {
    const areas = [21, 22].map(seed => {
      const { chosen, ability } = examinees(seed, 30)
      const { list, likeness, score } = sharedSource({ count: COUNT, chosen }, ability)
      return [list, likeness, score].map(values => areaOfFirst(values, 30))
    })
    const [byList, byLikeness, both] = [0, 1, 2].map(k => (areas[0][k] + areas[1][k]) / 2)
    expect(byList).toBeGreaterThan(0.8)
    expect(byList).toBeGreaterThan(byLikeness + 0.05)
    expect(both).toBeGreaterThan(byLikeness + 0.05)
  })

  it('nobody vouches for himself: where all answered alone, hardly anybody is explained better by a list', () => {
    const { chosen, ability } = examinees(23, 0)
    const curves = optionCurves({ count: COUNT, chosen }, ability)
    const start = Uint8Array.from(ability, (_, i) => (i < 30 ? 1 : 0))
    const evidence = commonList({ count: COUNT, chosen }, curves, start)
    const random = evidence.slice(0, 30)
    expect(random.filter(x => x > 3).length).toBeLessThanOrEqual(1)
    expect(evidence.filter(x => x > 3).length).toBeLessThan(0.03 * COUNT)
  })

  it('held against equal ability a score has no trend, and equal scores are 0', () => {
    const { chosen, ability } = examinees(24, 0)
    const curves = optionCurves({ count: COUNT, chosen }, ability)
    const noise = normalNumbers(COUNT, seededRandom(25))
    const held = atAbility(
      noise.map((x, i) => 5 - 2 * ability[i] + x),
      ability,
      curves,
    )
    const slope = held.reduce((sum, x, i) => sum + x * ability[i], 0) / COUNT
    expect(Math.abs(slope)).toBeLessThan(0.15)
    expect([...new Set(atAbility(new Float64Array(COUNT).fill(3), ability, curves))]).toEqual([0])
  })
})
