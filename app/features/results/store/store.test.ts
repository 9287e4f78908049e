import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Works } from '@objektiv/forensics'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Cell } from '../../../documents/spreadsheet/types.ts'
import { header2021, readRows, row2021 } from '../testing/fake-workbook.ts'
import type { ProtocolBatch } from '../types.ts'
import { findConflicts } from './find-conflicts.ts'
import { importBatch } from './import-batch.ts'
import { listBatches } from './list-batches.ts'
import { openStore, type Store } from './open-store.ts'
import { readExcluded, readSchools } from './read-schools.ts'
import { readWorks, type WorksSource, worksSource } from './read-works.ts'
import { sweepOrphans } from './sweep-orphans.ts'
import { undoBatch } from './undo-batch.ts'

const NOW = new Date('2026-11-22T04:00:00Z')
const LATER = new Date('2026-11-22T05:00:00Z')
const BY = { by: 'аналитик', now: NOW }

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'objektiv-store-'))
  store = await openStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function batchOf(
  rows: Cell[][],
  sha = 'a',
  file = '2021 Математика, 4 класс.xlsx',
): Promise<ProtocolBatch> {
  const batch = await readRows(file, { Sheet: [header2021(15), ...rows] })
  return { ...batch, source: { file, sha256: sha.repeat(64), bytes: 1 } }
}

/** All works of the sources as plain rows: school index, total, journal, scores. */
async function worksOf(sources: WorksSource[], schoolIndex = new Int32Array(1_000_000)) {
  const rows: number[][] = []
  const counts = await readWorks(sources, {
    schoolIndex,
    onChunk({ count, school, total, journal, scores }: Works) {
      for (let i = 0; i < count; i++)
        rows.push([school[i], total[i], journal[i], ...scores.map(column => column[i])])
    },
  })
  return { rows, ...counts }
}

describe('importing a batch', () => {
  test('what was read comes back, sorted by school, class and code; excluded rows stay out', async () => {
    const batch = await batchOf([
      row2021({ login: 'sch990002', code: 1, total: 20 }),
      row2021({ login: 'sch990001', code: 2, class: 'Б', total: 3, journal: '3', scores: { 0: 'X' } }),
      row2021({ login: 'SCH990001', code: 3, class: 'А', total: 18, scores: { 14: 'не пройд.' } }),
      row2021({ login: 'sch990001', code: 4, total: 21 }),
    ])
    const { manifest, duplicate } = await importBatch(store, batch, BY)
    expect(duplicate).toBe(false)
    const index = new Int32Array(1_000_000).fill(-1)
    index[990_001] = 0
    index[990_002] = 1
    const { rows, works, skipped } = await worksOf([worksSource(store, manifest)], index)
    const full = [1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2]
    expect(rows).toEqual([
      [0, 18, 4, ...full.with(14, 255)],
      [0, 3, 3, ...full.with(0, 254)],
      [1, 20, 4, ...full],
    ])
    expect({ works, skipped }).toEqual({ works: 3, skipped: 0 })
    expect(await readSchools([worksSource(store, manifest)])).toEqual([
      { school: '990001', login: 'sch990001', logins: ['sch990001', 'SCH990001'], works: 2 },
      { school: '990002', login: 'sch990002', logins: ['sch990002'], works: 1 },
    ])
    expect(await readExcluded([worksSource(store, manifest)])).toEqual([
      { source: 0, sheet: 0, row: 5, school: '990001', reason: 'total-above-maximum' },
    ])
  })

  test('a school goes by its most frequent prefix, dirt of spelling aside; of equals by the first', async () => {
    const logins = [
      ...['SCH 990001', 'edu990001', 'EDU990001', 'edu990001'],
      ...['sch990002', 'edu990002'],
      ...['KSH 990003', 'не логин'],
    ]
    const batch = await batchOf(logins.map((login, code) => row2021({ login, code })))
    const { manifest } = await importBatch(store, batch, BY)
    const sources = [worksSource(store, manifest)]
    expect((await readSchools(sources)).map(({ login, works }) => [login, works])).toEqual([
      ['edu990001', 4],
      ['edu990002', 2],
      ['ksh990003', 1],
    ])
    expect(await readExcluded(sources)).toEqual([
      { source: 0, sheet: 0, row: 9, school: '', reason: 'no-school' },
    ])
  })

  test('a manifest of before rows without a school were counted has none of them', async () => {
    const { manifest } = await importBatch(store, await batchOf([row2021()]), BY)
    const { noSchool: _, ...counts } = manifest.counts
    const path = join(store.folder, manifest.id, 'manifest.json')
    writeFileSync(path, JSON.stringify({ ...manifest, counts }))
    expect(await listBatches(store)).toEqual([manifest])
  })

  test('schools without an index are passed over and counted', async () => {
    const { manifest } = await importBatch(
      store,
      await batchOf([row2021(), row2021({ login: 'sch990002' })]),
      BY,
    )
    const index = new Int32Array(1_000_000).fill(-1)
    index[990_002] = 7
    const { rows, works, skipped } = await worksOf([worksSource(store, manifest)], index)
    expect([rows[0][0], works, skipped]).toEqual([7, 1, 1])
  })

  test('the manifest says who, when, what and how much', async () => {
    const { manifest } = await importBatch(
      store,
      await batchOf([row2021(), row2021({ code: 2, total: null })]),
      BY,
    )
    expect(await listBatches(store)).toEqual([manifest])
    expect(manifest).toMatchObject({
      format: 1,
      createdAt: '2026-11-22T04:00:00.000Z',
      createdBy: 'аналитик',
      layout: 'vpr2021',
      source: { file: '2021 Математика, 4 класс.xlsx', sha256: 'a'.repeat(64) },
      counts: { rows: 2, works: 1, noTotal: 1, schools: 1 },
      undone: null,
    })
  })

  test('more rows than one vector holds keep their values', async () => {
    const batch = await batchOf(Array.from({ length: 5000 }, (_, i) => row2021({ code: i, total: i % 21 })))
    const { manifest } = await importBatch(store, batch, BY)
    // fourteen times over: more than is given to the statistics at a time
    const { rows } = await worksOf(Array(14).fill(worksSource(store, manifest)))
    const expected =
      14 * Array.from({ length: 5000 }, (_, i) => i % 21).reduce((sum, total) => sum + total, 0)
    expect([rows.length, rows.reduce((sum, [, total]) => sum + total, 0)]).toEqual([70_000, expected])
  })
})

