import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { firstMissing, squeeze, textOfPdf } from '../../../documents/report/testing/read-forms.ts'
import { readSheets } from '../../../documents/spreadsheet/testing/read-sheets.ts'
import { measureOf, samplePlan } from '../testing/sample-document.ts'
import { layOutPlan, type PlanPaper } from './lay-out-plan.ts'
import type { Layout } from './layout.ts'
import type { PlanDocument } from './plan-document.ts'
import { writePlanPdf } from './write-pdf.ts'
import { writePlanWord } from './write-word.ts'
import { writePlanWorkbook } from './write-workbook.ts'

const options = (paper: PlanPaper = 'plan') => ({ locale: 'ru', date: '2022-02-03', paper }) as const
const of = (...measures: PlanDocument['measures']): PlanDocument => ({
  ...{ owner: null, title: null, period: null, approval: null, abbreviations: [], measures },
})
const titles = (plan: PlanDocument) => layOutPlan(plan, options()).columns.map(({ title }) => title)
const rows = (plan: PlanDocument) =>
  layOutPlan(plan, options()).rows.map(row => (row.kind === 'heading' ? row.text : row.cells.join(' | ')))

/** Every text of a paper in its order. */
function piecesOf(layout: Layout): string[] {
  const { owner, approval, titles: own, subtitles, legend, columns, rows: all } = layout
  return [
    ...(owner === null ? [] : [owner]),
    ...[...approval, ...own, ...subtitles, ...legend],
    ...columns.map(({ title }) => title),
    ...all.flatMap(row => (row.kind === 'heading' ? [row.text] : row.cells)),
  ].map(squeeze)
}
const partOf = (docx: Uint8Array, name: string) => strFromU8(unzipSync(docx)[name])

describe('the official layout', () => {
  test('has the approval, the period and the legend as people are used to them', () => {
    const { approval, titles: own, subtitles, legend } = layOutPlan(samplePlan, options())
    expect(approval).toEqual([
      ...['УТВЕРЖДАЮ', 'Начальник отдела образования', '_______________ З.И. Сова'],
      '1 сентября 2021 г. № 112',
    ])
    expect(own).toEqual([samplePlan.title])
    expect(subtitles).toEqual(['Период реализации: 2021/2022 учебный год'])
    expect(legend.at(-1)).toBe('ОО – общеобразовательные организации.')
    const blank = { original: null, post: null, person: null, date: null, number: null }
    expect(layOutPlan({ ...samplePlan, approval: blank }, options()).approval).toEqual([
      ...['УТВЕРЖДАЮ', '______________________________', '_______________'],
      '«___» ______________ 20___ г.',
    ])
  })

  test('says no period that the title says', () => {
    const title = 'План работы на 2021-2022 учебный год'
    expect(layOutPlan({ ...samplePlan, title }, options()).subtitles).toEqual([])
  })

  test('has only the columns that have something to say; empty cells are dashed, marks are left to the hand', () => {
    const term = { words: 'май', start: null, end: null }
    expect(titles(of(measureOf(null, 'Совет', { term })))).toEqual([
      ...['Мероприятие', 'Срок исполнения', 'Ответственные'],
    ])
    const plan = of(
      measureOf('1', 'Совет', { term, completion: 'Проведён', place: 'Зал' }),
      measureOf(null, 'Опрос'),
    )
    expect(titles(plan)).toEqual([
      ...['№\nп/п', 'Мероприятие', 'Срок исполнения', 'Место проведения', 'Отметка о выполнении'],
    ])
    expect(rows(plan)).toEqual(['1 | Совет | май | Зал | Проведён', '– | Опрос | – | – | '])
  })

  test('planned dates alone need no words of a term beside them', () => {
    const term = { words: '01.09.2021 – 30.09.2021', start: '2021-09-01', end: '2021-09-30' }
    const measure = measureOf('1', 'Совет', { term, plannedStart: term.start, plannedFinish: term.end })
    expect(titles(of(measure))).toEqual(['№\nп/п', 'Мероприятие', 'Начало', 'Окончание'])
    const other = { ...measure, term: { ...term, words: 'сентябрь' } }
    expect(titles(of(measure, other))).toContain('Срок исполнения')
  })

  test('levels stand side by side where a plan has two, in a column where it mixes them', () => {
    const year = { year: 2021, schoolYear: true }
    const both = of(
      measureOf('1', 'Комиссия', { ...year, level: 'municipality' }),
      measureOf('1', 'Совет', { ...year, level: 'school' }),
      measureOf('2', 'Опрос', { ...year, level: 'school' }),
    )
    expect(titles(both)).toEqual(['№\nп/п', 'Муниципальный уровень', 'Уровень образовательной организации'])
    expect(rows(both)).toEqual(['2021/2022 учебный год', '1 | Комиссия | Совет', '2 | – | Опрос'])
    const mixed = of(measureOf('1', 'Комиссия', { level: 'region' }), measureOf('2', 'Совет'))
    expect(titles(mixed)).toEqual(['№\nп/п', 'Мероприятие', 'Уровень'])
    expect(rows(mixed)).toEqual(['1 | Комиссия | региональный', '2 | Совет | –'])
  })

  test('a person is named beside the body, and once', () => {
    const [first, second] = layOutPlan(samplePlan, options()).rows.filter(row => row.kind === 'cells')
    expect(first.cells[3]).toBe('ОМСУ;\nзам. директора Дятлова К.К.')
    expect(second.cells[3]).toBe('Методист, методист Сойка Р.Р.')
  })

  test('columns fill the page, however many and however long their words', () => {
    for (const plan of [samplePlan, of(measureOf('1', 'ы'.repeat(900), { place: 'я'.repeat(90) }))]) {
      const widths = layOutPlan(plan, options()).columns.map(({ width }) => width)
      expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(257)
      expect(Math.min(...widths)).toBeGreaterThan(8)
    }
  })
})

