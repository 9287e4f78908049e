import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../accounts/index.ts'
import {
  type Act,
  actsOf,
  type Doing,
  type Evidence,
  type From,
  isDoer,
  isLocked,
  mayEdit,
  type PlanState,
  stateAfter,
  type TaskFacts,
  type TaskState,
  whyNot,
} from './rules.ts'

const TODAY = '2022-03-10'
const STATES: readonly TaskState[] = [
  'not-started',
  'in-progress',
  'submitted',
  'accepted',
  'returned',
  'postponed',
  'cancelled',
]
const ACTS: readonly Act[] = [
  'start',
  'submit',
  'accept',
  'return',
  'postpone',
  'cancel',
  'restore',
  'comment',
  'add-case',
]
const LEVELS = ['region', 'municipality', 'school'] as const

const task = (over: Partial<TaskFacts> = {}): TaskFacts => ({
  state: 'not-started',
  stateBefore: null,
  dueOn: '2022-03-20',
  planState: 'approved',
  planLevel: 'school',
  fromAbove: false,
  mandatory: false,
  byEvent: false,
  submittedBy: null,
  ...over,
})
const REASON = 'Занятия перенесены из-за карантина.'
const head = { account: 'anna', role: 'head', from: 'own' } as const
const office = { account: 'boris', role: 'municipality', from: 'above' } as const
const refusal = (facts: TaskFacts, act: Act, over: Partial<Doing> = {}) =>
  whyNot(facts, { ...head, act, today: TODAY, words: REASON, dueOn: '2022-04-01', ...over })

describe('acts on a task', () => {
  /** Everything that is possible; what stands here for no state is refused by that state's name. */
  const POSSIBLE: Readonly<Record<TaskState, Partial<Record<Act, TaskState>>>> = {
    'not-started': {
      ...{ start: 'in-progress', submit: 'submitted', postpone: 'postponed', cancel: 'cancelled' },
      ...{ comment: 'not-started', 'add-case': 'not-started' },
    },
    'in-progress': {
      ...{ submit: 'submitted', postpone: 'postponed', cancel: 'cancelled' },
      ...{ comment: 'in-progress', 'add-case': 'in-progress' },
    },
    submitted: {
      ...{ submit: 'submitted', accept: 'accepted', return: 'returned' },
      ...{ comment: 'submitted', 'add-case': 'submitted' },
    },
    accepted: { restore: 'submitted', comment: 'accepted', 'add-case': 'accepted' },
    returned: {
      ...{ submit: 'submitted', postpone: 'postponed', cancel: 'cancelled' },
      ...{ comment: 'returned', 'add-case': 'returned' },
    },
    postponed: {
      ...{ start: 'in-progress', submit: 'submitted', postpone: 'postponed', cancel: 'cancelled' },
      ...{ comment: 'postponed', 'add-case': 'postponed' },
    },
    cancelled: { restore: 'in-progress', comment: 'cancelled' },
  }

  it.each(STATES)('of state %s lead where they should', state => {
    for (const act of ACTS) {
      const facts = task({ state, stateBefore: 'in-progress', byEvent: true, fromAbove: true })
      const to = POSSIBLE[state][act]
      const code = refusal(facts, act, state === 'accepted' ? office : head)
      expect({ act, code }).toEqual({ act, code: to === undefined ? `measure-${state}` : null })
      if (to !== undefined) expect({ act, to: stateAfter(facts, act) }).toEqual({ act, to })
    }
  })

  it('go on where they were when taken up again', () => {
    for (const stateBefore of STATES)
      expect(stateAfter({ state: 'cancelled', stateBefore }, 'restore')).toBe(stateBefore)
    expect(stateAfter({ state: 'cancelled', stateBefore: null }, 'restore')).toBe('not-started')
  })

  it('wait for the plan to be approved, and end with it', () => {
    for (const state of STATES)
      for (const act of ACTS) {
        const facts = { state, byEvent: true, fromAbove: true }
        expect(refusal(task({ ...facts, planState: 'closed' }), act)).toBe('measure-plan-closed')
        const draft = refusal(task({ ...facts, planState: 'draft' }), act)
        expect([act, draft]).toEqual([act, act === 'comment' ? null : 'measure-plan-draft'])
      }
  })

  it('say why, where somebody else has to live with it', () => {
    const states: Partial<Record<Act, TaskState>> = { return: 'submitted', restore: 'cancelled' }
    for (const act of ['return', 'postpone', 'cancel', 'restore', 'comment', 'add-case'] as const)
      for (const words of [undefined, null, '', '   ', '–', '12.03', 'ок'])
        expect([
          act,
          words,
          refusal(task({ state: states[act] ?? 'not-started', byEvent: true }), act, { words }),
        ]).toEqual([act, words, 'measure-words-missing'])
    expect(refusal(task(), 'start', { words: '' })).toBeNull()
    expect(refusal(task({ state: 'submitted' }), 'accept', { words: '' })).toBeNull()
  })

  it('move a term ahead, later than before, within a year', () => {
    const postpone = (dueOn: string | null, before: string | null = '2022-03-20') =>
      refusal(task({ dueOn: before }), 'postpone', { dueOn })
    expect(postpone(null)).toBe('measure-due-missing')
    expect(postpone('2022-04-01', null)).toBe('measure-without-term')
    expect(postpone('2022-03-20')).toBe('measure-due-not-later')
    expect(postpone('2022-03-21')).toBeNull()
    expect(postpone(TODAY, '2022-03-01')).toBe('measure-due-too-early')
    expect(postpone('2022-03-11', '2022-03-01')).toBeNull()
    expect(postpone('2023-03-10')).toBeNull()
    expect(postpone('2023-03-11')).toBe('measure-due-too-late')
    expect(postpone('9999-12-31')).toBe('measure-due-too-late')
    const giveBack = (dueOn: string | null) => refusal(task({ state: 'submitted' }), 'return', { dueOn })
    expect([giveBack(null), giveBack('2022-03-11'), giveBack(TODAY)]).toEqual([
      null,
      null,
      'measure-due-too-early',
    ])
    const addCase = (dueOn: string | null) => refusal(task({ byEvent: true }), 'add-case', { dueOn })
    expect([addCase(null), addCase(TODAY), addCase('2022-03-09')]).toEqual([
      null,
      null,
      'measure-due-too-early',
    ])
  })

  it('add cases only to what waits for them', () => {
    expect(refusal(task(), 'add-case')).toBe('measure-without-cases')
    expect(refusal(task({ byEvent: true, state: 'cancelled' }), 'add-case')).toBe('measure-cancelled')
  })

  it('are not judged by whoever submitted', () => {
    const submitted = task({ state: 'submitted', submittedBy: 'anna' })
    expect(refusal(submitted, 'accept')).toBe('measure-own-work')
    expect(refusal(submitted, 'accept', { account: 'vera' })).toBeNull()
    expect(refusal(submitted, 'return')).toBeNull()
  })
})

