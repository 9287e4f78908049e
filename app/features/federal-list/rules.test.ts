import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkList, type Known, yearsRunning } from './rules.ts'
import type { FederalRow } from './types.ts'

const SCHOOLS = new Map([
  ['990001', 11],
  ['990002', 12],
  // A former login of the first school.
  ['990009', 11],
])
const known = (given: Partial<Known> = {}): Known => ({
  year: null,
  schools: SCHOOLS,
  loaded: new Map(),
  ...given,
})
let next = 1
const row = (given: Partial<FederalRow> = {}): FederalRow => {
  const digits = given.digits ?? '990001'
  const base = { sheet: 'Лист1', row: ++next, year: 2021, login: `edu${digits}`, digits }
  return { ...base, municipality: '', school: 'Школа', markers: ['4 РУ'], count: null, ...given }
}
const codes = (rows: FederalRow[], given?: Partial<Known>) =>
  checkList('перечень.xlsx', rows, known(given)).problems.map(({ code }) => code)

describe('a list', () => {
  it('without faults gives its years and the schools it marks', () => {
    const rows = [
      row({ count: 1 }),
      row({ digits: '990002', markers: [], count: 0 }),
      row({ year: 2020, markers: ['4 РУ', '5 МА'], count: 2 }),
    ]
    expect(checkList('п', rows, known())).toEqual({
      problems: [],
      years: [2020, 2021],
      entries: [
        { unitId: 11, year: 2021, login: 'edu990001', markers: ['4 РУ'] },
        { unitId: 11, year: 2020, login: 'edu990001', markers: ['4 РУ', '5 МА'] },
      ],
    })
  })

  it('is told everything that is wrong at once, with the place', () => {
    const rows = [
      row({ row: 2, count: 3 }),
      row({ row: 3, digits: '990777' }),
      row({ row: 4 }),
      row({ row: 5, digits: '990009' }),
      row({ row: 6, digits: '990002', year: null }),
    ]
    const { problems } = checkList('п.xlsx', rows, known({ loaded: new Map([[2021, 7]]) }))
    expect(problems).toEqual([
      {
        code: 'federal-count-differs',
        params: { marks: 1 },
        place: { file: 'п.xlsx', sheet: 'Лист1', row: 2, column: 'Количество маркеров', value: '3' },
      },
      {
        code: 'federal-login-unknown',
        place: { file: 'п.xlsx', sheet: 'Лист1', row: 3, column: 'Логин', value: 'edu990777' },
      },
      {
        code: 'federal-school-twice',
        params: { year: '2021', first: 2 },
        place: { file: 'п.xlsx', sheet: 'Лист1', row: 4, column: 'Логин', value: 'edu990001' },
      },
      {
        code: 'federal-year-missing',
        place: { file: 'п.xlsx', sheet: 'Лист1', row: 6, column: 'Год', value: '' },
      },
      {
        code: 'federal-school-twice',
        params: { year: '2021', first: 2 },
        place: { file: 'п.xlsx', sheet: 'Лист1', row: 5, column: 'Логин', value: 'edu990009' },
      },
      { code: 'federal-year-loaded', params: { year: '2021', list: 7 }, place: { file: 'п.xlsx' } },
    ])
  })

  it('of a given year has no rows of another, and needs no column of years', () => {
    expect(codes([row(), row({ digits: '990002', year: 2020 })], { year: 2021 })).toEqual([
      'federal-other-year',
    ])
    expect(checkList('п', [row({ year: null })], known({ year: 2021 }))).toMatchObject({
      problems: [],
      years: [2021],
    })
  })

  it('without rows is one of a year that names nobody, or no list at all', () => {
    expect(codes([], { year: 2021 })).toEqual([])
    expect(codes([])).toEqual(['federal-empty'])
  })

  it('whatever its rows, names a school once a year when it has no faults', () => {
    const any = fc.record({
      digits: fc.constantFrom('990001', '990002', '990009', '990777'),
      year: fc.constantFrom(null, 2020, 2021),
      markers: fc.subarray(['4 РУ', '5 МА']),
      count: fc.constantFrom(null, 0, 1, 2),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), fc.constantFrom(null, 2021), (rows, year) => {
        const made = rows.map((one, index) => row({ ...one, row: index + 2 }))
        const { problems, entries } = checkList('п', made, known({ year }))
        if (problems.length > 0) return
        expect(new Set(entries.map(one => `${one.unitId} ${one.year}`)).size).toBe(entries.length)
        expect(entries.length).toBe(made.filter(({ markers }) => markers.length > 0).length)
      }),
    )
  })
})

describe('years running', () => {
  const on = (...years: number[]) =>
    new Map([2018, 2019, 2021, 2022].map(year => [year, years.includes(year) ? ['4 РУ'] : []]))
  it.each([
    [on(2021, 2022), undefined, 2],
    [on(2019, 2021, 2022), undefined, 2],
    [on(2018, 2019), undefined, 0],
    [on(2018, 2019), 2019, 2],
    [on(2018, 2019, 2022), 2022, 1],
    [on(), 2022, 0],
    [new Map(), undefined, 0],
  ] as const)('%#', (years, upTo, running) => {
    expect(yearsRunning(years, upTo)).toBe(running)
  })
})
