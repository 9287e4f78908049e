import { expect, it } from 'vitest'
import { type Standing, standsOtherwise } from './standing.ts'

const then: Standing = {
  day: '2026-11-22',
  replies: [
    [7, { id: 'signal.reply.overdue', params: { days: 2 } }],
    [3, { id: 'signal.reply.asked', params: { day: '2026-12-01' } }],
  ],
  federal: [
    [
      11,
      [
        [2021, ['4 РУ']],
        [2022, []],
      ],
    ],
  ],
  measures: [
    {
      unitId: 11,
      states: [
        { state: 'accepted', count: 2, late: 0, addressed: 1 },
        { state: 'in-progress', count: 1, late: 0, addressed: 0 },
      ],
      addressed: [{ text: 'Перепроверить работы', dueOn: '2026-12-01', state: 'accepted', late: false }],
    },
  ],
}
const [measures] = then.measures

it('is the same whatever day it is read on, and in whatever order', () => {
  const now: Standing = {
    ...{
      day: '2026-11-29',
      federal: [
        [
          11,
          [
            [2022, []],
            [2021, ['4 РУ']],
          ],
        ],
      ],
    },
    // Seven days later it is late by seven days more.
    replies: [then.replies[1], [7, { params: { days: 9 }, id: 'signal.reply.overdue' }]],
    measures: [{ ...measures, states: measures.states.toReversed() }],
  }
  expect(standsOtherwise(then, now)).toBe(false)
})

it.each<[string, Partial<Standing>]>([
  ['a reply came', { replies: [then.replies[0], [3, { id: 'signal.reply.replied', params: {} }]] }],
  [
    'a term was moved',
    { replies: [then.replies[0], [3, { id: 'signal.reply.asked', params: { day: '2026-12-08' } }]] },
  ],
  [
    'a list was loaded',
    {
      federal: [
        [
          11,
          [
            [2021, ['4 РУ']],
            [2022, []],
            [2023, []],
          ],
        ],
      ],
    },
  ],
  [
    'a measure became late',
    { measures: [{ ...measures, states: [measures.states[0], { ...measures.states[1], late: 1 }] }] },
  ],
  ['an addressed measure was taken out', { measures: [{ ...measures, addressed: [] }] }],
])('stands otherwise where %s', (_, change) => {
  expect(standsOtherwise(then, { ...then, ...change })).toBe(true)
})
