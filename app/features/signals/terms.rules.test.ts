import { describe, expect, it } from 'vitest'
import { OUTCOMES, SIGNAL_STATES } from './contract.ts'
import { type Replying, replyStateOf } from './reply-state.rules.ts'
import { escalationOf, isDueTomorrow, isOverdue, overdueDays } from './terms.rules.ts'

const TODAY = '2021-03-01'
const asked = (dueOn: string) => ({ state: 'asked' as const, dueOn })

describe('a term', () => {
  it('is kept on its last day and passed on the next; only who is asked owes', () => {
    expect([isOverdue(asked(TODAY), TODAY), overdueDays(asked(TODAY), TODAY)]).toEqual([false, null])
    expect([isOverdue(asked('2021-02-28'), TODAY), overdueDays(asked('2021-02-28'), TODAY)]).toEqual([
      true,
      1,
    ])
    expect(overdueDays(asked('2020-03-01'), TODAY)).toBe(365)
    for (const state of SIGNAL_STATES)
      if (state !== 'asked') expect(overdueDays({ state, dueOn: '2021-01-01' }, TODAY)).toBeNull()
  })

  it('is reminded of on the day before, over the end of a month too', () => {
    expect(isDueTomorrow(asked('2021-03-02'), TODAY)).toBe(true)
    expect(isDueTomorrow(asked('2021-03-01'), '2021-02-28')).toBe(true)
    expect(isDueTomorrow(asked(TODAY), TODAY)).toBe(false)
    expect(isDueTomorrow(asked('2021-03-03'), TODAY)).toBe(false)
    expect(isDueTomorrow({ state: 'replied', dueOn: '2021-03-02' }, TODAY)).toBe(false)
  })

  it('goes up after three days to the municipality, after ten to the region', () => {
    const level = (dueOn: string, hasMunicipality = true) =>
      escalationOf({ ...asked(dueOn), hasMunicipality }, TODAY)
    expect(level('2021-02-27')).toBe(0)
    expect(level('2021-02-26')).toBe(1)
    expect(level('2021-02-20')).toBe(1)
    expect(level('2021-02-19')).toBe(2)
    expect(level('2021-02-26', false)).toBe(2)
    expect(level('2021-02-27', false)).toBe(0)
  })
})

describe('the state of the reply', () => {
  const of = (over: Partial<Replying>) =>
    replyStateOf(
      { state: 'open', dueOn: null, outcome: null, published: true, repliedOn: null, ...over },
      TODAY,
    )

  it('is said for every state', () => {
    expect(of({})).toEqual({ id: 'signal.reply.open', params: {} })
    expect(of({ published: false })).toEqual({ id: 'signal.reply.draft', params: {} })
    expect(of({ published: false, state: 'withdrawn' }).id).toBe('signal.reply.withdrawn')
    expect(of({ ...asked('2021-03-05') })).toEqual({
      id: 'signal.reply.asked',
      params: { day: '2021-03-05' },
    })
    expect(of({ ...asked('2021-03-05'), repliedOn: '2021-02-20' }).id).toBe('signal.reply.returned')
    expect(of({ ...asked('2021-02-27') })).toEqual({ id: 'signal.reply.overdue', params: { days: 2 } })
    const replied = { state: 'replied' as const, dueOn: '2021-02-20' }
    expect(of({ ...replied, repliedOn: '2021-02-20' }).id).toBe('signal.reply.replied')
    expect(of({ ...replied, repliedOn: '2021-02-21' })).toEqual({
      id: 'signal.reply.late',
      params: { day: '2021-02-21' },
    })
    expect(of({ ...replied, dueOn: null, repliedOn: '2021-02-21' }).id).toBe('signal.reply.replied')
    for (const outcome of OUTCOMES) {
      expect(of({ state: 'closed', outcome }).id).toBe(`signal.reply.${outcome}-unheard`)
      expect(of({ state: 'closed', outcome, repliedOn: TODAY }).id).toBe(`signal.reply.${outcome}`)
    }
    expect(of({ state: 'withdrawn' }).id).toBe('signal.reply.withdrawn')
    expect(of({ state: 'superseded' }).id).toBe('signal.reply.superseded')
  })
})
