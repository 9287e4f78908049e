import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../accounts/index.ts'
import { OUTCOMES, SIGNAL_ACTS, SIGNAL_STATES } from './contract.ts'
import {
  type Act,
  actsOf,
  afterPublishingAnother,
  afterUndoing,
  type Doing,
  isDoer,
  type Level,
  levelOf,
  opensCase,
  type SignalFacts,
  stateAfter,
  whyNot,
} from './rules.ts'

const TODAY = '2021-06-10'
const LEVELS: readonly Level[] = ['region', 'municipality', 'school', 'heir']
const signal = (over: Partial<SignalFacts> = {}): SignalFacts => ({
  state: 'open',
  dueOn: null,
  published: true,
  dataUndone: false,
  forwarded: false,
  replied: false,
  school: 'present',
  ...over,
})
const asked = (over: Partial<SignalFacts> = {}) => signal({ state: 'asked', dueOn: '2021-06-15', ...over })
const replied = (over: Partial<SignalFacts> = {}) => asked({ state: 'replied', replied: true, ...over })
const refusal = (facts: SignalFacts, act: Act, with_: Partial<Doing> = {}) =>
  whyNot(facts, { act, today: TODAY, text: 'Так нужно.', ...with_ })

describe('acts on a signal', () => {
  /** Everything that is possible, one line a state; whatever stands here for no state is refused. */
  const POSSIBLE: Readonly<Record<string, Partial<Record<Act, string>>>> = {
    open: { ask: 'asked', comment: 'open', reply: 'replied', close: 'closed' },
    asked: { extend: 'asked', forward: 'asked', comment: 'asked', reply: 'replied', close: 'closed' },
    replied: { comment: 'replied', reply: 'replied', return: 'asked', close: 'closed' },
    closed: { comment: 'closed', reopen: 'open' },
    withdrawn: {},
    superseded: {},
  }

  it.each(SIGNAL_STATES)(
    'of state %s lead where they should, and all others are refused by that name',
    state => {
      for (const act of SIGNAL_ACTS) {
        const facts = signal({ state, dueOn: state === 'asked' ? '2021-06-15' : null })
        const code = refusal(facts, act, { outcome: 'cleared' })
        const leadsTo = POSSIBLE[state][act]
        expect({ act, code }).toEqual({ act, code: leadsTo === undefined ? `signal-${state}` : null })
        if (leadsTo !== undefined) expect({ act, to: stateAfter(facts, act) }).toEqual({ act, to: leadsTo })
      }
    },
  )

  it('reopens to the reply where there was one, else to the start', () => {
    expect(stateAfter({ state: 'closed', replied: true }, 'reopen')).toBe('replied')
    expect(stateAfter({ state: 'closed', replied: false }, 'reopen')).toBe('open')
  })

  it('wait until the run is published, all of them', () => {
    for (const state of SIGNAL_STATES)
      for (const act of SIGNAL_ACTS)
        expect(refusal(signal({ state, published: false }), act, { outcome: 'cleared' })).not.toBeNull()
    expect(refusal(signal({ published: false }), 'ask', { dueOn: '2021-06-15' })).toBe('signal-not-published')
  })

  it('give the school at least a day, and more time is later than before', () => {
    const ask = (dueOn: string) => refusal(signal(), 'ask', { dueOn })
    expect(ask('2021-06-09')).toBe('signal-due-too-early')
    expect(ask(TODAY)).toBe('signal-due-too-early')
    expect(ask('2021-06-11')).toBeNull()
    expect(ask('2022-06-10')).toBeNull()
    expect(ask('2022-06-11')).toBe('signal-due-too-late')
    expect(ask('9999-12-31')).toBe('signal-due-too-late')
    expect(refusal(replied(), 'return', { dueOn: TODAY })).toBe('signal-due-too-early')
    expect(refusal(replied(), 'return', { dueOn: '2021-06-11' })).toBeNull()
    const extend = (dueOn: string, before: string) => refusal(asked({ dueOn: before }), 'extend', { dueOn })
    expect(extend('2021-06-15', '2021-06-15')).toBe('signal-due-not-later')
    expect(extend('2021-06-16', '2021-06-15')).toBeNull()
    // A term that has passed can still be moved on, from tomorrow.
    expect(extend(TODAY, '2021-06-01')).toBe('signal-due-too-early')
    expect(extend('2021-06-11', '2021-06-01')).toBeNull()
  })

  it('end a signal as far as the school has been heard', () => {
    const OVERDUE = { dueOn: '2021-06-09' }
    const cases: readonly [string, SignalFacts, Record<string, string | null>][] = [
      ['open', signal(), { cleared: null, confirmed: 'signal-not-heard', insufficient: 'signal-not-asked' }],
      [
        'asked',
        asked(),
        { cleared: null, confirmed: 'signal-not-heard', insufficient: 'signal-term-running' },
      ],
      [
        'last day',
        asked({ dueOn: TODAY }),
        { cleared: null, confirmed: 'signal-not-heard', insufficient: 'signal-term-running' },
      ],
      ['overdue', asked(OVERDUE), { cleared: null, confirmed: 'signal-not-heard', insufficient: null }],
      ['replied', replied(), { cleared: null, confirmed: null, insufficient: null }],
      [
        'gone, open',
        signal({ school: 'gone' }),
        { cleared: null, confirmed: 'signal-not-heard', insufficient: null },
      ],
      [
        'gone, asked',
        asked({ school: 'gone' }),
        { cleared: null, confirmed: 'signal-not-heard', insufficient: null },
      ],
      [
        'undone',
        replied({ dataUndone: true }),
        { cleared: null, confirmed: 'signal-data-undone', insufficient: null },
      ],
    ]
    for (const [name, facts, expected] of cases)
      expect([
        name,
        Object.fromEntries(OUTCOMES.map(outcome => [outcome, refusal(facts, 'close', { outcome })])),
      ]).toEqual([name, expected])
  })

  it('ask nobody at a school that is no more, and nothing again of undone data', () => {
    expect(refusal(signal({ school: 'gone' }), 'ask', { dueOn: '2021-06-15' })).toBe('signal-school-gone')
    expect(refusal(replied({ school: 'gone' }), 'return', { dueOn: '2021-06-15' })).toBe('signal-school-gone')
    expect(refusal(asked({ school: 'gone' }), 'extend', { dueOn: '2021-06-25' })).toBe('signal-school-gone')
    expect(refusal(asked({ school: 'gone' }), 'reply')).toBeNull()
    expect(refusal(signal({ state: 'closed', dataUndone: true }), 'reopen')).toBe('signal-data-undone')
  })

  it('say why, every one of them: a step without a reason is refused', () => {
    const from: Readonly<Record<Act, SignalFacts>> = {
      ...{ ask: signal(), extend: asked(), forward: asked(), comment: asked(), reply: asked() },
      ...{ return: replied(), close: replied(), reopen: signal({ state: 'closed' }) },
    }
    for (const act of SIGNAL_ACTS) {
      const dueOn = act === 'ask' || act === 'extend' || act === 'return' ? '2021-06-20' : undefined
      const said = (text?: string) =>
        refusal(from[act], act, { outcome: 'cleared', text, ...(dueOn ? { dueOn } : {}) })
      expect([act, said('Да')]).toEqual([act, null])
      for (const nothing of [undefined, '', '  ', '—', '.', '?', '1'])
        expect([act, nothing, said(nothing)]).toEqual([act, nothing, 'signal-reason-missing'])
    }
    // What may be done is offered before the reason is written.
    expect(actsOf(signal(), 'analyst', 'region')).toContain('ask')
  })

  it('are passed on once for each asking', () => {
    expect(refusal(asked(), 'forward')).toBeNull()
    expect(refusal(asked({ forwarded: true }), 'forward')).toBe('signal-forwarded')
  })
})