describe('a measure from above', () => {
  const codes = (facts: Partial<TaskFacts>, who: typeof head | typeof office) =>
    (['postpone', 'cancel'] as const).map(act => refusal(task(facts), act, who))
  const restore = (facts: Partial<TaskFacts>, who: Partial<Doing>) =>
    refusal(task({ state: 'cancelled', ...facts }), 'restore', who)

  it('is put off and called off above where it is mandatory, below or above where it is not', () => {
    const cases: readonly [Partial<TaskFacts>, string | null, string | null][] = [
      [{ fromAbove: true, mandatory: true }, 'measure-locked', null],
      [{ fromAbove: true, mandatory: false }, null, null],
      [{ fromAbove: false, mandatory: false }, null, 'measure-of-its-unit'],
      // Taken out above: nobody there asks for it any more, and it stays locked for nobody.
      [{ fromAbove: true, mandatory: true, withdrawn: true }, null, null],
      // Mandatory for those below this unit; here it is the unit's own.
      [{ fromAbove: false, mandatory: true }, null, 'measure-of-its-unit'],
    ]
    for (const [facts, below, above] of cases) {
      expect([facts, codes(facts, head)]).toEqual([facts, [below, below]])
      expect([facts, codes(facts, office)]).toEqual([facts, [above, above]])
      expect([facts, restore(facts, head), restore(facts, office)]).toEqual([facts, below, above])
    }
  })

  it('is opened again after acceptance by whoever accepts', () => {
    const accepted = { state: 'accepted' } as const
    expect(restore({ ...accepted, fromAbove: true }, head)).toBe('measure-accepted')
    expect(restore(accepted, office)).toBeNull()
    const region = (role: string) => restore({ ...accepted, planLevel: 'region' }, { role })
    expect([region('analyst'), region('ministry')]).toEqual(['measure-accepted', null])
  })

  it('is edited in its own unit unless locked, and never in a closed plan', () => {
    const may: string[] = []
    for (const fromAbove of [false, true])
      for (const mandatory of [false, true])
        for (const state of ['draft', 'approved', 'closed'] as PlanState[])
          for (const from of ['own', 'above'] as From[])
            if (mayEdit({ fromAbove, mandatory }, state, from))
              may.push(`${fromAbove ? 'above' : 'own'} ${mandatory ? 'mandatory' : 'free'} ${state} ${from}`)
    expect(may).toEqual([
      'own free draft own',
      'own free approved own',
      'own mandatory draft own',
      'own mandatory approved own',
      'above free draft own',
      'above free approved own',
    ])
    expect(isLocked({ fromAbove: true, mandatory: true })).toBe(true)
    expect(mayEdit({ fromAbove: true, mandatory: true, withdrawn: true }, 'approved', 'own')).toBe(true)
  })
})

