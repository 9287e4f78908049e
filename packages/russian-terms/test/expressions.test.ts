import { expect, test } from 'vitest'
import { calendarYears, findTerm, readPeriod, readTerm, schoolYear, writeTerm } from '../src/index.ts'

const period = schoolYear(2021)
const short = (words: string) => {
  const { kind, start, end } = readTerm(words, { period })
  return [kind, start, end]
}

/** Words, kind, first and last day, as a reader of a plan for 2021–2022 understands them. */
const EXPRESSIONS: readonly (readonly [string, string, string | null, string | null])[] = [
  ['12.03.2021', 'date', '2021-03-12', '2021-03-12'],
  ['2022-03-12', 'date', '2022-03-12', '2022-03-12'],
  ['12.03.22', 'date', '2022-03-12', '2022-03-12'],
  ['«12» марта 2022 г.', 'date', '2022-03-12', '2022-03-12'],
  ['10.10.2021 в 14.00', 'date', '2021-10-10', '2021-10-10'],
  ['12, 13 и 15 марта', 'date', '2022-03-12', '2022-03-15'],
  ['До 05.03.2021', 'deadline', null, '2021-03-05'],
  ['до 12 марта 2021 г.', 'deadline', null, '2021-03-12'],
  ['в срок до 18.11.2021', 'deadline', null, '2021-11-18'],
  ['НЕ ПОЗДНЕЕ 15 МАЯ', 'deadline', null, '2022-05-15'],
  ['к 1 сентября', 'deadline', null, '2021-09-01'],
  ['до конца учебного года', 'deadline', null, '2022-05-31'],
  ['до начала учебного года', 'deadline', null, '2021-08-31'],
  ['к началу следующего учебного года', 'deadline', null, '2022-08-31'],
  ['до начала следующего учебного года', 'deadline', null, '2022-08-31'],
  ['до конца следующего учебного года', 'deadline', null, '2023-05-31'],
  ['до конца полугодия', 'deadline', null, '2021-12-31'],
  ['до конца полугодия 2022 года', 'deadline', null, '2022-06-30'],
  ['с 2022/2023 учебного года', 'open', '2022-09-01', null],
  ['до 2022/2023 учебного года', 'deadline', null, '2022-08-31'],
  ['после 12 марта', 'range', '2022-03-13', null],
  ['после 12 марта до 20 марта', 'range', '2022-03-13', '2022-03-20'],
  ['после ВПР до 12 марта', 'deadline', null, '2022-03-12'],
  ['по графику ВПР с 15 марта по 20 мая', 'range', '2022-03-15', '2022-05-20'],
  ['после мая', 'range', '2022-06-01', null],
  ['до 31.12.2021, до 31.05.2022', 'deadline', null, '2022-05-31'],
  ['06.02.2023 - 30.05.2023', 'range', '2023-02-06', '2023-05-30'],
  ['12-15.03.2021', 'range', '2021-03-12', '2021-03-15'],
  ['с 1 по 15 марта 2021 г.', 'range', '2021-03-01', '2021-03-15'],
  ['20 октября — 1 ноября 2021', 'range', '2021-10-20', '2021-11-01'],
  ['20.12 – 15.01', 'range', '2021-12-20', '2022-01-15'],
  ['с 23.03 по 26.03, по графику', 'range', '2022-03-23', '2022-03-26'],
  ['Март-апрель 2021 года', 'range', '2021-03-01', '2021-04-30'],
  ['Декабрь 2020 года-январь 2021 года', 'range', '2020-12-01', '2021-01-31'],
  ['декабрь – январь 2022', 'range', '2021-12-01', '2022-01-31'],
  ['июль - август 2015', 'range', '2015-07-01', '2015-08-31'],
  ['Сентябрь-май', 'range', '2021-09-01', '2022-05-31'],
  ['апрель, май - июнь, июль', 'range', '2022-04-01', '2022-07-31'],
  ['2-й понедельник октября', 'date', '2021-10-11', '2021-10-11'],
  ['вторая среда февраля 2022 года', 'date', '2022-02-09', '2022-02-09'],
  ['последняя пятница мая', 'date', '2022-05-27', '2022-05-27'],
  ['5-я пятница ноября', 'date', null, null],
  ['каждая 2-я среда месяца', 'recurring', null, null],
  ['первая неделя октября', 'range', '2021-10-01', '2021-10-07'],
  ['третья декада марта', 'range', '2022-03-21', '2022-03-31'],
  ['с 1 сентября 2021 года', 'range', '2021-09-01', null],
  ['август-сентябрь', 'months', '2021-08-01', '2021-09-30'],
  ['сентябрь', 'months', '2021-09-01', '2021-09-30'],
  ['до конца 2022 года', 'deadline', null, '2022-12-31'],
  ['конец 2022 года', 'deadline', null, '2022-12-31'],
  ['1-2 неделя сентября', 'range', '2021-09-01', '2021-09-14'],
  ['2 и 3 декада мая', 'range', '2022-05-11', '2022-05-31'],
  ['09-12.2021', 'range', '2021-09-01', '2021-12-31'],
  ['не ранее 1 мая', 'range', '2022-05-01', null],
  ['II триместр', 'range', '2021-12-01', '2022-02-28'],
  ['I полугодие 2022 года', 'months', '2022-01-01', '2022-06-30'],
  ['в теч. уч.года', 'open', null, null],
  ['уч.год', 'open', null, null],
  ['в последний рабочий день месяца', 'recurring', null, null],
  ['понедельник', 'recurring', null, null],
  ['1 нед. октября', 'range', '2021-10-01', '2021-10-07'],
  ['в дни работ', 'by-event', null, null],
  ['ВПР-2022', 'by-procedure', null, null],
  ['к августовскому педсовету', 'by-event', null, null],
  ['до августовского совещания', 'by-event', null, null],
  ['январь', 'months', '2022-01-01', '2022-01-31'],
  ['в мае', 'months', '2022-05-01', '2022-05-31'],
  ['сентябрь, декабрь, май', 'months', '2021-09-01', '2022-05-31'],
  ['май 2021/2022 учебного года', 'months', '2022-05-01', '2022-05-31'],
  ['I квартал', 'months', '2022-01-01', '2022-03-31'],
  ['IV кв. 2021', 'months', '2021-10-01', '2021-12-31'],
  ['I–II кварталы', 'months', '2022-01-01', '2022-06-30'],
  ['I полугодие', 'months', '2021-09-01', '2021-12-31'],
  ['последняя четверть', 'months', '2022-04-01', '2022-05-31'],
  ['последний квартал', 'months', '2021-10-01', '2021-12-31'],
  ['средств', 'unknown', null, null],
  ['по средам', 'recurring', null, null],
  ['каждую среду', 'recurring', null, null],
  ['5 четверть', 'unknown', null, null],
  ['5 квартал', 'unknown', null, null],
  ['2 полугодие 2021-2022 уч. г.', 'months', '2022-01-01', '2022-05-31'],
  ['до 25 числа каждого месяца', 'recurring', null, null],
  ['ежемесячно', 'recurring', null, null],
  ['ежеквартально', 'recurring', null, null],
  ['2 раза в год', 'recurring', null, null],
  ['не реже 1 раза в полугодие', 'recurring', null, null],
  ['Май, ежегодно с 2023', 'recurring', '2023-05-01', null],
  ['ежегодно с 2022/2023 учебного года', 'recurring', '2022-09-01', null],
  ['май, ежегодно с 2022/2023 учебного года', 'recurring', '2023-05-01', null],
  ['ежегодно с 2022/2023 учебного года по 2024/2025 учебный год', 'recurring', '2022-09-01', '2025-08-31'],
  ['Август 2022 года, август 2023 года', 'recurring', '2022-08-01', '2023-08-31'],
  ['ежемесячно с сентября по май', 'recurring', '2021-09-01', '2022-05-31'],
  ['в течение года', 'open', null, null],
  ['В течение учебного года', 'open', null, null],
  ['в течение всего периода', 'open', null, null],
  ['постоянно', 'open', null, null],
  ['на протяжении учебного года', 'open', null, null],
  ['в течение 2021 года', 'open', '2021-01-01', '2021-12-31'],
  ['2021-2022 учебный год', 'open', '2021-09-01', '2022-08-31'],
  ['в соответствии с графиком проведения ВПР в 2022 г.', 'by-procedure', null, null],
  ['по графику', 'by-procedure', null, null],
  ['по графику ФЦТ', 'by-procedure', null, null],
  ['за 2 недели до ВПР', 'by-procedure', null, null],
  ['в соответствии с приказом от 12.03.2021 № 45', 'by-procedure', null, null],
  ['сентябрь 2021 г. – постоянно', 'open', '2021-09-01', null],
  ['с 15 октября постоянно', 'open', '2021-10-15', null],
  ['июнь, 1 неделя', 'range', '2022-06-01', '2022-06-07'],
  ['октябрь 2021 г. (3-я декада)', 'range', '2021-10-21', '2021-10-31'],
  ['май, 2-3 неделя', 'range', '2022-05-08', '2022-05-21'],
  ['декабрь 2021, 2022 и 2023 гг.', 'recurring', '2021-12-01', '2023-12-31'],
  ['май 2022 (не позднее 20.05)', 'deadline', null, '2022-05-20'],
  ['с начала учебного года', 'range', '2021-09-01', null],
  ['IX.2021', 'months', '2021-09-01', '2021-09-30'],
  ['в течение четверти', 'open', null, null],
  ['в течение 1 четверти', 'months', '2021-09-01', '2021-10-31'],
  ['до З0 декабря', 'deadline', null, '2021-12-30'],
  ['2б мая 2022 r.', 'date', '2022-05-26', '2022-05-26'],
  ['по мере выявления фактов нарушений', 'by-event', null, null],
  ['2 недели до экзамена', 'by-event', null, null],
  ['в течение 2 дней со дня получения сведений', 'by-event', null, null],
  ['при необходимости', 'by-event', null, null],
]

