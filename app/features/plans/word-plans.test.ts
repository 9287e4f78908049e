import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPlanFile } from './index.ts'
import { buildWord, type WordBlock } from './testing/build-word.ts'
import { doubts, short, who } from './testing/short.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-plans-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
async function read(blocks: readonly WordBlock[]) {
  const path = join(folder, `план ${++files}.docx`)
  writeFileSync(path, await buildWord(blocks))
  return readPlanFile(path)
}

const wide = (text: string, across: number) => ({ text, across })

test('a plan of a school: approval in a table without borders, numbers counted by Word, merged sections', async () => {
  const counted = { counted: true } as const
  const plan = await read([
    [
      [
        'СОГЛАСОВАНО\nПредседатель совета\n_____ С.С. Синицына',
        'УТВЕРЖДАЮ\nДиректор МБОУ «Школа № 9»\n_____ О.П. Воробьёва\nПриказ от 30.08.2023 № 112',
      ],
    ],
    'ПЛАН',
    'мероприятий по честной оценке',
    'МБОУ «Школа № 9»',
    'на 2023-2024 учебный год',
    [
      ['№\nп/п', 'Мероприятия', 'Сроки', 'Ответственные'],
      [wide('1. Организационная работа', 4)],
      [counted, 'Издать приказ о лицах, ответственных за ВПР', 'сентябрь 2023', 'Директор'],
      [counted, 'Изучить порядок на совещании', 'октябрь', 'Зам. директора по УВР'],
      [wide('2. Работа с учителями', 4)],
      [counted, 'Семинар о критериях', 'осенние каникулы', 'Зам. директора по УВР, руководители ШМО'],
      [counted, 'Взаимная проверка работ', '1 раз в четверть', 'Учителя-предметники'],
      [counted, 'Анализ итогов', 'до 01.06.2024', 'Петрова А.А., зам. директора по УВР'],
    ],
  ])
  expect(plan.title).toBe('ПЛАН мероприятий по честной оценке МБОУ «Школа № 9» на 2023-2024 учебный год')
  expect(plan.period).toMatchObject({
    original: '2023-2024 учебный год',
    start: '2023-09-01',
    end: '2024-08-31',
  })
  expect(plan.approval).toMatchObject({
    ...{ post: 'Директор МБОУ «Школа № 9»', person: 'О.П. Воробьёва', date: '2023-08-30' },
  })
  expect(plan.measures.map(short)).toEqual([
    '1 | Издать приказ о лицах, ответственных за ВПР | months 2023-09-01 2023-09-30',
    '2 | Изучить порядок на совещании | months 2023-10-01 2023-10-31',
    '3 | Семинар о критериях | by-event … …',
    '4 | Взаимная проверка работ | recurring … …',
    '5 | Анализ итогов | deadline … 2024-06-01',
  ])
  expect(plan.measures.map(({ section }) => section?.slice(0, 2))).toEqual(['1.', '1.', '2.', '2.', '2.'])
  expect(plan.measures.map(who).slice(2)).toEqual([
    'Зам. директора по УВР / ОО + руководители ШМО / ОО',
    'Учителя-предметники / ОО',
    'Петрова А.А., зам. директора по УВР / ОО / Петрова А.А. / зам. директора по УВР',
  ])
  expect(plan.measures.flatMap(doubts)).toEqual([])
})

test('a header of two rows, the columns in another order, numbering row, planned dates', async () => {
  const { measures } = await read([
    'Дорожная карта обеспечения объективности Заречного района на 2022 год',
    [
      [
        { text: '№', down: 2 },
        { text: 'Исполнитель', down: 2 },
        { text: 'Наименование мероприятия', down: 2 },
        { text: 'Срок реализации', across: 2 },
        { text: 'Ожидаемый результат', down: 2 },
        { text: 'Отметка о выполнении', down: 2 },
      ],
      ['начало', 'окончание'],
      ['1', '2', '3', '4', '5', '6', '7'],
      [wide('I. Нормативное обеспечение', 7)],
      ['1.9', 'Отдел образования', 'Разработать приказ', '10.01.2022', '31.01.2022', 'Приказ', 'выполнено'],
      ['1.10', 'ИМЦ', 'Провести вебинары', 'февраль', 'апрель', 'Записи', ''],
      ['1.10', 'ИМЦ', 'Провести опрос', 'май 2022', '31.06.2022', '', ''],
    ],
  ])
  expect(measures.map(short)).toEqual([
    '1.9 | Разработать приказ | range 2022-01-10 2022-01-31',
    '1.10 | Провести вебинары | months 2022-02-01 2022-04-30',
    '1.10 | Провести опрос | range … …',
  ])
  expect(measures[0]).toMatchObject({
    ...{ plannedStart: '2022-01-10', plannedFinish: '2022-01-31', performer: 'Отдел образования' },
    ...{ expectedResult: 'Приказ', completion: 'выполнено', section: 'I. Нормативное обеспечение' },
  })
  expect(measures[0].responsible[0].body).toBe('ОМСУ')
  expect(doubts(measures[2])).toEqual([
    'number number-repeated',
    'term term-unsure',
    'plannedFinish term-unsure',
  ])
})