describe('who acts', () => {
  const OWN = [
    'head school',
    'coordinator school',
    'municipality municipality',
    'methodist municipality',
    'coordinator municipality',
    'analyst region',
    'institute region',
    'coordinator region',
    'ministry region',
  ].map(one => `${one} own`)
  const ABOVE = [
    'municipality school',
    'analyst school',
    'ministry school',
    'analyst municipality',
    'ministry municipality',
  ].map(one => `${one} above`)
  const MAY: Readonly<Record<Act, readonly string[]>> = {
    start: OWN,
    submit: OWN,
    'add-case': OWN,
    accept: [...ABOVE, 'ministry region own'],
    return: [...ABOVE, 'ministry region own'],
    postpone: [...OWN, ...ABOVE],
    cancel: [...OWN, ...ABOVE],
    restore: [...OWN, ...ABOVE],
    comment: [
      ...OWN,
      'methodist region own',
      'methodist school own',
      ...LEVELS.flatMap(level =>
        ['ministry', 'analyst', 'institute', 'municipality', 'methodist'].map(
          role => `${role} ${level} above`,
        ),
      ),
    ],
  }

  it.each(ACTS)('%s: these and nobody else', act => {
    const may = ROLES.flatMap(role =>
      LEVELS.flatMap(level =>
        (['own', 'above'] as const)
          .filter(from => isDoer(act, role, from, level))
          .map(from => `${role} ${level} ${from}`),
      ),
    )
    expect(may.sort()).toEqual([...MAY[act]].sort())
  })

  it('is offered what they may do now', () => {
    expect(actsOf(task(), head)).toEqual(['start', 'submit', 'postpone', 'cancel', 'comment'])
    expect(actsOf(task({ fromAbove: true, mandatory: true }), head)).toEqual(['start', 'submit', 'comment'])
    expect(actsOf(task({ fromAbove: true }), office)).toEqual(['postpone', 'cancel', 'comment'])
    expect(actsOf(task({ state: 'submitted' }), office)).toEqual(['accept', 'return', 'comment'])
    expect(actsOf(task({ state: 'submitted' }), head)).toEqual(['submit', 'comment'])
    expect(actsOf(task({ state: 'accepted' }), office)).toEqual(['restore', 'comment'])
    expect(actsOf(task({ dueOn: null }), head)).toEqual(['start', 'submit', 'cancel', 'comment'])
    expect(actsOf(task({ byEvent: true, state: 'accepted' }), head)).toEqual(['comment', 'add-case'])
    expect(actsOf(task({ planState: 'draft' }), head)).toEqual(['comment'])
    expect(actsOf(task({ planState: 'closed' }), head)).toEqual([])
    expect(actsOf(task(), { account: 'x', role: 'observer', from: 'own' })).toEqual([])
  })
})