test.each(EXPRESSIONS)('%s', (words, kind, start, end) => {
  expect(short(words)).toEqual([kind, start, end])
})

test('the signs of typing and scanning change nothing', () => {
  for (const words of [
    'до\u00A012\u202Fмарта\u00A02022\u00A0г.',
    'До12марта 2022г',
    'до «12» марта 2022 года',
  ])
    expect(short(words)).toEqual(['deadline', null, '2022-03-12'])
  for (const dash of ['-', '–', '—', '‑', '−', ' - ', '–\n'])
    expect(short(`март${dash}апрель 2022`)).toEqual(['range', '2022-03-01', '2022-04-30'])
  for (const words of ['12.O3.2022', 'l2.03.2022', '12. 03. 2022', '12.03.2О22'])
    expect(short(words)).toEqual(['date', '2022-03-12', '2022-03-12'])
  for (const words of ['ceнтябpь', 'СЕНТЯБРЬ', 'сен-\nтябрь', 'сентяюрь', 'Сент.'])
    expect(short(words)).toEqual(['months', '2021-09-01', '2021-09-30'])
})

test('what is not sure says why', () => {
  const doubts = (words: string, of: string | null = '2021-2022') => {
    const { confidence, doubts, start, end } = readTerm(words, {
      period: of === null ? null : readPeriod(of),
    })
    return [confidence, ...doubts, start ?? end]
  }
  expect(doubts('31 февраля 2022 г.')).toEqual(['low', 'date-impossible', null])
  expect(doubts('до 31.04')).toEqual(['low', 'date-impossible', null])
  expect(doubts('с 15.03.2022 по 01.03.2022')).toEqual(['low', 'end-before-start', null])
  expect(doubts('сентябрь', null)).toEqual(['low', 'year-unknown', null])
  expect(doubts('сентябрь', '2020-2023 годы')).toEqual(['medium', 'year-ambiguous', '2020-09-01'])
  expect(doubts('март 2019')).toEqual(['medium', 'outside-period', '2019-03-01'])
  expect(doubts('ceнтябpь')).toEqual(['medium', 'misspelt', '2021-09-01'])
  expect(doubts('сентя6рь')).toEqual(['medium', 'misspelt', '2021-09-01'])
  expect(doubts('с 5 0ктября')).toEqual(['medium', 'misspelt', '2021-10-05'])
  expect(doubts('сентябрь, педсовет')).toEqual(['medium', 'words-left', '2021-09-01'])
  expect(doubts('сентябрь, до 15 октября')).toEqual(['medium', 'words-left', '2021-10-15'])
  expect(doubts('начало сентября')).toEqual(['medium', 'approximate', '2021-09-01'])
  expect(doubts('директор школы')).toEqual(['low', 'not-understood', null])
  expect(readTerm('директор школы').kind).toBe('unknown')
  expect(readTerm('').kind).toBe('unknown')
  expect(readTerm(' Директор\u00A0школы ').original).toBe('Директор школы')
})

