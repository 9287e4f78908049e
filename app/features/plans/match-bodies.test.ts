import { describe, expect, it } from 'vitest'
import { answeringHere, bodyMatcher, type UnitPlace } from './match-bodies.ts'
import { matchPerson } from './match-person.ts'
import type { BodyRole } from './reading/plan.ts'
import { splitResponsible, tellApart } from './reading/responsible.ts'

const unit = (path: string, kind: UnitPlace['kind']): UnitPlace => ({
  id: Number(path.split('.').at(-2)),
  kind,
  path,
})
const region = unit('1.', 'region')
const [west, east] = [unit('1.2.', 'municipality'), unit('1.3.', 'municipality')]
const [first, second, third] = [
  unit('1.2.21.', 'school'),
  unit('1.2.22.', 'school'),
  unit('1.3.31.', 'school'),
]
/** A school right below the region. */
const boarding = unit('1.4.', 'school')
const units = [region, west, east, first, second, third, boarding, unit('1.2.21.211.', 'class')]
const accounts = [
  { id: 'lena', name: 'Мельник Елена Юрьевна', unitId: 2 },
  { id: 'lida', name: 'Мельник Лидия Юрьевна', unitId: 2 },
  { id: 'east', name: 'Мельник Егор Юрьевич', unitId: 3 },
  { id: 'head', name: 'Пётр Ильич Соловьёв', unitId: 21 },
  { id: 'head', name: 'Пётр Ильич Соловьёв', unitId: 22 },
]
const match = (own: UnitPlace, words: string) =>
  splitResponsible(words, new Map()).map(bodyMatcher({ unit: own, units, accounts }))
const places = (own: UnitPlace, words: string) =>
  match(own, words).map(({ role, relation, unitIds }) => `${role} ${relation} ${unitIds.join()}`)

describe('who answers, written by hand', () => {
  const written = (original: string) => ({ original, body: null, person: null, post: null })
  const told = (...words: string[]) =>
    tellApart(words.map(written), [{ short: 'МЦ', full: 'муниципальная методическая служба' }])

  it('is told apart as in a document, in its own words', () => {
    expect(told('ОМСУ', 'методист Сойка Р.Р.')).toEqual([
      { ...written('ОМСУ'), body: 'ОМСУ' },
      { ...written('методист Сойка Р.Р.'), person: 'Сойка Р.Р.', post: 'методист', body: null },
    ])
    expect(told('ОИВ, РЦОКО').map(({ original, body }) => `${original} ${body}`)).toEqual([
      'ОИВ ОИВ',
      'РЦОКО РЦОКО',
    ])
    expect(told('МЦ')[0].body).toBe('ММС')
    const [nobody, fund] = ['—', 'попечительский фонд']
    expect(told(nobody, fund)).toEqual([written(nobody), written(fund)])
  })

  it('stays as it is where it was told apart already', () => {
    const known = { original: 'ОО, директор', body: null, person: null, post: 'директор' }
    expect(tellApart([known], [])).toEqual([known])
  })
})

describe('a body', () => {
  it('is a role at its units, seen from the plan of each level', () => {
    const bodies: readonly BodyRole[] = ['ОИВ', 'РЦОКО', 'ИРО', 'ОМСУ', 'ММС', 'ОО']
    const seen = (own: UnitPlace) => bodies.flatMap(body => places(own, body))
    expect(seen(region)).toEqual([
      ...['ministry own 1', 'analyst own 1', 'institute own 1'],
      ...['municipality below 2,3', 'methodist below 2,3', 'head below 21,22,31,4'],
    ])
    expect(seen(west)).toEqual([
      ...['ministry above 1', 'analyst above 1', 'institute above 1'],
      ...['municipality own 2', 'methodist own 2', 'head below 21,22'],
    ])
    expect(seen(first)).toEqual([
      ...['ministry above 1', 'analyst above 1', 'institute above 1'],
      ...['municipality above 2', 'methodist above 2', 'head own 21'],
    ])
    expect(seen(boarding).slice(3)).toEqual(['municipality above ', 'methodist above ', 'head own 4'])
  })

  it('is known by its own words', () => {
    expect(places(west, 'Руководители ОУ')).toEqual(['head below 21,22'])
    expect(places(west, 'муниципальная методическая служба, ОО')).toEqual([
      ...['methodist own 2', 'head below 21,22'],
    ])
    expect(places(region, 'попечительский фонд')).toEqual(['null null '])
  })
})

describe('a person', () => {
  const person = (own: UnitPlace, words: string) => {
    const [{ account, person: found, candidates }] = match(own, words)
    return [found, account, ...candidates]
  }

  it('is found by surname and initials in the right unit', () => {
    expect(person(west, 'Мельник Е.Ю., методист ММС')).toEqual(['found', 'lena', 'lena'])
    expect(person(east, 'Мельник Е.Ю., методист ММС')).toEqual(['found', 'east', 'east'])
    expect(person(west, 'Мельник Е.Ю.')).toEqual(['found', 'lena', 'lena'])
    expect(person(first, 'Соловьев П.И., директор школы')).toEqual(['found', 'head', 'head'])
  })

  it('is nobody where several bear the name, or none does', () => {
    expect(person(region, 'Мельник Е.Ю., специалист управления образования')).toEqual([
      ...['several', null, 'lena', 'east'],
    ])
    expect(person(west, 'Мельник А.Ю., методист ММС')).toEqual(['unknown', null])
    expect(person(third, 'Мельник Е.Ю., директор школы')).toEqual(['unknown', null])
    expect(person(west, 'ОМСУ')).toEqual(['unnamed', null])
    // One person at two schools is one.
    expect(person(west, 'Соловьёв П.И., директор школы')).toEqual(['found', 'head', 'head'])
  })

  it('is matched exactly, in whatever order the name is written', () => {
    const of = (words: string, name: string) => matchPerson(words, [{ id: 'a', name }]).length === 1
    const full = 'Зуева-Лис Анна Петровна'
    for (const words of ['Зуева-Лис А.П.', 'А.П. Зуева-Лис', 'А. П. Зуева-Лис', 'Зуева-Лис А.', full])
      expect([words, of(words, full)]).toEqual([words, true])
    for (const words of [
      ...[
        'Зуева-Лис П.А.',
        'Зуевой-Лис А.П.',
        'Зуева А.П.',
        'Зуева-Лис',
        'Зуева-Лис Алла Петровна',
        'А.П.',
        '',
      ],
    ])
      expect([words, of(words, full)]).toEqual([words, false])
    expect(of('Зуева-Лис А.П.', 'Зуева-Лис А. П.')).toBe(true)
    expect(of('Зуева-Лис А.П.', 'Анна Петровна Зуева-Лис')).toBe(true)
    expect(of('Зуева-Лис А.П.', 'Зуева-Лис Анна')).toBe(false)
    expect(of('Ильич П.С.', 'Ильич Пётр Сергеевич')).toBe(true)
  })
})

describe('who answers at the unit itself', () => {
  it('is what its own bodies play there, and who is named there', () => {
    const words = 'ОИВ; ОМСУ; Мельник Е.Ю., методист ММС; руководители ОУ; Соловьёв П.И., директор школы'
    expect(answeringHere(match(west, words))).toEqual({
      roles: ['municipality', 'methodist'],
      accounts: ['lena'],
    })
    expect(answeringHere(match(first, words))).toEqual({ roles: ['head'], accounts: ['head'] })
    expect(answeringHere(match(west, 'Мельник Л.Ю.'))).toEqual({ roles: [], accounts: ['lida'] })
    expect(answeringHere([])).toEqual({ roles: [], accounts: [] })
  })
})
