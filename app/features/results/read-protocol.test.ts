import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../documents/spreadsheet/types.ts'
import {
  dirtOf,
  FULL,
  header2021,
  problemsOf,
  type RowChanges,
  readRows,
  row2021,
} from './testing/fake-workbook.ts'
import { EXCLUDED, type ProtocolBatch, RowFlag } from './types.ts'

const FILE = '2021 Математика, 4 класс.xlsx'
const header = header2021(15)
const readWorks = (...rows: Cell[][]) => readRows(FILE, { Sheet: [header, ...rows] })
const readOne = (changes: RowChanges) => readWorks(row2021(changes))

describe('a clean file', () => {
  test('gives its set, tasks and columns', async () => {
    const batch = await readWorks(
      row2021(),
      row2021({ code: 40_002, total: 14, scores: { 9: 0, 12: 0, 13: 0 } }),
    )
    expect(batch).toMatchObject({
      layout: 'vpr2021',
      assessment: { procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Математика' },
      region: 'Регион 99',
      maxScore: 20,
      packing: 4,
      counts: { rows: 2, works: 2, absent: 0, absentInPart: 0, noTotal: 0, totalAboveMaximum: 0, schools: 1 },
      excluded: [],
      warnings: [],
    })
    expect(batch.tasks[4]).toEqual({ name: '5.1', max: 1, level: 'Б' })
    expect(dirtOf(batch)).toEqual({ 'number-as-text': 2 })
    const { columns } = batch
    expect([...columns.school]).toEqual([990_001, 990_001])
    expect(columns.code).toEqual(['40001', '40002'])
    expect([...columns.total]).toEqual([20, 14])
    expect([...columns.mark]).toEqual([5, 4])
    expect([...columns.journal]).toEqual([4, 4])
    expect([...columns.row]).toEqual([2, 3])
    expect([...columns.scores.subarray(0, 15)]).toEqual(FULL)
    expect(columns.classes[columns.class[0]]).toBe('А')
  })
})

describe('dirt is met, counted and does not stop the reading', () => {
  const cases: [
    string,
    RowChanges,
    Partial<{ flags: number; total: number; journal: number; score0: number }>,
  ][] = [
    ['cross-latin', { scores: { 0: 'X' }, total: 19 }, { flags: 0, score0: 254 }],
    ['cross-cyrillic', { scores: { 0: 'Х' }, total: 19 }, { flags: 0, score0: 254 }],
    ['cross-lower-case', { scores: { 0: 'x' }, total: 19 }, { flags: 0, score0: 254 }],
    ['cross-with-space', { scores: { 0: 'X ' }, total: 19 }, { flags: 0, score0: 254 }],
    ['not-taught', { scores: { 0: 'не пройд.' }, total: 19 }, { flags: 0, score0: 255 }],
    ['letter-h', { scores: { 0: 'H' }, total: 19 }, { flags: 0, score0: 253 }],
    ['score-empty', { scores: { 0: null }, total: 19 }, { flags: 0, score0: 253 }],
    ['score-negative', { scores: { 0: -1 }, total: 19 }, { flags: 0, score0: 253 }],
    ['score-above-maximum', { scores: { 0: 2 }, total: 19 }, { flags: 0, score0: 253 }],
    ['score-unreadable', { scores: { 0: 'ы' }, total: 19 }, { flags: 0, score0: 253 }],
    ['total-differs-from-sum', { total: 18 }, { flags: RowFlag.totalDiffersFromSum, total: 18 }],
    ['total-unreadable', { total: 'много' }, { flags: RowFlag.noTotal, total: -1 }],
    ['variant-zero', { variant: '0' }, { flags: 0 }],
    ['variant-unreadable', { variant: 'черновик' + ' и ещё' }, { flags: 0 }],
    ['no-mark', { journal: 'нет отметки' }, { journal: 0, flags: 0 }],
    ['mark-empty', { journal: null }, { journal: 0 }],
    ['mark-one', { journal: '1' }, { journal: 1 }],
    ['mark-unreadable', { journal: 'зачёт' }, { journal: 0 }],
    ['shifted-mark', { journal: 'ж' }, { journal: 0, flags: 0 }],
    ['class-unknown', { class: 'нет' }, {}],
    ['class-spelling', { class: '4а' }, {}],
    ['code-missing', { code: null }, {}],
    ['code-unreadable', { code: 'Иванова' }, {}],
    ['login-spelling', { login: 'SCH 990001' }, {}],
    ['extra-cells', { extra: ['1'] }, { flags: RowFlag.extraCells }],
  ]

  test.each(cases)('%s', async (kind, changes, expected) => {
    const batch = await readOne(changes)
    expect(dirtOf(batch)[kind]).toBe(1)
    const found = batch.dirt.find(entry => entry.kind === kind)
    expect(found?.examples[0]).toMatchObject({ sheet: 'Sheet', row: 2 })
    const { flags, total, journal, scores } = batch.columns
    const seen = { flags: flags[0], total: total[0], journal: journal[0], score0: scores[0] }
    expect(seen).toMatchObject(expected)
    expect(batch.counts.works).toBe((seen.flags & EXCLUDED) === 0 ? 1 : 0)
  })

  test('an absent pupil is left out with the reason; scores written all the same are told', async () => {
    const empty = Object.fromEntries(FULL.map((_, task) => [task, null]))
    const plain = { variant: 'отсутствовал', total: null, journal: null, class: null, scores: empty }
    const batch = await readWorks(
      row2021(plain),
      row2021({ ...plain, code: 2, scores: { ...empty, 3: 'X' } }),
    )
    expect(batch.excluded).toEqual([
      { sheet: 'Sheet', row: 2, school: 'sch990001', reason: 'absent' },
      { sheet: 'Sheet', row: 3, school: 'sch990001', reason: 'absent' },
    ])
    expect(dirtOf(batch)).toEqual({ absent: 2, 'scores-of-absent': 1 })
    expect(batch.counts).toMatchObject({ rows: 2, works: 0, absent: 2 })
  })

  test('no total and a total above the maximum are left out', async () => {
    const batch = await readWorks(
      row2021({ total: null, variant: '0' }),
      row2021({ code: 2, total: 21 }),
      row2021({ code: 3 }),
    )
    expect(batch.excluded.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'no-total'],
      [3, 'total-above-maximum'],
    ])
    expect(batch.counts).toMatchObject({ rows: 3, works: 1, noTotal: 1, totalAboveMaximum: 1 })
    expect([...batch.columns.mark]).toEqual([0, 0, 5])
  })

  test('works without a readable login are left out, shown and never refuse the file', async () => {
    const batch = await readWorks(
      row2021(),
      row2021({ login: 'Иванова', code: 2 }),
      row2021({ login: null, code: 3 }),
      row2021({ login: '990001', code: 4, variant: 'отсутствовал', total: null }),
    )
    expect(batch.excluded).toEqual(
      [3, 4, 5].map(row => ({ sheet: 'Sheet', row, school: '', reason: 'no-school' })),
    )
    expect(batch.counts).toMatchObject({ rows: 4, works: 1, noSchool: 3, absent: 0, schools: 1 })
    expect(dirtOf(batch)['no-school']).toBe(3)
    expect(batch.dirt.find(({ kind }) => kind === 'no-school')?.examples[0]).toMatchObject({
      row: 3,
      value: 'И…',
    })
    // what stands in place of a login may be a name
    expect(batch.columns.logins).toEqual(['sch990001', ''])
  })

  test('a row without a school does not hide the region of the others', async () => {
    const columns = header.map(cell => (cell === 'регион' ? 'область' : cell))
    const batch = await readRows(FILE, { Sheet: [columns, row2021({ login: '?' }), row2021({ code: 2 })] })
    expect(batch.region).toBe('99')
  })

  test('rows that are no works are passed over', async () => {
    const batch = await readWorks([null, null], header, row2021(), ['Итого по региону', null])
    expect(dirtOf(batch)).toMatchObject({ 'empty-rows': 1, 'repeated-header': 1, 'stray-row': 1 })
    expect(batch.counts.rows).toBe(1)
  })

  test('a code repeated in a school is told, in another school it is not', async () => {
    const batch = await readWorks(row2021(), row2021(), row2021({ login: 'sch990002' }))
    expect(dirtOf(batch)['duplicate-code']).toBe(1)
  })

  test('a work without any score is told once, not for each task', async () => {
    const batch = await readOne({ scores: Object.fromEntries(FULL.map((_, task) => [task, null])), total: 7 })
    expect(dirtOf(batch)).toMatchObject({ 'work-empty': 1, 'total-differs-from-sum': 1 })
    expect(dirtOf(batch)['score-empty']).toBeUndefined()
  })

  test('formulas with a kept value are counted', async () => {
    const batch = await readRows(FILE, { Sheet: [header, row2021()] }, { formulas: 3 })
    expect(dirtOf(batch)['formula-cached']).toBe(3)
  })

  test('five examples are kept, the count goes on; a word that may be a name is not shown', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => row2021({ code: i, journal: 'Иванова' }))
    const kind = (await readWorks(...rows)).dirt.find(entry => entry.kind === 'mark-unreadable')
    expect(kind?.count).toBe(8)
    expect(kind?.examples.map(({ value, column }) => [value, column])).toEqual(
      Array(5).fill(['И…', 'E «отметка за предыдущую четверть/триместр»']),
    )
  })
})