test.each([
  ['2021-2022 учебный год', '2021-09-01', '2022-08-31', true],
  ['на 2021/22 уч. г.', '2021-09-01', '2022-08-31', true],
  ['2021-2022', '2021-09-01', '2022-08-31', true],
  ['2021 – 2022 годы', '2021-01-01', '2022-12-31', false],
  ['на 2020–2024 гг.', '2020-01-01', '2024-12-31', false],
  ['в 2021 году', '2021-01-01', '2021-12-31', false],
])('the period of «%s»', (words, start, end, school) => {
  expect(readPeriod(words)).toEqual({ start, end, school })
})

test('hostile lengths are read in time', () => {
  const begun = performance.now()
  const many = 50_000
  for (const words of [
    '.'.repeat(many),
    ' '.repeat(many),
    'а'.repeat(many),
    '1'.repeat(many),
    'раз '.repeat(many),
  ])
    readTerm(`срок ${words} до`, { period })
  findTerm(`срок${' '.repeat(many)}исполнения${' '.repeat(many)}`)
  expect(performance.now() - begun).toBeLessThan(2000)
  const long = readTerm(`12.03.2022 ${'и далее '.repeat(400)}`, { period })
  expect([long.end, long.doubts]).toEqual(['2022-03-12', ['words-left']])
})

