import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../documents/spreadsheet/types.ts'
import { dirtOf, problemsOf, readRows } from '../testing/fake-workbook.ts'
import { RowFlag } from '../types.ts'

describe('vpr2020', () => {
  const names = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23].map(
    i => `a-${i}-grade`,
  )
  const header = ['groups', 'user', 'id', 'code', 'otc', 'gender', 'klass', 'var-1', 'var-2', 'sum', ...names]
  const row = (one: Cell, two: Cell, total: Cell, ...scores: Cell[]) => [
    'Регион 99',
    'sch990001',
    1,
    50_001,
    '4',
    'м',
    'а',
    one,
    two,
    total,
    ...scores,
  ]
  const read = (...rows: Cell[][]) =>
    readRows('2020 Русский язык, 4 класс.xlsx', { Sheet1: [header, ...rows] })
  const part1 = ['4', '3', '3', '1', '3']
  const part2 = ['2', '1', '2', '3', '2', '1', '1', '2', '1', '2', '1', '2', '1', '2', '1']

  test('a work of two parts, ragged rows, maxima from the specification', async () => {
    const batch = await read(row('1', '2', 38, ...part1, ...part2), row('2', null, 14, ...part1))
    expect(batch).toMatchObject({
      layout: 'vpr2020',
      assessment: { year: 2020, grade: 4, subject: 'Русский язык' },
      maxScore: 38,
      counts: { works: 2 },
    })
    expect(batch.columns.variants).toEqual(['1/2', '2'])
    expect([...batch.columns.flags]).toEqual([0, 0])
    expect([...batch.columns.mark]).toEqual([0, 0])
    expect(dirtOf(batch)['score-empty']).toBe(15)
  })

  test('absent in one part is not a whole work; absent in all that the row has is absent', async () => {
    const batch = await read(
      row('отсутствовал', '1', 24, null, null, null, null, null, ...part2),
      row('1', 'отсутствовал', 14, ...part1),
      row('отсутствовал', 'отсутствовал', null),
      row('отсутствовал', null, null),
      row(null, 'отсутствовал', null),
    )
    expect(batch.excluded.map(({ reason }) => reason)).toEqual([
      'absent-in-part',
      'absent-in-part',
      'absent',
      'absent',
      'absent',
    ])
    expect(batch.counts).toMatchObject({ rows: 5, works: 0, absent: 3, absentInPart: 2 })
    expect(dirtOf(batch)['score-empty']).toBeUndefined()
  })

  test('values of another column to the right leave the tasks in place', async () => {
    const batch = await read(row('1', '2', 38, ...part1, ...part2, 'ж', 4))
    expect(batch.columns.flags[0]).toBe(RowFlag.extraCells)
    expect(batch.columns.scores).toHaveLength(20)
    expect(batch.dirt.find(({ kind }) => kind === 'extra-cells')?.examples[0].column).toBe('AE «a-22-grade»')
  })

  test('the number of the grade the pupils were in is not a class', async () => {
    const five = row('1', '2', 38, ...part1, ...part2)
    five[6] = '5'
    expect((await read(five)).columns.classes).toEqual([''])
  })
})

describe('vpr2022', () => {
  const header = [
    'Пользователь',
    'Код региона',
    'Муниципалитет',
    'Школа',
    'Дата загрузки',
    'Код',
    'Вариант',
    '1 (1б)',
    '5(1) (1б)',
    '10К1 (2 б)',
    '10K2 (1б)',
    '11,1 (13б)',
    'Наименование класса',
    'Пол',
    'Отметка за предыдущий триместр/ четверть/полугодие',
    'Итого баллов',
  ]
  const row = (...scores: Cell[]) => [
    'user',
    'reg990000 | Край',
    'reg99_m019 | Район',
    'edu990001 | СОШ № 1',
    44_650,
    1001,
    1,
    ...scores,
    '6Б',
    'м',
    4,
    9,
  ]

  test('tasks and maxima come from the header, the year from the date where nothing else says it', async () => {
    const batch = await readRows('биология_6.xlsx', {
      Классы: [['6Б']],
      Протокол: [header, row(1, 1, 2, 1, 4)],
    })
    expect(batch).toMatchObject({
      layout: 'vpr2022',
      assessment: { year: 2022, grade: 6, subject: 'Биология' },
      region: 'reg990000 | Край',
      maxScore: 18,
      packing: 8,
      counts: { works: 1 },
    })
    expect(batch.tasks.map(({ name, max }) => `${name}:${max}`)).toEqual([
      '1:1',
      '5(1):1',
      '10К1:2',
      '10К2:1',
      '11.1:13',
    ])
    expect(batch.columns.classes).toEqual(['Б'])
    expect(batch.columns.logins).toEqual(['edu990001'])
  })

  test('the name goes before the date; a date may be text', async () => {
    const sheets = { Протокол: [header, row(1, 1, 2, 1, 4).with(4, '25.03.2023 10:15')] }
    expect((await readRows('биология_6_2022.xlsx', sheets)).assessment.year).toBe(2022)
    expect((await readRows('биология_6.xlsx', sheets)).assessment.year).toBe(2023)
  })

  test('levels come from the specification; maxima that differ from it are told', async () => {
    const batch = await readRows('2021 Биология 5 класс.xlsx', { Протокол: [header, row(1, 1, 2, 1, 4)] })
    expect(batch.maxScore).toBe(29)
    expect(batch.warnings).toMatchObject([{ code: 'maximum-differs', params: { used: 29, other: 18 } }])
  })
})

