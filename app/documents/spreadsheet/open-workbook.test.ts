import { afterAll, describe, expect, test } from 'vitest'
import { openWorkbook } from './open-workbook.ts'
import { buildWorkbook, MAIN, type TestWorkbook } from './testing/build-workbook.ts'
import { openFiles, problemsOf, readAll, temporaryFolder } from './testing/files.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const read = (workbook: TestWorkbook) => readAll(folder.save(buildWorkbook(workbook)))
const readRows = async (rows: string, shared?: string) =>
  (await read({ sheets: { Sheet1: rows }, ...(shared === undefined ? {} : { shared }) }))[0].cells

describe('values', () => {
  test('each kind of cell', async () => {
    const rows = await readRows(
      `<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="n"><v> 1E3 </v></c><c r="C1" t="b"><v>1</v></c>
        <c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><v>слово</v></c>
        <c r="G1" t="inlineStr"><is><t>а</t></is></c><c r="H1" t="s"><v>1</v></c><c r="I1"><v>отсутствовал</v></c>
        <c r="J1" t="d"><v>2021-03-15</v></c><c r="K1"><v>0x1F</v></c></row>`,
      '<si><t>нулевой</t></si><si><t>первый</t></si>',
    )
    expect(rows).toEqual([
      [1, [12.5, 1000, true, false, '#N/A', 'слово', 'а', 'первый', 'отсутствовал', '2021-03-15', '0x1F']],
    ])
  })

  test('runs of rich text are joined, phonetic runs and extensions are left out', async () => {
    const rich =
      '<r><rPr><b/></rPr><t>Русский</t></r><r><t xml:space="preserve"> язык</t></r><rPh sb="0" eb="1"><t>чтение</t></rPh>'
    const rows = await readRows(
      `<row><c t="s"><v>0</v></c><c t="inlineStr"><is>${rich}</is><extLst><t>лишнее</t><ext><v>лишнее</v><t>лишнее</t></ext></extLst></c></row>`,
      `<si>${rich}</si>`,
    )
    expect(rows).toEqual([[1, ['Русский язык', 'Русский язык']]])
  })

  test('entities, CDATA and escaped characters become the text they stand for', async () => {
    const rows = await readRows(
      '<row><c t="inlineStr"><is><t>&lt;5 &amp; &#1064;&#x41;<![CDATA[<б>]]></t></is></c><c t="inlineStr"><is><t>а_x000D_б_x005F_x0041_</t></is></c></row>',
    )
    expect(rows).toEqual([[1, ['<5 & ШA<б>', 'а\rб_x0041_']]])
  })

  test('a text longer than one slice of the parser, Cyrillic at every seam, stays whole', async () => {
    const text = 'ж'.repeat(32_767)
    const rows = await readRows(`<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`)
    expect(rows).toEqual([[1, [text]]])
  })
})

describe('places', () => {
  test('cells and rows without references follow one another; empty ones leave gaps', async () => {
    const rows = await readRows(
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row>',
    )
    expect(rows).toEqual([
      [1, [1, null, 3]],
      [5, [null, null, 5, 6]],
      [6, [7]],
    ])
  })

  test('a row without a number stands where its first cell says', async () => {
    const rows = await readRows('<row><c r="B4"><v>4</v></c></row><row><c r="A5"><v>5</v></c></row>')
    expect(rows).toEqual([
      [4, [null, 4]],
      [5, [5]],
    ])
  })

  test('cells out of order are put in order', async () => {
    expect(
      await readRows('<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="AB1"><v>28</v></c></row>'),
    ).toEqual([[1, [1, null, 3, ...Array(24).fill(null), 28]]])
  })

  test('rows and cells that carry only a style are not given', async () => {
    expect(
      await readRows(
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row><row r="2"><c r="A2" s="1"/></row>',
      ),
    ).toEqual([[1, [1]]])
  })

  test('a sheet of 200 columns is read', async () => {
    const cells = Array.from({ length: 200 }, (_, i) => `<c><v>${i}</v></c>`).join('')
    expect((await readRows(`<row>${cells}</row>`))[0][1]).toHaveLength(200)
  })
})