describe('the same file again', () => {
  test('is recognised by its hash, whatever its name', async () => {
    const first = await importBatch(store, await batchOf([row2021()]), BY)
    const again = await importBatch(
      store,
      await batchOf([row2021()], 'a', 'копия 2021 Математика, 4 класс.xlsx'),
      { ...BY, now: LATER },
    )
    expect(again).toEqual({ manifest: first.manifest, duplicate: true })
    expect(await listBatches(store)).toHaveLength(1)
  })

  test('read otherwise is refused until the first reading is undone', async () => {
    const { manifest } = await importBatch(store, await batchOf([row2021()]), BY)
    const other = { ...(await batchOf([row2021()])), maxScore: 25 }
    await expect(importBatch(store, other, BY)).rejects.toMatchObject({
      problems: [{ code: 'imported-otherwise', params: { id: manifest.id } }],
    })
    await undoBatch(store, manifest.id, BY)
    expect((await importBatch(store, other, BY)).duplicate).toBe(false)
  })

  test('may be imported again after an undo; both stand in the list', async () => {
    const { manifest } = await importBatch(store, await batchOf([row2021()]), BY)
    const undone = await undoBatch(store, manifest.id, { by: 'администратор', now: LATER })
    expect(undone.undone).toEqual({ at: '2026-11-22T05:00:00.000Z', by: 'администратор' })
    expect(await undoBatch(store, manifest.id, BY)).toEqual(undone)
    const again = await importBatch(store, await batchOf([row2021()]), BY)
    expect(again.duplicate).toBe(false)
    expect((await listBatches(store)).map(({ undone: mark }) => mark !== null).sort()).toEqual([false, true])
    expect(existsSync(worksSource(store, manifest).path)).toBe(true)
  })

  test.each(['нет такой', '../batches', ''])('undoing «%s» is refused', async id => {
    await expect(undoBatch(store, id, BY)).rejects.toMatchObject({ problems: [{ code: 'batch-unknown' }] })
  })
})

