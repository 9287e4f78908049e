import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Measure, readPlanFile } from './index.ts'

const folder = join(import.meta.dirname, '../../../../shared/seeds')
const present = existsSync(folder)
if (!present) console.warn(`The five source documents are not at ${folder}: their tests are skipped`)

const source = (number: string) => join(folder, readdirSync(folder).find(name => name.startsWith(number))!)
const hash = (words: readonly (string | null | undefined)[]) =>
  createHash('sha256').update(words.map(String).join('\n')).digest('hex').slice(0, 16)
const kinds = (measures: readonly Measure[]) => {
  const counts: Record<string, number> = {}
  for (const { term } of measures) counts[term?.kind ?? 'none'] = (counts[term?.kind ?? 'none'] ?? 0) + 1
  return counts
}

/** Counts and hashes only: no sentence and no name of the sources stands in this project. */
describe.skipIf(!present)('the five source documents (skipped where ../shared/seeds is absent)', () => {
  const read = async (number: string) => {
    const plan = await readPlanFile(source(number))
    const { title, measures } = plan
    return {
      plan,
      measures,
      title: hash([title]),
      texts: hash(measures.map(({ text }) => text)),
      terms: hash(
        measures.map(({ term }) => term && `${term.original} ${term.kind} ${term.start} ${term.end}`),
      ),
      responsible: hash(
        measures.flatMap(({ responsible }) =>
          responsible.map(({ original, body, person, post }) => [original, body, person, post].join('|')),
        ),
      ),
      rest: hash(
        measures.map(({ number, section, year, level, place, participants, expectedResult }) =>
          [number, section, year, level, place, participants, expectedResult].join('|'),
        ),
      ),
    }
  }
  const numbers = (measures: readonly Measure[]) => measures.map(({ number }) => number)
  const doubts = (measures: readonly Measure[]) =>
    measures.flatMap(({ doubtful }) => doubtful.map(({ field, reason }) => `${field} ${reason}`))

  test('recommendations by addressee', async () => {
    const { plan, measures, ...hashes } = await read('000')
    expect(measures).toHaveLength(16)
    expect(kinds(measures)).toEqual({ deadline: 16 })
    expect(measures.filter(({ responsible }) => responsible[0].body === 'ОМСУ')).toHaveLength(9)
    expect(plan.period).toMatchObject({ start: '2021-01-01', end: '2021-12-31' })
    expect(doubts(measures)).toEqual([])
    expect(hashes).toMatchInlineSnapshot(`
      {
        "responsible": "c8da03abf061fbce",
        "rest": "2089aed01ac927d4",
        "terms": "b2aefdb630c65589",
        "texts": "ec7019ac4177e25a",
        "title": "76f03d8515c20d65",
      }
    `)
  })

  test('a roadmap in sections, with a legend and an approval', async () => {
    const { plan, measures, ...hashes } = await read('001')
    expect(measures).toHaveLength(22)
    expect(new Set(measures.map(({ section }) => section)).size).toBe(3)
    expect(numbers(measures)).toEqual([...count(13), ...count(4), ...count(5)])
    expect(kinds(measures)).toEqual({ months: 9, 'by-event': 1, open: 5, 'by-procedure': 7 })
    expect(plan.period).toMatchObject({ start: '2021-09-01', end: '2022-08-31', source: 'document' })
    expect(plan.approval?.date).toBe('2021-09-20')
    expect(plan.abbreviations).toHaveLength(5)
    expect(doubts(measures)).toEqual([])
    expect(measures.every(({ responsible }) => responsible.every(({ body }) => body !== null))).toBe(true)
    expect(hashes).toMatchInlineSnapshot(`
      {
        "responsible": "ecf89d48fe3ec5b5",
        "rest": "3dcc3e77c455522b",
        "terms": "3626cf9b41d363fe",
        "texts": "b14d68b26dd493d7",
        "title": "c519d5d52850de41",
      }
    `)
  })

  test('columns that a PDF has mixed: every row is there, all are doubtful', async () => {
    const { plan: _, measures, ...hashes } = await read('002')
    expect(measures).toHaveLength(13)
    expect(kinds(measures)).toEqual({ none: 13 })
    expect(measures.every(({ participants, expectedResult }) => participants && expectedResult)).toBe(true)
    expect(new Set(doubts(measures))).toEqual(new Set(['participants cells-guessed', 'text cells-guessed']))
    expect(hashes).toMatchInlineSnapshot(`
      {
        "responsible": "e3b0c44298fc1c14",
        "rest": "27a7aa954e5effa4",
        "terms": "0ff036a240a0cb47",
        "texts": "5275e8c21092c96c",
        "title": "1b8cc2a4dc6b260e",
      }
    `)
  })

  test('a municipal plan whose rows go on over pages', async () => {
    const { plan, measures, ...hashes } = await read('003')
    expect(numbers(measures)).toEqual(count(18))
    expect(kinds(measures)).toEqual({ open: 6, range: 6, deadline: 4, date: 2 })
    expect(plan.period?.source).toBe('terms')
    expect(doubts(measures)).toEqual(['text joined', 'text joined', 'text joined', 'term period-assumed'])
    expect(measures.flatMap(({ responsible }) => responsible).filter(({ person }) => person)).toHaveLength(14)
    expect(hashes).toMatchInlineSnapshot(`
      {
        "responsible": "50ca11df6726f6ff",
        "rest": "17ce4cf9681da5a8",
        "terms": "92d3add063a55018",
        "texts": "1ba84274c313c8f7",
        "title": "896613fb8e46c020",
      }
    `)
  })

  test('two levels by year, one year printed twice', async () => {
    const { plan: _, measures, ...hashes } = await read('004')
    expect(measures).toHaveLength(143)
    const of = (year: number, level: string, repeated: boolean) =>
      measures.filter(
        measure =>
          measure.year === year &&
          measure.level === level &&
          measure.doubtful.some(({ reason }) => reason === 'year-repeated') === repeated,
      ).length
    expect([of(2020, 'municipality', false), of(2020, 'school', false)]).toEqual([25, 24])
    expect([of(2021, 'municipality', false), of(2021, 'school', false)]).toEqual([24, 23])
    expect([of(2021, 'municipality', true), of(2021, 'school', true)]).toEqual([24, 23])
    expect(numbers(measures)).toContain('2.10')
    expect(hashes).toMatchInlineSnapshot(`
      {
        "responsible": "e3b0c44298fc1c14",
        "rest": "ffc18cf26e43bd53",
        "terms": "93c9299323237741",
        "texts": "87f6543caed90afb",
        "title": "921d6538fdc45c29",
      }
    `)
  })
})

function count(to: number): string[] {
  return Array.from({ length: to }, (_, at) => String(at + 1))
}
