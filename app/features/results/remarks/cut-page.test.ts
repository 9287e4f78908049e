import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutPage, readPosition, writePosition } from './cut-page.ts'

const sizes = fc.array(fc.nat({ max: 12 }), { maxLength: 6 })

it('pages one after another give every row of every segment once, in order', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 9 }), (of, limit) => {
      const segments = of.map((size, index) => ({ id: 100 - index, size }))
      const seen: string[] = []
      let next: ReturnType<typeof cutPage>['next'] = null
      do {
        const page = cutPage(segments, next, limit)
        expect(page.pieces.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(limit)
        for (const { id, from, count } of page.pieces)
          for (let i = from; i < from + count; i++) seen.push(`${id}.${i}`)
        next = page.next && readPosition(writePosition(page.next))
      } while (next)
      expect(seen).toEqual(
        segments.flatMap(({ id, size }) => Array.from({ length: size }, (_, i) => `${id}.${i}`)),
      )
    }),
  )
})

it('goes on where it was, though a newer file came and the one it stood in went', () => {
  const start = { id: 7, from: 3 }
  expect(
    cutPage(
      [
        { id: 9, size: 5 },
        { id: 7, size: 5 },
      ],
      start,
      10,
    ).pieces,
  ).toEqual([{ id: 7, from: 3, count: 2 }])
  expect(cutPage([{ id: 6, size: 2 }], start, 10).pieces).toEqual([{ id: 6, from: 0, count: 2 }])
})

it.each(['', '5', '5.', '.5', '5.5.5', '-1.2', '1e3.1', '99999999999.1'])('«%s» is no position', cursor => {
  expect(readPosition(cursor)).toBeNull()
})