describe('who acts', () => {
  /** Role and level of everybody who may; 10 roles × 4 levels × 8 acts are tried against it. */
  const MAY: Readonly<Record<Act, readonly string[]>> = {
    ask: ['analyst region', 'municipality municipality'],
    extend: ['analyst region', 'municipality municipality'],
    forward: ['municipality municipality'],
    comment: [
      'ministry region',
      'analyst region',
      'institute region',
      'methodist region',
      'municipality municipality',
      'methodist municipality',
    ],
    reply: ['head school', 'coordinator school', 'head heir', 'coordinator heir'],
    return: ['analyst region'],
    close: ['analyst region'],
    reopen: ['analyst region'],
  }

  it.each(SIGNAL_ACTS)('%s: these and nobody else', act => {
    const may = ROLES.flatMap(role =>
      LEVELS.filter(level => isDoer(act, role, level)).map(level => `${role} ${level}`),
    )
    expect(may.sort()).toEqual([...MAY[act]].sort())
  })

  it('is told by where the person stands', () => {
    expect(levelOf('1.', '1.5.33.')).toBe('region')
    expect(levelOf('1.5.', '1.5.33.')).toBe('municipality')
    expect(levelOf('1.5.33.', '1.5.33.')).toBe('school')
    expect(levelOf('1.5.34.', '1.5.33.')).toBe('heir')
    expect(levelOf('1.5.3.', '1.5.33.')).toBe('heir')
    expect(levelOf('1.', '1.33.')).toBe('region')
  })

  it('opens the works by code at the school itself and in the region alone', () => {
    const open = LEVELS.flatMap(level =>
      ROLES.filter(role => opensCase(role, level)).map(role => `${role} ${level}`),
    )
    expect(open).toEqual(['analyst region', 'head school', 'coordinator school'])
  })

  it('is offered what they may do now', () => {
    expect(actsOf(signal(), 'analyst', 'region')).toEqual(['ask', 'comment', 'close'])
    expect(actsOf(asked(), 'municipality', 'municipality')).toEqual(['extend', 'forward', 'comment'])
    expect(actsOf(asked(), 'head', 'school')).toEqual(['reply'])
    expect(actsOf(asked(), 'coordinator', 'municipality')).toEqual([])
    expect(actsOf(replied(), 'analyst', 'region')).toEqual(['comment', 'return', 'close'])
    expect(actsOf(signal({ state: 'closed' }), 'ministry', 'region')).toEqual(['comment'])
    expect(actsOf(signal({ published: false }), 'analyst', 'region')).toEqual([])
    expect(actsOf(signal({ state: 'superseded' }), 'analyst', 'region')).toEqual([])
  })
})

