import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { setPdf } from '../../documents/report/index.ts'
import { readPlanInThread } from './files/read-in-thread.ts'
import { type RecognisedPlan, readPlanFile } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-pdf-plans-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A page of A4 as other programs set it: words divided, lines set to both edges. */
const SHEET = `#set document(title: "План", date: datetime(year: 2024, month: 9, day: 1))
  #set page(paper: "a4", margin: 20mm, footer: context align(center, counter(page).display()))
  #set text(font: "Tinos", size: 12pt, lang: "ru", hyphenate: true)\n`

let files = 0
function printed(template: string): string {
  const path = join(folder, `${++files}.pdf`)
  writeFileSync(path, setPdf({ template: SHEET + template, model: {}, date: '2024-09-01' }))
  return path
}

/** Number | text | kind, first and last day of the term | who answers. */
function measuresOf({ measures }: RecognisedPlan): string[] {
  return measures.map(({ number, text, term, responsible }) =>
    [
      number ?? '–',
      text,
      term ? `${term.kind} ${term.start ?? '…'} ${term.end ?? '…'}` : '–',
      responsible.map(({ original }) => original).join('; ') || '–',
    ].join(' | '),
  )
}

const doubtsOf = ({ measures }: RecognisedPlan) =>
  measures.map(({ doubtful }) => [...new Set(doubtful.map(({ reason }) => reason))].join(' '))

const APPROVAL = `#align(right, box(width: 70mm, align(left)[УТВЕРЖДАЮ \\ Начальник отдела образования администрации Верхнего района \\ \\_\\_\\_\\_\\_\\_\\_ О.О. Рысь \\ 2 сентября 2024 г.]))\n`
const TITLE = '#align(center, strong[План мероприятий по честному оцениванию \\ на 2024-2025 учебный год])\n'
const cells = (rows: readonly (readonly string[])[]) =>
  rows
    .flat()
    .map(words => `[${words.replaceAll('\n', ' \\ ')}]`)
    .join(', ')

const ROWS = [
  [
    '1.1',
    'Рассказать учителям-предметникам о критериях проверки развёрнутых ответов',
    'до 15 октября',
    'Методическая служба',
  ],
  [
    '1.2',
    'Пересмотреть положение о промежуточной аттестации обучающихся',
    'ноябрь',
    'Барсук П.И., директор школы № 4,\nзавучи школ',
  ],
  ['2.1', 'Понаблюдать за проведением проверочных работ в аудиториях', 'по графику ВПР', 'ОМСУ'],
]
const EXPECTED = [
  '1.1 | Рассказать учителям-предметникам о критериях проверки развёрнутых ответов | deadline … 2024-10-15 | Методическая служба',
  '1.2 | Пересмотреть положение о промежуточной аттестации обучающихся | months 2024-11-01 2024-11-30 | Барсук П.И., директор школы № 4; завучи школ',
  '2.1 | Понаблюдать за проведением проверочных работ в аудиториях | by-procedure … … | ОМСУ',
]
const HEADINGS = ['№ п/п', 'Мероприятие', 'Срок', 'Ответственные']

test('narrow columns, divided words, sections, approval, a footer with the number of the page', async () => {
  const section = (words: string) => `table.cell(colspan: 4, align: center)[${words}]`
  const plan = await readPlanFile(
    printed(`${APPROVAL}${TITLE}
      #set par(justify: true)
      #table(columns: (14mm, 52mm, 26mm, 34mm), table.header(${cells([HEADINGS])}),
        ${section('I. Люди и порядок')}, ${cells(ROWS.slice(0, 2))}, ${section('II. Наблюдение')}, ${cells(ROWS.slice(2))})`),
  )
  expect(plan.title).toBe('План мероприятий по честному оцениванию на 2024-2025 учебный год')
  expect(plan.approval).toMatchObject({
    post: 'Начальник отдела образования администрации Верхнего района',
    ...{ person: 'О.О. Рысь', date: '2024-09-02' },
  })
  expect(measuresOf(plan)).toEqual(EXPECTED)
  expect(plan.measures.map(({ section: one }) => one)).toEqual([
    ...['I. Люди и порядок', 'I. Люди и порядок', 'II. Наблюдение'],
  ])
  expect(doubtsOf(plan).every(doubts => !/guessed|joined/.test(doubts))).toBe(true)
})

test('the same without a line, and with everything at half the height of its row, which leaves it in doubt', async () => {
  const bare = (align: string) =>
    printed(`${TITLE}#grid(columns: (14mm, 62mm, 30mm, 54mm), row-gutter: 1pt, column-gutter: 3mm, align: ${align},
      ${cells([HEADINGS, ...ROWS])})`)
  const plan = await readPlanFile(bare('left + top'))
  expect(measuresOf(plan)).toEqual(EXPECTED)
  expect(doubtsOf(plan).join(' ')).not.toMatch(/guessed/)
  const unsure = await readPlanFile(bare('left + horizon'))
  expect(unsure.measures.map(({ number }) => number)).toEqual(['1.1', '1.2', '2.1'])
  expect(doubtsOf(unsure).every(doubts => doubts.includes('cells-guessed'))).toBe(true)
})

test('a row that the end of a page cuts is one measure, and is in doubt', async () => {
  const long = Array.from({ length: 30 }, (_, at) => `Обсудить вопрос номер ${at + 1}.`).join('\n')
  const plan = await readPlanFile(
    printed(`#set page(height: 120mm)
      ${TITLE}#table(columns: (14mm, 62mm, 30mm, 40mm), table.header(${cells([HEADINGS])}),
        ${cells([ROWS[0], ['1.2', long, 'май', 'РЦОКО'], ROWS[2]])})`),
  )
  expect(plan.measures.map(({ number, term }) => `${number} ${term?.original}`)).toEqual([
    ...['1.1 до 15 октября', '1.2 май', '2.1 по графику ВПР'],
  ])
  expect(plan.measures[1].text).toBe(long.replaceAll('\n', ' '))
  expect(doubtsOf(plan)[1]).toContain('joined')
})

