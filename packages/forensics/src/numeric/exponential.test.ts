import { expect, test } from 'vitest'
import { seededRandom } from '../measurement/index.ts'
import { exponential } from './exponential.ts'

/** Two units in the last place. */
const TOLERATED = 2 * Number.EPSILON

test('is e^x as Math.exp has it, near nothing, at the seams of the table and far out', () => {
  const random = seededRandom(5)
  const seams = Array.from({ length: 2000 }, (_, k) => ((k - 1000 + 0.5) * Math.LN2) / 64)
  const drawn = [1, 30, 699].flatMap(wide => Array.from({ length: 50_000 }, () => (2 * random() - 1) * wide))
  let worst = 0
  for (const x of [0, 1, -1, 1e-300, -1e-17, ...seams, ...drawn])
    worst = Math.max(worst, Math.abs(exponential(x) / Math.exp(x) - 1))
  expect(worst).toBeLessThan(TOLERATED)
})

test('beyond the table it is Math.exp', () => {
  for (const x of [-1e9, -745, -700, 700, 709.5, 710, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    expect(exponential(x)).toBe(Math.exp(x))
  expect(exponential(Number.NaN)).toBeNaN()
})
