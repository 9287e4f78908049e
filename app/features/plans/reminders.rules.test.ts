import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escalationsOf, type RemindedTask, remindersFor } from './reminders.rules.ts'
import type { TaskState } from './rules.ts'

const TODAY = '2022-03-10'
const task = (over: Partial<RemindedTask> = {}): RemindedTask => ({
  ...{ id: 1, state: 'not-started', dueOn: '2022-03-17', planState: 'approved', returnedAt: null },
  ...over,
})
const NONE: ReadonlySet<string> = new Set()
const lines = (over: Partial<RemindedTask>, today = TODAY, told = NONE) =>
  remindersFor([task(over)], { today, told }).map(({ kind, days }) => `${kind} ${days}`)

/** What is told day after day, the keys of each being kept. */
function tellDaily(changes: Readonly<Record<string, Partial<RemindedTask>>>, days: readonly string[]) {
  const told = new Set<string>()
  const log: string[] = []
  let now = task()
  for (const today of days) {
    now = { ...now, ...changes[today] }
    const due = [...remindersFor([now], { today, told })]
    const up = escalationsOf([now], { today, told, afterDays: 10 })
    for (const { kind, key } of due) log.push(`${today} ${kind}`) && told.add(key)
    for (const { key } of up) log.push(`${today} escalated`) && told.add(key)
  }
  return log
}
const march = (...days: readonly number[]) => days.map(day => `2022-03-${String(day).padStart(2, '0')}`)
const all = march(...Array.from({ length: 31 }, (_, at) => at + 1))

describe('a person', () => {
  it('is told a week ahead, the day before, and when it is late', () => {
    expect(lines({})).toEqual(['soon 7'])
    expect(lines({ dueOn: '2022-03-18' })).toEqual([])
    expect(lines({ dueOn: '2022-03-12' })).toEqual(['soon 2'])
    expect(lines({ dueOn: '2022-03-11' })).toEqual(['tomorrow 1'])
    expect(lines({ dueOn: TODAY })).toEqual(['tomorrow 0'])
    expect(lines({ dueOn: '2022-03-09' })).toEqual(['overdue -1'])
    expect(lines({ dueOn: '2021-03-09' })).toEqual(['overdue -366'])
    expect(lines({ dueOn: null })).toEqual([])
  })

  it('is told of a return, with the term that runs', () => {
    const returned = { state: 'returned', returnedAt: '2022-03-09T10:00:00Z' } as const
    expect(lines({ ...returned, dueOn: null })).toEqual(['returned null'])
    expect(lines({ ...returned, dueOn: '2022-03-09' })).toEqual(['returned -1', 'overdue -1'])
  })

  it('owes nothing of what is submitted or ended, nor of a plan that is not in force', () => {
    for (const state of ['submitted', 'accepted', 'cancelled'] as TaskState[])
      expect([state, lines({ state, dueOn: TODAY })]).toEqual([state, []])
    expect(lines({ planState: 'draft', dueOn: TODAY })).toEqual([])
    expect(lines({ planState: 'closed', dueOn: '2022-03-01' })).toEqual([])
  })

  it('has the most pressing line first', () => {
    const tasks = [
      task({ id: 1 }),
      task({ id: 2, dueOn: '2022-03-11' }),
      task({ id: 3, dueOn: '2022-03-08' }),
      task({ id: 4, dueOn: '2022-03-01' }),
      task({ id: 5, dueOn: null, state: 'returned' }),
    ]
    expect(remindersFor(tasks, { today: TODAY, told: NONE }).map(({ task: id }) => id)).toEqual([
      5, 4, 3, 2, 1,
    ])
  })
})

describe('each line', () => {
  it('is told once, day after day', () => {
    expect(tellDaily({}, all)).toEqual([
      '2022-03-10 soon',
      '2022-03-16 tomorrow',
      '2022-03-18 overdue',
      '2022-03-27 escalated',
    ])
  })

  it('is made up for after days without service, the last of them only', () => {
    expect(tellDaily({}, march(5, 12, 13, 17, 30, 31))).toEqual([
      '2022-03-12 soon',
      '2022-03-17 tomorrow',
      '2022-03-30 overdue',
      '2022-03-30 escalated',
    ])
    expect(tellDaily({}, march(5, 20))).toEqual(['2022-03-20 overdue'])
  })

  it('is told anew of a moved term and of another return', () => {
    const changes = {
      '2022-03-19': { state: 'postponed', dueOn: '2022-03-25' },
      '2022-03-20': { state: 'returned', returnedAt: 'a' },
      '2022-03-22': { state: 'returned', returnedAt: 'b' },
    } as const
    expect(tellDaily(changes, all)).toEqual([
      ...['2022-03-10 soon', '2022-03-16 tomorrow', '2022-03-18 overdue', '2022-03-19 soon'],
      ...['2022-03-20 returned', '2022-03-22 returned', '2022-03-24 tomorrow', '2022-03-26 overdue'],
    ])
  })

  it('once each on any days of service (property)', () => {
    const days = fc.uniqueArray(fc.constantFrom(...all)).map(list => list.toSorted())
    fc.assert(
      fc.property(days, list => {
        const kinds = tellDaily({}, list).map(line => line.slice(11))
        expect(new Set(kinds).size).toBe(kinds.length)
        if (list.some(day => day > '2022-03-17')) expect(kinds).toContain('overdue')
        expect(kinds.includes('escalated')).toBe(list.some(day => day >= '2022-03-27'))
      }),
    )
  })
})

describe('the level above', () => {
  const up = (over: Partial<RemindedTask>, afterDays = 10) =>
    escalationsOf([task(over)], { today: TODAY, told: NONE, afterDays }).map(({ days }) => days)

  it('is told after as many days as are set, but never before it is late', () => {
    expect([up({ dueOn: '2022-03-01' }), up({ dueOn: '2022-02-28' })]).toEqual([[], [10]])
    expect([up({ dueOn: '2022-03-08' }, 3), up({ dueOn: '2022-03-07' }, 3)]).toEqual([[], [3]])
    expect([up({ dueOn: TODAY }, 0), up({ dueOn: '2022-03-09' }, 0)]).toEqual([[], [1]])
    expect(up({ dueOn: '2022-01-01', state: 'submitted' })).toEqual([])
    expect(up({ dueOn: '2022-01-01', planState: 'closed' })).toEqual([])
    expect(up({ dueOn: null })).toEqual([])
  })
})
