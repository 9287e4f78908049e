import { expect, test } from 'vitest'
import { leftOutNotes } from './left-out-notes.ts'
import { readPlan } from './reading/read-plan.ts'
import { textToDocument } from './reading/text-to-document.ts'
import type { WordBlock } from './testing/build-word.ts'
import { documentOfBlocks } from './testing/document-of-blocks.ts'

function read(document: Parameters<typeof readPlan>[0]) {
  const reading = readPlan(document)
  if ('fault' in reading) throw new Error(reading.fault)
  return reading
}

test('points of an order that ask for nothing are no measures, and are told of', () => {
  const { plan, leftOut } = read(
    textToDocument(`Приказ
О проведении среза в 2028 году

Приказываю:
1. Утвердить состав комиссии по сверке работ.
2. Назначить ответственным за срез методиста Лугова П.П.
3. Методистам подготовить задания до 12 марта 2028 года.
4. Директорам школ:
4.1. провести срез до 20 марта 2028 года;
4.2. направить протоколы до 25 марта 2028 года.
5. Контроль за исполнением приказа оставляю за собой.
`),
  )
  expect(plan.measures.map(({ text }) => text)).toEqual([
    'Методистам подготовить задания до 12 марта 2028 года',
    'провести срез до 20 марта 2028 года',
    'направить протоколы до 25 марта 2028 года',
  ])
  expect(leftOut).toEqual([
    'Утвердить состав комиссии по сверке работ.',
    'Назначить ответственным за срез методиста Лугова П.П.',
    'Контроль за исполнением приказа оставляю за собой.',
  ])
})

test('points of the order over the table of a plan are told of; a plan without an order leaves nothing out', () => {
  const table: WordBlock = [
    ['№', 'Мероприятие', 'Срок', 'Ответственный'],
    ['1', 'Сверка протоколов', 'март', 'ОО'],
    ['2', 'Разбор работ', 'май', 'ОМСУ'],
  ]
  const order = read(
    documentOfBlocks([
      ...[
        'П Р И К А З Ы В А Ю:',
        '1. Утвердить план на 2028 год (приложение).',
        '2. Отделу довести план до школ.',
      ],
      ...['План мероприятий на 2028 год', table],
    ]),
  )
  expect(order.leftOut).toEqual(['Утвердить план на 2028 год (приложение).', 'Отделу довести план до школ.'])
  expect(order.plan.measures).toHaveLength(2)
  expect(read(documentOfBlocks(['План на 2028 год', '1. Общие положения', table])).leftOut).toEqual([])
})

test('where lines of terms close the points, what only sets down is still no measure; how often is not who', () => {
  const { plan, leftOut } = read(
    textToDocument(`Приказываю:
1. Утвердить порядок сверки (приложение).
2. Заведующей отделом Ивиной О.А. подготовить сводку до 1 марта 2028 года.
3. Отделу оценки ежеквартально представлять отчёт о сверке.
4. Руководителям школ:
4.1. разместить порядок на сайтах.
Срок: до 15.03.2028.
`),
  )
  expect(leftOut).toEqual(['Утвердить порядок сверки (приложение).'])
  expect(plan.measures.map(({ number }) => number)).toEqual(['2', '3', '4.1'])
  expect(plan.measures.map(({ responsible }) => responsible.map(({ original }) => original).join())).toEqual([
    'Заведующей отделом Ивиной О.А.',
    'Отделу оценки',
    'Руководителям школ',
  ])
})

test('a card a measure: every line says what it is, the first card too', () => {
  const { plan } = read(
    textToDocument(`План работы на 2028 год

Мероприятие: Сверка протоколов
с ведомостями
Срок: до 1 марта
Ответственный: ОМСУ

Мероприятие: Занятие экспертов
Срок: апрель
Ответственный: РЦОКО
Ожидаемый результат: единые подходы
`),
  )
  expect(
    plan.measures.map(({ text, term, responsible, expectedResult }) => [
      ...[text, term?.start ?? null, term?.end, responsible[0].original, expectedResult],
    ]),
  ).toEqual([
    ['Сверка протоколов с ведомостями', null, '2028-03-01', 'ОМСУ', null],
    ['Занятие экспертов', '2028-04-01', '2028-04-30', 'РЦОКО', 'единые подходы'],
  ])
})

test('many points are named in part and counted in full', () => {
  expect(leftOutNotes('ru', [])).toEqual([])
  expect(leftOutNotes('ru', ['Утвердить состав.'])[0]).toContain(
    '1 пункт документа не взят как мера: «Утвердить состав.»',
  )
  const [note] = leftOutNotes(
    'ru',
    Array.from({ length: 22 }, (_, at) => `Пункт ${at}`),
  )
  expect(note).toContain('22 пункта')
  expect(note).toContain('«Пункт 11»; ….')
})
