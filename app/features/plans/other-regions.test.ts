import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Cell, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { readPlanFile } from './index.ts'
import type { RecognisedPlan } from './reading/plan.ts'
import { readPlan } from './reading/read-plan.ts'
import { textToDocument } from './reading/text-to-document.ts'
import type { WordBlock } from './testing/build-word.ts'
import { documentOfBlocks } from './testing/document-of-blocks.ts'
import { short, who } from './testing/short.ts'

const read = (...blocks: readonly WordBlock[]): RecognisedPlan => {
  const reading = readPlan(documentOfBlocks(blocks))
  if ('fault' in reading) throw new Error(reading.fault)
  return reading.plan
}
const wide = (text: string, across: number) => ({ text, across })
const tall = (text: string, down: number) => ({ text, down })

test('quarters as columns, marked by crosses and by dates', () => {
  const { measures } = read('ПЛАН-ГРАФИК работы по повышению объективности на 2024 год', [
    ['№', 'Наименование мероприятия', 'I кв.', 'II кв.', 'III кв.', 'IV кв.', 'Отв. исполнитель'],
    ['1.', 'Обучение экспертов', 'X', '', '', 'X', 'ИРО'],
    ['2.', 'Перепроверка работ', '', 'до 31.05', '', '', 'РЦОКО'],
    ['3.', 'Совещание', '+', '+', '+', '+', 'Минобр'],
  ])
  expect(measures.map(short)).toEqual([
    '1 | Обучение экспертов | months 2024-01-01 2024-12-31',
    '2 | Перепроверка работ | deadline … 2024-05-31',
    '3 | Совещание | months 2024-01-01 2024-12-31',
  ])
  expect(measures.map(who)).toEqual(['ИРО / ИРО', 'РЦОКО / РЦОКО', 'Минобр / ОИВ'])
})

test('planned beside actual dates under a header of two rows; a term merged over two measures', () => {
  const { measures } = read('Комплекс мер («дорожная карта») на 2023–2024 учебный год', [
    [
      tall('№ п/п', 2),
      tall('Мера', 2),
      wide('Плановый срок', 2),
      tall('Фактическая дата', 2),
      tall('Ответственный', 2),
    ],
    ['начало', 'окончание'],
    ['1', '2', '3', '4', '5', '6'],
    ['1.1', 'Сбор данных', tall('01.10.2023', 2), '15.10.2023', '', tall('Орлов И.И., начальник отдела', 2)],
    ['1.2', 'Сверка данных', '20.10.2023', ''],
    ['1.3', 'Справка', 'ноябрь 2023', 'декабрь 2023', '12.12.2023', 'ОМСУ'],
  ])
  expect(measures.map(short)).toEqual([
    '1.1 | Сбор данных | range 2023-10-01 2023-10-15',
    '1.2 | Сверка данных | range 2023-10-01 2023-10-20',
    '1.3 | Справка | range 2023-11-01 2023-12-31',
  ])
  expect(measures.map(({ completion }) => completion)).toEqual([null, null, '12.12.2023'])
  expect(measures.map(({ responsible }) => responsible[0].person)).toEqual(['Орлов И.И.', 'Орлов И.И.', null])
})

