import type { FilledGrid } from './fill-grid.ts'
import { BREAK } from './put-lines-together.ts'
import type { Piece } from './read-pdf.ts'
import type { PdfCell } from './types.ts'

/** Edges of columns this near are the same on the next page. */
const NEAR = 4
/** Rows of a header at most, that of the numbers of columns included. */
const MOST_HEADER = 5

type TablePiece = Extract<Piece, { type: 'table' }>

/** A table that goes on at the top of the next page becomes one table: its header is taken once, a row that was cut is whole. */
export function joinTables(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const goesOn =
      piece.type === 'table' &&
      last?.type === 'table' &&
      piece.opens &&
      piece.page === last.page + 1 &&
      haveSameColumns(last.table, piece.table)
    if (goesOn) joined[joined.length - 1] = join(last, piece)
    else joined.push(piece)
  }
  return joined
}

function haveSameColumns({ xs: first }: FilledGrid, { xs: second }: FilledGrid): boolean {
  return first.length === second.length && first.every((at, column) => Math.abs(at - second[column]) <= NEAR)
}

function join(first: TablePiece, second: TablePiece): TablePiece {
  const rows = withoutHeader(first.table.rows, second.table.rows)
  const [cut, ...others] = rows
  const before = first.table.rows
  const whole =
    cut && isCut(before, cut)
      ? [...before.slice(0, -1), joinRows(before.at(-1)!, cut), ...others]
      : [...before, ...rows]
  return { ...second, opens: first.opens, table: { xs: first.table.xs, rows: whole } }
}

type Rows = FilledGrid['rows']

function withoutHeader(first: Rows, second: Rows): Rows {
  let same = 0
  const says = (row: readonly PdfCell[] | undefined) =>
    row?.map(({ text }) => text.replace(/\s+/g, ' ')).join('|')
  while (same < MOST_HEADER && same < second.length && says(second[same]) === says(first[same])) same += 1
  // A title of rows may be the same as the first one of the table: it is no part of the header.
  while (same > 0 && first[same - 1].length === 1) same -= 1
  return second[0]?.some(({ text }) => text !== '') ? second.slice(same) : second
}

/**
 * The first row of the page goes on with the last one of the page before: rows have numbers, this one has none, and it is
 * cut into the same cells.
 */
function isCut(before: Rows, row: readonly PdfCell[]): boolean {
  const last = before.at(-1)
  if (!last || last.length !== row.length || row.length < 2 || row[0].text !== '') return false
  if (!row.some(({ text }) => text !== '')) return false
  if (row.some(({ colspan }, at) => colspan !== last[at].colspan)) return false
  const counted = before.filter(cells => cells.length === row.length && isNumber(cells[0].text)).length
  return counted * 2 > before.filter(cells => cells.length === row.length).length && isNumber(last[0].text)
}

function isNumber(text: string): boolean {
  return /^\s*\d{1,3}(?:[.)]\d{1,3})*[.)]?\s*$/.test(text)
}

function joinRows(first: readonly PdfCell[], second: readonly PdfCell[]): PdfCell[] {
  return first.map((cell, at) => {
    const more = second[at].text
    if (more === '') return cell
    const text = cell.text === '' ? more : `${cell.text}${BREAK}${more}`
    return { ...cell, text, unsure: 'joined' as const }
  })
}
