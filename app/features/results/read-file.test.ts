import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { loadSpecifications } from '../procedures/index.ts'
import { importBatch, openStore, readProtocol, readWorks, worksSource } from './index.ts'
import { header2021, row2021 } from './testing/fake-workbook.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'objektiv-protocol-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('from a spreadsheet file to works, through the store', async () => {
  const path = join(folder, '2021 Математика, 4 класс.xlsx')
  const columns = header2021(15).map(header => ({ header: String(header) }))
  await writeWorkbook(path, [
    { name: 'Sheet', columns, rows: [row2021(), row2021({ code: 2, total: 7, journal: 'ж' })], selected: 2 },
  ])
  const batch = await readProtocol(path, { specifications: await loadSpecifications() })
  expect(batch.source).toMatchObject({
    file: '2021 Математика, 4 класс.xlsx',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(batch.source.bytes).toBeGreaterThan(500)
  const store = await openStore(folder)
  const { manifest } = await importBatch(store, batch, { by: 'тест', now: new Date(0) })
  const totals: number[] = []
  await readWorks([worksSource(store, manifest)], {
    schoolIndex: new Int32Array(1_000_000),
    onChunk: ({ count, total }) => totals.push(...total.subarray(0, count)),
  })
  expect(totals).toEqual([7, 20])
  expect(manifest.counts).toMatchObject({ rows: 2, works: 2 })
})

test('a file that is no spreadsheet is refused by the reader of spreadsheets', async () => {
  const path = join(folder, '2021 Математика, 4 класс.xlsx')
  writeFileSync(path, 'не таблица')
  await expect(readProtocol(path, { specifications: await loadSpecifications() })).rejects.toMatchObject({
    problems: [{ code: expect.any(String) }],
  })
})