describe('what proves a measure', () => {
  const piece = (over: Partial<Evidence>): Evidence => ({
    ...{ kind: 'note', title: 'Справка', number: null, date: null, url: null, fileIds: [] },
    ...over,
  })
  const submit = (evidence: readonly Evidence[], words: string | null = null) =>
    refusal(task(), 'submit', { evidence, words })

  it('is a document by number and date, a file, an address, a plan, or words of a sentence', () => {
    expect(submit([piece({ kind: 'order', number: '01-17/45', date: TODAY })])).toBeNull()
    expect(submit([piece({ kind: 'photo', fileIds: [3] })])).toBeNull()
    expect(submit([piece({ kind: 'link', url: 'https://school.example/vpr' })])).toBeNull()
    expect(submit([piece({ kind: 'plan', planId: 9 })])).toBeNull()
    expect(submit([], 'Собрание проведено 3 марта, были родители всех классов.')).toBeNull()
    expect(submit([])).toBe('measure-evidence-missing')
    expect(submit([], 'Сделано')).toBe('measure-evidence-missing')
    expect(submit([], 'Сделано, всё сделано')).toBe('measure-evidence-missing')
    expect(submit([], 'Достопримечательностями')).toBe('measure-evidence-missing')
    expect(submit([], '1234567890 2345678901 3456789012')).toBe('measure-evidence-missing')
  })

  it('is refused where a piece does not hold, whatever lies beside it', () => {
    const good = piece({ fileIds: [1] })
    const words = 'Собрание проведено 3 марта, были родители всех классов.'
    const beside = (over: Partial<Evidence>) => submit([good, piece(over)], words)
    expect(beside({ number: '5' })).toBe('measure-evidence-incomplete')
    expect(beside({ number: '  ', date: TODAY })).toBe('measure-evidence-incomplete')
    expect(beside({ date: TODAY })).toBe('measure-evidence-incomplete')
    expect(beside({ kind: 'plan' })).toBe('measure-evidence-incomplete')
    expect(beside({ number: '5', date: '2022-03-11' })).toBe('measure-evidence-future')
    expect(beside({ fileIds: [2], date: '2022-03-11' })).toBe('measure-evidence-future')
    for (const date of ['2022-02-30', '1922-03-01', '12.03.2022', '', '2022-3-1'])
      expect([date, beside({ number: '5', date })]).toEqual([date, 'measure-evidence-date'])
    for (const url of [
      ...['javascript:alert(1)', 'ftp://school.example/a', 'school.example', '', 'http://', 'file:///etc'],
      ...['https://a:b@school.example', 'data:text/html,x', ' https://school.example', 'https://a b'],
    ])
      expect([url, beside({ kind: 'link', url })]).toEqual([url, 'measure-evidence-link'])
    expect(beside({ kind: 'link', fileIds: [1] })).toBe('measure-evidence-link')
  })
})

describe('any way of a task', () => {
  const event = fc.record({
    act: fc.constantFrom(...ACTS),
    who: fc.constantFrom<Doing['from']>('own', 'above'),
    account: fc.constantFrom('anna', 'boris'),
    role: fc.constantFrom('head', 'municipality', 'ministry', 'analyst'),
    days: fc.integer({ min: -3, max: 30 }),
    pause: fc.nat({ max: 5 }),
  })
  const start = fc.record({
    fromAbove: fc.boolean(),
    mandatory: fc.boolean(),
    planLevel: fc.constantFrom(...LEVELS),
    dueOn: fc.constantFrom(null, '2022-03-20'),
  })

  it('keeps its promises', () => {
    fc.assert(
      fc.property(start, fc.array(event, { maxLength: 30 }), (given, events) => {
        let facts = task(given)
        let today = TODAY
        for (const { act, who: from, account, role, days, pause } of events) {
          today = shift(today, pause)
          const dueOn = shift(today, days)
          if (!isDoer(act, role, from, facts.planLevel)) continue
          if (whyNot(facts, { act, from, account, role, today, words: REASON, dueOn }) !== null) continue
          const before = facts
          facts = { ...facts, state: stateAfter(facts, act) }
          if (act === 'cancel') facts = { ...facts, stateBefore: before.state }
          if (act === 'submit') facts = { ...facts, submittedBy: account }
          if (act === 'postpone') facts = { ...facts, dueOn }
          // Nobody is accepted by themselves, or unheard; nothing ends twice.
          if (facts.state === 'accepted' && before.state !== 'accepted') {
            expect(before.state).toBe('submitted')
            expect(before.submittedBy).not.toBe(account)
          }
          if (facts.state === 'postponed') expect(facts.dueOn).not.toBeNull()
          if (act === 'postpone') expect(facts.dueOn! > today && facts.dueOn! > before.dueOn!).toBe(true)
          if (before.state === 'cancelled' && facts.state !== 'cancelled')
            expect([act, facts.state]).toEqual(['restore', before.stateBefore])
          if (isLocked(facts) && from === 'own') expect(['postpone', 'cancel']).not.toContain(act)
          if (before.dueOn === null) expect(facts.dueOn).toBeNull()
        }
      }),
    )
  })
})

function shift(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}