describe('schoolForm', () => {
  const header = [
    'Код участника',
    'Вариант',
    '1 (5б)',
    '4К1 (3б)',
    'Порядковый номер класса',
    'Отметка за предыдущий триместр/ четверть/полугодие',
    'Итого баллов',
  ]
  const sheets = {
    Протокол: [header, [4001, 1, 5, 'X', 4, '5', 5], [4002, 'отсутствовал', null, null, null, null, null]],
    Служебный: [['отсутствовал', 'нет отметки']],
  }

  test('the school is in the name of the file', async () => {
    const batch = await readRows('edu990007_Математика 4 класс 2026.xlsx', sheets)
    expect(batch).toMatchObject({
      layout: 'schoolForm',
      assessment: { year: 2026, grade: 4, subject: 'Математика' },
      region: '99',
      maxScore: 8,
      counts: { rows: 2, works: 1, absent: 1, schools: 1 },
    })
    expect([...batch.columns.school]).toEqual([990_007, 990_007])
    // here a number is the running number of the class, also where it equals the grade
    expect(batch.columns.classes).toEqual(['4', ''])
  })

  test('or is said by the option, else asked for', async () => {
    const name = 'Математика 4 класс 2026.xlsx'
    const batch = await readRows(name, sheets, { assume: { school: 'edu990008' } })
    expect(batch.columns.school[0]).toBe(990_008)
    expect((await problemsOf(name, sheets)).map(({ code }) => code)).toEqual(['school-unknown'])
  })
})

describe('individualResults', () => {
  const head: Cell[][] = [
    ['Индивидуальные результаты'],
    [],
    ['ВПР 2026 Русский язык 4 класс'],
    ['Предмет:', 'Русский язык'],
    ['Максимальный первичный балл:', 6],
    ['Дата:', '15.04.2026'],
    [null, null, null, null, null, 'Уровень сложности задания', 'Б', 'П', 'В'],
    [
      'ОО',
      'Муниципалитет',
      'Название ОО',
      'Код участника',
      'Класс',
      'Вариант',
      '1 (2б)',
      '9.1 (1б)',
      '12.2 (3б)',
      'Первичный балл',
      'Отметка',
      'Отметка по журналу',
    ],
  ]
  const row = (code: number, mark: Cell = 5): Cell[] => [
    'edu990001',
    'Район',
    'СОШ',
    code,
    '4А',
    1,
    2,
    1,
    'Х',
    3,
    mark,
    4,
  ]
  const group = (count: number) => [`<ОО>(edu990001) | Кол-во участников: ${count}`]
  const read = (...rows: Cell[][]) => readRows('отчёт.xlsx', { Лист: [...head, ...rows] })

  test('set and maximum come from the head, marks as given', async () => {
    const batch = await read(group(2), row(1), row(2, 4))
    expect(batch).toMatchObject({
      layout: 'individualResults',
      assessment: { year: 2026, grade: 4, subject: 'Русский язык' },
      maxScore: 6,
      counts: { rows: 2, works: 2, schools: 1 },
    })
    expect([...batch.columns.mark]).toEqual([5, 4])
    expect([...batch.columns.journal]).toEqual([4, 4])
    expect([...batch.columns.row]).toEqual([10, 11])
  })

  test('group lines are not works; their number is checked', async () => {
    const batch = await read(
      ['Вся выборка | Кол-во участников: 900'],
      group(3),
      row(1),
      row(2),
      group(1),
      row(3),
    )
    expect(batch.counts.rows).toBe(3)
    const found = batch.dirt.find(({ kind }) => kind === 'group-count-differs')
    expect(found).toMatchObject({ count: 1, examples: [{ row: 10, value: '3 ≠ 2' }] })
  })

  test('the school of the group stands in where the column is empty', async () => {
    const batch = await read(group(1), row(1).with(0, null))
    expect(batch.columns.school[0]).toBe(990_001)
  })

  test('a name of the file that says otherwise is told', async () => {
    const batch = await readRows('Математика 5 класс 2026.xlsx', { Лист: [...head, row(1)] })
    expect(batch.assessment).toMatchObject({ subject: 'Русский язык', grade: 4 })
    expect(batch.warnings.map(({ code, params }) => [code, params?.what])).toEqual([
      ['name-differs', 'subject'],
      ['name-differs', 'grade'],
    ])
  })
})