test('исполнитель before срок, numbers that begin anew, the header on every page', () => {
  const header = ['№ п.п.', 'Содержание деятельности', 'Исполнители', 'Сроки', 'Форма отчёта']
  const { measures } = read(
    'Утверждён\nприказом управления образования\nот 05.09.2022 № 310',
    'План мероприятий управления образования на 2022/2023 учебный год',
    [
      header,
      [wide('I. Организационное направление', 5)],
      ['1', 'Назначить координаторов', 'УО, руководители ОО', 'сентябрь', 'Приказ'],
      ['2', 'Составить график проверки', 'ММС', 'до 1 октября', 'График'],
    ],
    [
      header,
      ['', 'и разместить его на сайте', '', '', ''],
      [wide('II. Аналитическое направление', 5)],
      ['1', 'Сравнить результаты с отметками', 'ММС; ОО', 'после ВПР до 12 мая', 'Справка'],
      ['2', 'Адресная помощь школам', 'методисты', 'ежегодно с 2022/2023 учебного года', ''],
    ],
  )
  expect(measures.map(short)).toEqual([
    '1 | Назначить координаторов | months 2022-09-01 2022-09-30',
    '2 | Составить график проверки и разместить его на сайте | deadline … 2022-10-01',
    '1 | Сравнить результаты с отметками | deadline … 2023-05-12',
    '2 | Адресная помощь школам | recurring 2022-09-01 …',
  ])
  expect(measures.map(({ section }) => section?.split('.')[0])).toEqual(['I', 'I', 'II', 'II'])
  expect(measures.map(who)[0]).toBe('УО / ОМСУ + руководители ОО / ОО')
})

test('a scan that was recognised badly', () => {
  const { measures, period } = read('Дорожная карта по подготовке к ВІР на 2О22 - 2023 учебный год', [
    ['N° п/п', 'Мероприятия', 'Срок исполне-\nния', 'Ответст-\nвенные'],
    ['1', 'Разъяснить порядок прове-\nдения ВІР', 'сентя6рь 2022', 'Зам. дирек-\nтора'],
    ['2.', 'Проверить ауди-\nтории', 'до З1.О1.2023', 'Учителя'],
    ['З', 'Подвести итоги', '15 0ктября 2022', 'Директор'],
  ])
  expect(period).toMatchObject({ start: '2022-09-01', end: '2023-08-31' })
  expect(measures.map(short)).toEqual([
    '1 | Разъяснить порядок проведения ВІР | months 2022-09-01 2022-09-30',
    '2 | Проверить аудитории | deadline … 2023-01-31',
    'З | Подвести итоги | date 2022-10-15 2022-10-15',
  ])
  expect(measures.map(who)).toEqual(['Зам. директора / ОО', 'Учителя / ОО', 'Директор / ОО'])
})

test('a year of work by months', () => {
  const { measures } = read('Циклограмма работы школьной службы оценки на 2023-2024 уч. год', [
    ['Мероприятие', 'Сроки', 'Ответственные'],
    [wide('Сентябрь', 3)],
    ['Входные диагностические работы', '2 неделя', 'учителя-предметники'],
    ['Анализ журналов', '', 'завуч'],
    [wide('Январь', 3)],
    ['Итоги полугодия', '1-я неделя', 'директор'],
  ])
  expect(measures.map(short)).toEqual([
    '– | Входные диагностические работы | range 2023-09-08 2023-09-14',
    '– | Анализ журналов | months 2023-09-01 2023-09-30',
    '– | Итоги полугодия | range 2024-01-01 2024-01-07',
  ])
})

test('directions merged over their measures, no numbers, an aim and tasks before the table', () => {
  const { measures, title } = read(
    'Муниципальная программа действий',
    'План мероприятий Озёрского района по объективности результатов на 2022-2024 годы',
    'Цель: доверие к результатам.',
    'Задачи:',
    '1. Обучить организаторов.',
    [
      ['Направление', 'Мероприятие', 'Срок реализации', 'Ответственный', 'Ожидаемый результат'],
      [tall('Кадры', 2), 'Курсы для экспертов', '2022–2024 гг.', 'ИМЦ', 'Обучено 40 человек'],
      ['Стажировки', 'ежегодно, март', 'ИМЦ', 'Отчёты'],
      ['Контроль', 'Выездные проверки', 'по отдельному графику', 'Управление образования', 'Акты'],
    ],
  )
  expect(title).toContain('Озёрского района')
  expect(measures.map(short)).toEqual([
    '– | Курсы для экспертов | open 2022-01-01 2024-12-31',
    '– | Стажировки | recurring … …',
    '– | Выездные проверки | by-procedure … …',
  ])
  expect(measures.map(({ section }) => section)).toEqual(['Кадры', 'Кадры', 'Контроль'])
})

