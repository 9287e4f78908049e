/** A cell as the document has it; spans as in HTML. */
export interface DocumentCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  /** Stands in the file as a number, which has no nought at its end: 1.10 is 1.1. */
  readonly counted?: boolean
  /** Words of a PDF lie over its border, or it was put together over the border of a page. */
  readonly unsure?: 'torn' | 'joined'
}

export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  | {
      readonly type: 'table'
      readonly rows: readonly (readonly DocumentCell[])[]
      /** Merged cells are known (Word), or the file format has none (text). */
      readonly merges: boolean
    }

/** What any office file comes down to: paragraphs and tables in order. */
export interface SourceDocument {
  readonly blocks: readonly Block[]
}

export function cell(text: string, colspan = 1, rowspan = 1): DocumentCell {
  return { text, colspan, rowspan }
}

/** One place of a table after its merged cells are spread out. */
export interface GridCell {
  readonly text: string
  /** Continues the cell to the left. */
  readonly across: boolean
  /** Continues the cell above. */
  readonly down: boolean
  readonly counted?: boolean
  readonly unsure?: DocumentCell['unsure']
}

export type Grid = readonly (readonly GridCell[])[]

const EMPTY: GridCell = { text: '', across: false, down: false }

/** No real table is wider; a hostile file may say anything. */
const MOST_COLUMNS = 100

/** Spreads merged cells over the places they take; every row gets the same width. */
export function spreadCells(rows: readonly (readonly DocumentCell[])[]): Grid {
  const grid: GridCell[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const { text, colspan, rowspan, counted, unsure } of row) {
      while (grid[at][column]) column += 1
      const lower = Math.min(rowspan, rows.length - at)
      for (let y = 0; y < lower; y++)
        for (let x = 0; x < Math.min(colspan, MOST_COLUMNS); x++)
          grid[at + y][column + x] = {
            ...{ text, across: x > 0, down: y > 0 },
            ...(counted ? { counted } : {}),
            ...(unsure ? { unsure } : {}),
          }
      column += Math.min(colspan, MOST_COLUMNS)
    }
  }
  const width = Math.max(0, ...grid.map(row => row.length))
  return grid.map(row => Array.from({ length: width }, (_, column) => row[column] ?? EMPTY))
}
