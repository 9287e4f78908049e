import type { Cell, SheetToWrite } from '../../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../../messages/format.ts'

/** A column of a sheet: its header and the cell under it are defined in one place. */
export interface Column<Row> {
  /** `output.column.<id>` is the header. */
  readonly id: string
  readonly cell: (row: Row) => Cell
  readonly width?: number
  readonly format?: string
}

/** A sheet with one line per row; `id` names it by `output.sheet.<id>`. Cells are made as they are written. */
export function makeSheet<Row>(
  locale: Locale,
  id: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): SheetToWrite {
  return {
    name: say(locale, `output.sheet.${id}`),
    columns: columns.map(({ id, width = 12, format }) => ({
      header: say(locale, `output.column.${id}`),
      width,
      ...(format === undefined ? {} : { format }),
    })),
    rows: rows.values().map(row => columns.map(({ cell }) => cell(row))),
    selected: rows.length,
  }
}
