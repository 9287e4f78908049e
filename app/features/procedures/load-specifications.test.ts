import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ProblemError } from '../../platform/problem.ts'
import { loadSpecifications } from './load-specifications.ts'
import { findSpecification } from './specifications.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-specifications-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ENTRY = {
  year: 2026,
  grade: 4,
  subject: 'Русский язык',
  max_primary: 4,
  bands: { '2': [0, 0], '3': [1, 1], '4': [2, 2], '5': [3, 4] },
  tasks: [
    { index: 2, task: '2', level: 'П', max: 3 },
    { index: 1, task: '1', level: 'Б', max: 1 },
  ],
}
const GEOGRAPHY = { year: 2021, grade: 8, subject: 'География', max_primary: 40, tasks: null }
const OFFICIAL = { '2': [0, 12], '3': [13, 26], '4': [27, 35], '5': [35, 40] }
const geography = { procedure: 'ВПР', version: null, year: 2021, grade: 8, subject: 'География' }

function write(content: unknown): string {
  const path = join(folder, 'scales.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function problemsOf(content: unknown) {
  const error = await loadSpecifications(write(content)).catch(thrown => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  return (error as ProblemError).problems
}

describe('bundled specifications', () => {
  test('34 sets of 2021 and two of 2020, tasks adding up to the maximum', async () => {
    const { bundled } = await loadSpecifications()
    const all = [...bundled.values()]
    expect(all.filter(({ year }) => year === 2021)).toHaveLength(34)
    expect(all.filter(({ year }) => year === 2020)).toHaveLength(2)
    for (const { tasks, maxPrimary } of all)
      if (tasks) expect(tasks.reduce((sum, { max }) => sum + max, 0)).toBe(maxPrimary)
  })

  test('only География 8 has a faulty scale, and it is a warning with the score named', async () => {
    const specifications = await loadSpecifications()
    const warned = [...specifications.bundled.values()].flatMap(
      one => findSpecification(specifications, one)?.warnings ?? [],
    )
    expect(warned).toMatchObject([
      {
        code: 'official-scale-overlap',
        params: { set: 'ВПР 2021 · География · 8', from: 35, below: '4', mark: '5' },
      },
    ])
    const found = findSpecification(specifications, geography)
    expect(found?.specification.bands).toBeNull()
    expect(found?.specification.tasks).toHaveLength(22)
    expect(found?.problems).toEqual([])
  })
})

describe("a user's file", () => {
  test('adds sets; fields not given have their defaults; tasks go by index', async () => {
    const specifications = await loadSpecifications(write([ENTRY]))
    const found = findSpecification(specifications, {
      procedure: 'ВПР',
      version: null,
      year: 2026,
      grade: 4,
      subject: 'русский  язык',
    })
    expect(found?.specification).toMatchObject({ procedure: 'ВПР', version: null, maxPrimary: 4, source: '' })
    expect(found?.specification.tasks?.map(({ task }) => task)).toEqual(['1', '2'])
    expect(specifications.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('overrides the bundled entry of the same set', async () => {
    const specifications = await loadSpecifications(
      write([{ ...GEOGRAPHY, bands: { ...OFFICIAL, '4': [27, 34] } }]),
    )
    const found = findSpecification(specifications, geography)
    expect(found).toMatchObject({ problems: [], warnings: [], specification: { bands: { '4': [27, 34] } } })
  })

  test('a faulty scale of its own is a problem, the official fault repeated is not', async () => {
    const own = await loadSpecifications(
      write([ENTRY, { ...GEOGRAPHY, bands: { ...OFFICIAL, '4': [27, 37] } }]),
    )
    expect(findSpecification(own, geography)?.problems).toMatchObject([
      { code: 'scale-overlap', params: { from: 35, to: 37 }, place: { file: own.file, entry: 2 } },
    ])
    const same = await loadSpecifications(write([{ ...GEOGRAPHY, bands: OFFICIAL }]))
    expect(findSpecification(same, geography)).toMatchObject({
      problems: [],
      warnings: [{ code: 'official-scale-overlap' }],
    })
  })

  test('an unknown set is not found', async () => {
    expect(findSpecification(await loadSpecifications(), { ...geography, year: 2019 })).toBeNull()
  })

  test('the example of the documentation is a whole entry, equal to the bundled one', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/specifications.md'), 'utf8')
    const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? ''
    const { own, bundled } = await loadSpecifications(write(example))
    expect(own.size).toBe(1)
    for (const [key, entry] of own) expect(entry).toEqual(bundled.get(key))
  })

  test('every fault is told at once, with entry and field', async () => {
    const problems = await problemsOf([
      { ...ENTRY, grade: 12, year: 'две тысячи' },
      { ...ENTRY, max_primary: 5 },
      {
        ...ENTRY,
        tasks: [
          { index: 1, task: '1', level: 'Б', max: 2 },
          { index: 1, task: '2', level: 'Б', max: 2 },
        ],
      },
      { ...ENTRY, scale: [] },
    ])
    expect(problems.map(({ code, params, place }) => [code, params?.entry, place?.column])).toEqual([
      ['specification-field', 1, 'year'],
      ['specification-field', 1, 'grade'],
      ['specification-sum', 2, 'max_primary'],
      ['specification-index-twice', 3, undefined],
      ['specification-unknown-field', 4, undefined],
    ])
    expect(problems[2].params).toMatchObject({ sum: 4 })
  })

  test.each([
    ['{"year": 2021', 'specification-not-json'],
    ['{"year": 2021}', 'specification-not-a-list'],
    ['[]', 'specification-empty'],
    [JSON.stringify([ENTRY, ENTRY]), 'specification-twice'],
  ])('%s is refused', async (content, code) => {
    expect((await problemsOf(content)).map(problem => problem.code)).toEqual([code])
  })

  test('a file that is not there is refused', async () => {
    await expect(loadSpecifications(join(folder, 'нет.json'))).rejects.toMatchObject({
      problems: [{ code: 'specification-file-unreadable', place: { file: 'нет.json' } }],
    })
  })
})