test('two levels by year, side by side', async () => {
  const year = (words: string) => `table.cell(colspan: 2, align: center)[${words}]`
  const plan = await readPlanFile(
    printed(`#align(center)[Перечень мероприятий на 2024-2025 годы]
      #table(columns: (80mm, 80mm), [Муниципальный уровень], [Уровень ОО],
        ${year('2024 год')}, [Собрать предложения школ], [Обсудить предложения на педсовете],
        ${year('2025 год')}, [Подвести итоги первого года], [Составить отчёт о первом годе])`),
  )
  expect(plan.measures.map(({ year: one, level, text }) => `${one} ${level} ${text}`)).toEqual([
    '2024 municipality Собрать предложения школ',
    '2024 school Обсудить предложения на педсовете',
    '2025 municipality Подвести итоги первого года',
    '2025 school Составить отчёт о первом годе',
  ])
})

test('recommendations in running text, in the thread in which the service reads them', async () => {
  const path = printed(`#set par(justify: true, first-line-indent: 10mm)
    #align(center)[Рекомендации по итогам проверочных работ 2024 года]

    Руководителям общеобразовательных организаций:

    1. Рассмотреть расхождения отметок с результатами проверочных работ на заседании педагогического совета школы;

    2. Поручить проверку работ учителям других параллелей.

    Срок исполнения: до 20 декабря 2024 года.

    Методической службе:

    1. Составить сборник заданий с критериями их оценивания.

    Срок исполнения: март 2025 года.`)
  const { plan, document } = await readPlanInThread({
    from: { path },
    name: 'рекомендации.pdf',
    period: null,
  })
  expect(measuresOf(plan)).toEqual([
    '1 | Рассмотреть расхождения отметок с результатами проверочных работ на заседании педагогического совета школы | deadline … 2024-12-20 | Руководителям общеобразовательных организаций',
    '2 | Поручить проверку работ учителям других параллелей | deadline … 2024-12-20 | Руководителям общеобразовательных организаций',
    '1 | Составить сборник заданий с критериями их оценивания | months 2025-03-01 2025-03-31 | Методической службе',
  ])
  expect(document.blocks[0]).toEqual({
    type: 'paragraph',
    text: 'Рекомендации по итогам проверочных работ 2024 года',
  })
})

test('a term and who answers in one column, run into one where the line was full', async () => {
  const plan = await readPlanFile(
    printed(`#set text(hyphenate: false)
      ${TITLE}#table(columns: (14mm, 70mm, 58mm), ${cells([['№', 'Мероприятие', 'Срок, ответственные']])},
        [1], [Издать приказ], [1–15 декабря 2024 года #linebreak() Методическая служба],
        [2], [Собрать отчёты], [до 1 марта 2025 года #linebreak() ОМСУ])`),
  )
  expect(measuresOf(plan)).toEqual([
    '1 | Издать приказ | range 2024-12-01 2024-12-15 | Методическая служба',
    '2 | Собрать отчёты | deadline … 2025-03-01 | ОМСУ',
  ])
})

test('a word that a narrow column cuts is one word; where nothing tells it is in doubt', async () => {
  const plan = await readPlanFile(
    printed(`#set text(hyphenate: false)
      ${TITLE}#table(columns: (14mm, 72mm, 56pt, 34mm), ${cells([['№', 'Мероприятие', 'Срок', 'Результат']])},
        [1], [Утвердить методические рекомендации], [сентябр#linebreak()ь], [справка],
        [2], [Изучить рекомендации], [5.10.202#linebreak()4], [справка])`),
  )
  expect(plan.measures.map(({ term }) => term?.original)).toEqual(['сентябрь', '5.10.2024'])
})

test('points that fill their line to its end, and labels under such a line, begin anew', async () => {
  const full = '#linebreak(justify: true)'
  const order = await readPlanFile(
    printed(`ПРИКАЗ \\ 15.01.2025 № 12 \\ Об объективности \\ приказываю: \\
2. Методическому центру: \\
2.1. собирать сведения школ в течение 2025 года;${full}2.2. составить список наблюдателей до 01.03.2025;${full}2.3. устроить перепроверку работ с 19 по 30 мая 2025 года.`),
  )
  expect(measuresOf(order)).toEqual([
    '2.1 | собирать сведения школ в течение 2025 года | open 2025-01-01 2025-12-31 | Методическому центру',
    '2.2 | составить список наблюдателей до 01.03.2025 | deadline … 2025-03-01 | Методическому центру',
    '2.3 | устроить перепроверку работ с 19 по 30 мая 2025 года | range 2025-05-19 2025-05-30 | Методическому центру',
  ])
  const card = (number: number, words: string, term: string) =>
    `Мероприятие ${number}. ${words} \\ Срок реализации: ${term} \\ Ответственный: отдел образования \\ `
  const cards = await readPlanFile(
    printed(
      `#set page(width: 104mm) \n Дорожная карта округа, 2025 год \\ ${card(1, 'Сбор экспертов', 'май')}${card(2, 'Сбор замечаний', 'июнь')}`,
    ),
  )
  expect(measuresOf(cards)).toEqual([
    '1 | Сбор экспертов | months 2025-05-01 2025-05-31 | отдел образования',
    '2 | Сбор замечаний | months 2025-06-01 2025-06-30 | отдел образования',
  ])
})
