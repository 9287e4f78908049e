import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildWorkbook, type TestWorkbook, worksheet } from './testing/build-workbook.ts'
import { buildZip } from './testing/build-zip.ts'
import { openFiles, problemsOf, readAll, temporaryFolder } from './testing/files.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>'
const refuse = async (bytes: string | Uint8Array) => {
  const file = folder.save(bytes)
  const problems = await problemsOf(readAll(file))
  expect(problems).toHaveLength(1)
  expect(problems[0].place?.file).toBe(file)
  return problems[0]
}
const refuseWorkbook = (workbook: TestWorkbook) => refuse(buildWorkbook(workbook))
const refuseRows = (rows: string) => refuseWorkbook({ sheets: { Лист1: rows } })

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ole = (stream: string) =>
  Buffer.concat([OLE, Buffer.alloc(2 ** 20 - 20), Buffer.from(`${stream}\0`, 'utf16le'), Buffer.alloc(700)])

test.each([
  ['xls', ole('Workbook')],
  ['document', ole('WordDocument')],
  ['csv', 'логин;регион;балл\r\nsch990001;99;12\r\n'],
  ['csv', Buffer.from('\uFEFFлогин\tбалл\n', 'utf16le')],
  ['html', '<html><head><title>вход</title></head></html>'],
  ['html', '\n<!DOCTYPE html><p>'],
  ['pdf', '%PDF-1.7\n'],
  ['xml', '<?xml version="1.0"?><Workbook/>'],
  ['other', Buffer.from([0, 1, 2, 3, 59, 44])],
  [
    'ods',
    buildZip([
      { name: 'mimetype', content: 'application/vnd.oasis' },
      { name: 'content.xml', content: '<a/>' },
    ]),
  ],
  ['document', buildZip([{ name: 'word/document.xml', content: '<a/>' }])],
  ['xlsb', buildZip([{ name: 'xl/workbook.bin', content: '' }])],
  ['zip', buildZip([{ name: 'протокол.txt', content: 'а' }])],
])('%s is told from a workbook', async (kind, bytes) => {
  expect(await refuse(bytes)).toMatchObject({ code: 'not-a-spreadsheet', params: { kind } })
})

test('a file that is not there, a folder, an empty file', async () => {
  const code = async (path: string) => (await problemsOf(readAll(path)))[0].code
  expect(await code(join(folder.path, 'нет.xlsx'))).toBe('file-missing')
  expect(await code(folder.path)).toBe('file-is-folder')
  expect(await code(process.platform === 'win32' ? folder.path : '/dev/null')).toBe('file-is-folder')
  expect(await code(folder.save(''))).toBe('file-empty')
})

test.skipIf(process.getuid?.() === 0)('a file one may not read (not checked as root, who may)', async () => {
  const file = folder.save('a', 'forbidden.xlsx')
  chmodSync(file, 0)
  expect(await problemsOf(readAll(file))).toMatchObject([
    { code: 'file-unreadable', params: { reason: 'EACCES' } },
  ])
})

test('password protection: an OLE package, and a zip with the encryption bit', async () => {
  expect((await refuse(ole('EncryptedPackage'))).code).toBe('file-encrypted')
  expect((await refuse(buildZip([{ name: 'xl/workbook.xml', content: 'a', encrypted: true }]))).code).toBe(
    'file-encrypted',
  )
})

test('a file cut at any place is damaged, and nothing else', async () => {
  const whole = buildWorkbook({ sheets: { Лист1: ROWS.repeat(1) } })
  for (let length = 4; length < whole.length; length += 37) {
    expect((await refuse(whole.subarray(0, length))).code, `${length} bytes`).toBe('archive-damaged')
  }
})

test('any byte changed inside a sheet is noticed, with the sheet named', async () => {
  const content = worksheet(
    Array.from({ length: 300 }, (_, i) => `<row><c><v>${i * 7}</v></c></row>`).join(''),
  )
  const name = 'xl/worksheets/sheet1.xml'
  const whole = buildWorkbook({ sheets: { Лист1: '' }, parts: [{ name, content }] })
  const start = whole.indexOf(name) + name.length
  for (let offset = 0; offset < 900; offset += 13) {
    const bytes = Buffer.from(whole)
    bytes[start + offset] ^= 0x10
    const { code, place } = await refuse(bytes)
    expect(['archive-damaged', 'xml-broken', 'cell-broken', 'rows-out-of-order'], `byte ${offset}`).toContain(
      code,
    )
    expect(place?.sheet).toBe('Лист1')
  }
})

test('a checksum that does not fit is damage, though the XML is whole', async () => {
  const parts = [{ name: 'xl/worksheets/sheet1.xml', content: worksheet(ROWS), crc: 1 }]
  expect(await refuseWorkbook({ sheets: { Лист1: '' }, parts })).toMatchObject({
    code: 'archive-damaged',
    place: { sheet: 'Лист1', row: 1 },
  })
})

