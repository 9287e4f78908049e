import { calendarYears, readTerm, schoolYear } from '@objektiv/russian-terms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOverdue, isOwed, overdueDays, rollUp, type TaskState, tasksOf } from './rules.ts'

const TODAY = '2022-03-10'
const PAST = '2022-03-09'
const AHEAD = '2022-03-20'
const of = (...states: readonly (TaskState | [TaskState, string | null])[]) =>
  rollUp(
    states.map(one =>
      typeof one === 'string' ? { state: one, dueOn: null } : { state: one[0], dueOn: one[1] },
    ),
    TODAY,
  )

describe('a measure as a whole', () => {
  it('has the state that asks somebody to act, else how far it is', () => {
    const cases: readonly [readonly TaskState[], string][] = [
      [[], 'no-cases'],
      [['cancelled', 'cancelled'], 'cancelled'],
      [['cancelled', 'accepted'], 'accepted'],
      [['accepted', 'accepted'], 'accepted'],
      [['accepted', 'submitted', 'in-progress', 'postponed', 'returned', 'not-started'], 'returned'],
      [['accepted', 'submitted', 'in-progress', 'postponed', 'not-started'], 'submitted'],
      [['accepted', 'in-progress', 'postponed', 'not-started'], 'in-progress'],
      [['in-progress', 'not-started'], 'in-progress'],
      [['accepted', 'postponed', 'not-started'], 'in-progress'],
      [['accepted', 'not-started'], 'in-progress'],
      [['postponed', 'not-started'], 'postponed'],
      [['postponed', 'cancelled'], 'postponed'],
      [['not-started', 'cancelled'], 'not-started'],
    ]
    for (const [states, state] of cases) expect([states, of(...states).state]).toEqual([states, state])
    for (const state of ['returned', 'submitted', 'in-progress', 'postponed', 'not-started'] as const)
      expect(of(state).state).toBe(state)
  })

  it('counts what is done without what was called off', () => {
    expect(of('accepted', 'cancelled', 'not-started')).toMatchObject({ done: 1, total: 2 })
    expect(of()).toEqual({ state: 'no-cases', overdue: false, dueOn: null, done: 0, total: 0 })
  })

  it('is overdue by what is owed, and due next where something is owed', () => {
    expect(of(['not-started', PAST])).toMatchObject({ overdue: true, dueOn: PAST })
    expect(of(['not-started', TODAY]).overdue).toBe(false)
    for (const state of ['submitted', 'accepted', 'cancelled'] as const)
      expect([state, of([state, PAST]).overdue]).toEqual([state, false])
    expect(of(['submitted', PAST], ['in-progress', AHEAD])).toMatchObject({ overdue: false, dueOn: AHEAD })
    expect(of(['submitted', PAST], ['in-progress', null]).dueOn).toBe(PAST)
    expect(of(['accepted', PAST], ['cancelled', PAST]).dueOn).toBeNull()
    expect(of(['returned', AHEAD], ['returned', PAST]).dueOn).toBe(PAST)
  })

  it('is the same in any order, and consists with its parts', () => {
    const task = fc.record({
      state: fc.constantFrom<TaskState>(
        ...(['not-started', 'in-progress', 'submitted', 'accepted'] as const),
        ...(['returned', 'postponed', 'cancelled'] as const),
      ),
      dueOn: fc.constantFrom(null, PAST, TODAY, AHEAD),
    })
    fc.assert(
      fc.property(fc.array(task, { maxLength: 8 }), tasks => {
        const whole = rollUp(tasks, TODAY)
        expect(rollUp(tasks.toReversed(), TODAY)).toEqual(whole)
        expect(rollUp([...tasks, ...tasks], TODAY)).toEqual({
          ...whole,
          done: whole.done * 2,
          total: whole.total * 2,
        })
        expect(whole.state === 'no-cases').toBe(tasks.length === 0)
        expect(whole.state === 'accepted').toBe(whole.total > 0 && whole.done === whole.total)
        expect(whole.state === 'cancelled').toBe(tasks.length > 0 && whole.total === 0)
        if (whole.overdue) expect(whole.dueOn).toBe(PAST)
        if (whole.dueOn !== null) expect(tasks.map(({ dueOn }) => dueOn)).toContain(whole.dueOn)
        expect(whole.overdue).toBe(tasks.some(one => isOverdue(one, TODAY)))
      }),
    )
  })
})

describe('a day', () => {
  it('is kept until its end, and late the next', () => {
    expect(overdueDays({ state: 'postponed', dueOn: PAST }, TODAY)).toBe(1)
    expect(overdueDays({ state: 'not-started', dueOn: '2021-03-10' }, TODAY)).toBe(365)
    expect(overdueDays({ state: 'not-started', dueOn: TODAY }, TODAY)).toBeNull()
    expect(overdueDays({ state: 'not-started', dueOn: null }, TODAY)).toBeNull()
    expect(overdueDays({ state: 'submitted', dueOn: PAST }, TODAY)).toBeNull()
    expect([isOwed({ state: 'returned' }), isOwed({ state: 'submitted' })]).toEqual([true, false])
  })
})

