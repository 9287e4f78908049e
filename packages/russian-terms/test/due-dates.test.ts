import { expect, test } from 'vitest'
import {
  bindTerm,
  dueAfter,
  findTerm,
  nextDue,
  occurrencesOf,
  readTerm,
  schoolYear,
  writeTerm,
} from '../src/index.ts'

const period = schoolYear(2021)
const dues = (words: string) => occurrencesOf(readTerm(words, { period }), period).map(({ end }) => end)

test('a recurring term is unfolded within the plan', () => {
  expect(dues('до 31 числа каждого месяца')).toHaveLength(12)
  expect(dues('до 31 числа каждого месяца').slice(5, 7)).toEqual(['2022-02-28', '2022-03-31'])
  expect(dues('ежеквартально')).toEqual(['2021-09-30', '2021-12-31', '2022-03-31', '2022-06-30'])
  expect(dues('ежемесячно с октября по декабрь')).toEqual(['2021-10-31', '2021-11-30', '2021-12-31'])
  expect(dues('ежегодно, май-июнь')).toEqual(['2022-06-30'])
  expect(dues('Май, ежегодно с 2023')).toEqual([])
  expect(dues('еженедельно по пятницам').slice(0, 2)).toEqual(['2021-09-03', '2021-09-10'])
  expect(dues('каждый 2-й вторник месяца').slice(0, 2)).toEqual(['2021-09-14', '2021-10-12'])
  expect(dues('пятая среда месяца').slice(0, 2)).toEqual(['2021-09-29', '2021-12-29'])
  expect(dues('10 октября, 12 ноября')).toEqual(['2021-10-10', '2021-11-12'])
  expect(dues('до 1 октября')).toEqual(['2021-10-01'])
  expect(dues('в течение года')).toEqual([])
  expect(dues('по графику')).toEqual([])
})

test('quarters of every year, days that a month lacks, and repetition that cannot be', () => {
  expect(dues('ежегодно, I квартал')).toEqual(['2022-03-31'])
  expect(dues('ежегодно, I полугодие')).toEqual(['2021-12-31'])
  expect(dues('ежегодно до 31 апреля')).toEqual(['2022-04-30'])
  expect(readTerm('ежегодно до 31 апреля', { period }).doubts).toEqual(['date-impossible'])
  expect(readTerm('ежегодно до 1 марта').doubts).toEqual([])
  for (const words of ['раз в 0 дней', '0 раз в год', 'до 45 числа каждого месяца'])
    expect(readTerm(words, { period })).toMatchObject({ kind: 'unknown', confidence: 'low' })
  const often = readTerm('ежедневно', { period })
  const never = { ...often, rule: { ...often.rule, step: 0 } as typeof often.rule }
  expect(occurrencesOf(never, { start: '2021-09-01', end: '2021-09-03' })).toHaveLength(3)
})

test('the next due day is that of the clock given', () => {
  const term = readTerm('ежеквартально до 10 числа', { period })
  const on = (today: string) => nextDue(term, { today, period })?.end
  expect([on('2021-09-10'), on('2021-09-11'), on('2022-08-31')]).toEqual([
    '2021-09-10',
    '2021-12-10',
    '2022-06-10',
  ])
  expect(nextDue(readTerm('постоянно'), { today: '2021-10-01', period })).toBeNull()
})

test('a term bound to a procedure moves with its dates', () => {
  const dates = {
    ВПР: { start: '2022-03-15', end: '2022-05-20' },
    '': { start: '2022-04-01', end: '2022-04-02' },
  }
  const bound = (words: string, of = dates) => {
    const { start, end } = bindTerm(readTerm(words, { period }), of)
    return [start, end]
  }
  expect(bound('по графику проведения ВПР')).toEqual(['2022-03-15', '2022-05-20'])
  expect(bound('по графику')).toEqual(['2022-04-01', '2022-04-02'])
  expect(bound('за 2 недели до ВПР')).toEqual([null, '2022-03-01'])
  expect(bound('до проведения ВПР')).toEqual([null, '2022-03-14'])
  expect(bound('в течение 3 рабочих дней после ВПР')).toEqual(['2022-05-21', '2022-05-25'])
  const moved = { ...dates, ВПР: { start: '2022-09-19', end: '2022-10-24' } }
  expect(bound('по графику проведения ВПР', moved)).toEqual(['2022-09-19', '2022-10-24'])
  expect(bound('по графику проведения ОГЭ')).toEqual([null, null])
  expect(bound('март')).toEqual(['2022-03-01', '2022-03-31'])
})

test('what waits for an event falls due after it', () => {
  expect(dueAfter(readTerm('в течение 2 дней со дня получения сведений'), '2022-03-04')).toBe('2022-03-06')
  expect(dueAfter(readTerm('2 недели до экзамена'), '2022-06-15')).toBe('2022-06-01')
  expect(dueAfter(readTerm('при необходимости'), '2022-06-15')).toBeNull()
})

test('the month behind a quarter or a half-year comes four times, or twice, a year', () => {
  const days = (words: string) => occurrencesOf(readTerm(words, { period }), period).map(({ end }) => end)
  expect(days('до 10 числа месяца, следующего за отчётным кварталом')).toEqual([
    ...['2021-10-10', '2022-01-10', '2022-04-10', '2022-07-10'],
  ])
  expect(days('до 5-го числа месяца, следующего за отчетным полугодием')).toEqual([
    '2022-01-05',
    '2022-07-05',
  ])
  expect(days('до 5 числа месяца, следующего за отчётным')).toHaveLength(12)
  for (const after of ['кварталом', 'полугодием']) {
    const term = readTerm(`до 10 числа месяца, следующего за отчетным ${after}`, { period })
    expect(readTerm(writeTerm(term), { period }).rule).toEqual(term.rule)
  }
})

test('a term inside a sentence is found, its subject is not taken for one', () => {
  const found = (text: string) => {
    const term = findTerm(text, { period })
    return term && [term.original, term.start ?? term.end]
  }
  expect(found('Отправить до 12 марта 2022 г. свои замечания')).toEqual(['до 12 марта 2022 г.', '2022-03-12'])
  expect(found('Проверить списки (срок – до 01.10.2021)')).toEqual(['до 01.10.2021', '2021-10-01'])
  expect(found('Анализ итогов ВПР в 2021 году, проведенных в марте')).toBeNull()
  expect(found('Приказ от 12.03.2021 изучить')).toBeNull()
  // Right behind what is to be done stands when; behind anything else a month tells of the subject.
  expect(found('Собрать в октябре 2021 года экспертов района')).toEqual([
    ...['в октябре 2021 года', '2021-10-01'],
  ])
  expect(found('обсудить во II квартале 2022 года итоги')).toEqual(['во II квартале 2022 года', '2022-04-01'])
  expect(found('Провести 19 марта 2022 г. собрание')).toEqual(['19 марта 2022 г.', '2022-03-19'])
  expect(found('Разобрать работы, написанные в апреле')).toBeNull()
  expect(found('Изучить опыт школ, проведших в марте перепроверку')).toBeNull()
  expect(found('ежегодно до 1 октября сверять списки')).toEqual(['ежегодно до 1 октября', null])
  expect(found('Отвечать не позднее двух рабочих дней после получения сведений')).toEqual([
    ...['не позднее двух рабочих дней после получения сведений', null],
  ])
  expect(found('Посадить наблюдателей в дни проведения ВПР')).toEqual(['в дни проведения ВПР', null])
})
