import { sayDate } from '../../messages/dates.ts'
import { say } from '../../messages/format.ts'
import {
  type Cell as SheetCell,
  type SheetToWrite,
  type SheetWritten,
  writeWorkbook,
} from '../spreadsheet/index.ts'
import { cellText } from './cell-text.ts'
import type { Cell, Column, Report, Table } from './report.ts'

/**
 * The report as a workbook: particulars, sentences, then a sheet for every table and for the numbers of every picture.
 * Numbers are numbers; an interval takes two columns. Throws what `writeWorkbook` throws.
 */
export async function writeReportXlsx(path: string, report: Report): Promise<readonly SheetWritten[]> {
  return await writeWorkbook(path, [
    particularsOf(report),
    sentencesOf(report),
    ...report.sections.flatMap(({ title, blocks }) =>
      blocks.flatMap(block =>
        block.kind === 'table'
          ? [sheetOf(report, `${title} ${block.id}`, block)]
          : block.kind === 'figure'
            ? [sheetOf(report, `${title} ${block.id}`, block.data)]
            : [],
      ),
    ),
  ])
}

function particularsOf({ locale, kind, title, lead, date, sections }: Report): SheetToWrite {
  const facts = sections.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'facts' ? block.rows : [])),
  )
  const rows: SheetCell[][] = [
    [kind, title],
    ['', lead],
    [say(locale, 'document.date'), sayDate(locale, date)],
    ...facts.map(({ label, value }) => [label, plain(value) ?? cellText(locale, value)]),
  ]
  return {
    name: say(locale, 'document.summary'),
    columns: [
      { header: say(locale, 'document.label'), width: 36 },
      { header: say(locale, 'document.value'), width: 80 },
    ],
    rows,
    selected: rows.length,
  }
}

function sentencesOf({ locale, sections }: Report): SheetToWrite {
  const rows = sections.flatMap(({ title, blocks }) =>
    blocks.flatMap(block =>
      block.kind === 'sentence' || block.kind === 'heading' ? [[title, block.text]] : [],
    ),
  )
  return {
    name: say(locale, 'document.sentences'),
    columns: [
      { header: say(locale, 'document.section'), width: 30 },
      { header: say(locale, 'document.text'), width: 100 },
    ],
    rows,
    selected: rows.length,
  }
}

/** A column of intervals, or of counts with their shares, becomes two of numbers. */
function sheetOf(
  { locale }: Report,
  name: string,
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
): SheetToWrite {
  const shapes = columns.map((column, at) =>
    shapesOf(
      locale,
      column,
      rows.map(row => row[at]),
    ),
  )
  return {
    name,
    columns: shapes.flatMap(found => found.map(({ value: _, ...column }) => column)),
    rows: rows.map(row =>
      row.flatMap((cell, at) =>
        shapes[at].map(({ value }, part) =>
          cell.kind === 'none' ? (part === 0 ? emptyOr(locale, cell) : null) : value(cell),
        ),
      ),
    ),
    selected: rows.length,
  }
}

type Shape = SheetToWrite['columns'][number] & { value(cell: Cell): SheetCell }

function shapesOf(locale: Report['locale'], { title }: Column, cells: readonly Cell[]): Shape[] {
  const first = cells.find(cell => cell.kind !== 'none' && cell.kind !== 'text')
  const named = (id: string) => say(locale, `document.${id}`, { column: title })
  if (first?.kind === 'interval') {
    const shape = { width: 14, format: formatOf(first.digits, first.share) }
    return [
      { ...shape, header: named('lower'), value: cell => (cell.kind === 'interval' ? cell.lower : null) },
      { ...shape, header: named('upper'), value: cell => (cell.kind === 'interval' ? cell.upper : null) },
    ]
  }
  const width = Math.min(60, Math.max(12, title.length + 2))
  if (first?.kind === 'part')
    return [
      { width, format: '0', header: title, value: cell => (cell.kind === 'part' ? cell.count : null) },
      {
        ...{ width: 14, format: formatOf(first.digits, true), header: named('share') },
        value: cell => (cell.kind === 'part' ? cell.share : null),
      },
    ]
  const format = first && 'digits' in first ? { format: formatOf(first.digits, first.kind === 'share') } : {}
  return [{ header: title, width, ...format, value: plain }]
}

function formatOf(digits: number, share: boolean): string {
  const decimals = digits > 0 ? `.${'0'.repeat(digits)}` : ''
  return share ? `0${decimals}%` : `0${decimals}`
}

/** What a spreadsheet can count with; null for what it cannot. */
function plain(cell: Cell): string | number | null {
  if (cell.kind === 'text') return cell.text
  return cell.kind === 'number' || cell.kind === 'share' ? cell.value : null
}

/** An absent value is an empty cell; one kept back says so. */
function emptyOr(locale: Report['locale'], cell: Cell): string | null {
  return cell.kind === 'none' && cell.reason === 'absent' ? null : cellText(locale, cell)
}
