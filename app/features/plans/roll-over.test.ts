import { calendarYears, readTerm, schoolYear } from '@objektiv/russian-terms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveTerm, moveYears, shiftYears } from './move-term.ts'
import { nextPeriod, type RollableMeasure, rollOver } from './roll-over.ts'

const FROM = schoolYear(2021)
const TO = schoolYear(2022)
const VPR = { ВПР: { start: '2023-03-01', end: '2023-05-17' } }
const moved = (words: string, { from = FROM, to = TO, procedures = {} } = {}) => {
  const { term, doubts } = moveTerm(readTerm(words, { period: from }), { from, to, procedures })
  return [term.original, term.start, term.end, ...doubts]
}

describe('a term in the next year', () => {
  /** Words, words of the next year, first and last day, doubts. */
  const MOVED: readonly (readonly [string, ...(string | null)[]])[] = [
    ['12.03.2021', '12.03.2022', '2022-03-12', '2022-03-12', 'weekend', 'unsure'],
    ['14.04.2022', '14.04.2023', '2023-04-14', '2023-04-14'],
    ['до 12 марта 2022 г.', 'до 12 марта 2023 г.', null, '2023-03-12'],
    ['в срок до 18.11.21', 'в срок до 18.11.22', null, '2022-11-18'],
    ['до 15 мая', 'до 15 мая', null, '2023-05-15'],
    ['август-сентябрь', 'август-сентябрь', '2022-08-01', '2022-09-30'],
    ['Март-апрель 2022 года', 'Март-апрель 2023 года', '2023-03-01', '2023-04-30'],
    [
      ...(['Декабрь 2021 года-январь 2022 года', 'Декабрь 2022 года-январь 2023 года'] as const),
      ...['2022-12-01', '2023-01-31'],
    ],
    ['с 20.12.2021 по 15.01.2022', 'с 20.12.2022 по 15.01.2023', '2022-12-20', '2023-01-15'],
    ['20.12 – 15.01', '20.12 – 15.01', '2022-12-20', '2023-01-15'],
    ['сентябрь, декабрь, май', 'сентябрь, декабрь, май', '2022-09-01', '2023-05-31'],
    ['I квартал', 'I квартал', '2023-01-01', '2023-03-31'],
    ['май 2021/2022 учебного года', 'май 2022/2023 учебного года', '2023-05-01', '2023-05-31'],
    ['IV кв. 2021', 'IV кв. 2022', '2022-10-01', '2022-12-31'],
    ['февраль', 'февраль', '2023-02-01', '2023-02-28'],
    ['10 октября, 12 ноября', '10 октября, 12 ноября', '2022-10-10', '2022-11-12', 'weekend'],
    // Open and recurring ones keep their words; years of one plan move.
    ['в течение года', 'в течение года', null, null],
    ['2021-2022 учебный год', '2022-2023 учебный год', '2022-09-01', '2023-08-31'],
    ['в течение 2021/22 уч. г.', 'в течение 2022/23 уч. г.', '2022-09-01', '2023-08-31'],
    ['с 2021 года', 'с 2021 года', '2021-01-01', null],
    ['до 25 числа каждого месяца', 'до 25 числа каждого месяца', null, null],
    [
      ...([
        'ежемесячно с октября 2021 г. по май 2022 г.',
        'ежемесячно с октября 2022 г. по май 2023 г.',
      ] as const),
      ...['2022-10-01', '2023-05-31'],
    ],
    ['Май, ежегодно с 2023', 'Май, ежегодно с 2023', '2023-05-01', null],
    ['еженедельно по пятницам', 'еженедельно по пятницам', null, null],
    // Waiting for cases.
    ['по мере выявления', 'по мере выявления', null, null],
    ['2 недели до экзамена', '2 недели до экзамена', null, null],
  ]

  it.each(MOVED)('%s', (words, ...expected) => {
    expect(moved(words ?? '')).toEqual(expected)
  })

  it('takes the schedule of its procedure, or says that there is none yet', () => {
    const words = 'в соответствии с графиком проведения ВПР в 2022 г.'
    const next = 'в соответствии с графиком проведения ВПР в 2023 г.'
    expect(moved(words, { procedures: VPR })).toEqual([next, '2023-03-01', '2023-05-17'])
    expect(moved(words)).toEqual([next, null, null, 'procedure-unscheduled'])
    expect(moved('за 2 недели до ВПР', { procedures: VPR })).toEqual([
      ...['за 2 недели до ВПР', null, '2023-02-15'],
    ])
    expect(moved('по графику', { procedures: VPR })).toEqual([
      ...['по графику', null, null, 'procedure-unscheduled'],
    ])
  })

  it('knows 29 February', () => {
    const leap = { from: schoolYear(2023), to: schoolYear(2024) }
    expect(moved('до 29 февраля 2024 г.', leap)).toEqual([
      ...['до 28 февраля 2025 г.', null, '2025-02-28', 'day-missing'],
    ])
    expect(moved('29.02.2024', leap)).toEqual(['28.02.2025', '2025-02-28', '2025-02-28', 'day-missing'])
    expect(moved('до 29 февраля', leap)).toEqual(['до 28 февраля', null, '2025-02-28', 'day-missing'])
    expect(moved('с 1 по 29 февраля 2024 г.', leap)).toEqual([
      ...['с 1 по 28 февраля 2025 г.', '2025-02-01', '2025-02-28', 'day-missing'],
    ])
    expect(moved('февраль 2024 года', leap)).toEqual(['февраль 2025 года', '2025-02-01', '2025-02-28'])
    const into = { from: schoolYear(2022), to: schoolYear(2023) }
    expect(moved('февраль 2023 года', into)).toEqual(['февраль 2024 года', '2024-02-01', '2024-02-29'])
    expect(moved('до 28 февраля 2023 г.', into)).toEqual(['до 28 февраля 2024 г.', null, '2024-02-28'])
  })

  it('comes back with a doubt where it cannot be moved surely', () => {
    expect(moved('директор школы')).toEqual(['директор школы', null, null, 'not-understood'])
    // A year in letters that scanning has mixed up is read, and not written anew.
    expect(moved('12.03.2О22')).toEqual(['12.03.2О22', '2022-03-12', '2022-03-12', 'not-moved'])
    expect(moved('до 31 февраля 2022 г.')).toEqual([...['до 31 февраля 2023 г.', null, null, 'unsure']])
    expect(moved('понедельник, 14.03.2022')).toContain('weekday-in-words')
    expect(moved('в соответствии с приказом от 12.03.2021 № 45')).toEqual([
      ...['в соответствии с приказом от 12.03.2021 № 45', null, null, 'act-dated', 'procedure-unscheduled'],
    ])
    expect(moved('начало сентября')).toEqual(['начало сентября', '2022-09-01', '2022-09-10', 'unsure'])
    const inSection = { ...readTerm('2 неделя августа', { period: FROM }), original: '2 неделя' }
    expect(moveTerm(inSection, { from: FROM, to: TO })).toMatchObject({
      term: {
        original: '2 неделя',
        start: shiftYears(inSection.start, 1),
        end: shiftYears(inSection.end, 1),
      },
      doubts: ['words-kept'],
    })
  })

  it('is left where it lasts longer than its plan', () => {
    expect(moved('в течение 2021-2024 годов')).toEqual([
      ...['в течение 2021-2024 годов', '2021-01-01', '2024-12-31', 'several-years'],
    ])
    expect(moved('ежегодно в 2020-2021 гг.')).toEqual([
      ...['ежегодно в 2020-2021 гг.', '2020-01-01', '2021-12-31', 'ended'],
    ])
  })

  it('follows a plan that goes over from the school year to the calendar one', () => {
    const over = { from: schoolYear(2021), to: calendarYears(2023) }
    expect(moved('до 12 марта 2022 г.', over)).toEqual([...['до 12 марта 2023 г.', null, '2023-03-12']])
    expect(moved('до 12 октября 2021 г.', over)).toEqual([...['до 12 октября 2023 г.', null, '2023-10-12']])
    expect(moved('октябрь', over)).toEqual(['октябрь', '2023-10-01', '2023-10-31'])
  })

  it('is a year later, whatever was said (property)', () => {
    const day = fc.date({ min: new Date('2021-09-01'), max: new Date('2022-08-31'), noInvalidDate: true })
    const form = fc.constantFrom('.', ' г.', ' года')
    const months = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа']
    months.push('сентября', 'октября', 'ноября', 'декабря')
    fc.assert(
      fc.property(day, form, fc.boolean(), (date, suffix, until) => {
        const [year, month, dayOf] = date.toISOString().slice(0, 10).split('-').map(Number)
        const two = (value: number) => String(value).padStart(2, '0')
        const said = (of: number) =>
          suffix === '.'
            ? `${two(dayOf)}.${two(month)}.${of}`
            : `${dayOf} ${months[month - 1]} ${of}${suffix}`
        const [original, , end, ...doubts] = moved(`${until ? 'до ' : ''}${said(year)}`)
        expect(original).toBe(`${until ? 'до ' : ''}${said(year + 1)}`)
        expect(end).toBe(`${year + 1}-${two(month)}-${two(dayOf)}`)
        expect(doubts.filter(doubt => doubt !== 'weekend')).toEqual([])
      }),
    )
  })
})

