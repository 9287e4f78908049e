import type { FilledCell, FilledGrid } from './fill-grid.ts'
import { BREAK, isWrapped, WRAP } from './put-lines-together.ts'
import type { Piece } from './read-pdf.ts'

/** Edges of columns this near are the same on the next page. */
const NEAR = 4
/** Rows of a header at most, that of the numbers of columns included. */
const MOST_HEADER = 5

type TablePiece = Extract<Piece, { type: 'table' }>
type Row = readonly FilledCell[]

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
  const before = first.table.rows
  const [cut, ...others] = withoutHeader(before, second.table.rows)
  const rows =
    cut === undefined
      ? before
      : isCut(before, cut)
        ? [...before.slice(0, -1), joinRows(before.at(-1)!, cut), ...others]
        : goOnMerged(before, cut, others)
  return { ...second, opens: first.opens, table: { xs: first.table.xs, rows } }
}

function withoutHeader(first: readonly Row[], second: readonly Row[]): readonly Row[] {
  let same = 0
  const says = (row: Row | undefined) => row?.map(({ text }) => text.replace(/\s+/g, ' ')).join('|')
  while (same < MOST_HEADER && same < second.length && says(second[same]) === says(first[same])) same += 1
  // A title of rows may be the same as the first one of the table: it is no part of the header.
  while (same > 0 && first[same - 1].length === 1) same -= 1
  return second[0]?.some(({ text }) => text !== '') ? second.slice(same) : second
}

/**
 * The first row of the page goes on with the last one of the page before: rows have numbers, this one has none, and it is
 * cut into the same cells.
 */
function isCut(before: readonly Row[], row: Row): boolean {
  const last = before.at(-1)
  if (!last || last.length !== row.length || row.length < 2 || row[0].text !== '') return false
  if (!row.some(({ text }) => text !== '')) return false
  if (row.some(({ colspan }, at) => colspan !== last[at].colspan)) return false
  const alike = before.filter(cells => cells.length === row.length)
  return isNumber(last[0].text) && alike.filter(cells => isNumber(cells[0].text)).length * 2 > alike.length
}

function isNumber(text: string): boolean {
  return /^\s*\d{1,3}(?:[.)]\d{1,3})*[.)]?\s*$/.test(text)
}

function joinRows(first: Row, second: Row): Row {
  return first.map((cell, at) => joinCells(cell, second[at]))
}

function joinCells(cell: FilledCell, more: FilledCell): FilledCell {
  if (more.text === '') return cell
  if (cell.text === '') return { ...more, rowspan: cell.rowspan, unsure: 'joined' }
  const [line, next] = [cell.lines.at(-1)!, more.lines[0]]
  const sign = isWrapped(line, next, cell.area, Number.POSITIVE_INFINITY) ? WRAP : BREAK
  const lines = [...cell.lines, ...more.lines]
  return { ...cell, lines, text: `${cell.text}${sign}${more.text}`, unsure: 'joined' }
}

/** A cell merged over rows that the end of a page cuts goes on over those of the next one, where it stands empty. */
function goOnMerged(before: readonly Row[], row: Row, others: readonly Row[]): readonly Row[] {
  const rows = [...before]
  const left: FilledCell[] = []
  let column = 0
  for (const cell of row) {
    const owner = ownerOf(before, column)
    const goesOn = owner !== null && cell.text === '' && owner.cell.colspan === cell.colspan
    if (goesOn) {
      const longer = { ...owner.cell, rowspan: owner.cell.rowspan + cell.rowspan }
      rows[owner.row] = rows[owner.row].map(one => (one === owner.cell ? longer : one))
    } else left.push(cell)
    column += cell.colspan
  }
  return [...rows, left, ...others]
}

/** The cell of an earlier row that reaches down to the end of the last row at a column. */
function ownerOf(rows: readonly Row[], column: number): { cell: FilledCell; row: number } | null {
  const owners = new Map<number, { cell: FilledCell; row: number; until: number }>()
  for (const [at, row] of rows.entries()) {
    let place = 0
    for (const cell of row) {
      while ((owners.get(place)?.until ?? 0) > at) place += 1
      for (let width = 0; width < cell.colspan; width++)
        owners.set(place + width, { cell, row: at, until: at + cell.rowspan })
      place += cell.colspan
    }
  }
  const owner = owners.get(column)
  return owner && owner.row < rows.length - 1 && owner.until >= rows.length ? owner : null
}
