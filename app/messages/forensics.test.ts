import { readdirSync, readFileSync } from 'node:fs'
import {
  createTally,
  type DataNeed,
  type Message,
  officialMethods,
  ownMeasures,
  ownMethods,
  type SchoolFinding,
  TaskCode,
  tallyWorks,
} from '@objektiv/forensics'
import { describe, expect, it } from 'vitest'
import en from './en/forensics.ts'
import { hasMessage, type Locale, say } from './format.ts'
import { formatProbability } from './numbers.ts'
import ru from './ru/forensics.ts'

const LOCALES: readonly Locale[] = ['ru', 'en']
const NEEDS: readonly DataNeed[] = ['totals', 'journal', 'scale', 'tasks', 'two-years']

/** A region in which every sentence and note of every method comes up at least once. */
function findingsOfAll(): {
  method: (typeof officialMethods | typeof ownMethods)[number]
  finding: SchoolFinding
}[] {
  const tallies = [crowd(0), crowd(1), lonely(), crowd(0, [3, 4, 8])]
  const single = [...officialMethods.slice(0, 2), ...ownMethods] as const
  const found = tallies.flatMap(tally =>
    single.flatMap(method => {
      const compute = method.compute as (input: unknown) => { findings: readonly SchoolFinding[] }
      return compute(tally).findings.map(finding => ({ method, finding }))
    }),
  )
  for (const method of officialMethods.slice(2)) {
    const compute = method.compute as (input: unknown) => { findings: readonly SchoolFinding[] }
    for (const finding of compute({ lower: tallies[0], upper: tallies[1] }).findings)
      found.push({ method, finding })
  }
  return found
}

/** Schools 0–19 ordinary, then: one jumps up, one down to nothing, equal scores, one work, marks against scores… */
function crowd(year: number, boundaries: [number, number, number] = [3, 5, 8]) {
  const tally = createTally({
    schoolCount: 26,
    maxScore: 10,
    taskMaxima: Uint8Array.of(4, 3, 3),
    boundaries,
  })
  const rows: [school: number, total: number, journal: number, scores: number[]][] = []
  const work = (school: number, total: number, journal: number, scores = [total / 2, total / 4, total / 4]) =>
    rows.push([school, total, journal, scores.map(Math.floor)])
  for (let school = 0; school < 20; school++)
    for (let i = 0; i < 20; i++) {
      const total = 1 + ((i + school) % 5) + (i % 4)
      work(school, total, 2 + Math.floor(total / 3))
    }
  for (let i = 0; i < 12; i++) {
    work(20, year === 0 ? 1 : 9 + (i % 2), i % 3 === 0 ? 3 : 4, year === 0 ? [1, 0, 0] : [0, 1 + (i % 3), 3])
    work(21, year === 0 ? 9 + (i % 2) : 1, 5)
    work(25, year === 0 ? 5 : 0, 4, [0, 0, TaskCode.notTaught])
  }
  work(22, 9, 4)
  work(22, 9, 4)
  work(23, 9, 5)
  for (const [total, journal] of [
    [10, 2],
    [9, 3],
    [2, 5],
  ] as const)
    work(24, total, journal)
  for (let i = 0; i < 3; i++) work(19, 3, 3)
  count(tally, rows)
  return tally
}

/** A set in which nothing varies inside a school: no interval of the region's profile, equal ranks on either side. */
function lonely() {
  const tally = createTally({
    schoolCount: 3,
    maxScore: 10,
    taskMaxima: Uint8Array.of(1, 1),
    boundaries: null,
  })
  count(tally, [
    [0, 3, 2, [1, 0]],
    [0, 3, 3, [1, 0]],
    [0, 3, 4, [1, 0]],
    [1, 4, 4, [1, 1]],
    [1, 5, 4, [1, 1]],
    [1, 6, 4, [1, 1]],
    [2, 7, 4, [1, 1]],
  ])
  return tally
}

function count(tally: ReturnType<typeof createTally>, rows: [number, number, number, number[]][]): void {
  const column = (pick: (row: [number, number, number, number[]]) => number) => rows.map(pick)
  tallyWorks(tally, {
    count: rows.length,
    school: Int32Array.from(column(row => row[0])),
    total: Uint16Array.from(column(row => row[1])),
    journal: Uint8Array.from(column(row => row[2])),
    scores: Array.from(tally.shape.taskMaxima, (_, task) => Uint8Array.from(column(row => row[3][task]))),
  })
}

