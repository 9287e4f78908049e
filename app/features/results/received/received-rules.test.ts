import { describe, expect, it } from 'vitest'
import type { SchoolInTerritory, Validity } from '../../territory/index.ts'
import { type Arrival, heirOf, isExpected, receiptOf } from './received-rules.ts'

const open: Validity = { validFrom: null, validTo: null, withdrawn: false }
const terms = { writtenFrom: '2021-04-12', writtenTo: '2021-04-16', dueOn: '2021-05-21', takesPart: true }
const school = (
  id: number,
  validTo: string | null,
  successorId: number | null = null,
): SchoolInTerritory => ({
  id,
  name: `Школа № ${id}`,
  kind: 'СОШ',
  path: `1.2.${id}.`,
  municipality: { id: 2, name: 'Западный район' },
  unitAndAbove: [{ ...open, validTo }, open],
  successorId,
})
const arrival = (day: string, works = 10, accepted = true): Arrival => ({ day, works, accepted })

describe('whether results are expected', () => {
  it.each([
    ['a school that is there', school(5, null), true],
    ['one closed the day before it would have written', school(5, '2021-04-11'), false],
    ['one whose last day was the first of writing', school(5, '2021-04-12'), true],
    ['one closed yesterday, long after it wrote', school(5, '2021-06-30'), true],
    [
      'one opened after it was written',
      { unitAndAbove: [{ ...open, validFrom: '2021-04-13' }, open] },
      false,
    ],
    ['one whose municipality is gone', { unitAndAbove: [open, { ...open, validTo: '2020-12-31' }] }, false],
  ])('%s: %#', (_, of, expected) => {
    expect(isExpected({ kind: null, ...of }, terms, 4)).toBe(expected)
  })

  it('not of those that take no part', () => {
    expect(isExpected(school(5, null), { ...terms, takesPart: false }, 4)).toBe(false)
  })

  it.each([
    ['НОШ', [4]],
    ['ООШ', [4, 5, 9]],
    ['СОШ', [4, 5, 9, 11]],
    [null, [4, 5, 9, 11]],
  ])('of «%s» in the grades it teaches: %j', (kind, grades) => {
    const expected = [4, 5, 9, 11].filter(grade => isExpected({ ...school(5, null), kind }, terms, grade))
    expect(expected).toEqual(grades)
  })
})

describe('what has come', () => {
  it.each([
    ['on the last day', ['2021-05-21'], 'in-time', '2021-05-21'],
    ['a day later', ['2021-05-22'], 'late', '2021-05-22'],
    ['in time, with a correction after the term', ['2021-06-01', '2021-05-20'], 'in-time', '2021-05-20'],
    ['not at all', [], 'missing', null],
  ])('%s', (_, days, state, receivedOn) => {
    expect(
      receiptOf(
        days.map(day => arrival(day)),
        terms.dueOn,
      ),
    ).toMatchObject({ state, receivedOn })
  })

  it('is in time where nobody set a term', () => {
    expect(receiptOf([arrival('2030-01-01')], null).state).toBe('in-time')
  })

  it('counts all works, and is decided on when all of it is', () => {
    const both = [arrival('2021-05-01', 20), arrival('2021-05-02', 3, false)]
    expect(receiptOf(both, null)).toMatchObject({ works: 23, accepted: false })
  })
})

describe('who answers for a school', () => {
  const chain = [school(1, '2021-06-30', 2), school(2, '2022-06-30', 3), school(3, null)]
  const byId = new Map(chain.map(one => [one.id, one]))
  it.each([
    ['itself while it is there', 1, '2021-06-30', 1],
    ['the one it went into', 1, '2021-07-01', 2],
    ['the one at the end', 1, '2023-01-01', 3],
  ])('%s', (_, id, today, heir) => {
    expect(heirOf(byId.get(id)!, byId, today).id).toBe(heir)
  })

  it('itself where its heir is out of reach, or goes round in a ring', () => {
    expect(heirOf(school(9, '2021-06-30', 77), byId, '2022-01-01').id).toBe(9)
    const ring = [school(7, '2021-06-30', 8), school(8, '2021-06-30', 7)]
    expect(heirOf(ring[0], new Map(ring.map(one => [one.id, one])), '2022-01-01').id).toBeGreaterThan(6)
  })
})