describe('formulas', () => {
  test('the cached value is read and counted, an empty text too', async () => {
    const [sheet] = await read({
      sheets: {
        Sheet1:
          '<row><c><f>1+1</f><v>2</v></c><c t="str"><f t="shared" si="0"/><v></v></c><c><v>3</v></c></row>',
      },
    })
    expect(sheet).toMatchObject({ cells: [[1, [2, '', 3]]], cachedFormulas: 2 })
  })

  test('those without one are all reported, after the rows', async () => {
    const file = folder.save(
      buildWorkbook({
        sheets: {
          Протокол:
            '<row r="3"><c r="B3"><f>SUM(A1)</f></c><c r="C3"><v>7</v></c></row><row r="4"><c r="AA4"><f>1</f><v/></c></row>',
        },
      }),
    )
    const workbook = await openWorkbook(file)
    const rows: number[] = []
    const problems = await problemsOf(
      workbook.readSheet('Протокол', row => {
        rows.push(row)
      }),
    )
    workbook.close()
    expect(rows).toEqual([3])
    expect(problems).toEqual([
      { code: 'formula-without-value', place: { file, sheet: 'Протокол', row: 3, column: 'B' } },
      { code: 'formula-without-value', place: { file, sheet: 'Протокол', row: 4, column: 'AA' } },
    ])
  })

  test('beyond a hundred the rest are counted', async () => {
    const rows = '<row><c><f>1</f></c><c><f>2</f></c></row>'.repeat(60)
    const problems = await problemsOf(read({ sheets: { Sheet1: rows } }))
    expect(problems).toHaveLength(101)
    expect(problems[100]).toMatchObject({ code: 'formulas-without-value-more', params: { count: 20 } })
  })
})

describe('workbooks', () => {
  test('several sheets, in the order of the tabs', async () => {
    const sheets = await read({
      sheets: {
        Классы: '<row><c><v>1</v></c></row>',
        'А &amp; Б': '',
        Протокол: '<row><c><v>3</v></c></row>',
      },
    })
    expect(sheets.map(({ name, cells }) => [name, cells])).toEqual([
      ['Классы', [[1, [1]]]],
      ['А & Б', []],
      ['Протокол', [[1, [3]]]],
    ])
  })

  test('strict namespaces, prefixes, absolute targets, UTF-16 and another case of part names', async () => {
    const strict = 'http://purl.oclc.org/ooxml'
    const relationship = (type: string, target: string) =>
      `<Relationships xmlns="urn:x"><Relationship Id="a1" Type="${strict}/officeDocument/relationships/${type}" Target="${target}"/></Relationships>`
    const sheets = await read({
      sheets: {},
      parts: [
        { name: '_rels/.rels', content: relationship('officeDocument', '/book/Main.xml') },
        {
          name: 'book/main.xml',
          content: `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:rel="${strict}/officeDocument/relationships"><x:sheets><x:sheet name="Лист" sheetId="1" rel:id="a1"/></x:sheets></x:workbook>`,
        },
        { name: 'book/_rels/Main.xml.rels', content: relationship('worksheet', '../data/one.xml') },
        {
          name: 'data/one.xml',
          content: Buffer.from(
            `\uFEFF<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>да</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
            'utf16le',
          ),
          stored: true,
        },
      ],
    })
    expect(sheets).toMatchObject([{ name: 'Лист', cells: [[2, [null, 'да']]] }])
  })

  test('rows outside sheetData are no rows', async () => {
    const content = `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData><row><c><v>1</v></c></row></sheetData><extLst><row><c><v>2</v></c></row></extLst></worksheet>`
    expect((await read({ sheets: { Sheet1: content } }))[0].cells).toEqual([[1, [1]]])
  })

  test('reading stops when onRow returns false, and can begin again', async () => {
    const rows = '<row><c t="inlineStr"><is><t>строка</t></is></c><c><f>1</f></c></row>'.repeat(5000)
    const workbook = await openWorkbook(folder.save(buildWorkbook({ sheets: { Sheet1: rows } })))
    const seen: number[] = []
    for (const _ of [1, 2]) {
      const summary = await workbook.readSheet('Sheet1', row => {
        seen.push(row)
        return row === 2 ? false : undefined
      })
      expect(summary.rows).toBe(2)
    }
    workbook.close()
    expect(seen).toEqual([1, 2, 1, 2])
  })

  test('what stands after the place where reading stopped is not looked at', async () => {
    const rows = `${'<row><c><v>1</v></c></row>'.repeat(5000)}<row><broken>`
    const workbook = await openWorkbook(folder.save(buildWorkbook({ sheets: { Sheet1: rows } })))
    expect(await workbook.readSheet('Sheet1', () => false)).toEqual({ rows: 1, cachedFormulas: 0 })
    workbook.close()
  })

  test('an error of the caller comes back as it is, and the file is released', async () => {
    const file = folder.save(
      buildWorkbook({ sheets: { Sheet1: '<row><c><v>1</v></c></row>' } }),
      'released.xlsx',
    )
    const workbook = await openWorkbook(file)
    const error = new Error('of the caller')
    await expect(
      workbook.readSheet('Sheet1', () => {
        throw error
      }),
    ).rejects.toBe(error)
    workbook.close()
    expect(await openFiles()).not.toContain(file)
  })
})
