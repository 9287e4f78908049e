import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../documents/spreadsheet/types.ts'
import { RegistryReader } from '../registry-reader.ts'
import { planImport } from './plan-import.ts'
import type { KnownSchool, TerritorySnapshot } from './territory-snapshot.ts'

const TODAY = '2026-11-22'
const HEADER = ['Логин ОО', 'Наименование ОО', 'Код муниципалитета', 'Муниципалитет']

const school = (id: number, digits: string, name: string, other: Partial<KnownSchool> = {}): KnownSchool => ({
  ...{ id, version: 3, parentId: 2, name, login: `sch${digits}`, digits, otherLogins: [], shortName: null },
  ...{
    schoolKind: 'СОШ',
    locality: 'село',
    ogeCode: null,
    egeCode: null,
    tags: [],
    validFrom: null,
    validTo: null,
  },
  ...other,
})
const territory: TerritorySnapshot = {
  root: { id: 1, name: 'Край' },
  municipalities: [
    { id: 2, version: 1, code: 'reg99_m001', name: 'Западный район', validTo: null },
    { id: 3, version: 1, code: 'reg99_m002', name: 'Восточный район', validTo: null },
    { id: 4, version: 1, code: 'reg99_m003', name: 'Старый район', validTo: '2020-12-31' },
  ],
  schools: [school(10, '990010', 'Школа № 10'), school(11, '990011', 'Школа № 11')],
}
const empty: TerritorySnapshot = { root: territory.root, municipalities: [], schools: [] }

function plan(rows: Cell[][], against = territory, header: Cell[] = HEADER) {
  const reader = new RegistryReader('реестр.xlsx')
  reader.enterSheet('ОО')
  for (const [index, cells] of [header, ...rows].entries()) reader.read(index + 1, cells)
  reader.leaveSheet()
  const planned = planImport(reader.rows(), against, TODAY)
  return { ...planned, problems: [...reader.problems(), ...planned.problems] }
}

const west = ['reg99_m001', 'Западный район']
const ten = ['sch990010', 'Школа № 10', ...west]
const eleven = ['sch990011', 'Школа № 11', ...west]

describe('an exam code of another school', () => {
  const header = [...HEADER, 'Код ОГЭ']
  const holds = (other: Partial<KnownSchool> = {}): TerritorySnapshot => ({
    ...territory,
    schools: [
      school(10, '990010', 'Школа № 10', { ogeCode: '1001', ...other }),
      school(11, '990011', 'Школа № 11', { ogeCode: '1002' }),
    ],
  })
  const problemsOf = (rows: Cell[][], against = holds()) => plan(rows, against, header).problems

  it('is refused where that school keeps it, in the row and column of the mistake', () => {
    expect(problemsOf([[...eleven, '1001']])).toMatchObject([
      {
        code: 'registry-code-taken',
        params: { exam: 'oge', name: 'Школа № 10' },
        place: { row: 2, column: 'Код ОГЭ', value: '1001' },
      },
    ])
    expect(problemsOf([['sch990012', 'Школа № 12', ...west, '1002']])).toHaveLength(1)
  })

  it('may be taken where that school gives it up in the same file, or is closed; its own stays', () => {
    expect(
      problemsOf([
        [...ten, '1002'],
        [...eleven, '1001'],
      ]),
    ).toEqual([])
    expect(problemsOf([[...eleven, '1001']], holds({ validTo: '2020-08-31' }))).toEqual([])
    expect(problemsOf([[...ten, '1001']])).toEqual([])
  })
})

