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

/** A column of intervals becomes two of numbers. */
function sheetOf(
  { locale }: Report,
  name: string,
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
): SheetToWrite {
  const shapes = columns.map((column, at) =>
    shapeOf(
      column,
      rows.map(row => row[at]),
    ),
  )
  return {
    name,
    columns: shapes.flatMap(({ title, interval, format }) =>
      interval
        ? [
            say(locale, 'document.lower', { column: title }),
            say(locale, 'document.upper', { column: title }),
          ].map(header => ({ header, width: 14, ...format }))
        : [{ header: title, width: Math.min(60, Math.max(12, title.length + 2)), ...format }],
    ),
    rows: rows.map(row =>
      row.flatMap((cell, at) => {
        if (!shapes[at].interval) return [plain(cell) ?? emptyOr(locale, cell)]
        return cell.kind === 'interval' ? [cell.lower, cell.upper] : [emptyOr(locale, cell), null]
      }),
    ),
    selected: rows.length,
  }
}

function shapeOf({ title }: Column, cells: readonly Cell[]) {
  const first = cells.find(cell => cell.kind !== 'none' && cell.kind !== 'text')
  const interval = cells.some(({ kind }) => kind === 'interval')
  if (!first) return { title, interval, format: {} }
  const share = first.kind === 'share' || (first.kind === 'interval' && first.share)
  const decimals = first.digits > 0 ? `.${'0'.repeat(first.digits)}` : ''
  return { title, interval, format: { format: share ? `0${decimals}%` : `0${decimals}` } }
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
