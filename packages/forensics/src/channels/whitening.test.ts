import { describe, expect, it } from 'vitest'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { times, whiteningOf } from './whitening.ts'

const WIDTH = 6

/** Rows with a common part in columns 0 and 1, nothing in the last column; a share is far out along column 3. */
function rows(count: number, oddShare = 0): Float32Array {
  const random = seededRandom(4)
  const z = new Float32Array(count * WIDTH)
  for (let r = 0; r < count; r++) {
    const [common, ...own] = normalNumbers(WIDTH, random)
    for (let j = 0; j < WIDTH - 1; j++) z[r * WIDTH + j] = own[j] + (j < 2 ? 1.5 * common : 0)
    if (r < oddShare * count) z[r * WIDTH + 3] += 5
  }
  return z
}

/** Σ x_a·x_b over the transformed rows, per row. */
function momentsAfter(z: Float32Array, count: number): (a: number, b: number) => number {
  const { forward } = whiteningOf(z, count, WIDTH)
  const sums = new Float64Array(WIDTH * WIDTH)
  for (let r = 0; r < count; r++) {
    const row = times(forward, Float64Array.from(z.subarray(r * WIDTH, (r + 1) * WIDTH)))
    for (let a = 0; a < WIDTH; a++)
      for (let b = 0; b < WIDTH; b++) sums[a * WIDTH + b] += (row[a] * row[b]) / count
  }
  return (a, b) => sums[a * WIDTH + b]
}

describe('one variance in all directions', () => {
  it('takes away what columns have in common, and leaves nothing where there was nothing', () => {
    const moment = momentsAfter(rows(5000), 5000)
    expect(Math.abs(moment(0, 1))).toBeLessThan(0.15)
    for (let a = 0; a < WIDTH - 1; a++) expect(Math.abs(moment(a, a) - moment(4, 4))).toBeLessThan(0.35)
    expect(moment(5, 5)).toBe(0)
  })

  it('is undone by its inverse where there is something', () => {
    const { forward, back } = whiteningOf(rows(5000), 5000, WIDTH)
    const there = Float64Array.of(1, -2, 3, 0.5, -1, 0)
    const again = times(back, times(forward, there))
    for (const [j, x] of there.entries()) expect(again[j]).toBeCloseTo(x, 9)
  })

  it('is hardly turned by a twentieth of rows far out', () => {
    const shifted = Float64Array.of(0, 0, 0, 5, 0, 0)
    const clean = times(whiteningOf(rows(5000), 5000, WIDTH).forward, shifted)
    const soiled = times(whiteningOf(rows(5000, 0.05), 5000, WIDTH).forward, shifted)
    expect(Math.hypot(...soiled)).toBeGreaterThan(0.75 * Math.hypot(...clean))
  })

  it('answers no rows and rows of zeros with finite numbers', () => {
    for (const { forward, back } of [
      whiteningOf(new Float32Array(0), 0, 3),
      whiteningOf(new Float32Array(9), 3, 3),
    ])
      expect([...forward, ...back].every(Number.isFinite)).toBe(true)
  })
})
