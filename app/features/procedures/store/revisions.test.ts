import { beforeAll, expect, it } from 'vitest'
import type { Database, Tx } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import type { ProblemError } from '../../../platform/problem.ts'
import { bundledSpecifications } from '../load-specifications.ts'
import { toEntry } from '../specification-schema.ts'
import { findSpecification, keyOf } from '../specifications.ts'
import { type ProceduresAt, plantProcedures, REGION, scopeAt } from '../testing/plant-procedures.ts'
import type { Specification } from '../types.ts'
import { checkFile } from './check-file.ts'
import { getPaper } from './get-paper.ts'
import { saveRevision } from './save-revision.ts'
import { specificationsOf } from './specifications-of.ts'

const GEOGRAPHY = { procedure: 'ВПР', version: null, year: 2021, grade: 8, subject: 'География' }
const official = bundledSpecifications().get(keyOf(GEOGRAPHY)) as Specification
const sound = { '2': [0, 12], '3': [13, 26], '4': [27, 34], '5': [35, 40] } as const
const corrected: Specification = { ...official, bands: sound, source: 'Письмо организатора, с. 3' }

forEachDatabase('revisions of a paper', open => {
  let database: Database
  let at: ProceduresAt
  const region = <T>(work: (tx: Tx) => Promise<T>) => database.as(REGION, work)
  const save = (specification: Specification, base: number, reason?: string) =>
    region(tx => saveRevision(tx, { specification, base, reason }))
  const problemsOf = async (work: Promise<unknown>) =>
    (
      (await work.then(
        () => null,
        (reason: unknown) => reason,
      )) as ProblemError | null
    )?.problems ?? []

  beforeAll(async () => {
    database = await open()
    at = await plantProcedures(database)
  })

  it('the official fault is told, and nothing is derived by it', async () => {
    const paper = await region(tx => getPaper(tx, GEOGRAPHY))
    expect(paper).toMatchObject({ state: 'faulty-scale', origin: 'bundled', revision: 0 })
    expect(paper.faults).toMatchObject([
      { code: 'official-scale-overlap', params: { from: 35, below: '4', mark: '5' } },
    ])
    expect(paper.steps.map(({ revision }) => revision)).toEqual([0])
  })

  it('a scale with an overlap or a gap is refused with its place, the official one too; all faults at once', async () => {
    expect(await problemsOf(save({ ...official, source: 'Письмо' }, 0))).toMatchObject([
      { code: 'scale-overlap', params: { from: 35, to: 35, below: '4', mark: '5' } },
    ])
    const gap = { ...sound, '4': [27, 32] } as const
    expect(await problemsOf(save({ ...corrected, bands: gap, maxPrimary: 41, source: '' }, 0))).toMatchObject(
      [
        { code: 'paper-sum', params: { sum: 40, max: 41 } },
        { code: 'scale-gap', params: { from: 33, to: 34 } },
        { code: 'scale-end', params: { to: 40, max: 41 } },
        { code: 'specification-source-missing' },
      ],
    )
    const [first, second, ...tasks] = official.tasks ?? []
    const twice = [first, { ...second, index: 1 }, ...tasks]
    expect(await problemsOf(save({ ...corrected, tasks: twice }, 0))).toMatchObject([
      { code: 'paper-index-twice', params: { index: 1 } },
    ])
    expect((await region(specificationsOf)).own.size).toBe(0)
  })

  it('a corrected scale with its source becomes revision 1, used by everybody from then on', async () => {
    expect(await save(corrected, 0, 'уточнено')).toEqual({ revision: 1, changed: true })
    const school = await database.as(scopeAt(at.school.path), specificationsOf)
    expect(findSpecification(school, GEOGRAPHY)).toMatchObject({
      problems: [],
      warnings: [],
      specification: { bands: sound },
    })
    const paper = await region(tx => getPaper(tx, { ...GEOGRAPHY, subject: 'география' }))
    expect(paper).toMatchObject({ state: 'whole', origin: 'own', revision: 1, faults: [] })
    expect(paper.steps[0]).toMatchObject({ revision: 1, createdBy: 'p-analyst', reason: 'уточнено' })
    expect(paper.steps[0].changes).toEqual([
      { what: 'mark', of: '4', before: '27–35', after: '27–34' },
      { what: 'source', of: '', before: official.source, after: corrected.source },
    ])
  })

  it('the same content again is no revision; another one goes on from the latest', async () => {
    expect(await save(corrected, 1)).toEqual({ revision: 1, changed: false })
    expect(await problemsOf(save({ ...corrected, source: 'Другой' }, 0))).toMatchObject([
      { code: 'changed-by-another' },
    ])
    expect(await save({ ...corrected, tasks: null }, 1)).toEqual({ revision: 2, changed: true })
    const { steps } = await region(tx => getPaper(tx, GEOGRAPHY))
    expect(steps.map(({ revision }) => revision)).toEqual([2, 1, 0])
    expect(steps[0].changes).toHaveLength(22)
  })

  it('of two in the same moment one is kept, the other told', async () => {
    const wishes = ['А', 'Б'].map(source => save({ ...corrected, source }, 2))
    const results = await Promise.allSettled(wishes)
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await region(tx => getPaper(tx, GEOGRAPHY))).revision).toBe(3)
  })

  it('is never rewritten, whatever the code tries', async () => {
    const rewrite = region(tx => tx.updateTable('specification').set({ reason: 'x' }).execute())
    await expect(rewrite).rejects.toThrow(/permission denied/)
    const below = database.as(scopeAt(at.west.path), tx =>
      saveRevision(tx, { specification: { ...corrected, year: 2022 }, base: 0 }),
    )
    // It would belong to the west alone: the API lets nobody below the region ask for it.
    await below
    expect((await database.as(scopeAt(at.east.path), specificationsOf)).own.size).toBe(1)
  })

  it('a file is compared with what is known, and its faults are told at once', async () => {
    const entry = (specification: Specification) => toEntry(specification)
    const known = bundledSpecifications().get(keyOf({ ...GEOGRAPHY, grade: 6 })) as Specification
    const file = [
      entry({ ...corrected, source: '', maxPrimary: 40, tasks: official.tasks }),
      entry({ ...known, source: '' }),
      entry({ ...corrected, year: 2026, source: 'Описание 2026 года' }),
    ]
    const checked = await region(tx => checkFile(tx, JSON.stringify(file), 'шкалы.json'))
    expect(checked.map(({ state, base, changes }) => [state, base, changes.length])).toEqual([
      ['same', 3, 0],
      ['same', 0, 0],
      ['new', 0, 0],
    ])
    const broken = JSON.stringify([
      { ...file[2], bands: official.bands },
      { ...file[1], grade: 12 },
    ])
    expect(await problemsOf(region(tx => checkFile(tx, broken, 'шкалы.json')))).toMatchObject([
      { code: 'specification-field', params: { entry: 2 } },
      { code: 'scale-overlap', place: { file: 'шкалы.json', entry: 1 } },
    ])
  })
})