test('levels in a column, dashes in empty cells, a number with a letter', () => {
  const { measures } = read('План на 2025 год', [
    ['№', 'Уровень', 'Мероприятия', 'Дата', 'Где проводится', 'Кто отвечает, ответственный'],
    ['1', 'региональный', 'Семинар', '12.02.2025', 'г. Озёрск', 'ЦОКО'],
    ['1а', 'муниципальный', 'Повтор семинара', '–', '–', 'МОУО'],
    ['2', 'школьный', 'Педсовет', 'март', 'школы', '-'],
  ])
  expect(measures.map(measure => `${measure.level} ${short(measure)}`)).toEqual([
    'region 1 | Семинар | date 2025-02-12 2025-02-12',
    'municipality 1а | Повтор семинара | –',
    'school 2 | Педсовет | months 2025-03-01 2025-03-31',
  ])
  expect(measures.map(({ place }) => place)).toEqual(['г. Озёрск', null, 'школы'])
  expect(measures[2].responsible).toEqual([])
})

test('text with tabs: lists in a cell, terms that wait for something', () => {
  const reading = readPlan(
    textToDocument(
      [
        'План контроля на 2021-2022 учебный год',
        '№\tМероприятие\tСроки проведения\tОтветственное лицо\tИтог',
        '1\tСверка персонального состава\tне позднее 10 дней до начала экзамена\tкоординатор ЕГЭ\tприказ',
        '2\tИзучение апелляций\tв течение 3 дней после получения результатов\tпредседатель комиссии\tпротокол',
        '3\tНаблюдение за проведением\tв день проведения ВПР\tобщественные наблюдатели\tакт',
        '4\tПубликация итогов\tне позднее 1 июня\tредактор сайта\tссылка',
      ].join('\n'),
    ),
  )
  if ('fault' in reading) throw new Error(reading.fault)
  expect(reading.plan.measures.map(short)).toEqual([
    '1 | Сверка персонального состава | by-event … …',
    '2 | Изучение апелляций | by-event … …',
    '3 | Наблюдение за проведением | by-procedure … …',
    '4 | Публикация итогов | deadline … 2022-06-01',
  ])
})

test('nested numbers with titles in rows of their own, stages of one measure', () => {
  const { measures } = read('ДОРОЖНАЯ КАРТА на 2022-2023 учебный год', [
    ['№', 'Мероприятия', 'Сроки', 'Ответственные', 'Показатели'],
    ['1', 'Нормативное обеспечение', '', '', ''],
    ['1.1', 'Приказ о порядке', 'август 2022', 'ОИВ', 'приказ'],
    ['1.2', 'Изменения в положении', 'август 2022, август 2023', 'ОИВ', 'положение'],
    ['2', 'Проведение', '', '', ''],
    [tall('2.1', 2), tall('Перекрёстная проверка', 2), 'ноябрь', 'ОМСУ', 'акт'],
    ['апрель', 'ОМСУ', 'справка'],
  ])
  expect(measures.map(short)).toEqual([
    '1.1 | Приказ о порядке | months 2022-08-01 2022-08-31',
    '1.2 | Изменения в положении | recurring 2022-08-01 2023-08-31',
    '2.1 | Перекрёстная проверка | months 2022-11-01 2023-04-30',
  ])
  expect(measures.map(({ section }) => section)).toEqual([
    ...['Нормативное обеспечение', 'Нормативное обеспечение', 'Проведение'],
  ])
})

