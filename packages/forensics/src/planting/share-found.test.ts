import { expect, test } from 'vitest'
import { worksOfTotals } from '../../test/planted-region.ts'
import { officialMargin } from './official-margin.ts'
import { shareFound } from './share-found.ts'

const planted = (schools: number, count: number) =>
  Uint8Array.from({ length: schools }, (_, s) => +(s < count))

test('the cut leaves the budget of unplanted schools above it', () => {
  // Planted 0…9 score 95.5 … 104.5; unplanted 10…109 score 0 … 99: one of a hundred may be flagged, 99.
  const score = Float64Array.from({ length: 110 }, (_, s) => (s < 10 ? 95.5 + s : s - 10))
  const { power, lower, upper } = shareFound([{ score, planted: planted(110, 10) }], 0.01)
  expect(power).toBe(0.7)
  expect(lower).toBeLessThan(0.7)
  expect(upper).toBeGreaterThan(0.7)
})

test('tied schools are flagged together or not at all, and an unknown score never is', () => {
  const score = new Float64Array(110).fill(1)
  expect(shareFound([{ score, planted: planted(110, 10) }], 0.01).power).toBe(0)
  score.fill(Number.NaN)
  score[0] = 2
  expect(shareFound([{ score, planted: planted(110, 10) }], 0.01).power).toBe(0.1)
})

test('nothing planted has no power, and nobody throws', () => {
  const score = Float64Array.of(1, 2, 3)
  expect(shareFound([{ score, planted: planted(3, 0) }], 0.01).power).toBeNaN()
  expect(shareFound([], 0.01).power).toBeNaN()
})

test('the official margin is that of the set that speaks most for the school', () => {
  const weak = worksOfTotals([[10, 12], [10, 11, 12, 13], [5]])
  const strong = worksOfTotals([[20, 20], [10, 11, 12, 13], [5]])
  const margin = officialMargin([weak, strong])
  const totals = [20, 20, 10, 11, 12, 13, 5]
  const mean = totals.reduce((a, b) => a + b, 0) / 7
  const sd = Math.sqrt(totals.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 6)
  expect(margin[0]).toBeCloseTo(20 - (mean + (1.96 * sd) / Math.sqrt(7)), 10)
  expect(margin[2]).toBeNaN()
})