const found = findingsOfAll()
const spoken: Message[] = [
  ...found.flatMap(({ method, finding }) => [method.explain(finding), ...finding.notes]),
  ...[...officialMethods, ...ownMethods].flatMap(({ innocent, confirm, refute }) => [
    ...innocent,
    ...confirm,
    ...refute,
  ]),
  ...[...officialMethods, ...ownMethods, ...ownMeasures].flatMap(({ title, sources }) => [
    title,
    ...sources.map(source => source.title),
  ]),
]
const spokenIds = new Set(spoken.map(({ id }) => id))

describe.each(LOCALES)('texts of the methods, %s', locale => {
  it('words everything the methods say', () => {
    for (const { id, params } of spoken) {
      const sentence = say(locale, id, params)
      expect(sentence, id).not.toMatch(/[{}]|NaN|undefined|null|∞/)
      expect(sentence, id).toMatch(/\S/)
    }
  })

  it('words every need of data', () => {
    for (const need of NEEDS) expect(hasMessage(locale, `need.${need}`)).toBe(true)
  })
})

describe('the catalogues', () => {
  it('have no text that no method says', () => {
    const needed = [...spokenIds, ...NEEDS.map(need => `need.${need}`)].toSorted()
    expect(Object.keys(ru).toSorted()).toEqual(needed)
    expect(Object.keys(en).toSorted()).toEqual(needed)
  })

  it('have every id that stands in the package’s source', () => {
    const root = new URL('../../packages/forensics/src/', import.meta.url)
    const ids = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .flatMap(file => [
        ...readFileSync(new URL(file, root), 'utf8').matchAll(
          /['`]((?:method|note|innocent|confirm|refute)\.[a-z0-9.-]+)['`]/g,
        ),
      ])
      .map(match => match[1])
    expect(ids.length).toBeGreaterThan(50)
    expect(ids.filter(id => !(id in ru) || !(id in en))).toEqual([])
  })

  it('write numbers as the language does', () => {
    const sentence = say('ru', 'method.high-mean.marked', {
      mean: 31.24,
      n: 43,
      lower: 29.9,
      upper: 32.5,
      reference: 26.1,
    })
    expect(sentence).toBe(
      'Средний балл 31,24 (n = 43; от 29,9 до 32,5) выше, чем объясняет случайность выборки: верхняя граница региона 26,1.',
    )
    expect(say('ru', 'note.small-sample', { n: 1 })).toBe('Малая выборка: 1 работа.')
    expect(say('ru', 'note.small-sample', { n: 3 })).toBe('Малая выборка: 3 работы.')
    expect(say('ru', 'note.small-sample', { n: 7 })).toBe('Малая выборка: 7 работ.')
  })

  it('put a true minus before a number, and leave other hyphens alone', () => {
    const params = { n: 4, value: -0.3, tieCorrected: -0.4118 }
    const sentence = say('ru', 'method.journal-mismatch.marked', params)
    expect(sentence).toContain('корреляция −0,30 (n = 4), с поправкой на одинаковые значения −0,412.')
    expect(
      say('ru', 'method.task-inversion.no-sign', {
        n: 9,
        value: -0.01,
        lower: -0.1,
        upper: 0,
        p: 0.7,
        tiny: 'no',
      }),
    ).toMatch(/на −1,0\s%.*от −10,0\s%/)
    expect(say('en', 'method.journal-mismatch.marked', params)).toContain('−0.30')
    expect(say('ru', 'report.run.file', { file: '-5 итог.xlsx', rows: 1, works: 1 })).toMatch(/^-5 итог/)
  })

  it('word p in a sentence as in a table', () => {
    for (const p of [0.00099, 0.001, 0.0414, 1]) {
      const { tiny } = { tiny: p < 0.001 ? 'yes' : 'no' }
      const params = { n: 20, value: 0.95, lower: 0.75, upper: 1, reference: 0.5, p, tiny }
      const table = formatProbability('ru', p).replaceAll('\u00A0', ' ')
      const sentence = say('ru', 'method.boundary-bunching.finding', params)
      expect(sentence.endsWith(`p ${p < 0.001 ? table : `= ${table}`}.`)).toBe(true)
    }
    expect(formatProbability('ru', 0)).toBe('<\u00A00,001')
    expect(formatProbability('en', 0.5)).toBe('0.500')
  })

  it('say of a very small probability that it is very small', () => {
    const params = { n: 20, value: 0.95, lower: 0.75, upper: 1, reference: 0.5 }
    const small = say('ru', 'method.boundary-bunching.finding', { ...params, p: 2e-5, tiny: 'yes' })
    expect(small).toContain('p < 0,001')
    const usual = say('ru', 'method.boundary-bunching.finding', { ...params, p: 0.0414, tiny: 'no' })
    expect(usual).toContain('p = 0,041')
    expect(usual).toMatch(/95,0\s%/)
  })
})
