import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheets } from '../spreadsheet/testing/read-sheets.ts'
import { cellText, renderReportDocx, renderReportHtml, renderReportPdf, writeReportXlsx } from './index.ts'
import { firstMissing, piecesOf, textOfDocx, textOfHtml, textOfPdf } from './testing/read-forms.ts'
import { sampleReport } from './testing/sample-report.ts'

const report = sampleReport()
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a report', () => {
  it('says everything in the PDF, in its order, letters intact', async () => {
    const text = await textOfPdf(renderReportPdf(report))
    expect(firstMissing(text, piecesOf(report))).toBe(null)
    // The picture has text of its own that can be selected.
    expect(text).toContain('первичныйбалл')
  })

  it('says everything in Word, and nothing twice', async () => {
    const text = await textOfDocx(await renderReportDocx(report))
    expect(firstMissing(text, piecesOf(report))).toBe(null)
    expect(text).toHaveLength(piecesOf(report).join('').length)
  })

  it('says everything on the page, with the numbers behind its pictures', () => {
    const text = textOfHtml(renderReportHtml(report))
    const pieces = piecesOf(report, { data: true })
    expect(pieces.filter(piece => !text.includes(piece))).toEqual([])
  })

  it('has numbers as numbers in the spreadsheet, as many rows as the model', async () => {
    const path = join(folder, 'report.xlsx')
    const written = await writeReportXlsx(path, report)
    const tables = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap(block =>
        block.kind === 'table'
          ? [block.rows.length]
          : block.kind === 'figure'
            ? [block.data.rows.length]
            : [],
      ),
    )
    expect(written.slice(2).map(({ rows }) => rows)).toEqual(tables)
    const sheets = await readSheets(readFileSync(path))
    expect(sheets['Результаты results']).toEqual([
      ['Группа', 'n', 'Средний балл', 'Интервал, от', 'Интервал, до', 'Доля', 'Пятая часть'],
      ['Школа', 42, 6.25, 5.51, 6.99, 0.521],
      ['Похожие школы', 'мало', -0.75, -0.12, 0.34, 0.0375, 'средняя'],
    ])
  })

  it('is the same to the byte whenever and after whatever it is made', async () => {
    const [pdf, docx] = [renderReportPdf(report), await renderReportDocx(report)]
    renderReportPdf(sampleReport('Другая школа'))
    await renderReportDocx(sampleReport('Другая школа'))
    // The archive of a Word file counts in steps of two seconds.
    await new Promise(resolve => setTimeout(resolve, 2100))
    expect(renderReportPdf(report).equals(pdf)).toBe(true)
    expect((await renderReportDocx(report)).equals(docx)).toBe(true)
  })

  it('is accessible: a tagged PDF/A, real headings, heads that are repeated, texts for pictures', async () => {
    const pdf = renderReportPdf(report).toString('latin1')
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toContain('pdfaid:part>2')
    const document = partOf(await renderReportDocx(report), 'word/document.xml')
    expect(document.match(/w:pStyle w:val="Heading[123]"/g)).toHaveLength(5)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(document.match(/<wp:docPr [^>]*descr="[^"]+/g)).toHaveLength(2)
  })

  it('turns the page for a wide table and turns it back', async () => {
    const document = partOf(await renderReportDocx(report), 'word/document.xml')
    const sides = [...document.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, w, h]) => +w > +h)
    expect(sides).toEqual([false, true, false])
  })

  it('takes a name of three hundred letters without leaving the paper', async () => {
    const name = `Муниципальное «${'общеобразовательноеучреждение'.repeat(10)}» "№ 1"`
    const text = await textOfPdf(renderReportPdf(sampleReport(name)))
    // Broken over lines with hyphens, but whole.
    expect(text.replaceAll(/[-‐]/g, '')).toContain('общеобразовательноеучреждение'.repeat(10))
    expect(textOfHtml(renderReportHtml(sampleReport(name)))).toContain(
      'общеобразовательноеучреждение'.repeat(10),
    )
  })

  it('sets what no face has as a square, in every form without a fault', async () => {
    const odd = sampleReport('Школа \uF0B7 ☐ \u0001 № 1')
    const text = await textOfPdf(renderReportPdf(odd))
    expect(text).toContain('Школа□□')
    expect(text).toContain('№1')
    expect(await textOfDocx(await renderReportDocx(odd))).toContain('№1')
  })

  it('runs nothing that a name brings', () => {
    const page = renderReportHtml(sampleReport('<script>alert(1)</script>'))
    expect(page).not.toContain('<script')
  })
})

describe('a cell', () => {
  it.each([
    [{ kind: 'number', value: 12345.6, digits: 1 }, '12 345,6'],
    [{ kind: 'share', value: 0.037, digits: 1 }, '3,7 %'],
    [{ kind: 'interval', lower: 0.12, upper: 0.345, digits: 1, share: true }, '12,0–34,5 %'],
    [{ kind: 'interval', lower: -1, upper: 2, digits: 0, share: false }, 'от −1 до 2'],
    [{ kind: 'none', reason: 'absent' }, '—'],
    [{ kind: 'none', reason: 'few' }, 'мало'],
  ] as const)('%o reads «%s»', (cell, words) => {
    expect(cellText('ru', cell)).toBe(words.replaceAll(' ', '\u202F').replace(/(от|−1|до)\u202F/g, '$1 '))
  })
})

function partOf(docx: Buffer, name: string): string {
  return strFromU8(unzipSync(docx)[name])
}
