import { expect, test } from 'vitest'
import { cell, type SourceDocument } from './reading/document.ts'
import { readPlan } from './reading/read-plan.ts'
import { textToDocument } from './reading/text-to-document.ts'
import { doubts, short, who } from './testing/short.ts'

function plan(document: SourceDocument) {
  const reading = readPlan(document)
  if ('fault' in reading) throw new Error(reading.fault)
  return reading.plan
}

const table = (rows: readonly (readonly (string | [string, number])[])[]) => ({
  ...{ type: 'table' as const, merges: true },
  rows: rows.map(row => row.map(one => (typeof one === 'string' ? cell(one) : cell(...one)))),
})
const paragraph = (text: string) => ({ type: 'paragraph' as const, text })

test('numbers inside the text, a bare year over the only table, a person with a post in brackets', () => {
  const { period, measures } = plan({
    blocks: [
      ...[paragraph('КОМПЛЕКСНЫЙ ПЛАН мероприятий'), paragraph('2024 год')],
      table([
        ['Наименование мероприятия', 'Срок', 'Ответственные лица', 'Целевая аудитория'],
        ['1. Управление', '', '', ''],
        ['1.1. Издать приказ', 'январь', 'Начальник управления образования Рысь Г.Д.', 'ОО'],
        ['2. Работа с учителями', '', '', ''],
        ['2.1. Практикум', 'до 15 февраля', 'Барсук Л.М. (методист ИМЦ), рук. ШМО', ''],
      ]),
    ],
  })
  expect(period).toMatchObject({ original: '2024 год', start: '2024-01-01' })
  expect(measures.map(short)).toEqual([
    '1.1 | Издать приказ | months 2024-01-01 2024-01-31',
    '2.1 | Практикум | deadline … 2024-02-15',
  ])
  expect(measures.map(({ year, section }) => [year, section])).toEqual([
    [null, '1. Управление'],
    [null, '2. Работа с учителями'],
  ])
  expect(measures.map(who)).toEqual([
    'Начальник управления образования Рысь Г.Д. / ОМСУ / Рысь Г.Д. / Начальник управления образования',
    'Барсук Л.М. (методист ИМЦ) / ММС / Барсук Л.М. / методист ИМЦ + рук. ШМО / ОО',
  ])
})

test('years as columns, a measure of both levels, unknown columns kept in the note', () => {
  const years = plan({
    blocks: [
      paragraph('План мероприятий на 2023 – 2025 годы'),
      table([
        ['№', 'Мероприятие', ['Сроки по годам', 3], 'Ответственный', 'Класс'],
        ['', '', '2023', '2024', '2025', '', ''],
        ['1', 'Опрос', 'март', '', 'март', 'РЦОКО', '4, 5'],
      ]),
    ],
  })
  expect(years.measures.map(short)).toEqual(['1 | Опрос | recurring 2023-03-01 2025-03-31'])
  expect(years.measures[0].note).toBe('Класс: 4, 5')
  const levels = plan({
    blocks: [
      paragraph('МУНИЦИПАЛЬНАЯ ДОРОЖНАЯ КАРТА на 2023 год'),
      table([
        [
          '№',
          'Мероприятия на муниципальном уровне',
          'Мероприятия на уровне образовательной организации',
          'Сроки',
        ],
        ['1', 'Совещание', 'Совет', 'май'],
        ['2', ['Участие в вебинарах', 2], 'в течение года'],
      ]),
    ],
  })
  expect(levels.title).toBe('МУНИЦИПАЛЬНАЯ ДОРОЖНАЯ КАРТА на 2023 год')
  expect(levels.measures.map(({ level, text }) => [level, text])).toEqual([
    ['municipality', 'Совещание'],
    ['school', 'Совет'],
    [null, 'Участие в вебинарах'],
  ])
})

test('a row of mixed columns on one line, semicolons, Markdown', () => {
  const mixed = plan(
    textToDocument(`ПЛАН МЕРОПРИЯТИЙ
№ Мероприятие Срок Ответственный
1. Издание приказа о проведении
работ в 4–8 классах
до 01.03.2023
Управление
образования
2. Обучение наблюдателей март 2023 г. ИМЦ
3. Анализ результатов
май–июнь 2023 г.
РЦОКО, ИМЦ`),
  )
  expect(mixed.measures.map(short)).toEqual([
    '1 | Издание приказа о проведении работ в 4–8 классах | deadline … 2023-03-01',
    '2 | Обучение наблюдателей | months 2023-03-01 2023-03-31',
    '3 | Анализ результатов | range 2023-05-01 2023-06-30',
  ])
  expect(mixed.measures.map(who)).toEqual([
    'Управление образования / ОМСУ',
    'ИМЦ / ММС',
    'РЦОКО / РЦОКО + ИМЦ / ММС',
  ])
  expect(new Set(mixed.measures.flatMap(doubts))).toEqual(new Set(['text cells-guessed']))
  const separated = plan(textToDocument('План на 2022 год\n№;Мероприятие;Срок\n1;Приказ;май\n2;Совет;июнь\n'))
  expect(separated.measures).toHaveLength(2)
  const marked = plan(
    textToDocument(
      '# План на 2022 год\n| № | Мероприятие | Срок |\n|:-:|---|---|\n| **I. База** | | |\n| 1 | Приказ | май |',
    ),
  )
  expect(marked.title).toBe('План на 2022 год')
  expect(marked.measures.map(({ section, text }) => [section, text])).toEqual([['I. База', 'Приказ']])
})

test('lists of schools and of indicators are no plans', () => {
  const lists = [
    table([
      ['№', 'Наименование школы', 'Муниципалитет'],
      ['1', 'Школа № 1', 'Заречный'],
      ['2', 'Школа № 2', 'Лесной'],
    ]),
    table([
      ['№', 'Наименование показателя', '2021', '2022'],
      ['1', 'Доля школ', '12', '14'],
      ['2', 'Доля работ', '3', '5'],
    ]),
  ]
  expect(readPlan({ blocks: lists })).toEqual({ fault: 'plan-header-missing' })
})