describe('an import that is cut off', () => {
  test('between the works and the manifest leaves no batch, and its folder is swept when it is old', async () => {
    await importBatch(store, await batchOf([row2021()]), BY)
    const orphan = join(store.folder, '20261122T040000-bbbbbbbbbbbb')
    await mkdir(orphan)
    writeFileSync(join(orphan, 'works.parquet'), 'PAR1')
    writeFileSync(join(orphan, 'manifest.json.tmp'), '{"format": 1')
    expect(await listBatches(store)).toHaveLength(1)
    utimesSync(orphan, NOW, NOW)
    expect(await sweepOrphans(store, { now: new Date(NOW.getTime() + 60_000) })).toEqual([])
    expect(await sweepOrphans(store, { now: LATER })).toEqual(['20261122T040000-bbbbbbbbbbbb'])
    expect(readdirSync(store.folder)).toHaveLength(1)
    expect(await listBatches(store)).toHaveLength(1)
  })

  test('is swept when the store is opened', async () => {
    const orphan = join(store.folder, '20261122T040000-bbbbbbbbbbbb')
    await mkdir(orphan)
    utimesSync(orphan, NOW, NOW)
    await openStore(folder, { now: LATER })
    expect(existsSync(orphan)).toBe(false)
  })

  test('by an error leaves nothing behind', async () => {
    const batch = await batchOf([row2021()])
    const broken = { ...batch, columns: { ...batch.columns, code: [] } }
    await expect(importBatch(store, broken, BY)).rejects.toThrow()
    expect(readdirSync(store.folder)).toEqual([])
    expect((await importBatch(store, batch, BY)).duplicate).toBe(false)
  })

  test('a damaged manifest is told, not passed over', async () => {
    const { manifest } = await importBatch(store, await batchOf([row2021()]), BY)
    writeFileSync(join(store.folder, manifest.id, 'manifest.json'), '{"format": 1')
    await expect(listBatches(store)).rejects.toMatchObject({ problems: [{ code: 'manifest-broken' }] })
  })
})

describe('conflicts between files', () => {
  test('a set in two layouts and a set with other tasks are problems naming both files', async () => {
    const first = await batchOf([row2021()], 'a', '2021 Математика, 4 класс.xlsx')
    const second = {
      ...(await batchOf([row2021({ login: 'sch990002' })], 'b', 'вторая 2021 Математика, 4 класс.xlsx')),
      layout: 'vpr2022' as const,
    }
    const third = {
      ...(await batchOf([row2021({ login: 'sch990003' })], 'c', 'третья 2021 Математика, 4 класс.xlsx')),
      maxScore: 25,
    }
    for (const batch of [first, second, third]) await importBatch(store, batch, BY)
    const { problems, warnings } = await findConflicts(store, await listBatches(store))
    expect(problems.map(({ code, params }) => [code, params?.first, params?.second])).toEqual([
      ['set-in-two-layouts', first.source.file, second.source.file],
      ['set-tasks-differ', first.source.file, third.source.file],
    ])
    expect(warnings).toEqual([])
  })

  test('a school in two files of a set is a warning; undone batches do not count', async () => {
    const first = await batchOf([row2021()], 'a', '2021 Математика, 4 класс.xlsx')
    const second = await batchOf([row2021({ login: 'edu990001' })], 'b', 'ещё 2021 Математика, 4 класс.xlsx')
    await importBatch(store, first, BY)
    const { manifest } = await importBatch(store, second, BY)
    expect((await findConflicts(store, await listBatches(store))).warnings).toMatchObject([
      {
        code: 'school-in-two-files',
        params: {
          count: 1,
          schools: 'edu990001',
          more: 0,
          first: first.source.file,
          second: second.source.file,
        },
      },
    ])
    await undoBatch(store, manifest.id, BY)
    expect(await findConflicts(store, await listBatches(store))).toEqual({ problems: [], warnings: [] })
  })

  test('a file given twice under two names is one warning, however many schools it has', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => row2021({ login: `sch99000${i + 1}` }))
    const first = await batchOf(rows, 'a', '2021 Математика, 4 класс.xlsx')
    const second = await batchOf(rows, 'b', 'копия 2021 Математика, 4 класс.xlsx')
    for (const batch of [first, second]) await importBatch(store, batch, BY)
    const { warnings } = await findConflicts(store, await listBatches(store))
    expect(warnings).toMatchObject([{ code: 'school-in-two-files', params: { count: 8, more: 3 } }])
  })

  test('different sets do not disturb each other', async () => {
    await importBatch(store, await batchOf([row2021()], 'a'), BY)
    const other = await batchOf([row2021()], 'b')
    await importBatch(store, { ...other, assessment: { ...other.assessment, year: 2022 } }, BY)
    expect(await findConflicts(store, await listBatches(store))).toEqual({ problems: [], warnings: [] })
  })
})
