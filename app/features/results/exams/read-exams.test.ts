import { TaskCode } from '@objektiv/forensics'
import { describe, expect, test } from 'vitest'
import { CODES, EGE_HEADER, egeRow, OGE_HEADER, ogeRow, readExamRows } from '../testing/exam-rows.ts'
import { dirtOf, problemsOf } from '../testing/fake-workbook.ts'
import { RowFlag } from '../types.ts'
import type { ExamBatch } from './exam-set.ts'

const RUSSIAN = ['01 - Русский язык 2025.05.30']
const oge = (...rows: ReturnType<typeof ogeRow>[]) => readExamRows([RUSSIAN, OGE_HEADER, ...rows])
const thrown = (reading: Promise<unknown>) =>
  reading.then(
    () => [],
    error => error.problems,
  )
const met = ({ remarks }: ExamBatch) => remarks.map(({ kind, row, value }) => [kind, row, value])

describe('protocols of ОГЭ and ЕГЭ', () => {
  test('several subjects on one sheet are a set each, the header repeated or not', async () => {
    const found = await readExamRows([
      RUSSIAN,
      OGE_HEADER,
      ogeRow(),
      ogeRow({ school: '9102', code: 'R-2', class: '9 «б»', result: '5' }),
      [null, '02 — Математика   06.06.2025'],
      OGE_HEADER,
      ogeRow({ code: 'R-3', short: '+++', long: null, primary: 3, result: 3 }),
      ['01 - Русский язык 2025.06.20'],
      ogeRow({ code: 'R-4' }),
    ])
    expect(found.map(({ batch }) => [batch.assessment, batch.counts.works, batch.part])).toEqual([
      [{ procedure: 'ОГЭ', version: null, year: 2025, grade: 9, subject: 'Русский язык' }, 3, undefined],
      [{ procedure: 'ОГЭ', version: null, year: 2025, grade: 9, subject: 'Математика' }, 1, 1],
    ])
    const [{ batch }] = found
    expect(batch).toMatchObject({ layout: 'oge', region: '99', maxScore: 11, packing: 4 })
    expect(batch.tasks.map(({ name, max }) => `${name} ${max}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map(n => `к${n} 1`),
      'р1 2',
      'р2 3',
    ])
    const { columns } = batch
    expect([...columns.school]).toEqual([990_001, 990_002, 990_001])
    expect(Array.from(columns.class, index => columns.classes[index])).toEqual(['А', 'Б', 'А'])
    expect([columns.code, [...columns.mark], [...columns.total]]).toEqual([
      ['R-1', 'R-2', 'R-4'],
      [4, 5, 4],
      [8, 8, 8],
    ])
    expect([...columns.scores.subarray(0, 8)]).toEqual([1, 1, 0, 1, 1, 1, 2, 1])
    expect(found.flatMap(met)).toEqual([])
  })

  test('a final score of ЕГЭ is kept beside the primary one; levels are papers of their own', async () => {
    const found = await readExamRows([
      ['02 - Математика профильная 2025.05.27'],
      EGE_HEADER,
      egeRow(),
      egeRow({ school: 8102, code: 'E-2', result: 'нет' }),
      egeRow({ code: 'E-3', result: 101 }),
      ['22 - Математика базовая 2025.05.27'],
      EGE_HEADER,
      egeRow({ code: 'E-4', result: 5 }),
      ['29 - Английский язык (устный) 2025.06.10'],
      egeRow({ code: 'E-5', result: 80 }),
    ])
    expect(found.map(({ batch }) => batch.assessment.subject)).toEqual([
      'Математика (профильная)',
      'Математика (базовая)',
      'Английский язык (устная часть)',
    ])
    const [advanced, base] = found
    expect([...advanced.batch.columns.final!]).toEqual([62, 255, 255])
    expect([...base.batch.columns.mark]).toEqual([5])
    // a word where a figure belongs is a shifted row
    expect(met(advanced)).toEqual([
      ['exam-row-shifted', 4, ''],
      ['exam-final-unreadable', 5, '101'],
    ])
  })

  test('what the answers say is held against the primary score and against other rows', async () => {
    const [found] = await oge(
      ogeRow(),
      ogeRow({ code: 'R-2', primary: 9 }),
      ogeRow({ code: 'R-3', short: '++-++', primary: 7 }),
      ogeRow({ code: 'R-4', long: '4(2)1(3)' }),
      ogeRow({ code: 'R-5', long: '2(2)' }),
      ogeRow({ code: 'R-6', long: 'два' }),
      ogeRow({ code: 'R-7', short: '++#+++' }),
      ogeRow({ code: 'R-1' }),
      ogeRow({ code: 'R-8', primary: null }),
      ogeRow({ code: 'R-9', long: 'X(2)1(3)', primary: 6 }),
      ogeRow({ code: 'R-10', long: '?', primary: 6 }),
    )
    expect(met(found)).toEqual([
      ['total-differs-from-sum', 4, '9 ≠ 8'],
      ['exam-mask-length', 5, '5 ≠ 6'],
      ['score-above-maximum', 6, '4(2)'],
      ['exam-long-differs', 7, '1 · 2'],
      ['exam-row-shifted', 8, ''],
      ['exam-mask-unreadable', 9, '1'],
      ['exam-code-repeated', 10, 'R-1'],
      ['no-total', 11, ''],
      ['exam-long-unreadable', 13, ''],
    ])
    const { counts, columns } = found.batch
    expect(counts).toMatchObject({ rows: 11, works: 9, noSchool: 1, noTotal: 1 })
    expect(columns.flags[1]).toBe(RowFlag.totalDiffersFromSum)
    expect([...columns.scores.subarray(2 * 8, 2 * 8 + 8)]).toEqual([
      ...Array(6).fill(TaskCode.unreadable),
      2,
      1,
    ])
  })

  test('where most works have more than a point for each answer comes to, that is told once', async () => {
    const [found] = await oge(
      ...[1, 2, 3].map(n => ogeRow({ code: `R-${n}`, primary: 10 })),
      ogeRow({ code: 'R-4', primary: 7 }),
      ogeRow({ code: 'R-5', short: '++++++', long: '2(2)3(3)', primary: 13 }),
    )
    expect(dirtOf(found.batch)).toEqual({ 'exam-short-weighted': 4, 'total-differs-from-sum': 1 })
    expect(found.batch.maxScore).toBe(13)
  })

  test('codes of schools that the registry has not are counted; seldom ones are not shown', async () => {
    const [found] = await oge(
      ogeRow(),
      ...[2, 3, 4].map(n => ogeRow({ school: '009155', code: `R-${n}` })),
      ogeRow({ school: 654_321, code: 'R-5' }),
      ogeRow({ school: null, code: 'R-6' }),
    )
    expect(found.batch.counts).toMatchObject({ rows: 6, works: 1, noSchool: 5, schools: 1 })
    expect(found.remarks.map(({ value }) => value)).toEqual(['9155', '9155', '9155', '', ''])
    expect(found.batch.warnings).toMatchObject([
      { code: 'exam-schools-unknown', params: { rows: 5, codes: 3, listed: '9155 (3)' } },
    ])
  })

  test('a file that cannot be joined or told is refused with every reason', async () => {
    expect(await thrown(oge(ogeRow({ school: 1 })))).toMatchObject([
      { code: 'exam-schools-none', params: { rows: 1 }, place: { file: 'протокол.xlsx' } },
    ])
    const none = { ...CODES, ОГЭ: new Map<string, string>() }
    expect(await thrown(readExamRows([RUSSIAN, OGE_HEADER, ogeRow()], { codes: none }))).toMatchObject([
      { code: 'exam-codes-missing', params: { exam: 'ОГЭ' } },
    ])
    expect(await thrown(readExamRows([OGE_HEADER, ogeRow()]))).toMatchObject([
      { code: 'assessment-unknown', params: { missing: 'subject' } },
      { code: 'assessment-unknown', params: { missing: 'year' } },
    ])
    expect(await thrown(readExamRows([RUSSIAN, OGE_HEADER]))).toMatchObject([{ code: 'no-works' }])
  })

  test('a block without a title is told by the name of the file', async () => {
    const [{ batch }] = await readExamRows([OGE_HEADER, ogeRow()], { file: 'ОГЭ физика 2024.xlsx' })
    expect(batch.assessment).toMatchObject({ subject: 'Физика', year: 2024 })
  })

  test('lines between the works are passed over', async () => {
    const [found] = await oge(ogeRow(), [null, null], [null, null, null, 'Председатель ГЭК'], [...OGE_HEADER])
    expect(dirtOf(found.batch)).toEqual({ 'empty-rows': 1, 'stray-row': 1, 'repeated-header': 1 })
    expect(found.batch.counts.rows).toBe(1)
  })
})

describe('what may be a name or a document', () => {
  test('is in no column, remark or warning, however the row is spoilt', async () => {
    const secrets = ['Тайникова', 'Ли', 'Аггеевна', '4599', '987654']
    const [surname, first, patronymic, series, number] = secrets
    const name = [surname, first, patronymic] as const
    const document = [series, number] as const
    const hide = (changes: object) => ogeRow({ name, document, ...changes })
    const whole = hide({ code: 'R-2' })
    const found = await oge(
      ogeRow(),
      whole,
      // a cell is missing, and everything moves to the left; or one too many, to the right
      [...whole.slice(0, 6), ...whole.slice(7)],
      [...whole.slice(0, 4), null, ...whole.slice(4)],
      hide({ code: surname }),
      hide({ code: `${surname} ${first}`, class: first }),
      hide({ school: number, code: 'R-4' }),
      hide({ primary: number, code: 'R-5' }),
      hide({ result: series, code: 'R-6' }),
      hide({ short: surname, code: 'R-7' }),
      hide({ long: number, code: 'R-8' }),
      hide({ short: number, code: 'R-9' }),
    )
    const kept = JSON.stringify(found, (_, value) =>
      ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value,
    )
    for (const secret of secrets.filter(one => one !== 'Ли')) expect(kept).not.toContain(secret)
    expect(kept).not.toMatch(/"Л[иИ]"/)
    expect(found[0].batch.counts).toMatchObject({ rows: 12 })
  })

  test('is cut from the headers shown where a file has none', async () => {
    const [problem] = await problemsOf('файл.xlsx', {
      Лист: [ogeRow({ document: ['4599 987654', '987654'] })],
    })
    expect(problem.code).toBe('unknown-layout')
    expect(String(problem.params?.headers)).not.toMatch(/Образцова|Марфа|Примеровна|987654|4599/)
  })
})
