import { expect, test } from 'vitest'
import { findTerm, findTermOfRequest, readTerm, schoolYear } from '../src/index.ts'

const options = { period: schoolYear(2021) }
const found = (text: string) => {
  const term = findTermOfRequest(text, options)
  return term && `${term.original} | ${term.kind} ${term.start ?? '…'} ${term.end ?? '…'}`
}

test('in a request the day, the month in front of the verb and the procedure are when it is to be done', () => {
  expect(found('Собраться снова 14 апреля 2022 года в 15.00')).toBe(
    '14 апреля 2022 года | date 2022-04-14 2022-04-14',
  )
  expect(found('Провести зачёт 03.02.2022')).toBe('03.02.2022 | date 2022-02-03 2022-02-03')
  expect(found('Методистам (Лосева Е.Е.) в марте 2022 года открыть практикум')).toBe(
    'в марте 2022 года | months 2022-03-01 2022-03-31',
  )
  expect(found('Завучу во втором полугодии обновить правила')).toBe(
    'во втором полугодии | months 2022-01-01 2022-05-31',
  )
  expect(found('Подвести черту на совете в мае 2022 г.')).toBe('в мае 2022 г. | months 2022-05-01 2022-05-31')
  expect(found('Проверить принтеры за 3 дня до начала ВПР')).toBe('за 3 дня до начала ВПР | by-procedure … …')
  expect(found('Не занимать кабинеты на протяжении всего периода проведения ОГЭ')).toBe(
    'на протяжении всего периода проведения ОГЭ | by-procedure … …',
  )
  expect(found('Дежурить на этажах во время экзаменов')).toBe('во время экзаменов | by-procedure … …')
  expect(found('Сдать работы в архив по завершении ВПР')).toBe('по завершении ВПР | by-procedure … …')
  expect(found('Сверять журналы раз в четверть')).toBe('раз в четверть | recurring … …')
  expect(found('Постоянно обновлять раздел сайта')).toBe('Постоянно | open … …')
  expect(found('Вести записи в течение 2021/2022 учебного года')).toBe(
    'в течение 2021/2022 учебного года | open 2021-09-01 2022-08-31',
  )
})

test('what the request is about is not when it is to be done', () => {
  for (const text of [
    'Исполнять приказ от 14.01.2022 № 9',
    'Разобрать итоги работ, выполненных в апреле 2022 года',
    'Составить сводку результатов ВПР в апреле 2022 года',
    'Изучить правила проведения ОГЭ',
    'Открыть отчёты за 2021 год',
  ])
    expect(found(text), text).toBeNull()
})

test('in a table a procedure or a day stays of the subject', () => {
  for (const text of ['Совещание о дне 14 апреля 2022 года', 'Дежурство во время экзаменов'])
    expect(findTerm(text, options), text).toBeNull()
})

test('bound to a procedure while it goes on, or to the day behind it', () => {
  const kind = (words: string) => readTerm(words, options).kind
  expect(kind('весь период ВПР')).toBe('by-procedure')
  expect(kind('в течение всего периода проведения ОГЭ')).toBe('by-procedure')
  expect(kind('в течение всего периода')).toBe('open')
  expect(kind('весь период подготовки к ГИА')).toBe('open')
  expect(kind('в дни проведения экзаменов')).toBe('by-procedure')
  expect(kind('2 недели до экзамена')).toBe('by-event')
  expect(kind('по граф. ВПР')).toBe('by-procedure')
  const { rule } = readTerm('день, следующий за ВПР', options)
  expect(rule).toMatchObject({ procedure: 'ВПР', when: 'after', offset: { count: 1, unit: 'day' } })
  expect(kind('не позднее следующего дня')).toBe('by-event')
})

test('a third quarter within a school year: up to the fourth it is that of its autumn, alone nobody knows', () => {
  const term = (words: string) => readTerm(words, options)
  expect(term('III–IV кварталы')).toMatchObject({
    start: '2021-07-01',
    end: '2021-12-31',
    confidence: 'high',
  })
  expect(term('III квартал')).toMatchObject({ start: '2022-07-01', doubts: ['year-ambiguous'] })
  expect(term('на каждом уроке').kind).toBe('by-event')
  expect(term('заседания ШМО').kind).toBe('by-event')
})
