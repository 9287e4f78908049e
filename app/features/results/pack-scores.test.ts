import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Packing, packScores, unpackTask, wordsFor } from './pack-scores.ts'

function works(packing: Packing) {
  const top = packing === 4 ? 12 : 252
  const score = fc.oneof(fc.integer({ min: 0, max: top }), fc.constantFrom(253, 254, 255))
  return fc.tuple(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 20 })).chain(([tasks, rows]) =>
    fc.record({
      tasks: fc.constant(tasks),
      rows: fc.constant(rows),
      scores: fc.array(score, { minLength: tasks * rows, maxLength: tasks * rows }),
    }),
  )
}

test.each([4, 8] as const)('%i bits: what is packed comes out again, for every task and row', packing => {
  fc.assert(
    fc.property(works(packing), ({ tasks, rows, scores }) => {
      const words = packScores(Uint8Array.from(scores), tasks, packing)
      expect(words).toHaveLength(wordsFor(tasks, packing))
      const every = Uint32Array.from({ length: rows }, (_, row) => row)
      for (let task = 0; task < tasks; task++) {
        const target = new Uint8Array(rows)
        unpackTask(words[Math.floor((task * packing) / 64)], task, packing, every, rows, target, 0)
        expect([...target]).toEqual([...every].map(row => scores[row * tasks + task]))
      }
    }),
  )
})

test('chosen rows go to their place in a longer column', () => {
  const words = packScores(Uint8Array.from([1, 2, 3, 4, 5, 6]), 2, 4)
  const target = new Uint8Array(4)
  unpackTask(words[0], 1, 4, Uint32Array.from([0, 2, 99]), 2, target, 1)
  expect([...target]).toEqual([0, 2, 6, 0])
})

test('the first task has the lowest bits, codes are the highest values', () => {
  expect(packScores(Uint8Array.from([3, 255, 254, 253]), 4, 4)[0][0]).toBe(0xdef3n)
  expect(packScores(Uint8Array.from([3, 255]), 2, 8)[0][0]).toBe(0xff03n)
})

test('twenty tasks take two words of 4 bits, none take none', () => {
  expect([wordsFor(16, 4), wordsFor(17, 4), wordsFor(20, 4), wordsFor(20, 8), wordsFor(0, 4)]).toEqual([
    1, 2, 2, 3, 0,
  ])
  expect(packScores(new Uint8Array(0), 0, 4)).toEqual([])
})
