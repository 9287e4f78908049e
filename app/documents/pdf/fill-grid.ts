import { cellsOfGrid, type GridCell } from './cells-of-grid.ts'
import type { Grid } from './find-grids.ts'
import { linesOf } from './lines.ts'
import { putLinesTogether } from './put-lines-together.ts'
import type { Area, Line, PdfCell, Word } from './types.ts'

/** A word may reach this far over a border, in points and in parts of its width. */
const OVER = 3
const OVER_SHARE = 0.25
const MOST_PADDING = 14

/** A ruled table with its words. */
export interface FilledGrid {
  readonly xs: readonly number[]
  readonly rows: readonly (readonly FilledCell[])[]
}

export interface FilledCell extends PdfCell {
  readonly lines: readonly Line[]
  readonly area: Area
}

interface Filled extends GridCell {
  readonly lines: readonly Line[]
  readonly torn: boolean
}

export function isInGrid({ xs, ys }: Grid, word: Word): boolean {
  const [x, y] = middleOf(word)
  return x > xs[0] && x < xs.at(-1)! && y > ys[0] && y < ys.at(-1)!
}

/** Of words that go up or down the page, `left` and `right` are heights. */
function middleOf({ way, left, right, y, size }: Word): readonly [number, number] {
  const along = (left + right) / 2
  if (way === 'right') return [along, y - 0.3 * size]
  if (way === 'left') return [along, y + 0.3 * size]
  return way === 'up' ? [y - 0.3 * size, along] : [y + 0.3 * size, along]
}

/** Puts the words of a table into its cells. */
export function fillGrid(grid: Grid, words: readonly Word[]): FilledGrid {
  const { xs, ys } = grid
  const cells = cellsOfGrid(grid)
  const byPlace = new Map<string, number>()
  for (const [at, { column, endColumn, row, endRow }] of cells.entries())
    for (let y = row; y < endRow; y++) for (let x = column; x < endColumn; x++) byPlace.set(`${x} ${y}`, at)
  const inCells = cells.map((): Word[] => [])
  const torn = new Set<number>()
  for (const word of words) {
    const [x, y] = middleOf(word)
    const at = byPlace.get(`${placeOf(xs, x)} ${placeOf(ys, y)}`)
    if (at === undefined) continue
    inCells[at].push(word)
    if (isOverBorder(word, xs[cells[at].column], xs[cells[at].endColumn])) torn.add(at)
  }
  const filled = cells.map(
    (cell, at): Filled => ({ ...cell, lines: linesOf(inCells[at]), torn: torn.has(at) }),
  )
  return { xs, rows: rowsOf(filled, grid) }
}

function placeOf(edges: readonly number[], at: number): number {
  return edges.findLastIndex(edge => edge <= at)
}

function isOverBorder({ way, left, right }: Word, from: number, to: number): boolean {
  if (way !== 'right') return false
  const over = Math.max(from - left, right - to)
  return over > OVER && over > OVER_SHARE * (right - left)
}

function rowsOf(filled: readonly Filled[], { xs, ys }: Grid): FilledCell[][] {
  const paddings = xs.slice(1).map((_, column) => paddingOf(filled, xs, column))
  return ys.slice(1).map((_, row) =>
    filled
      .filter(cell => cell.row === row)
      .map(({ column, endColumn, endRow, lines, torn }) => {
        const padding = paddings[column]
        const area: Area = { left: xs[column] + padding, right: xs[endColumn] - padding }
        return {
          ...{ text: putLinesTogether(lines, area), lines, area },
          ...{ colspan: endColumn - column, rowspan: endRow - row },
          ...(torn ? { unsure: 'torn' as const } : {}),
        }
      }),
  )
}

/** How far words of a column keep from its borders: as near as the nearest of them. */
function paddingOf(filled: readonly Filled[], xs: readonly number[], column: number): number {
  let least = MOST_PADDING
  for (const cell of filled)
    if (cell.column === column)
      for (const { left, right, words } of cell.lines)
        if (words[0].way === 'right')
          least = Math.min(least, left - xs[cell.column], xs[cell.endColumn] - right)
  return Math.max(0, least)
}
