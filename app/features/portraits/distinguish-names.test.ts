import { expect, it } from 'vitest'
import { distinguishNames } from './distinguish-names.ts'

const names = (...units: readonly (readonly [name: string, code: string | null])[]) => [
  ...distinguishNames(units.map(([name, code], i) => ({ id: i + 1, name, code }))).values(),
]

it('tells municipalities of one name apart by their codes', () => {
  expect(
    names(['Лесной район', 'reg99_m001'], ['Речной район', 'reg99_m002'], ['Лесной район', 'reg99_m003']),
  ).toEqual(['Лесной район (reg99_m001)', 'Речной район', 'Лесной район (reg99_m003)'])
})

it('by their order where codes are not known, or say the same', () => {
  expect(names(['Лесной район', null], ['Лесной район', 'reg99_m003'])).toEqual([
    'Лесной район (1)',
    'Лесной район (reg99_m003)',
  ])
  expect(names(['Лесной район', 'м'], ['Лесной район', 'м'])).toEqual([
    'Лесной район (1)',
    'Лесной район (2)',
  ])
})

it('never by a name that is another’s', () => {
  const all = names(['Лесной район', null], ['Лесной район', null], ['Лесной район (1)', null])
  expect(new Set(all).size).toBe(3)
})