test('a way of packing that is not known is damage', async () => {
  const bytes = buildWorkbook({ sheets: { Лист1: ROWS } })
  bytes.writeUInt16LE(99, bytes.indexOf('PK\x01\x02') + 10)
  expect((await refuse(bytes)).code).toBe('archive-damaged')
})

test.each([
  ['a tag not closed', `${ROWS}<row r="2"><c r="A2"><v>2</c></row>`],
  ['an entity not known', `${ROWS}<row r="2"><c r="A2"><v>&nbsp;</v></c></row>`],
  ['an attribute twice', `${ROWS}<row r="2"><c r="A2" r="A2"/></row>`],
  ['the end missing', `<?xml version="1.0"?><worksheet><sheetData>${ROWS}<row r="2">`],
])('broken XML, %s: sheet and row are named', async (_, rows) => {
  expect(await refuseRows(rows)).toMatchObject({
    code: 'xml-broken',
    params: { part: 'xl/worksheets/sheet1.xml' },
    place: { sheet: 'Лист1' },
  })
  expect((await refuseRows(rows)).place?.row).toBeGreaterThan(0)
})

test('bytes that are not UTF-8 are broken XML', async () => {
  const content = Buffer.from(worksheet('<row r="1"><c r="A1" t="str"><v>\u00e6</v></c></row>'), 'latin1')
  const parts = [{ name: 'xl/worksheets/sheet1.xml', content }]
  expect((await refuseWorkbook({ sheets: { Лист1: '' }, parts })).code).toBe('xml-broken')
})

test.each(['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels', 'xl/sharedStrings.xml'])(
  'broken XML in %s',
  async name => {
    const parts = [{ name, content: '<a><b></a>' }]
    expect(await refuseWorkbook({ sheets: { Лист1: ROWS }, shared: '', parts })).toMatchObject({
      code: 'xml-broken',
      params: { part: name },
    })
  },
)

test('declarations of entities are refused wherever they stand', async () => {
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
  expect(await refuseRows(bomb)).toMatchObject({ code: 'xml-dtd', place: { sheet: 'Лист1' } })
  const parts = [{ name: 'xl/workbook.xml', content: bomb }]
  expect((await refuseWorkbook({ sheets: {}, parts })).code).toBe('xml-dtd')
})

test('a workbook without sheets, with a sheet lost, with a sheet twice', async () => {
  expect((await refuseWorkbook({ sheets: {} })).code).toBe('workbook-without-sheets')
  const lost = {
    name: 'xl/_rels/workbook.xml.rels',
    content:
      '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="worksheets/no.xml"/></Relationships>',
  }
  expect(await refuseWorkbook({ sheets: { Лист1: ROWS }, parts: [lost] })).toMatchObject({
    code: 'sheet-missing',
    place: { sheet: 'Лист1' },
  })
  const twice = {
    name: 'xl/workbook.xml',
    content:
      '<workbook xmlns:r="urn:r"><sheets><sheet name="а" r:id="s1"/><sheet name="б" r:id="s1"/></sheets></workbook>',
  }
  expect(await refuseWorkbook({ sheets: { а: ROWS }, parts: [twice] })).toMatchObject({
    code: 'sheet-repeated',
    place: { sheet: 'б' },
  })
})

test.each([
  [
    'a text that the table does not have',
    '<row r="3"><c r="B3" t="s"><v>9</v></c></row>',
    'cell-broken',
    'B',
  ],
  ['a reference that is none', '<row r="3"><c r="3B"><v>9</v></c></row>', 'cell-broken', undefined],
  ['a cell twice', '<row r="3"><c r="B3"><v>1</v></c><c r="B3"><v>2</v></c></row>', 'cell-broken', 'B'],
  ['a row above the one before', '<row r="3"/><row r="2"/>', 'rows-out-of-order', undefined],
])('%s', async (_, rows, code, column) => {
  const problem = await refuseRows(rows)
  expect(problem).toMatchObject({ code, place: { sheet: 'Лист1', row: 3 } })
  expect(problem.place?.column).toBe(column)
})

test.each([
  '<row r="3"><c r="B3"><v>1</v></c><c r="B3" t="str"><v>Образцова</v></c></row>',
  '<row r="3"><c r="B3" t="s"><v>Образцова</v></c></row>',
])('a refusal never quotes what stands in a cell: %s', async rows => {
  expect(JSON.stringify(await refuseRows(rows))).not.toContain('Образцова')
})

test('no refusal leaves the file open', async () => {
  await refuseRows('<row><c>')
  await refuse(buildZip([{ name: 'а', content: '' }]))
  expect((await openFiles()).filter(path => path.startsWith(folder.path))).toEqual([])
})