test('quarters as columns, cells merged down, months as sections', async () => {
  const quarters = await read([
    'Комплекс мер',
    'на 2024 год',
    [
      [
        { text: '№ п/п', down: 2 },
        { text: 'Содержание работы', down: 2 },
        wide('Сроки реализации', 4),
        { text: 'Ответственные исполнители', down: 2 },
      ],
      ['I кв.', 'II кв.', 'III кв.', 'IV кв.'],
      ['1', 'Наблюдение за оценкой', '+', '+', '', '+', 'РЦОКО'],
      ['2', 'Обучение экспертов', '', '+', '', '', 'ИРО'],
      ['3', 'Совещание', '', '', '25.08.2024', '', 'Министерство образования области'],
    ],
  ])
  expect(quarters.measures.map(short)).toEqual([
    '1 | Наблюдение за оценкой | months 2024-01-01 2024-12-31',
    '2 | Обучение экспертов | months 2024-04-01 2024-06-30',
    '3 | Совещание | date 2024-08-25 2024-08-25',
  ])
  const merged = await read([
    'План на 2021-2022 учебный год',
    [
      ['Направление', 'Мероприятия', 'Срок исполнения', 'Ответственные'],
      [
        { text: 'Честная оценка', down: 3 },
        'Назначить наблюдателей',
        'до 1 марта',
        { text: 'ОМСУ,\nОО', down: 3 },
      ],
      ['Видеозапись', 'в дни проведения ВПР'],
      ['Проверка комиссией', 'в течение 3 дней после проведения ВПР'],
      ['Помощь школам', { text: 'Выезд в школы', down: 2 }, 'по графику', 'ММС'],
      ['', 'май', 'ИМЦ'],
    ],
  ])
  expect(merged.measures.map(short)).toEqual([
    '– | Назначить наблюдателей | deadline … 2022-03-01',
    '– | Видеозапись | by-procedure … …',
    '– | Проверка комиссией | by-procedure … …',
    '– | Выезд в школы | months 2022-05-01 2022-05-31',
  ])
  expect(merged.measures.map(({ section }) => section)).toEqual([
    ...Array(3).fill('Честная оценка'),
    'Помощь школам',
  ])
  expect(merged.measures.map(({ responsible }) => responsible.map(({ body }) => body))).toEqual([
    ...Array(3).fill(['ОМСУ', 'ОО']),
    ['ММС', 'ММС'],
  ])
  const months = await read([
    'План работы, 2022/2023 учебный год',
    [
      ['Мероприятие', 'Дата', 'Ответственный'],
      [wide('СЕНТЯБРЬ', 3)],
      ['Анализ прошлого года', '', 'ЗДУВР'],
      ['Собрания родителей', '15.09', 'кл. руководители'],
      [wide('Март – апрель', 3)],
      ['Проведение работ', 'по графику', 'Школьный координатор'],
      ['Выборочная перепроверка', '', 'Муниципальная комиссия'],
    ],
  ])
  expect(months.measures.map(short)).toEqual([
    '– | Анализ прошлого года | months 2022-09-01 2022-09-30',
    '– | Собрания родителей | date 2022-09-15 2022-09-15',
    '– | Проведение работ | by-procedure … …',
    '– | Выборочная перепроверка | months 2023-03-01 2023-04-30',
  ])
})

test('two levels by year, a year printed twice', async () => {
  const year = (of: number): WordBlock[number][] =>
    [
      [wide(`${of} год`, 3)],
      [{ text: '1' }, wide('Единые правила', 2)],
      ['1.1', 'Утвердить порядок', 'Принять положение'],
      ['1.2', '', 'Обсудить на совете'],
    ] as never
  const { measures } = await read([
    'Перечень мероприятий',
    [['№', 'Муниципальный уровень', 'Уровень ОО'], ...year(2020), ...year(2021), ...year(2021)] as never,
  ])
  expect(measures).toHaveLength(9)
  expect(measures.slice(0, 3).map(({ year, level, section, text }) => [year, level, section, text])).toEqual([
    [2020, 'municipality', 'Единые правила', 'Утвердить порядок'],
    [2020, 'school', 'Единые правила', 'Принять положение'],
    [2020, 'school', 'Единые правила', 'Обсудить на совете'],
  ])
  expect(measures.map(doubts)).toEqual([...Array(6).fill([]), ...Array(3).fill(['year year-repeated'])])
})

test('several tables under titles, a page that goes on without a header, tables of something else', async () => {
  const header = ['№', 'Мероприятие', 'Срок', 'Ответственный']
  const { measures } = await read([
    'План-график подготовки к ГИА в 2022/23 учебном году',
    [
      ['№', 'Наименование школы', 'Адрес'],
      ['1', 'Школа № 1', 'ул. Лесная'],
    ],
    '1. Нормативное обеспечение',
    [
      header,
      ['1.1', 'Назначить коорди-\nнатора', 'сентябрь', 'УО'],
      ['1.2', 'Распределить участников по пунктам', 'январь', 'УО, РЦОИ'],
    ],
    [
      ['', 'проведения экзаменов', '', ''],
      ['1.3', 'Проверить пункты', 'февраль', 'УО'],
      header,
      ['1', '2', '3', '4'],
    ],
    '2. Обучение',
    [header, ['2.1', 'Обучить организаторов', '', 'МКУ «ИМЦ»']],
    'Начальник управления',
    [['Начальник', '', 'И.И. Кротов']],
  ])
  expect(measures.map(short)).toEqual([
    '1.1 | Назначить координатора | months 2022-09-01 2022-09-30',
    '1.2 | Распределить участников по пунктам проведения экзаменов | months 2023-01-01 2023-01-31',
    '1.3 | Проверить пункты | months 2023-02-01 2023-02-28',
    '2.1 | Обучить организаторов | –',
  ])
  expect(measures.map(({ section }) => section)).toEqual([
    ...Array(3).fill('1. Нормативное обеспечение'),
    '2. Обучение',
  ])
  expect(measures.map(doubts)).toEqual([[], ['text joined'], [], ['term empty']])
})
