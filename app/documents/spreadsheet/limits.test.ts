import { afterAll, expect, test } from 'vitest'
import { openWorkbook } from './open-workbook.ts'
import { buildWorkbook, type TestWorkbook } from './testing/build-workbook.ts'
import { buildZip, type TestEntry } from './testing/build-zip.ts'
import { problemsOf, readAll, temporaryFolder } from './testing/files.ts'
import { packRepeated } from './testing/pack-repeated.ts'
import type { SpreadsheetLimits } from './types.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const SHEET = 'xl/worksheets/sheet1.xml'
const MEGABYTE = 2 ** 20
const START = '<?xml version="1.0"?><worksheet><sheetData>'

const refuse = (workbook: TestWorkbook, limits: Partial<SpreadsheetLimits> = {}) =>
  problemsOf(readAll(folder.save(buildWorkbook(workbook)), limits))
const refuseSheet = (part: TestEntry) => refuse({ sheets: { Лист1: '' }, parts: [part] })

/** Megabytes by which the peak of this process's memory grew during a step. */
async function memoryOf(step: () => Promise<unknown>): Promise<number> {
  const before = process.resourceUsage().maxRSS
  await step()
  return (process.resourceUsage().maxRSS - before) / 1024
}

test('parts that declare more than the limit are refused before anything is unpacked', async () => {
  const part = packRepeated(SHEET, START, '<row/>'.repeat(MEGABYTE / 6), 1100, '</sheetData></worksheet>')
  const file = folder.save(buildWorkbook({ sheets: { Лист1: '' }, parts: [part] }))
  expect(await problemsOf(openWorkbook(file))).toMatchObject([
    { code: 'archive-too-large', params: { megabytes: 1024 } },
  ])
})

test('a part that unpacks to more than it declares is cut off there', async () => {
  const part = { ...packRepeated(SHEET, START, ' '.repeat(MEGABYTE), 400, ''), declaredSize: 5000 }
  const memory = await memoryOf(async () => {
    expect(await refuseSheet(part)).toMatchObject([{ code: 'archive-damaged', place: { sheet: 'Лист1' } }])
  })
  expect(memory).toBeLessThan(100)
})

test.each([
  [
    'a cell',
    '<row r="2"><c r="C2" t="inlineStr"><is><t>',
    { code: 'cell-too-long', place: { row: 2, column: 'C' } },
  ],
  ['an attribute', '<row r="2" spans="', { code: 'cell-too-long' }],
  ['a comment', '<row r="2"/><!-- ', { code: 'cell-too-long', place: { row: 2 } }],
])('%s of 400 megabytes is refused in little memory', async (_, before, problem) => {
  const part = packRepeated(SHEET, START + before, 'А'.repeat(MEGABYTE / 2), 400, '')
  const memory = await memoryOf(async () => {
    expect(await refuseSheet(part)).toMatchObject([problem])
  })
  expect(memory).toBeLessThan(100)
})

test('elements inside one another without end are refused in little memory', async () => {
  const part = packRepeated(SHEET, START, '<a>'.repeat(MEGABYTE / 4), 400, '')
  const memory = await memoryOf(async () => {
    expect(await refuseSheet(part)).toMatchObject([{ code: 'xml-broken', place: { sheet: 'Лист1' } }])
  })
  expect(memory).toBeLessThan(100)
})

test('a text one character over the limit is refused, one at the limit is read', async () => {
  const sheets = (length: number) => ({
    Лист1: `<row r="4"><c r="B4" t="inlineStr"><is><r><t>а</t></r><r><t>${'&#1073;'.repeat(length - 1)}</t></r></is></c></row>`,
  })
  const [sheet] = await readAll(folder.save(buildWorkbook({ sheets: sheets(50) })), { cellCharacters: 50 })
  expect(sheet.cells[0][1][1]).toHaveLength(50)
  expect(await refuse({ sheets: sheets(51) }, { cellCharacters: 50 })).toMatchObject([
    { code: 'cell-too-long', params: { limit: 50 }, place: { sheet: 'Лист1', row: 4, column: 'B' } },
  ])
})

test('shared texts: each one and all together are limited, empty ones cost as well', async () => {
  const sheets = { Лист1: '<row><c t="s"><v>0</v></c></row>' }
  expect(
    await refuse({ sheets, shared: `<si><t>${'а'.repeat(51)}</t></si>` }, { cellCharacters: 50 }),
  ).toMatchObject([{ code: 'cell-too-long' }])
  for (const text of ['<si><t>слова</t></si>', '<si/>']) {
    expect(await refuse({ sheets, shared: text.repeat(1000) }, { sharedCharacters: 10_000 })).toMatchObject([
      { code: 'shared-texts-too-large' },
    ])
  }
})

test('a row and a column over the limit are named with the limit', async () => {
  expect(await refuse({ sheets: { Лист1: '<row r="1048577"/>' } })).toMatchObject([
    { code: 'too-many-rows', params: { limit: 1_048_576 }, place: { sheet: 'Лист1', row: 1_048_577 } },
  ])
  expect(await refuse({ sheets: { Лист1: '<row r="2"><c r="XFE2"><v>1</v></c></row>' } })).toMatchObject([
    { code: 'too-many-columns', params: { limit: 16_384 }, place: { sheet: 'Лист1', row: 2, column: 'XFE' } },
  ])
  expect(
    await refuse({ sheets: { Лист1: '<row><c><v>1</v></c></row>'.repeat(4) } }, { rowsPerSheet: 3 }),
  ).toMatchObject([{ code: 'too-many-rows', params: { limit: 3 }, place: { row: 4 } }])
})

test('an archive of too many parts is refused', async () => {
  const parts = Array.from({ length: 10_001 }, (_, i) => ({ name: `a${i}`, content: '', stored: true }))
  expect(await problemsOf(readAll(folder.save(buildZip(parts))))).toMatchObject([
    { code: 'archive-too-many-parts', params: { limit: 10_000 } },
  ])
})
