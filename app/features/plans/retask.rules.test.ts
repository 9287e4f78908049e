import { expect, test } from 'vitest'
import { retask, type StandingTask } from './retask.rules.ts'

const task = (id: number, dueOn: string | null, more: Partial<StandingTask> = {}): StandingTask => ({
  ...{ id, position: id, state: 'not-started', dueOn, plannedOn: null, touched: false },
  ...more,
})
const days = (...due: (string | null)[]) => due.map(dueOn => ({ dueOn }))
const changes = (held: readonly StandingTask[], ...due: (string | null)[]) => {
  const { standing: _, ...rest } = retask(held, days(...due))
  return rest
}
const NOTHING = { gone: [], moved: [], added: [] }

test('the same days change nothing, done or not', () => {
  expect(changes([task(1, '2021-03-12'), task(2, '2021-06-12')], '2021-03-12', '2021-06-12')).toEqual(NOTHING)
  const done = { state: 'accepted', touched: true } as const
  expect(changes([task(1, '2021-03-12', done), task(2, '2021-06-12')], '2021-03-12', '2021-06-12')).toEqual(
    NOTHING,
  )
  expect(changes([task(1, '2021-03-12', done)], '2021-04-12')).toEqual(NOTHING)
})

test('tasks with which nothing was done take the new days in their order; the rest goes or is added', () => {
  const held = [task(1, '2021-03-12'), task(2, '2021-06-12')]
  expect(changes(held, '2021-04-12')).toEqual({
    ...{ gone: [2], added: [] },
    moved: [{ id: 1, dueOn: '2021-04-12', told: false }],
  })
  expect(changes(held, '2021-03-12', '2021-07-12', null)).toEqual({
    ...{ gone: [], added: [{ position: 3, dueOn: null }] },
    moved: [{ id: 2, dueOn: '2021-07-12', told: false }],
  })
})

test('one that somebody is at moves, unless it was put off; several stay, and stand for their days', () => {
  const started = { state: 'in-progress', touched: true } as const
  expect(changes([task(1, '2021-03-12', started), task(2, null)], '2021-04-12')).toEqual({
    ...{ gone: [2], added: [] },
    moved: [{ id: 1, dueOn: '2021-04-12', told: true }],
  })
  const putOff = { state: 'postponed', touched: true, plannedOn: '2021-03-12' } as const
  expect(changes([task(1, '2021-05-01', putOff)], '2021-04-12')).toEqual(NOTHING)
  expect(retask([task(1, '2021-05-01', putOff)], days('2021-03-12', '2021-06-12'))).toEqual({
    ...{ gone: [], moved: [], added: [{ position: 2, dueOn: '2021-06-12' }] },
    standing: [
      { state: 'postponed', dueOn: '2021-05-01' },
      { state: 'not-started', dueOn: '2021-06-12' },
    ],
  })
})
