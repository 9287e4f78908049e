import { describe, expect, it } from 'vitest'
import { worksToRecheck } from './recheck-size.ts'

describe('works to re-mark', () => {
  // 20·19·…·10 / (25·24·…·15) = 0.0377 at n = 11 and 0.0565 at n = 10.
  it.each([
    [25, 11],
    [100_000, 14],
    [5, 5],
    [1, 1],
  ])('a class of %i: %i', (works, n) => {
    expect(worksToRecheck(works)).toBe(n)
  })

  it('asks for fewer when more is changed, and for no more than there are', () => {
    for (let works = 1; works < 60; works++) {
      expect(worksToRecheck(works, { changed: 0.5 })).toBeLessThanOrEqual(
        worksToRecheck(works, { changed: 0.2 }),
      )
      expect(worksToRecheck(works)).toBeLessThanOrEqual(works)
    }
  })
})