test('which year, or which half, is meant is said where it is not sure', () => {
  const doubts = (words: string, of = period) => readTerm(words, { period: of }).doubts
  expect(doubts('к началу нового учебного года')).toEqual(['year-ambiguous'])
  expect(doubts('к началу следующего учебного года')).toEqual([])
  expect(doubts('до конца полугодия')).toEqual(['approximate'])
  expect(readTerm('к началу следующего учебного года', { period: calendarYears(2022) }).end).toBe(
    '2022-08-31',
  )
  expect(readTerm('после 31 марта').rule).toEqual({
    ...{ type: 'yearless', from: { day: 1, month: 4 }, to: null },
  })
  const again = readTerm(writeTerm(readTerm('с 2022/2023 учебного года')))
  expect([again.original, again.start]).toEqual(['с 2022/2023 учебного года', '2022-09-01'])
})

test('which weekday of the month, several months of one part, months in short', () => {
  const rule = (words: string) => readTerm(words, { period }).rule
  expect(rule('каждая 3-я пятница месяца')).toMatchObject({ unit: 'month', weekday: 5, nth: 3 })
  expect(rule('в последний четверг каждого месяца')).toMatchObject({ weekday: 4, nth: 'last' })
  expect(rule('каждый четверг месяца')).toMatchObject({ unit: 'week', weekday: 4 })
  expect(short('вторая среда ноября, февраля')).toEqual(['date', '2021-11-10', '2022-02-09'])
  expect(rule('вторая среда ноября, февраля')).toMatchObject({ type: 'list' })
  expect(short('X-XII')).toEqual(['months', '2021-10-01', '2021-12-31'])
  expect(short('I-II')[0]).toBe('unknown')
  expect(short('дек.22')).toEqual(['months', '2022-12-01', '2022-12-31'])
  expect(short('10/2021')).toEqual(['months', '2021-10-01', '2021-10-31'])
  const again = readTerm(writeTerm(readTerm('каждый второй понедельник месяца')))
  expect(again.rule).toMatchObject({ unit: 'month', weekday: 1, nth: 2 })
})

test('meetings, single units, days that share a border, borders within', () => {
  expect(readTerm('в рамках заседания кафедры').rule).toMatchObject({ type: 'event', when: 'during' })
  expect(readTerm('плана заседаний совета').kind).toBe('unknown')
  expect(short('август, на педсовете')).toEqual(['months', '2021-08-01', '2021-08-31'])
  expect(readTerm('за месяц до начала экзаменов').rule).toMatchObject({
    ...{ when: 'before', offset: { count: 1, unit: 'month' } },
  })
  expect(readTerm('до 10 ноября, 10 февраля', { period }).rule).toMatchObject({ type: 'list' })
  expect(short('до 10 ноября, 10 февраля')).toEqual(['deadline', null, '2022-02-10'])
  expect(short('по апрель 2022')).toEqual(['deadline', null, '2022-04-30'])
  expect(short('до апреля 2022')).toEqual(['deadline', null, '2022-03-31'])
  expect(short('1р. в четверть')[0]).toBe('recurring')
  expect(short('1 раз в полгода')[0]).toBe('recurring')
})