describe('the tasks of a term', () => {
  const period = schoolYear(2021)
  const tasks = (words: string, of = period, dates = {}) =>
    tasksOf(readTerm(words, { period: of }), of, dates).map(({ startsOn, dueOn }) => `${startsOn} ${dueOn}`)

  it('one of what is single', () => {
    expect(tasks('до 12 марта 2022 г.')).toEqual(['null 2022-03-12'])
    expect(tasks('12.03.2022')).toEqual(['null 2022-03-12'])
    expect(tasks('август-сентябрь')).toEqual(['2021-08-01 2021-09-30'])
    expect(tasks('Декабрь 2021 года-январь 2022 года')).toEqual(['2021-12-01 2022-01-31'])
    expect(tasks('с 23.03.2022 по 26.03.2022, по графику')).toEqual(['2022-03-23 2022-03-26'])
    expect(tasks('I квартал')).toEqual(['2022-01-01 2022-03-31'])
  })

  it('one without a day of what sets none', () => {
    for (const words of [
      'в течение года',
      'постоянно',
      'в течение 2021 года',
      'по графику ВПР',
      'абракадабра',
    ])
      expect([words, tasks(words)]).toEqual([words, ['null null']])
    expect(tasksOf(null, period)).toEqual([{ startsOn: null, dueOn: null }])
    expect(tasks('с 1 октября 2021 г.')).toEqual(['2021-10-01 null'])
  })

  it('none of what waits for cases', () => {
    expect(tasks('по мере выявления фактов нарушений')).toEqual([])
    expect(tasks('в течение 2 дней со дня получения сведений')).toEqual([])
  })

  it('those of a procedure when its dates are given', () => {
    const dates = { ВПР: { start: '2022-03-15', end: '2022-05-20' } }
    expect(tasks('по графику проведения ВПР', period, dates)).toEqual(['2022-03-15 2022-05-20'])
    expect(tasks('за 2 недели до ВПР', period, dates)).toEqual(['null 2022-03-01'])
    expect(tasks('после ВПР', period, dates)).toEqual(['2022-05-21 null'])
    expect(tasks('по графику ОГЭ', period, dates)).toEqual(['null null'])
  })

  it('one each time of what recurs', () => {
    expect(tasks('до 25 числа каждого месяца')).toHaveLength(12)
    expect(tasks('до 25 числа каждого месяца')[6]).toBe('null 2022-03-25')
    expect(tasks('ежеквартально')).toEqual([
      '2021-09-01 2021-09-30',
      '2021-10-01 2021-12-31',
      '2022-01-01 2022-03-31',
      '2022-04-01 2022-06-30',
    ])
    expect(tasks('10 октября, 12 ноября')).toEqual(['null 2021-10-10', 'null 2021-11-12'])
    expect(tasks('Август 2022 года, август 2023 года', calendarYears(2022, 2023))).toEqual([
      '2022-08-01 2022-08-31',
      '2023-08-01 2023-08-31',
    ])
    expect(tasks('2 раза в год')).toEqual(['2021-09-01 2022-08-31', '2021-09-01 2022-08-31'])
    expect(tasks('2 раза в год', calendarYears(2022))).toEqual([
      '2022-01-01 2022-12-31',
      '2022-01-01 2022-12-31',
    ])
    expect(tasks('ежегодно', calendarYears(2021, 2023))).toHaveLength(3)
    expect(tasks('Май, ежегодно с 2023')).toEqual([])
    expect(tasks('ежедневно')).toEqual(['null null'])
    expect(tasks('ежемесячно', { start: '2022-03-01', end: '2022-03-20', school: false })).toEqual([
      'null null',
    ])
    expect(tasksOf(readTerm('ежемесячно'), null)).toEqual([{ startsOn: null, dueOn: null }])
  })

  it('one for each of several months, neighbours being one stretch', () => {
    expect(tasks('сентябрь, декабрь, май')).toEqual([
      '2021-09-01 2021-09-30',
      '2021-12-01 2021-12-31',
      '2022-05-01 2022-05-31',
    ])
    expect(tasks('апрель, май - июнь, июль')).toEqual(['2022-04-01 2022-07-31'])
    expect(tasks('октябрь – ноябрь, март')).toEqual(['2021-10-01 2021-11-30', '2022-03-01 2022-03-31'])
    expect(tasks('Сентябрь-май')).toEqual(['2021-09-01 2022-05-31'])
    expect(tasks('февраль')).toEqual(['2022-02-01 2022-02-28'])
  })
})