describe('what happens to a signal by itself', () => {
  it('touches only what nobody has been asked', () => {
    expect(SIGNAL_STATES.map(afterUndoing)).toEqual([
      'withdrawn',
      'asked',
      'replied',
      'closed',
      'withdrawn',
      'superseded',
    ])
    expect(SIGNAL_STATES.map(afterPublishingAnother)).toEqual([
      'superseded',
      'asked',
      'replied',
      'closed',
      'withdrawn',
      'superseded',
    ])
  })
})

describe('any way of a signal', () => {
  const event = fc.record({
    act: fc.constantFrom<Act | 'undo' | 'publish-another'>(...SIGNAL_ACTS, 'undo', 'publish-another'),
    outcome: fc.constantFrom(...OUTCOMES),
    days: fc.integer({ min: -3, max: 9 }),
    pause: fc.nat({ max: 5 }),
  })

  it('keeps its promises: heard before confirmed, a term while asked, an outcome when closed', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), events => {
        let facts = signal()
        let outcome: string | null = null
        let today = TODAY
        for (const { act, days, pause, ...given } of events) {
          today = shift(today, pause)
          const before = facts
          if (act === 'undo') facts = { ...facts, dataUndone: true, state: afterUndoing(facts.state) }
          else if (act === 'publish-another') facts = { ...facts, state: afterPublishingAnother(facts.state) }
          else {
            const doing = { act, today, outcome: given.outcome, dueOn: shift(today, days) }
            if (whyNot(facts, doing) !== null) continue
            facts = { ...facts, state: stateAfter(facts, act), replied: facts.replied || act === 'reply' }
            if (act === 'ask' || act === 'extend' || act === 'return')
              facts = { ...facts, dueOn: doing.dueOn }
            if (act === 'forward') facts = { ...facts, forwarded: true }
            outcome = act === 'close' ? given.outcome : act === 'comment' ? outcome : null
            if (act === 'close' && given.outcome === 'confirmed')
              expect([before.replied, before.dataUndone]).toEqual([true, false])
            if (act === 'ask' || act === 'extend' || act === 'return') expect(facts.dueOn! > today).toBe(true)
          }
          expect(facts.state === 'closed').toBe(outcome !== null)
          if (facts.state === 'asked') expect(facts.dueOn).not.toBeNull()
          if (facts.state === 'replied') expect(facts.replied).toBe(true)
          if (before.state === 'withdrawn' || before.state === 'superseded')
            expect(facts.state).toBe(before.state)
        }
      }),
    )
  })
})

function shift(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}
