import { expect, it } from 'vitest'
import { readDay } from './read-day.ts'

it('reads a day however it is written, and nothing else', () => {
  expect(readDay('01.01.2000')).toBe(1)
  expect(readDay(36_526)).toBe(1)
  // 11.04.2022 is day 44 662 of a spreadsheet.
  const day = 44_662 - 36_526 + 1
  for (const cell of [
    '11.04.2022',
    ' 11.04.2022 14:05',
    '2022-04-11',
    '2022-04-11T09:00:00Z',
    44_662,
    44_662.7,
    '44662',
  ])
    expect(readDay(cell)).toBe(day)
  for (const cell of [null, '', 'вчера', '31.02.2022', '11.13.2022', 12, -5, true, '1.1.20223'])
    expect(readDay(cell)).toBe(0)
})
