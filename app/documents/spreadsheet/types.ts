/** A cell as it is stored; dates arrive as the number or text that the file holds. */
export type Cell = string | number | boolean | null

/**
 * Receives one row: its number as the spreadsheet program shows it (from 1) and its cells from column A, empty cells
 * after the last value left out. Returning false stops the reading.
 */
export type OnRow = (row: number, cells: readonly Cell[]) => false | undefined

/** Rows as the program shows them (from 1), columns from 0, both ends included. */
export interface MergedCells {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What was met in a sheet besides values. */
export interface SheetSummary {
  readonly rows: number
  /** Formula cells that carry a cached value, which was read. */
  readonly cachedFormulas: number
  /** Cells that were merged into one, which holds the value: «A5:D5». Left out where there are none. */
  readonly merged?: readonly MergedCells[]
}

/** An opened spreadsheet; sheets are read as streams, never whole. */
export interface Workbook {
  readonly path: string
  readonly sheetNames: readonly string[]
  /**
   * Calls onRow for every row that has a value, in order; stops early when onRow returns false. Throws a ProblemError
   * where the sheet is broken, and after the last row when formulas have no cached value (a reading that was stopped
   * early does not report them).
   */
  readSheet(name: string, onRow: OnRow): Promise<SheetSummary>
  close(): void
}

/** Limits that a hostile or broken file may not pass; a file beyond one is refused with the limit named. */
export interface SpreadsheetLimits {
  /** All parts of the file together, unpacked. */
  readonly uncompressedBytes: number
  readonly rowsPerSheet: number
  readonly columns: number
  readonly cellCharacters: number
  /** Texts that cells share are the one thing held in memory: so many characters of them together. */
  readonly sharedCharacters: number
}

export interface ColumnToWrite {
  readonly header: string
  /** In characters of the default font; 12 when not given. */
  readonly width?: number
  /** Number format of Excel for the column's numbers, e.g. «0.00» or «0.0%». */
  readonly format?: string
  /** Long texts go on over several lines of their cell. */
  readonly wrap?: boolean
}

/** A sheet as it goes out: a bold, frozen header row from the columns, then the rows. */
export interface SheetToWrite {
  readonly name: string
  readonly columns: readonly ColumnToWrite[]
  readonly rows: Iterable<readonly Cell[]>
  /** How many rows the caller selected; the file is not written when the rows that came differ from it. */
  readonly selected: number
}

export interface SheetWritten {
  readonly name: string
  /** Without the header. */
  readonly rows: number
}