describe.each(['plan', 'report'] as const)('a %s', paper => {
  const layout = layOutPlan(samplePlan, options(paper))

  test('says everything in Word and in PDF, in its order', async () => {
    const word = await writePlanWord(samplePlan, options(paper))
    const { value } = await mammoth.extractRawText({ buffer: word })
    expect(firstMissing(squeeze(value), piecesOf(layout))).toBe(null)
    // A break within a cell that goes on over pages may bring the header between its lines.
    const pdf = await textOfPdf(writePlanPdf(samplePlan, options(paper)))
    const short = piecesOf(layout).filter(piece => piece.length < 200)
    expect(firstMissing(pdf, short)).toBe(null)
  })

  test('is the same to the byte whenever it is made', async () => {
    const [word, pdf] = [
      await writePlanWord(samplePlan, options(paper)),
      writePlanPdf(samplePlan, options(paper)),
    ]
    await writePlanWord(of(measureOf('1', 'Другой')), options(paper))
    expect((await writePlanWord(samplePlan, options(paper))).equals(word)).toBe(true)
    expect(writePlanPdf(samplePlan, options(paper)).equals(pdf)).toBe(true)
  })
})

test('Word: on its side, bound at its upper edge, header and numbering row repeated, rows kept whole', async () => {
  const word = await writePlanWord(samplePlan, options())
  const document = partOf(word, 'word/document.xml')
  expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
  expect(document).toMatch(/<w:pgMar w:top="1701" w:right="1134" w:bottom="567" w:left="1134"/)
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  expect(document).toContain('<w:gridSpan w:val="5"/>')
  // No line of a title ends in a preposition.
  expect(document).toContain('по\u00A0объективности')
  // All rows of measures but the one that no page can hold, two of the header, two sections, the corners.
  expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(32 + 2 + 2 + 1)
  expect(partOf(word, 'word/styles.xml')).toContain('Times New Roman')
})

test('PDF: tagged, archival, a name that is markup elsewhere stays a name', async () => {
  const pdf = writePlanPdf(samplePlan, options()).toString('latin1')
  expect(pdf).toContain('/StructTreeRoot')
  expect(pdf).toContain('pdfaid:part>2')
})

