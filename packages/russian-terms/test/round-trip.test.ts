import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isoDate, lastOf } from '../src/dates.ts'
import { readTerm, schoolYear, type Term, type TermKind, writeTerm } from '../src/index.ts'
import type { MonthSpan, PartOfMonth, Rule } from '../src/term.ts'

const period = schoolYear(2021)
const meaning = ({ kind, start, end, rule }: Term) => ({ kind, start, end, rule })

const anyDay = fc.integer({ min: 0, max: 900 }).map(days => addDays('2020-07-01', days))
const anyMonth = fc.integer({ min: 1, max: 12 })
const anyYear = fc.integer({ min: 2019, max: 2026 })
const term = (kind: TermKind, start: string | null, end: string | null, rule: Rule | null = null): Term => ({
  ...{ original: '', kind, start, end, rule },
  ...{ confidence: 'high' as const, doubts: [] },
})
const yearOf = (month: number) => (month >= 8 ? 2021 : 2022)

const ofDays = fc.oneof(
  anyDay.map(day => term('date', day, day)),
  anyDay.map(day => term('deadline', null, day)),
  anyDay.map(day => term('range', day, null)),
  fc
    .tuple(anyDay, fc.integer({ min: 1, max: 400 }))
    .map(([day, more]) => term('range', day, addDays(day, more))),
  fc.tuple(anyYear, anyMonth, fc.integer({ min: 1, max: 11 })).map(([year, month, more]) => {
    const index = year * 12 + month - 1 + more
    return term('range', isoDate(year, month, 1), lastOf(Math.floor(index / 12), (index % 12) + 1))
  }),
)
const ofMonths = fc.oneof(
  anyMonth.map(month => {
    const spans: MonthSpan[] = [{ from: { month, year: null }, to: { month, year: null } }]
    return term('months', isoDate(yearOf(month), month, 1), lastOf(yearOf(month), month), {
      type: 'months',
      spans,
    })
  }),
  fc.tuple(anyYear, anyMonth).map(([year, month]) => {
    const spans: MonthSpan[] = [{ from: { month, year }, to: { month, year } }]
    return term('months', isoDate(year, month, 1), lastOf(year, month), { type: 'months', spans })
  }),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 4 })).map(([year, number]) =>
    term('months', isoDate(year, number * 3 - 2, 1), lastOf(year, number * 3), {
      ...{ type: 'quarter', from: number, to: number, year },
    }),
  ),
  fc
    .tuple(
      fc.constantFrom<PartOfMonth>(
        'beginning',
        'middle',
        'end',
        'half-1',
        'half-2',
        'decade-2',
        'week-1',
        'week-last',
        'weekday-1-4',
        'weekday-2-1',
        'weekday-5-3',
        'weekday-last-7',
      ),
      anyMonth,
      fc.option(anyYear, { nil: null }),
    )
    .map(([part, month, year]) => {
      const of = { month, year }
      return readTerm(writeTerm(term('range', null, null, { type: 'part-of-month', part, of })), { period })
    }),
)
const ofRepetition = fc
  .record({
    unit: fc.constantFrom('day', 'week', 'month', 'quarter', 'half-year', 'year'),
    step: fc.integer({ min: 1, max: 3 }),
    times: fc.integer({ min: 1, max: 7 }),
    months: fc.uniqueArray(anyMonth, { maxLength: 3 }),
    day: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }),
    weekday: fc.option(fc.integer({ min: 1, max: 7 }), { nil: null }),
    by: fc.boolean(),
    from: fc.option(anyYear, { nil: null }),
  })
  .map(({ unit, step, times, months, day, weekday, by, from }): Term => {
    const often = step > 1 || times > 1
    const inYear = unit === 'year' && !often ? months : []
    const withDay = !often && (['month', 'quarter'].includes(unit) || inYear.length === 1) ? day : null
    return term(
      'recurring',
      from !== null && unit === 'year'
        ? isoDate(from, inYear[0] ?? 1, !by && withDay !== null ? withDay : 1)
        : null,
      null,
      {
        ...{ type: 'every', unit: unit as 'day', step, times, months: inYear, day: withDay },
        ...{ weekday: unit === 'week' && !often ? weekday : null, by: withDay !== null && by },
      },
    )
  })
