import { type Grid, isDrawn } from './find-grids.ts'

/** A cell by the edges it lies between: numbers of columns and rows, the last ones not its own. */
export interface GridCell {
  readonly column: number
  readonly endColumn: number
  readonly row: number
  readonly endRow: number
}

/** The cells that the lines of a grid bound, row by row: merged ones are those without a line inside. */
export function cellsOfGrid({ xs, ys, across, down }: Grid): GridCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const taken = new Set<number>()
  const isTaken = (column: number, row: number) => taken.has(row * columns + column)
  /** No line stands at the right of these places. */
  const goesOn = (column: number, row: number) => !isDrawn(down, xs[column + 1], ys[row], ys[row + 1])
  const goesDown = (column: number, row: number) => !isDrawn(across, ys[row + 1], xs[column], xs[column + 1])
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (isTaken(column, row)) continue
      let endColumn = column + 1
      while (endColumn < columns && !isTaken(endColumn, row) && goesOn(endColumn - 1, row)) endColumn += 1
      const own = Array.from({ length: endColumn - column }, (_, at) => column + at)
      let endRow = row + 1
      const isOne = (at: number) => own.slice(0, -1).every(inner => goesOn(inner, at))
      while (
        endRow < rows &&
        own.every(at => goesDown(at, endRow - 1) && !isTaken(at, endRow)) &&
        isOne(endRow)
      )
        endRow += 1
      for (let y = row; y < endRow; y++) for (const x of own) taken.add(y * columns + x)
      cells.push({ column, endColumn, row, endRow })
    }
  return cells
}