describe('years in words', () => {
  it('are moved, numbers and acts are not', () => {
    const words = (text: string) => moveYears(text, 1).words
    expect(words('ВПР 2021 года, 2021-2022 уч. год, 2021/22')).toBe(
      'ВПР 2022 года, 2022-2023 уч. год, 2022/23',
    )
    expect(words('приказ от 12.03.2021 № 2021, школа № 2020')).toBe(
      'приказ от 12.03.2021 № 2021, школа № 2020',
    )
    expect(words('12021 работ, 20215, кабинет 21')).toBe('12021 работ, 20215, кабинет 21')
    expect(words('31.12.99')).toBe('31.12.00')
    expect(words('2021 г. – 30 мест')).toBe('2021 г. – 30 мест'.replace('2021', '2022'))
  })
})

describe('the measures of a plan in the next one', () => {
  const measure = (over: Partial<RollableMeasure> = {}): RollableMeasure => ({
    ...{ year: null, section: null, text: 'Провести собрание', expectedResult: null, state: 'accepted' },
    ...{ term: readTerm('до 12 мая', { period: FROM }), plannedStart: null, plannedFinish: null },
    ...over,
  })
  const roll = (...given: Partial<RollableMeasure>[]) => rollOver(given.map(measure), { from: FROM, to: TO })

  it('stand in their order, without those called off; those not done are marked', () => {
    const states = ['accepted', 'cancelled', 'no-cases', 'not-started', 'returned', 'submitted'] as const
    const rolled = roll(...states.map(state => ({ state })))
    expect(rolled.map(({ measure: { state }, carriedOver }) => [state, carriedOver])).toEqual([
      ['accepted', false],
      ['no-cases', false],
      ['not-started', true],
      ['returned', true],
      ['submitted', true],
    ])
    expect(rolled[0].next.term?.end).toBe('2023-05-12')
  })

  it('keep their words, and offer those that name a year', () => {
    const [plain, named] = roll({}, { text: 'Анализ ВПР 2021 года', expectedResult: 'Справка за 2022 год' })
    expect([plain.offered, plain.doubts]).toEqual([null, []])
    expect(named.next).toMatchObject({ text: 'Анализ ВПР 2021 года', expectedResult: 'Справка за 2022 год' })
    expect(named.doubts).toEqual(['year-in-words'])
    expect(named.offered).toEqual({
      ...{ section: null, text: 'Анализ ВПР 2022 года', expectedResult: 'Справка за 2023 год' },
    })
  })

  it('go on under the heading of their year', () => {
    const [under, other] = roll({ year: 2021, section: '2021 год' }, { section: 'Мероприятия 2021 года' })
    expect(under).toMatchObject({ next: { year: 2022, section: '2022 год' }, doubts: [], offered: null })
    expect(other.next.section).toBe('Мероприятия 2021 года')
    expect(other.offered?.section).toBe('Мероприятия 2022 года')
  })

  it('have their planned days moved, and words of them looked at', () => {
    const [days, words, none] = roll(
      { plannedStart: '2021-10-01', plannedFinish: '2022-05-20' },
      { plannedStart: 'осенью' },
      { term: null },
    )
    expect(days.next).toMatchObject({ plannedStart: '2022-10-01', plannedFinish: '2023-05-20' })
    expect([words.next.plannedStart, words.doubts]).toEqual(['осенью', ['not-understood']])
    expect([none.next.term, none.doubts]).toEqual([null, []])
    const [leap] = rollOver([measure({ plannedFinish: '2024-02-29', term: null })], {
      from: schoolYear(2023),
      to: schoolYear(2024),
    })
    expect([leap.next.plannedFinish, leap.doubts]).toEqual(['2025-02-28', ['day-missing']])
  })

  it('have a period as long as before', () => {
    expect(nextPeriod(FROM)).toEqual(TO)
    expect(nextPeriod(calendarYears(2021))).toEqual(calendarYears(2022))
    expect(nextPeriod(calendarYears(2020, 2022))).toEqual(calendarYears(2023, 2025))
    expect(nextPeriod({ start: '2022-01-01', end: '2022-05-31', school: true })).toEqual({
      ...{ start: '2023-01-01', end: '2023-05-31', school: true },
    })
  })
})
