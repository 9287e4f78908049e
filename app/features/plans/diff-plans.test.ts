import { readTerm } from '@objektiv/russian-terms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ComparedFields,
  type ComparedMeasure,
  changesFromAbove,
  DIFF_FIELDS,
  diffFields,
  diffMeasures,
} from './diff-plans.ts'

const fields = (over: Partial<ComparedFields> = {}): ComparedFields => ({
  ...{ year: null, section: null, number: '1', level: null, text: 'Провести собрание' },
  ...{ term: readTerm('до 12 марта 2022 г.'), plannedStart: null, plannedFinish: null, place: null },
  ...{ participants: null, responsible: [], performer: null, expectedResult: null, note: null },
  ...over,
})
const measure = (key: string, over: Partial<ComparedFields> = {}): ComparedMeasure => ({
  key,
  ...fields(over),
})
const row = (keys: string) => [...keys].map(key => measure(key))
const short = (before: string, after: string) =>
  diffMeasures(row(before), row(after)).map(({ key, kind }) => `${kind} ${key}`)

describe('fields of a measure', () => {
  it('differ one by one, in the order of reading', () => {
    const other: ComparedFields = {
      ...{ year: 2022, section: 'Раздел', number: '2', level: 'school', text: 'Провести совещание' },
      ...{ term: readTerm('до 13 марта 2022 г.'), plannedStart: '2022-03-01', plannedFinish: '2022-03-13' },
      ...{ place: 'Школа', participants: 'Родители', performer: 'Завуч', expectedResult: 'Протокол' },
      responsible: [{ original: 'ОМСУ', body: 'ОМСУ', person: null, post: null }],
      note: 'Дважды',
    }
    expect(diffFields(fields(), other).map(({ field }) => field)).toEqual([...DIFF_FIELDS])
    for (const field of DIFF_FIELDS) {
      const [change, ...more] = diffFields(fields(), { ...fields(), [field]: other[field] })
      expect(change).toEqual({ field, before: fields()[field], after: other[field] })
      expect(more).toEqual([])
    }
  })

  it('do not differ by spaces; a term does by its dates alone', () => {
    expect(diffFields(fields({ text: ' Провести\u00A0\n собрание' }), fields())).toEqual([])
    expect(diffFields(fields({ place: '' }), fields())).toEqual([])
    const bound = { ...readTerm('по графику ВПР'), start: '2022-03-15', end: '2022-05-20' }
    const moved = { ...bound, end: '2022-05-21' }
    expect(diffFields(fields({ term: bound }), fields({ term: moved })).map(({ field }) => field)).toEqual([
      'term',
    ])
  })
})

describe('measures of a plan', () => {
  it('are added, removed where they stood, and moved as few as can be', () => {
    expect(short('abc', 'abc')).toEqual([])
    expect(short('abc', 'abxc')).toEqual(['added x'])
    expect(short('abc', 'ac')).toEqual(['removed b'])
    expect(short('abc', '')).toEqual(['removed a', 'removed b', 'removed c'])
    expect(short('abcd', 'dabc')).toEqual(['moved d'])
    expect(short('abcde', 'bcade')).toEqual(['moved a'])
    expect(short('abcd', 'xcd')).toEqual(['removed a', 'removed b', 'added x'])
    expect(short('abcd', 'acxd')).toEqual(['removed b', 'added x'])
  })

  it('tell a change beside a move', () => {
    const after = [measure('c', { text: 'Иначе' }), measure('a'), measure('b')]
    expect(diffMeasures(row('abc'), after)).toEqual([
      {
        key: 'c',
        kind: 'changed',
        moved: true,
        fields: [{ field: 'text', before: 'Провести собрание', after: 'Иначе' }],
      },
    ])
  })

  const plan = fc
    .uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
    .chain(keys =>
      fc.tuple(...keys.map(key => fc.constantFrom('раз', 'два').map(text => measure(key, { text })))),
    )

  it('nothing else than what is told, and all of it (property)', () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        expect(diffMeasures(before, before)).toEqual([])
        const changes = diffMeasures(before, after)
        const keys = (kind: string) => changes.filter(one => one.kind === kind).map(({ key }) => key)
        const [old, now] = [before.map(({ key }) => key), after.map(({ key }) => key)]
        expect(keys('added')).toEqual(now.filter(key => !old.includes(`${key}`)))
        expect(keys('removed').toSorted()).toEqual(old.filter(key => !now.includes(`${key}`)).toSorted())
        // Told changes make the old plan the new one.
        const told = new Map(changes.map(change => [change.key, change]))
        for (const one of after) {
          const was = before.find(({ key }) => key === one.key)
          if (!was) continue
          const change = told.get(one.key)
          const changed = Object.fromEntries(
            (change?.fields ?? []).map(({ field, after: value }) => [field, value]),
          )
          expect({ ...was, ...changed }).toEqual(one)
        }
        // Without the moved ones both are in one order.
        const still = (list: readonly (string | number)[]) =>
          list.filter(key => old.includes(`${key}`) && now.includes(`${key}`) && !told.get(key)?.moved)
        expect(still(old)).toEqual(still(now))
        // The way back moves no more.
        const back = diffMeasures(after, before)
        expect(back.filter(({ moved }) => moved)).toHaveLength(changes.filter(({ moved }) => moved).length)
        // The order told is that of the plan as it is now.
        const order = changes.filter(({ kind }) => kind !== 'removed').map(({ key }) => now.indexOf(`${key}`))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('a measure changed above', () => {
  it('is offered field by field, with what the copy has made of it', () => {
    const taken = fields()
    const above = fields({ text: 'Провести два собрания', expectedResult: 'Протоколы', number: '7' })
    const [text, result, ...more] = changesFromAbove(taken, above, fields({ expectedResult: 'Справка' }))
    expect(more).toEqual([])
    expect(text).toMatchObject({ change: { field: 'text' }, own: 'Провести собрание', conflict: false })
    expect(result).toMatchObject({ change: { field: 'expectedResult' }, own: 'Справка', conflict: true })
    expect(changesFromAbove(taken, above, above)).toEqual([])
    expect(changesFromAbove(taken, taken, fields({ text: 'Своё' }))).toEqual([])
  })
})
