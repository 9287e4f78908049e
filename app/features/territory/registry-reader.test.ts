import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../documents/spreadsheet/types.ts'
import { readRegistry } from './read-registry.ts'
import { RegistryReader } from './registry-reader.ts'

const HEADER = [
  'Логин ОО',
  'Наименование ОО',
  'Код муниципалитета',
  'Муниципалитет',
  'Вид ОО',
  'Тип населённого пункта',
  'Коррекционная',
]

function read(...rows: Cell[][]): RegistryReader {
  const reader = new RegistryReader('реестр.xlsx')
  reader.enterSheet('ОО')
  for (const [index, cells] of rows.entries()) if (reader.read(index + 1, cells) === false) break
  reader.leaveSheet()
  return reader
}

describe('registry of schools', () => {
  test('reads a school by the headers', () => {
    const reader = read(HEADER, ['sch990001', 'СОШ № 1', 'reg99_m001', 'Первый район', 'СОШ', 'село', 'нет'])
    expect(reader.problems()).toEqual([])
    expect(reader.schools()).toMatchObject([
      {
        key: '990001',
        login: 'sch990001',
        aliases: ['sch990001'],
        name: 'СОШ № 1',
        municipality: { code: 'reg99_m001', name: 'Первый район' },
        kind: 'СОШ',
        locality: 'село',
        special: false,
        controlled: false,
      },
    ])
  })

  test('takes columns in any order, under a title, with synonyms and the column of control', () => {
    const reader = read(
      ['Реестр школ'],
      ['Муниципалитет', 'контроль  объективности', 'ЛОГИН ШКОЛЫ', 'Школа', 'Коррекционная'],
      ['Первый район', 'Да', 'EDU 990002', 'Лицей', 'да'],
    )
    expect(reader.problems()).toEqual([])
    expect(reader.schools()[0]).toMatchObject({
      key: '990002',
      login: 'edu990002',
      aliases: ['edu990002', 'EDU 990002'],
      name: 'Лицей',
      municipality: { name: 'Первый район' },
      kind: null,
      special: true,
      controlled: true,
    })
  })

  test('tells every bad login and every repeated school at once, with its row', () => {
    const reader = read(HEADER, ['990001', 'А'], ['sch990002', 'Б'], ['edu990002', 'В'], ['', 'Г'])
    expect(reader.problems().map(({ code, place }) => [code, place?.row, place?.column])).toEqual([
      ['registry-bad-login', 2, 'Логин ОО'],
      ['registry-school-twice', 4, 'Логин ОО'],
      ['registry-bad-login', 5, 'Логин ОО'],
    ])
    expect(reader.problems()[1].params).toEqual({ key: '990002', first: 3 })
  })

  test('reads «да» and «нет» in plain words, and tells every answer that is neither, with its place', () => {
    const header = ['Логин ОО', 'Коррекционная', 'Контроль объективности']
    const answers: [Cell, boolean][] = [
      ...(['да', 'ДА', 'Есть', 'yes', '1', 1, '+', true, 'true'] as const).map(
        cell => [cell, true] as [Cell, boolean],
      ),
      ...(['нет', 'Нет.', 'no', '0', 0, '-', '—', false, '', null] as const).map(
        cell => [cell, false] as [Cell, boolean],
      ),
    ]
    const known = read(header, ...answers.map(([cell], row) => [`sch9900${10 + row}`, cell, 'нет']))
    expect(known.problems()).toEqual([])
    expect(known.schools().map(({ special }) => special)).toEqual(answers.map(([, yes]) => yes))
    const problems = read(
      header,
      ['sch990001', 'может быть', 'да'],
      ['sch990002', 'нет', 'x'],
      ['sch990003', 'v', 'Да, 2025'],
      ['990004', 'нет', 'нет'],
    ).problems()
    expect(problems.map(({ code, place }) => [code, place?.row, place?.column, place?.value])).toEqual([
      ['registry-not-yes-or-no', 2, 'Коррекционная', 'может быть'],
      ['registry-not-yes-or-no', 3, 'Контроль объективности', 'x'],
      ['registry-not-yes-or-no', 4, 'Коррекционная', 'v'],
      ['registry-not-yes-or-no', 4, 'Контроль объективности', 'Да, 2025'],
      ['registry-bad-login', 5, 'Логин ОО', '990004'],
    ])
  })

  test('a code of an examination is figures, as many as a protocol can carry', () => {
    const header = ['Логин ОО', 'Код ОГЭ', 'Код ЕГЭ']
    expect(read(header, ['sch990001', '001207', 1300], ['sch990002', null, '']).problems()).toEqual([])
    const problems = read(
      header,
      ['sch990001', '12345678901234567890', '1300'],
      ['sch990002', '12 07', 'А-17'],
    ).problems()
    expect(problems.map(({ code, place, params }) => [code, place?.row, place?.value, params])).toEqual([
      ['registry-bad-exam-code', 2, '12345678901234567890', { exam: 'oge' }],
      ['registry-bad-exam-code', 3, '12 07', { exam: 'oge' }],
      ['registry-bad-exam-code', 3, 'А-17', { exam: 'ege' }],
    ])
  })

  test('a login that is none is told once and by itself, among other logins too', () => {
    const problems = read(
      ['Логин ОО', 'Другие логины'],
      ['sch990001', 'нет; нет, sch990005'],
      ['sch990002', 'abc; def'],
    ).problems()
    expect(problems.map(({ place }) => [place?.row, place?.value])).toEqual([
      [2, 'нет'],
      [3, 'abc'],
      [3, 'def'],
    ])
  })

  test('a registry without a column of logins is refused', () => {
    expect(read(['Наименование ОО'], ['СОШ № 1']).problems()).toEqual([
      { code: 'registry-without-logins', place: { file: 'реестр.xlsx' } },
    ])
  })

  test('a registry without schools is refused', () => {
    expect(
      read(HEADER)
        .problems()
        .map(({ code }) => code),
    ).toEqual(['registry-empty'])
  })
})

const real = join(import.meta.dirname, '../../../../shared/real-region/school-registry.xlsx')

test.skipIf(!existsSync(real))(
  'reads the registry of the real region (skipped where ../shared is absent)',
  async () => {
    const { schools, byKey } = await readRegistry(real)
    expect([schools.length, byKey.size]).toEqual([639, 639])
    expect(schools.filter(({ special }) => special)).toHaveLength(4)
    expect(schools.filter(({ kind }) => kind === 'лицей')).toHaveLength(22)
  },
)
