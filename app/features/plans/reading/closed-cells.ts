import { cell, type DocumentCell } from './document.ts'
import { recogniseHeader } from './headings.ts'
import { numberIn } from './numbers.ts'

/** A cell of many paragraphs goes on for no longer. */
const LONGEST_CELL = 60
const MOST_COLUMNS = 12

/**
 * A table copied out of a page of a legal database: every cell on lines of its own, a pipe behind it, and a title over the
 * whole width with all the pipes of its row («I. Анализ | |||»). The heading tells how many cells make a row.
 */
export function closedCells(
  lines: readonly string[],
  from: number,
): { rows: readonly (readonly DocumentCell[])[]; end: number } | null {
  const fenced = lines[from].trim() === '|' && !(lines[from + 1] ?? '|').includes('|')
  if (!fenced && !endsCell(lines[from]) && lines[from + 1]?.trim() !== '|') return null
  let end = endOf(lines, from)
  const cells = lines
    .slice(from, end)
    .join('\n')
    .split('|')
    .map(text => text.trim())
  if (fenced) return fencedRows(cells, end)
  const width = widthOf(cells)
  if (width === null) return null
  const rows = rowsOf(cells, width)
  // The last cell of all may stand without a bar.
  const last = rows.at(-1)
  const open = (lines[end] ?? '').trim()
  if (last && last.length < width && last.length > 1 && open !== '') {
    last.push(open)
    end += 1
  }
  const table = rows.map(row => Array.from({ length: width }, (_, at) => cell(row[at] ?? '')))
  return table.length > 1 ? { rows: table, end } : null
}

function rowsOf(cells: readonly string[], width: number): string[][] {
  const rows: string[][] = []
  const rest = cells.slice(0, -1)
  const last = cells.at(-1)!
  if (last !== '') rest.push(last)
  while (rest.length > 0) {
    const row = rest.splice(0, isTitle(rest) ? 1 : width)
    // The last cell of a row may stand without its pipe, and the number of the next row under it.
    const open = row.length === width ? openEnd(row[width - 1]) : null
    if (open) {
      row[width - 1] = open.cell
      rest.unshift(open.next)
    }
    if (row.some(text => text !== '')) rows.push(row)
  }
  return rows
}

/** A pipe opens every row too, so that an empty cell parts it from the row before. */
function fencedRows(
  [, ...cells]: readonly string[],
  end: number,
): { rows: readonly (readonly DocumentCell[])[]; end: number } | null {
  const width = cells.indexOf('')
  if (width < 2 || width > MOST_COLUMNS || !isHeader(cells.slice(0, width))) return null
  const rows: DocumentCell[][] = []
  for (let at = 0; at < cells.length; at += width + 1) {
    if ((cells[at + width] ?? '') !== '') return null
    const row = Array.from({ length: width }, (_, column) => cell(cells[at + column] ?? ''))
    if (row.some(({ text }) => text !== '')) rows.push(row)
  }
  return rows.length > 1 ? { rows, end } : null
}

const endsCell = (line: string) => /^[^|]*\S[^|]*\|\s*$/.test(line)

function endOf(lines: readonly string[], from: number): number {
  let end = from + 1
  for (let at = from + 1; at < lines.length && at - end < LONGEST_CELL; at++)
    if (lines[at].includes('|')) end = at + 1
  return end
}

/** As many cells as are headings: behind them a row is counted, or a title has its empty cells, or is closed like one cell. */
function widthOf(cells: readonly string[]): number | null {
  const widths = Array.from(
    { length: Math.max(0, Math.min(MOST_COLUMNS, cells.length - 1) - 2) },
    (_, at) => at + 3,
  )
  // A section over the whole width is no heading more, though the first number stands right behind it.
  const named = widths.filter(width => cells.slice(0, width).every(text => text !== '' && !isSection(text)))
  const fits = (begins: (below: readonly string[], width: number) => boolean) =>
    named.find(width => begins(cells.slice(width), width) && isHeader(cells.slice(0, width)))
  const sure = fits((below, width) => {
    const wide = below[0] !== '' && below.slice(1, width).every(text => text === '')
    return wide || numberIn(below[0]) !== null
  })
  const titled = fits(below => isTitle(below))
  if (sure === undefined || titled === undefined) return sure ?? titled ?? null
  // «Ответственный», «Работа с фондом», «1»: a heading more, or a title; rows that are counted tell.
  return counted(cells, titled) > counted(cells, sure) ? titled : sure
}

/** How many rows begin with a number when so many cells make one. */
function counted(cells: readonly string[], width: number): number {
  return rowsOf(cells, width).filter(([first]) => numberIn(first) !== null).length
}

const isSection = (text: string) =>
  /^(?:[IVXL]+\s*[.)]|[IVXL]+\s+[А-ЯЁ]|раздел\s|направление\s+\d|\d+\.\s+\S)/i.test(text)

function isHeader(texts: readonly string[]): boolean {
  return recogniseHeader([texts.map(text => ({ text, across: false, down: false }))]) !== null
}

/** A title that is closed like one cell: the number of the first row below it comes next. */
function isTitle([first, second = '']: readonly string[]): boolean {
  return first !== '' && numberIn(first) === null && numberIn(second) !== null
}

function openEnd(text: string): { cell: string; next: string } | null {
  const lines = text.split('\n')
  const next = lines.at(-1)!.trim()
  const counts = numberIn(next) !== null || /^[IVXL]+\.\s/.test(next)
  return lines.length > 1 && counts ? { cell: lines.slice(0, -1).join('\n').trim(), next } : null
}
