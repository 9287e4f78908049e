import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { safeSheetNames } from './sheet-names.ts'
import { problemsOf, readAll, temporaryFolder } from './testing/files.ts'
import type { Cell, SheetToWrite } from './types.ts'
import { writeWorkbook } from './write-workbook.ts'
import { openZipArchive } from './zip-archive.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())
const file = join(folder.path, 'written.xlsx')

const sheet = (rows: readonly (readonly Cell[])[], more: Partial<SheetToWrite> = {}): SheetToWrite => ({
  name: 'Признаки',
  columns: [
    { header: 'Школа', width: 30 },
    { header: 'Значение', format: '0.00' },
  ],
  rows,
  selected: rows.length,
  ...more,
})

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '_',
      'x',
      '0',
      '4',
      '1',
      'D',
      '\r',
      '\n',
      '\t',
      ' ',
      '<',
      '&',
      '"',
      ']',
      '>',
      '\0',
      '\uD800',
      '\uFFFF',
      'ж',
    ),
  }),
  fc.constantFrom('=1+1', '+7', '-', '@SUM(A1)', '#N/A', '12', 'TRUE'),
)
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map(x => x + 0)
const cell: fc.Arbitrary<Cell> = fc.oneof(text, number, fc.boolean(), fc.constant(null))
const sheets = fc.array(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), {
  minLength: 1,
  maxLength: 3,
})

/** As the reader gives it: row numbers under the header, no empty cells at the end, no rows without a value. */
function asRead(rows: readonly (readonly Cell[])[]): [number, Cell[]][] {
  return rows.flatMap((cells, index): [number, Cell[]][] => {
    const used = cells.findLastIndex(value => value !== null) + 1
    return used === 0 ? [] : [[index + 2, cells.slice(0, used)]]
  })
}

test('what is written is read back, cell for cell', async () => {
  await fc.assert(
    fc.asyncProperty(sheets, async all => {
      const written = await writeWorkbook(
        file,
        all.map(rows => sheet(rows)),
      )
      expect(written.map(({ rows }) => rows)).toEqual(all.map(rows => rows.length))
      const read = await readAll(file)
      expect(read.map(({ name }) => name)).toEqual(written.map(({ name }) => name))
      for (const [index, { cells, cachedFormulas }] of read.entries()) {
        expect(cells).toEqual([[1, ['Школа', 'Значение']], ...asRead(all[index])])
        expect(cachedFormulas).toBe(0)
      }
    }),
    { numRuns: 60 },
  )
})

describe('the file', () => {
  const part = async (name: string) => {
    const archive = await openZipArchive(file, 2 ** 30)
    const chunks: Buffer[] = []
    for await (const chunk of archive.read(name)) chunks.push(chunk)
    archive.close()
    return Buffer.concat(chunks).toString()
  }

  test('has a bold frozen header, widths, number formats, and no formula whatever a text begins with', async () => {
    await writeWorkbook(file, [
      sheet([
        ['=HYPERLINK("x")', 0.5],
        ['-1', 1],
      ]),
    ])
    const xml = await part('xl/worksheets/sheet1.xml')
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml).toContain('<col min="1" max="1" width="30" customWidth="1"/>')
    expect(xml).toContain('<c r="A1" t="inlineStr" s="1">')
    expect(xml).toContain('<c r="B2" s="3"><v>0.5</v></c>')
    expect(xml).toContain('<c r="A2" t="inlineStr" s="2">')
    expect(xml).not.toContain('<f')
    const styles = await part('xl/styles.xml')
    expect(styles).toContain('formatCode="0.00"')
    const formats = /<cellXfs count="6">(.*)<\/cellXfs>/.exec(styles)![1].match(/<xf .*?>/g)!
    expect(formats[1]).toContain('fontId="1"')
    expect(formats[2]).toContain('quotePrefix="1"')
    expect(formats[3]).toContain('numFmtId="164"')
  })

  test('is the same bytes for the same content', async () => {
    const rows = Array.from({ length: 3000 }, (_, i): Cell[] => [`школа № ${i}`, i / 3])
    await writeWorkbook(file, [sheet(rows), sheet(rows)])
    const first = readFileSync(file)
    await writeWorkbook(file, [sheet(rows), sheet(rows)])
    expect(readFileSync(file).equals(first)).toBe(true)
  })
})

describe('what cannot be written whole is not written', () => {
  const refused = async (given: SheetToWrite, path = join(folder.path, 'refused.xlsx')) => {
    const problems = await problemsOf(writeWorkbook(path, [given]))
    expect(readdirSync(folder.path).filter(name => name.includes('refused'))).toEqual([])
    return problems
  }

  test('rows selected differ from rows that came', async () => {
    expect(await refused(sheet([['а'], ['б']], { selected: 3 }))).toMatchObject([
      { code: 'export-rows-differ', params: { selected: 3, written: 2 }, place: { sheet: 'Признаки' } },
    ])
  })

  test('a text longer than a cell may hold', async () => {
    expect(await refused(sheet([['а'], ['б', 'в'.repeat(32_768)]]))).toMatchObject([
      { code: 'export-cell-too-long', place: { sheet: 'Признаки', row: 3, column: 'B' } },
    ])
  })

  test('more rows than a sheet has', async () => {
    function* rows() {
      for (let i = 0; i < 1_048_576; i++) yield []
    }
    expect(await refused(sheet([], { rows: rows(), selected: 1_048_576 }))).toMatchObject([
      { code: 'export-too-many-rows', params: { limit: 1_048_575 } },
    ])
  })

  test('a folder that is not there', async () => {
    expect(await refused(sheet([]), join(folder.path, 'нет', 'refused.xlsx'))).toMatchObject([
      { code: 'file-not-writable', params: { reason: 'ENOENT' } },
    ])
  })

  test('a number that is none, and an error of the rows themselves, leave the old file as it was', async () => {
    await writeWorkbook(file, [sheet([['прежнее']])])
    await expect(writeWorkbook(file, [sheet([[Number.NaN]])])).rejects.toThrow(RangeError)
    function* rows(): Generator<Cell[]> {
      yield ['новое']
      throw new Error('of the caller')
    }
    await expect(writeWorkbook(file, [sheet([], { rows: rows(), selected: 1 })])).rejects.toThrow(
      'of the caller',
    )
    expect((await readAll(file))[0].cells).toEqual([
      [1, ['Школа', 'Значение']],
      [2, ['прежнее']],
    ])
    expect(readdirSync(folder.path).filter(name => name.endsWith('.tmp'))).toEqual([])
  })
})

test('sheet names', () => {
  expect(safeSheetNames(['a/b:[c]?*\\', 'История', "'в кавычках'", '', 'History'])).toEqual([
    'a b c',
    'История',
    'в кавычках',
    'Sheet',
    'History (2)',
  ])
  expect(safeSheetNames(['я'.repeat(40), 'Я'.repeat(40)])).toEqual(['я'.repeat(31), `${'Я'.repeat(27)} (2)`])
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 })), names => {
      const safe = safeSheetNames(names)
      expect(new Set(safe.map(name => name.toLowerCase())).size).toBe(names.length)
      for (const name of safe) {
        expect(name).toMatch(/^(?!')[^\\/?*[\]:]{1,31}$/s)
        expect(name.endsWith("'")).toBe(false)
      }
    }),
  )
})