describe('the difference', () => {
  it('is nothing for the same registry', () => {
    const { plan: made, problems, remarks } = plan([ten, eleven])
    expect([problems, remarks]).toEqual([[], []])
    expect(made).toMatchObject({ newSchools: [], changed: [], missing: [], unchanged: 2 })
  })

  it('names what is new, changed field by field, missing', () => {
    const { plan: made } = plan([
      ['edu990010', 'Гимназия № 10', 'reg99_m002', 'Восточный район'],
      ['sch990012', 'Школа № 12', ...west],
    ])
    expect(made.newSchools).toMatchObject([{ digits: '990012', name: 'Школа № 12', parent: { id: 2 } }])
    expect(made.missing.map(({ name }) => name)).toEqual(['Школа № 11'])
    expect(made.changed).toMatchObject([
      {
        id: 10,
        version: 3,
        parent: { id: 3 },
        changes: [
          { field: 'name', before: 'Школа № 10', after: 'Гимназия № 10' },
          { field: 'login', before: 'sch990010', after: 'edu990010' },
          { field: 'parent_id', before: 'Западный район', after: 'Восточный район' },
        ],
      },
    ])
  })

  it('leaves alone what the file has no column for, and empties what its column leaves empty', () => {
    const [without] = [plan([ten], territory).plan.changed]
    expect(without).toEqual([])
    const { plan: made } = plan([[...ten, null]], territory, [...HEADER, 'Вид ОО'])
    expect(made.changed[0].changes).toEqual([{ field: 'school_kind', before: 'СОШ', after: null }])
  })

  it('lets each column of yes and no speak for its own tag alone', () => {
    const tagged = {
      ...territory,
      schools: [school(10, '990010', 'Школа № 10', { tags: ['коррекционная', 'сельская'] })],
    }
    const only = (header: string, value: string) =>
      plan([[...ten, value]], tagged, [...HEADER, header]).plan.changed[0]?.changes[0]?.after
    expect(only('Контроль объективности', 'да')).toEqual([
      'контроль объективности',
      'коррекционная',
      'сельская',
    ])
    expect(only('Коррекционная', 'нет')).toEqual(['сельская'])
    expect(only('Метки', 'опорная')).toEqual(['коррекционная', 'опорная'])
    expect(only('Метки', 'сельская')).toBeUndefined()
  })

  it('follows a school whose digits changed, by the logins it had', () => {
    const { plan: made, problems } = plan(
      [
        ['edu990777', 'Школа № 10', ...west, 'sch990010'],
        [...eleven, null],
      ],
      territory,
      [...HEADER, 'Другие логины'],
    )
    expect(problems).toEqual([])
    expect(made.newSchools).toEqual([])
    expect(made.changed[0]).toMatchObject({
      id: 10,
      changes: [{ field: 'login', before: 'sch990010', after: 'edu990777' }],
    })
  })

  it('makes municipalities on the first load; later only where a code says so, with a remark', () => {
    const first = plan([ten, eleven], empty)
    expect(first.plan.newMunicipalities).toEqual([
      { key: 'reg99_m001', code: 'reg99_m001', name: 'Западный район', row: 2 },
    ])
    expect(first.remarks).toEqual([])
    const nameless = plan([['sch990010', 'Школа № 10', null, 'Западный район']], empty)
    expect(nameless.plan.newMunicipalities).toMatchObject([{ code: null, name: 'Западный район' }])
    const later = plan([ten, ['sch990011', 'Школа № 11', 'reg99_m009', 'Новый район']])
    expect(later.plan.newMunicipalities).toMatchObject([{ name: 'Новый район' }])
    expect(later.remarks.map(({ code }) => code)).toEqual(['registry-municipality-new'])
  })

  it('takes another name under a known code for a renaming of the municipality', () => {
    const rows = [ten, eleven].map(row => row.with(3, 'Западный округ'))
    expect(plan(rows).plan.changed).toMatchObject([
      {
        id: 2,
        kind: 'municipality',
        changes: [{ field: 'name', before: 'Западный район', after: 'Западный округ' }],
      },
    ])
  })
})

describe('everything wrong is told at once', () => {
  const codes = (rows: Cell[][], header: Cell[] = HEADER, against = territory) =>
    plan(rows, against, header).problems.map(({ code, place }) => [code, place?.row])

  it('with its row', () => {
    expect(
      codes([
        ['990010', 'Школа № 10', ...west],
        ['sch990011', 'Школа № 11', null, 'Завадный район'],
        ['sch990012', 'Школа № 12', 'reg99_m077', 'Западный район'],
        ['sch990013', 'Школа № 13', 'reg99_m003', 'Старый район'],
        ['sch990014', null, ...west],
        ['edu990014', 'Школа № 14', ...west],
        ['sch990015', 'Школа № 15', 'reg99_m001', 'Западный округ'],
      ]),
    ).toEqual([
      ['registry-bad-login', 2],
      ['registry-school-twice', 7],
      ['registry-municipality-unknown', 3],
      ['registry-municipality-code-differs', 4],
      ['registry-municipality-closed', 5],
      ['registry-municipality-named-twice', 8],
      ['registry-name-missing', 6],
    ])
  })

  it('and with its column, as the file calls it', () => {
    const { problems } = plan([
      ['sch990011', 'Школа № 11', null, 'Завадный район'],
      ['sch990014', null, ...west],
    ])
    expect(problems.map(({ code, place }) => [code, place?.column])).toEqual([
      ['registry-municipality-unknown', 'Муниципалитет'],
      ['registry-name-missing', 'Наименование ОО'],
    ])
  })

  it('dates and exam codes', () => {
    const header = [...HEADER, 'Код ОГЭ', 'Действует с', 'Действует по']
    expect(
      codes(
        [
          [...ten, '1001', '01.09.2020', '31.08.2019'],
          [...eleven, '1001', 'давно', null],
        ],
        header,
      ),
    ).toEqual([
      ['registry-dates-backwards', 2],
      ['registry-bad-date', 3],
      ['registry-code-twice', 3],
    ])
  })

  it('logins of the past that belong to another school', () => {
    const header = [...HEADER, 'Другие логины']
    expect(
      codes(
        [
          [...ten, 'sch990011'],
          [...eleven, null],
        ],
        header,
      ),
      // Once, though the login belongs to a row of the file and to a school known before.
    ).toEqual([['registry-login-clash', 2]])
    expect(codes([[...ten, 'sch990011']], header)).toEqual([['registry-login-clash', 2]])
    const past = {
      ...territory,
      schools: [school(10, '990010', 'Школа № 10', { otherLogins: ['sch990500'] })],
    }
    expect(codes([ten, ['sch990500', 'Школа № 500', ...west]], HEADER, past)).toEqual([
      ['registry-school-twice', 3],
    ])
  })
})