const ofWaiting = fc.oneof(
  fc
    .record({
      procedure: fc.constantFrom('ВПР', 'ЕГЭ', 'ОГЭ', 'ГИА', 'итоговое сочинение', 'контрольная работа'),
      when: fc.constantFrom('schedule', 'during', 'before', 'after'),
      offset: fc.option(
        fc.record({
          count: fc.integer({ min: 1, max: 25 }),
          unit: fc.constantFrom('day', 'working-day', 'week', 'month', 'hour'),
        }),
        { nil: null },
      ),
      year: fc.option(anyYear, { nil: null }),
    })
    .map(({ when, offset, ...rest }) =>
      term('by-procedure', null, null, {
        ...{ type: 'procedure', ...rest, when },
        offset: when === 'before' || when === 'after' ? offset : null,
      } as Rule),
    ),
  fc
    .tuple(
      fc.constantFrom('before' as const, 'after' as const),
      fc.integer({ min: 1, max: 25 }),
      fc.constantFrom('day' as const, 'working-day' as const, 'week' as const, 'month' as const),
    )
    .map(([when, count, unit]) =>
      term('by-event', null, null, {
        type: 'event',
        event: 'получения сведений',
        when,
        offset: { count, unit },
      }),
    ),
  fc
    .constantFrom('по мере выявления нарушений', 'при необходимости', 'по итогам анализа')
    .map(words => readTerm(words)),
)
const ofOpen = fc.oneof(
  fc
    .constantFrom('year', 'school-year', 'period', 'always')
    .map(of => term('open', null, null, { type: 'throughout', of } as Rule)),
  anyDay.map(day => term('open', day, null, { type: 'throughout', of: 'always' })),
  fc
    .tuple(anyYear, fc.integer({ min: 0, max: 3 }))
    .filter(([, more]) => more !== 1)
    .map(([year, more]) =>
      term('open', isoDate(year, 1, 1), isoDate(year + more, 12, 31), { type: 'throughout', of: 'year' }),
    ),
)

const KINDS = { ofDays, ofMonths, ofRepetition, ofWaiting, ofOpen }

test.each(Object.entries(KINDS))('a term written is read as the same term: %s', (_, generated) => {
  fc.assert(
    fc.property(generated, made => {
      const words = writeTerm(made)
      const read = readTerm(words, { period })
      expect(meaning(read), words).toEqual(meaning(made))
      expect(writeTerm(read)).toBe(words)
    }),
    { numRuns: 300 },
  )
})

test('any words at all give a term, and its words are stable', () => {
  const piece = fc.constantFrom(
    ...[
      'до',
      'с',
      'по',
      '12',
      '31',
      'марта',
      'январь',
      '2021',
      'г.',
      '-',
      ',',
      'ежегодно',
      'в течение',
      'года',
    ],
    ...[
      'графику',
      'ВПР',
      'I',
      'квартал',
      '12.03',
      '31.02.2022',
      'конец',
      'недели',
      '2',
      'раза',
      'в',
      'после',
      '№',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 7 }), pieces => {
      const read = readTerm(pieces.join(' '), { period })
      expect(read.start === null || read.end === null || read.start <= read.end).toBe(true)
      if (read.kind === 'unknown') expect(read.confidence).toBe('low')
    }),
    { numRuns: 1000 },
  )
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), words => void readTerm(words, { period })))
})

test('words are in the cases of an official plan', () => {
  const again = (words: string) => writeTerm(readTerm(words, { period }))
  expect(again('До 12.03.2021')).toBe('до 12 марта 2021 г.')
  expect(again('март-апрель 2021')).toBe('в марте – апреле 2021 г.')
  expect(again('август - сентябрь')).toBe('в августе – сентябре')
  expect(again('01.09.2021–15.09.2021')).toBe('с 1 по 15 сентября 2021 г.')
  expect(again('сентябрь, декабрь, май')).toBe('в сентябре, декабре и мае')
  expect(again('2 квартал 2022 года')).toBe('во II квартале 2022 г.')
  expect(again('два раза в год')).toBe('2 раза в год')
  expect(again('по пятницам')).toBe('еженедельно по пятницам')
  expect(again('в течение 1 дня после проведения ВПР')).toBe('в течение 1 дня со дня проведения ВПР')
  expect(again('за 21 день до ЕГЭ')).toBe('за 21 день до проведения ЕГЭ')
  expect(again('согласно графику проведения всероссийских проверочных работ')).toBe(
    'по графику проведения ВПР',
  )
  expect(again('как получится')).toBe('как получится')
})
