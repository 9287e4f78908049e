import { expect, test } from 'vitest'
import type { RecognisedPlan } from './reading/plan.ts'
import { readPlan } from './reading/read-plan.ts'
import type { WordBlock } from './testing/build-word.ts'
import { documentOfBlocks } from './testing/document-of-blocks.ts'
import { short, who } from './testing/short.ts'

const read = (...blocks: readonly WordBlock[]): RecognisedPlan => {
  const reading = readPlan(documentOfBlocks(blocks))
  if ('fault' in reading) throw new Error(reading.fault)
  return reading.plan
}

test('measures under the quarters: the quarter is their term, the direction of the row their section', () => {
  const { measures } = read('План-сетка отдела оценки на 2027 год', [
    ['Направление', 'I квартал', 'II квартал', 'III квартал', 'IV квартал', 'Кто отвечает'],
    ['Эксперты', 'Отбор экспертов по химии', '', '', 'Зачёт для экспертов', 'Лугов П.П.'],
    ['Наблюдатели', '', 'Сбор заявок наблюдателей', 'Разбор отчётов наблюдателей', '', 'ОМСУ'],
  ])
  expect(measures.map(short)).toEqual([
    '– | Отбор экспертов по химии | months 2027-01-01 2027-03-31',
    '– | Зачёт для экспертов | months 2027-10-01 2027-12-31',
    '– | Сбор заявок наблюдателей | months 2027-04-01 2027-06-30',
    '– | Разбор отчётов наблюдателей | months 2027-07-01 2027-09-30',
  ])
  expect(measures.map(({ section }) => section)).toEqual([
    ...['Эксперты', 'Эксперты', 'Наблюдатели', 'Наблюдатели'],
  ])
  expect(measures.map(who)).toEqual([
    ...['Лугов П.П. / Лугов П.П.', 'Лугов П.П. / Лугов П.П.', 'ОМСУ / ОМСУ', 'ОМСУ / ОМСУ'],
  ])
})

test('several measures in one cell of a month are as many; lines without marks are one, and marked', () => {
  const { measures } = read('Циклограмма контроля на 2026-2027 учебный год', [
    ['№', 'Блок', 'август', 'сентябрь', 'январь'],
    ['1', 'Контроль', '', '1. Входной срез по физике\n2. Сверка журналов и\nдневников', 'Срез по истории'],
    ['2', 'Люди', 'Совет о нормах отметок\nЗапись на курсы', '', '– собрание родителей'],
  ])
  expect(measures.map(short)).toEqual([
    '– | Входной срез по физике | months 2026-09-01 2026-09-30',
    '– | Сверка журналов и дневников | months 2026-09-01 2026-09-30',
    '– | Срез по истории | months 2027-01-01 2027-01-31',
    '– | Совет о нормах отметок Запись на курсы | months 2026-08-01 2026-08-31',
    '– | собрание родителей | months 2027-01-01 2027-01-31',
  ])
  expect(measures.map(({ doubtful }) => doubtful)).toEqual([
    ...[[], [], []],
    [{ field: 'text', reason: 'joined' }],
    [],
  ])
})

test('remarks under the months of a measure make no measures of their own', () => {
  const { measures } = read('План на 2027 год', [
    ['№', 'Мероприятие', 'I квартал', 'II квартал', 'III квартал'],
    ['1', 'Провести срез', 'выбор школ и предметов', 'сбор и проверка работ', 'обсуждение итогов среза'],
    ['2', 'Обучить экспертов', '+', '', 'набор второй группы'],
  ])
  expect(measures.map(({ text }) => text)).toEqual(['Провести срез', 'Обучить экспертов'])
})
