import fc from 'fast-check'
import { expect, it } from 'vitest'
import { windowOf } from './coverage-window.ts'

const SIZE = { drawn: 36, step: 8 }

it('draws all of what is few', () => {
  expect(windowOf(0, 5, SIZE)).toEqual({ from: 0, to: 5, before: 0, after: 0 })
})

it('begins a step before what is in sight, and stands still within a step', () => {
  expect(windowOf(16, 200, SIZE)).toEqual({ from: 8, to: 44, before: 8, after: 156 })
  expect(windowOf(23, 200, SIZE)).toEqual(windowOf(16, 200, SIZE))
})

it('holds whatever a screen shows of it, wherever it is scrolled to', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (count, wanted) => {
      const seen = SIZE.drawn - 2 * SIZE.step
      const first = Math.min(wanted, Math.max(0, count - seen))
      const { from, to, before, after } = windowOf(first, count, SIZE)
      expect(from).toBeLessThanOrEqual(first)
      expect(to).toBeGreaterThanOrEqual(Math.min(count, first + seen))
      expect(before + (to - from) + after).toBe(count)
    }),
  )
})
