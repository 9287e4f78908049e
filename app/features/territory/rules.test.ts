import { describe, expect, it } from 'vitest'
import { readLocalDate } from './read-local-date.ts'
import {
  isExpectedToReport,
  isPresent,
  normaliseLetter,
  normaliseTags,
  schoolYearOf,
  shiftDay,
  stateOn,
  whyNotMerge,
} from './rules.ts'

const open = { validFrom: null, validTo: null, withdrawn: false }

describe('validity of a unit', () => {
  it('counts both days in', () => {
    const unit = { validFrom: '2020-09-01', validTo: '2023-08-31', withdrawn: false }
    expect(['2020-08-31', '2020-09-01', '2023-08-31', '2023-09-01'].map(day => isPresent(unit, day))).toEqual(
      [false, true, true, false],
    )
  })

  it('a closed school and its classes owe no report, nor does a unit of a withdrawn import', () => {
    const closed = { ...open, validTo: '2023-08-31' }
    expect(isExpectedToReport([open, open], '2026-01-01')).toBe(true)
    expect(isExpectedToReport([open, closed], '2026-01-01')).toBe(false)
    expect(isExpectedToReport([open, closed], '2023-08-31')).toBe(true)
    expect(isExpectedToReport([{ ...open, withdrawn: true }], '2026-01-01')).toBe(false)
    expect(isExpectedToReport([], '2026-01-01')).toBe(false)
  })

  it.each([
    ['active', { ...open }, null],
    ['future', { ...open, validFrom: '2027-09-01' }, '2027-09-01'],
    ['closing', { ...open, validTo: '2026-11-22' }, '2026-11-23'],
    ['closed', { ...open, validTo: '2026-11-21' }, '2026-11-22'],
    ['merged', { ...open, validTo: '2024-02-29', merged: true }, '2024-03-01'],
    ['withdrawn', { ...open, withdrawn: true }, null],
  ])('is %s', (kind, unit, since) => {
    expect(stateOn({ merged: false, ...unit }, '2026-11-22')).toEqual({ kind, since })
  })

  it('shifts days over the ends of months, years and February', () => {
    expect([shiftDay('2024-02-28', 1), shiftDay('2025-01-01', -1), shiftDay('2023-02-28', 1)]).toEqual([
      '2024-02-29',
      '2024-12-31',
      '2023-03-01',
    ])
  })

  it('begins a school year in September', () => {
    expect([schoolYearOf('2026-08-31'), schoolYearOf('2026-09-01')]).toEqual([2025, 2026])
  })
})

describe('merging', () => {
  const school = { ...open, id: 1, kind: 'school' as const }
  const other = { ...open, id: 2, kind: 'school' as const }

  it.each([
    [null, school, other, []],
    ['merge-into-itself', school, school, []],
    ['merge-of-kinds', school, { ...other, kind: 'municipality' as const }, []],
    ['merge-in-a-ring', school, other, [5, 1]],
    ['merge-into-absent', school, { ...other, validTo: '2026-08-31' }, []],
  ])('%s', (code, unit, target, chain) => {
    expect(whyNotMerge(unit, target, chain, '2026-08-31')).toBe(code)
  })
})

describe('spellings', () => {
  it('of a class letter are one', () => {
    expect(['а', '"А"', ' А ', '«а»'].map(normaliseLetter)).toEqual(['А', 'А', 'А', 'А'])
  })

  it('of tags are one, in order', () => {
    expect(normaliseTags([' сельская ', 'ёлка', '', 'Сельская'])).toEqual(['ёлка', 'Сельская'])
  })

  it.each([
    ['01.09.2023', '2023-09-01'],
    ['1.9.2023', '2023-09-01'],
    ['01.09.2023 г.', '2023-09-01'],
    ['2023-09-01', '2023-09-01'],
    ['45170', '2023-09-01'],
    ['31.02.2023', null],
    ['2023', null],
    ['сентябрь', null],
    ['09/01/2023', null],
  ])('of a date: %s', (text, day) => {
    expect(readLocalDate(text)).toBe(day)
  })
})