test('a workbook with merged cells: sections over the width, a term and a person over several rows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-merged-'))
  try {
    const path = join(folder, 'план.xlsx')
    const rows: Cell[][] = [
      ['План района на 2023-2024 учебный год'],
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['Раздел 1. Подготовка'],
      [1, 'Приказ', 'сентябрь', 'Сова З.И., директор'],
      [2, 'Инструктаж', null, null],
      [3, 'Памятки', 'октябрь', 'методист'],
    ]
    await writeWorkbook(path, [{ name: 'Лист1', columns: [{ header: '' }], rows, selected: rows.length }])
    const parts = unzipSync(readFileSync(path))
    const sheet = 'xl/worksheets/sheet1.xml'
    const merged =
      '<mergeCells count="4"><mergeCell ref="A4:D4"/><mergeCell ref="C5:C6"/><mergeCell ref="D5:D6"/><mergeCell ref="D6:D7"/></mergeCells>'
    const xml = strFromU8(parts[sheet]).replace('</sheetData>', `</sheetData>${merged}`)
    writeFileSync(path, zipSync({ ...parts, [sheet]: strToU8(xml) }))
    const { measures } = await readPlanFile(path)
    expect(measures.map(short)).toEqual([
      '1 | Приказ | months 2023-09-01 2023-09-30',
      '2 | Инструктаж | months 2023-09-01 2023-09-30',
      '3 | Памятки | months 2023-10-01 2023-10-31',
    ])
    expect(measures.map(({ responsible }) => responsible[0].person)).toEqual(['Сова З.И.', 'Сова З.И.', null])
    expect(new Set(measures.map(({ section }) => section))).toEqual(new Set(['Раздел 1. Подготовка']))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a table goes on without its header, and its first row is a section merged over the width', () => {
  const { measures } = read(
    'План подготовки к экзаменам на 2024 год',
    [
      ['№ п/п', 'Мероприятие', 'Срок', 'Ответственные'],
      ['1', 'Сверка списков', 'январь', 'УО'],
    ],
    '',
    [
      [wide('II. Обучение', 4)],
      ['1', 'Занятия с наблюдателями', 'до 25 числа каждого месяца', 'ИРО'],
      ['2', 'Проба оборудования', 'май', 'РЦОИ'],
    ],
  )
  expect(measures.map(short)).toEqual([
    '1 | Сверка списков | months 2024-01-01 2024-01-31',
    '1 | Занятия с наблюдателями | recurring … …',
    '2 | Проба оборудования | months 2024-05-01 2024-05-31',
  ])
  expect(measures[1].section).toBe('II. Обучение')
})

test('tables headed once: a title between them is the section of what follows', () => {
  const { measures } = read(
    'План мероприятий на 2023 год',
    'Раздел 1. Приказы',
    [
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1.1', 'Собрать приказы', 'март', 'ОМСУ'],
    ],
    'Раздел 2. Контроль',
    [['2.1', 'Выехать в школы', 'май', 'ОМСУ']],
    'Муниципальный орган',
    [['2.2', 'Обсудить итоги', 'июнь', 'ОМСУ']],
  )
  expect(measures.map(({ number, section }) => [number, section])).toEqual([
    ['1.1', 'Раздел 1. Приказы'],
    ['2.1', 'Раздел 2. Контроль'],
    ['2.2', 'Раздел 2. Контроль'],
  ])
})

test('headings with a slip of the pen are known, other words are not taken for them', () => {
  const { measures } = read('План на 2023 год', [
    ['№', 'Меропритяие', 'Сроки', 'Отвественный'],
    ['1', 'Собрать приказы', 'март', 'ОМСУ'],
    ['', '* дни уточняются', '', ''],
  ])
  expect(measures.map(short)).toEqual(['1 | Собрать приказы | months 2023-03-01 2023-03-31'])
  expect(measures.map(who)).toEqual(['ОМСУ / ОМСУ'])
  const other = readPlan(
    documentOfBlocks([
      'Список на 2023 год',
      [
        ['№', 'Предприятие', 'Количество'],
        ['1', 'Лесхоз', '3'],
      ],
    ]),
  )
  expect('fault' in other).toBe(true)
})