describe('numbers do not depend on how a file is written', () => {
  const clean = fc.record({
    school: fc.integer({ min: 1, max: 4 }),
    scores: fc.tuple(
      ...FULL.map(max => fc.oneof(fc.integer({ min: 0, max }), fc.constant('X'), fc.constant('не пройд.'))),
    ),
    journal: fc.constantFrom('2', '3', '4', '5', 'нет отметки'),
  })
  const rowsOf = (
    works: readonly { school: number; scores: Cell[]; journal: string }[],
    login: (school: number) => string,
  ) =>
    works.map(({ school, scores, journal }, index) =>
      row2021({
        login: login(school),
        code: 40_001 + index,
        journal,
        total: scores.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0),
        scores: { ...scores },
      }),
    )
  const byCode = ({ columns, tasks }: ProtocolBatch) =>
    columns.code
      .map((code, i) => [
        code,
        columns.school[i],
        columns.total[i],
        columns.mark[i],
        columns.journal[i],
        columns.flags[i],
        ...columns.scores.subarray(i * tasks.length, (i + 1) * tasks.length),
      ])
      .sort((a, b) => Number(a[0]) - Number(b[0]))

  test('order of rows and of columns, spelling of logins, numbers as text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(clean, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.integer()),
        async (works, random) => {
          const plain = await readWorks(...rowsOf(works, school => `sch99000${school}`))
          const keys = (count: number) => Array.from({ length: count }, () => random.next().value as number)
          const shuffle = <T>(items: readonly T[], order: readonly number[]) =>
            items
              .map((item, i) => [order[i], item] as const)
              .sort(([a], [b]) => a - b)
              .map(([, item]) => item)
          const columnOrder = keys(header.length)
          const other = shuffle(
            rowsOf(works, school => ` EDU 99000${school}`),
            keys(works.length),
          ).map(row =>
            shuffle(
              row.map(cell => (typeof cell === 'number' ? String(cell) : cell)),
              columnOrder,
            ),
          )
          const batch = await readRows(FILE, { Протокол: [shuffle(header, columnOrder), ...other] })
          expect(byCode(batch)).toEqual(byCode(plain))
          expect(batch.counts).toEqual(plain.counts)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('headers may be in capitals, with spare spaces and Latin twins', async () => {
    const odd = header.map(cell => String(cell).toUpperCase().replace('О', 'O').replace(' ', '  '))
    expect((await readRows(FILE, { Sheet: [odd, row2021()] })).counts.works).toBe(1)
  })
})

describe('problems, all of a file at once', () => {
  test('a file that names neither subject nor grade nor year', async () => {
    const problems = await problemsOf('выгрузка.xlsx', { Sheet: [header, row2021()] })
    expect(problems.map(({ code, params, place }) => [code, params?.missing, place])).toEqual(
      ['subject', 'grade', 'year'].map(what => [
        'assessment-unknown',
        what,
        { file: 'выгрузка.xlsx', sheet: 'Sheet' },
      ]),
    )
  })

  test('options say what the file does not, and give way to its name', async () => {
    const assume = { subject: 'математика', grade: 4, year: 2021 }
    const batch = await readRows('выгрузка.xlsx', { Sheet: [header, row2021()] }, { assume })
    expect(batch.assessment).toMatchObject({ subject: 'Математика', grade: 4, year: 2021 })
    expect(
      (await readRows(FILE, { Sheet: [header, row2021()] }, { assume: { grade: 5 } })).assessment.grade,
    ).toBe(4)
  })

  test('an unknown set without maxima in the header', async () => {
    const problems = await problemsOf('2019 Математика, 4 класс.xlsx', { Sheet: [header, row2021()] })
    expect(problems).toMatchObject([
      { code: 'specification-missing', params: { set: 'ВПР 2019 · Математика · 4' } },
    ])
  })

  test('task columns of the specification that are not there', async () => {
    const problems = await problemsOf(FILE, {
      Sheet: [header.filter(cell => cell !== 'балл за 3'), row2021()],
    })
    expect(problems).toMatchObject([{ code: 'task-columns-missing', params: { tasks: '3' } }])
  })

  test('not one readable login in the file', async () => {
    const rows = Array.from({ length: 23 }, (_, i) => row2021({ login: 'школа', code: i }))
    const problems = await problemsOf(FILE, { Sheet: [header, ...rows] })
    expect(problems).toEqual([
      {
        code: 'logins-unreadable',
        params: { rows: 23 },
        place: { file: FILE, sheet: 'Sheet', row: 2, column: 'A «логин школы»', value: 'ш…' },
      },
    ])
  })

  test('an unknown layout names the headers found and the layouts known', async () => {
    const problems = await problemsOf(FILE, { Лист1: [['Отчёт'], ['Фамилия', 'Имя', 'Балл']], Пусто: [] })
    expect(problems).toMatchObject([
      {
        code: 'unknown-layout',
        params: { headers: 'Фамилия · Имя · Балл' },
        place: { sheet: 'Лист1', row: 1 },
      },
    ])
    expect(problems[0].params?.known).toContain('балл за 1')
  })

  test('an empty file and a file with headers only', async () => {
    expect((await problemsOf(FILE, { Sheet: [] })).map(({ code }) => code)).toEqual(['empty-protocol'])
    expect((await problemsOf(FILE, { Sheet: [header] })).map(({ code }) => code)).toEqual(['no-works'])
    expect((await problemsOf(FILE, { Sheet: [header, [null]] })).map(({ code }) => code)).toEqual([
      'no-works',
    ])
  })

  test('two layouts in one workbook', async () => {
    const other = ['groups', 'user', 'code', 'sum', ...FULL.map((_, i) => `a-${i + 1}-grade`)]
    const problems = await problemsOf(FILE, {
      Первый: [header, row2021()],
      Второй: [other, ['Регион 99', 'sch990001', 1, 5]],
    })
    expect(problems).toMatchObject([
      {
        code: 'layouts-mixed',
        params: { first: 'Первый', layout: 'vpr2021', other: 'vpr2020' },
        place: { sheet: 'Второй' },
      },
    ])
  })
})

test('two sheets of one layout are both read; another sheet is passed over, and that is said', async () => {
  const pupils = Array.from({ length: 30 }, (_, i) => [`sch990002`, i, 12])
  const batch = await readRows(FILE, {
    Баллы: [['Школа', 'Код', 'Балл'], ...pupils, [null]],
    А: [header, row2021()],
    Б: [header, row2021({ code: 40_002 })],
  })
  expect(batch.counts.rows).toBe(2)
  expect([...batch.columns.sheet]).toEqual([0, 1])
  expect(batch.warnings).toEqual([
    {
      code: 'sheet-skipped',
      params: { headers: 'Школа · Код · Балл', rows: 31 },
      place: { file: FILE, sheet: 'Баллы', row: 1 },
    },
  ])
})

test('service sheets and empty ones are passed over in silence', async () => {
  const batch = await readRows(FILE, {
    классы: [['Школа', 'Класс']],
    Протокол: [header, row2021()],
    Служебный: [['отсутствовал']],
    'Порядковый номер класса': [['1', 'А']],
    Лист3: [],
    Лист4: [[null, '']],
  })
  expect(batch.warnings).toEqual([])
})

test('a paper whose tasks are not described is read by totals', async () => {
  const batch = await readRows('2021 География, 7 класс.xlsx', {
    Sheet: [header2021(3), ['sch990001', '', 1, 1, '4', 'м', 'А', '1', 33, 1, 1, 1]],
  })
  expect(batch).toMatchObject({
    maxScore: 37,
    tasks: [],
    counts: { works: 1 },
    warnings: [{ code: 'tasks-unknown' }],
  })
  expect([...batch.columns.mark]).toEqual([5])
  expect(dirtOf(batch)['extra-cells']).toBeUndefined()
})
