import { expect, test } from 'vitest'
import type { RecognisedPlan } from './reading/plan.ts'
import { readPlan } from './reading/read-plan.ts'
import { textToDocument } from './reading/text-to-document.ts'
import type { WordBlock } from './testing/build-word.ts'
import { documentOfBlocks } from './testing/document-of-blocks.ts'
import { doubts, short, who } from './testing/short.ts'

function plan(document: Parameters<typeof readPlan>[0]): RecognisedPlan {
  const reading = readPlan(document)
  if ('fault' in reading) throw new Error(reading.fault)
  return reading.plan
}
const read = (...blocks: readonly WordBlock[]) => plan(documentOfBlocks(blocks))

test('how many stand under a month: the month is the term, the number stays in the note; sums under years are none', () => {
  const { measures } = read('План выездов на 2028 год', [
    ['№', 'Мероприятие', 'Март', 'Апрель', 'Октябрь', 'Ответственный'],
    ['1', 'Выезды наблюдателей', '2', '', '3 школы', 'ОМСУ'],
    ['2', 'Занятия экспертов', '', '1 раз', '', 'РЦОКО'],
    ['3', 'Сверка протоколов', '+', '', 'х', 'ОО'],
  ])
  expect(measures.map(short)).toEqual([
    '1 | Выезды наблюдателей | months 2028-03-01 2028-10-31',
    '2 | Занятия экспертов | months 2028-04-01 2028-04-30',
    '3 | Сверка протоколов | months 2028-03-01 2028-10-31',
  ])
  expect(measures.map(({ note }) => note)).toEqual(['Март: 2 Октябрь: 3 школы', 'Апрель: 1 раз', null])
  expect(measures.map(doubts)).toEqual([['term term-unsure'], ['term term-unsure'], []])
  const money = read('План на 2028 – 2029 годы', [
    ['№', 'Мероприятие', '2028 год', '2029 год', 'Ответственный'],
    ['1', 'Закупка сканеров', '250', '300', 'РЦОКО'],
  ])
  expect(money.measures.map(({ term, note }) => [term, note])).toEqual([
    [null, '2028 год: 250 2029 год: 300'],
  ])
})

test('rows and lines that count the measures are none of them, and join none', () => {
  const { measures } = read('План на 2028 год', [
    ['№', 'Мероприятие', 'Срок', 'Ответственный'],
    ['1', 'Сверка протоколов', 'март', 'ОО'],
    ['', 'Итого', '1 мероприятие', ''],
    ['', 'Количество мероприятий', '', '1'],
    ['2', 'Всеобуч наблюдателей', 'май', 'ОМСУ'],
    ['Всего мероприятий: 2', '', '', ''],
  ])
  expect(measures.map(({ text, section }) => [text, section])).toEqual([
    ['Сверка протоколов', null],
    ['Всеобуч наблюдателей', null],
  ])
  const lines = plan(
    textToDocument(`План на 2028 год
№ Мероприятие Срок Ответственный
1. Сверка протоколов и ведомостей март Завуч
2. Всеобуч общественных
наблюдателей май Методист
3. Разбор спорных работ июнь Завуч
Всего мероприятий: 3`),
  )
  expect(lines.measures.map(who)).toEqual(['Завуч / ОО', 'Методист', 'Завуч / ОО'])
})

test('a day of the month that the section is named by', () => {
  const { measures } = read('План на 2028 год', [
    ['№', 'Мероприятие', 'Срок', 'Ответственный'],
    ['Февраль', '', '', ''],
    ['1', 'Сбор списков', 'до 25 числа', 'ОО'],
    ['2', 'Отчёт о посещении', 'до 5 числа каждого месяца', 'ОО'],
    ['Общие вопросы', '', '', ''],
    ['3', 'Сводка о журналах', 'до 25 числа', 'ОО'],
  ])
  expect(measures.map(short)).toEqual([
    '1 | Сбор списков | deadline … 2028-02-25',
    '2 | Отчёт о посещении | recurring … …',
    '3 | Сводка о журналах | recurring … …',
  ])
})
