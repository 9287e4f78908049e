import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type Cell,
  type Report,
  renderReportDocx,
  renderReportHtml,
  renderReportPdf,
  type Table,
  writeReportXlsx,
} from '../../documents/report/index.ts'
import {
  firstMissing,
  piecesOf,
  squeeze,
  textOfDocx,
  textOfHtml,
  textOfPdf,
} from '../../documents/report/testing/read-forms.ts'
import { readSheets } from '../../documents/spreadsheet/testing/read-sheets.ts'
import { sayDate } from '../../messages/dates.ts'
import { say } from '../../messages/format.ts'
import { preparePortraits } from './context.ts'
import { makePortrait } from './make-portrait.ts'
import { request, smallRun, spread } from './testing/small-run.ts'
import type { PortraitRequest } from './types.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-portrait-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const context = preparePortraits(
  smallRun(
    [
      {
        maxScore: 10,
        tasks: [
          { name: '1', max: 1, level: 'Б', share: 0.9 },
          { name: '2', max: 2, level: 'П', share: 0.3 },
        ],
      },
      { maxScore: 10, year: 2022, grade: 5 },
    ],
    Array.from({ length: 13 }, (_, i) => ({
      login: `sch99${String(i + 1).padStart(4, '0')}`,
      municipality: ['Лесной район', 'Речной район'][i % 2],
      kind: 'СОШ',
      scores: { 0: spread(15 + i, 5 + (i % 3)), 1: spread(14, 5) },
      journal: { 0: [6, 6 + i, 3, 1] },
      tasks: { 0: [0.9 - i / 50, 0.28 + i / 40] },
    })),
  ),
)

const asked: readonly (readonly [string, Partial<PortraitRequest>])[] = [
  ['a school', { unit: 'sch990001' }],
  ['a municipality', { level: 'municipality', unit: 'Лесной район', audience: 'territory' }],
  ['the region', { level: 'region', audience: 'territory' }],
]

describe.each(asked)('the portrait of %s', (_, wanted) => {
  const report = makePortrait(context, request(wanted), 'ru')!

  it('says the same, in the same order, as PDF', async () => {
    expect(firstMissing(await textOfPdf(renderReportPdf(report)), piecesOf(report))).toBe(null)
  })

  it('has every number in Word as often as the model, and no other', async () => {
    const text = await textOfDocx(await renderReportDocx(report))
    expect(firstMissing(text, piecesOf(report))).toBe(null)
    expect(numbersOf(text)).toEqual(numbersOf(piecesOf(report).join('')))
  })

  it('says it all on the page, with the numbers of its pictures, and nothing besides', () => {
    const page = textOfHtml(renderReportHtml(report))
    const pieces = piecesOf(report, { data: true })
    expect(firstMissing(page, pieces)).toBe(null)
    const figures = report.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'figure'))
    const words = [`· ${sayDate('ru', report.date)}`, ...figures.map(() => say('ru', 'document.data'))]
    expect(page).toHaveLength([...pieces, ...words.map(squeeze)].join('').length)
  })

  it('has the numbers of its tables in the spreadsheet as numbers, row for row', async () => {
    const path = join(folder, `${wanted.level ?? 'school'}.xlsx`)
    await writeReportXlsx(path, report)
    const sheets = Object.values(await readSheets(readFileSync(path))).slice(2)
    const tables = tablesOf(report)
    expect(sheets.map(([, ...rows]) => rows.length)).toEqual(tables.map(({ rows }) => rows.length))
    tables.forEach(({ rows }, at) => {
      const [, ...written] = sheets[at]
      rows.forEach((row, index) => {
        expect(written[index].filter(cell => typeof cell === 'number')).toEqual(row.flatMap(valuesOf))
      })
    })
  })
})

/** Tables and the numbers of figures, in their order. */
function tablesOf(report: Report): Pick<Table, 'rows'>[] {
  return report.sections.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'table' ? [block] : block.kind === 'figure' ? [block.data] : [])),
  )
}

function valuesOf(cell: Cell): number[] {
  if (cell.kind === 'part') return [cell.count, ...(cell.share === null ? [] : [cell.share])]
  if (cell.kind === 'interval') return [cell.lower, cell.upper]
  return cell.kind === 'number' || cell.kind === 'share' ? [cell.value] : []
}

function numbersOf(text: string): string[] {
  return (text.match(/\d+(?:,\d+)?/g) ?? []).sort()
}
