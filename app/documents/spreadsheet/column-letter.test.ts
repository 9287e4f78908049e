import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnLetter, columnOfReference } from './column-letter.ts'

test('letters at the borders of one, two and three', () => {
  expect([0, 25, 26, 27, 701, 702, 16_383].map(columnLetter)).toEqual([
    'A',
    'Z',
    'AA',
    'AB',
    'ZZ',
    'AAA',
    'XFD',
  ])
})

test('a reference leads back to the column it was made from', () => {
  fc.assert(
    fc.property(fc.nat(16_383), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
      expect(columnOfReference(`${columnLetter(column)}${row}`)).toBe(column)
    }),
  )
})

test.each(['', 'A', '12', 'A1B', 'Ж1', 'A-1'])('«%s» is not a reference', reference => {
  expect(columnOfReference(reference)).toBe(-1)
})