test('PDF: a year and a section one below the other, with which the typesetter would end the process', async () => {
  const years = [2021, 2022].map(year => measureOf('1', `Совет ${year}`, { year, section: 'I. Право' }))
  const text = await textOfPdf(writePlanPdf(of(...years), options()))
  expect(firstMissing(text, ['2021год', 'I.Право', 'Совет2021', '2022год', 'I.Право', 'Совет2022'])).toBe(
    null,
  )
})

test('the report counts the states and names documents, dates and reasons', () => {
  const { titles: own, subtitles, rows: all, approval } = layOutPlan(samplePlan, options('report'))
  expect(own[0]).toBe('Отчёт о ходе исполнения плана')
  expect(approval).toEqual([])
  expect(subtitles.slice(1)).toEqual([
    'По состоянию на 3 февраля 2022 г.',
    'В плане 33 мероприятия: принято — 1, отложено — 1, в работе — 31.',
  ])
  const cells = all.flatMap(row => (row.kind === 'cells' ? [row.cells] : []))
  expect(cells[0].slice(4)).toEqual([
    ...['Принято', '20.09.2021', 'Приказ об ответственных от 14 сентября 2021 г. № 41-к;\nСписок', '–'],
  ])
  expect(cells[1].slice(4)).toEqual(['Отложено', '–', '–', 'Курсы перенесены на март'])
})

test('the report says how many of several terms were kept, and ends with what came of the year', async () => {
  const progress = { state: 'В работе', acceptedOn: null, evidence: [], reason: null }
  const plan = {
    ...of(measureOf('1', 'Сверка', { progress: { ...progress, times: { done: 3, total: 9 } } })),
    result: 'Сверка введена во всех школах.',
  }
  const { rows: all, closing, subtitles } = layOutPlan(plan, options('report'))
  expect(all[0]).toMatchObject({ cells: expect.arrayContaining(['В работе\nвыполнено 3 из 9']) })
  expect(subtitles.at(-1)).toBe('В плане 1 мероприятие: в работе — 1.')
  expect(closing).toEqual(['Итог: Сверка введена во всех школах.'])
  expect(layOutPlan(plan, options()).closing).toEqual([])
  const word = await mammoth.extractRawText({ buffer: await writePlanWord(plan, options('report')) })
  for (const words of [word.value, await textOfPdf(writePlanPdf(plan, options('report')))])
    expect(squeeze(words)).toContain(squeeze(closing[0]))
  const { Титул } = await readSheets(await writePlanWorkbook(plan, options('report')))
  expect(Титул.flat()).toContain(closing[0])
})

test('a workbook has numbers and dates as such, terms in words and in days', async () => {
  const sheets = await readSheets(await writePlanWorkbook(samplePlan, options('report')))
  const [head, first, second] = sheets.Мероприятия
  expect(head).toEqual([
    ...['№\nп/п', 'Раздел', 'Мероприятие', 'Срок исполнения', 'Первый день срока', 'Последний день срока'],
    ...['Ответственные', 'Состояние', 'Принято', 'Подтверждение', 'Причина переноса или отмены'],
  ])
  // 44 454 is 15 September 2021, 44 459 the 20th.
  expect(first.slice(3, 6)).toEqual(['до 15 сентября 2021 г.', null, 44454])
  expect(first[8]).toBe(44459)
  expect(second.slice(3, 6)).toEqual(['январь', 44562, 44592])
  expect(sheets.Мероприятия).toHaveLength(34)
  expect(sheets.Титул.flat()).toContain('По состоянию на 3 февраля 2022 г.')
})

test('what XML cannot hold spoils no paper', async () => {
  const odd = of(measureOf('1', 'Совет\u0000 \uD800 \uF0B7 <конец>', { note: '=1+1' }))
  expect(partOf(await writePlanWord(odd, options()), 'word/document.xml')).toContain('&lt;конец&gt;')
  expect(await textOfPdf(writePlanPdf(odd, options()))).toContain('<конец>')
  await writePlanWorkbook(odd, options())
})
