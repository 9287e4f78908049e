import type { Locale } from '../../messages/format.ts'
import { type Parameter, parametersSheet } from './parameters-sheet.ts'
import type { Cell, ColumnToWrite } from './types.ts'
import { writeWorkbook } from './write-workbook.ts'

/** A list as a spreadsheet takes it. */
export interface ListToWrite {
  /** Name of the sheet with the rows. */
  readonly sheet: string
  readonly parameters: readonly Parameter[]
  readonly columns: readonly ColumnToWrite[]
  readonly rows: readonly (readonly Cell[])[]
  /** Counted apart from the rows. */
  readonly selected: number
}

/** Writes parameters and rows; fails when the rows are not as many as were selected. */
export async function writeList(
  path: string,
  locale: Locale,
  { sheet, parameters, columns, rows, selected }: ListToWrite,
): Promise<void> {
  await writeWorkbook(path, [
    parametersSheet(locale, parameters, selected),
    { name: sheet, columns, rows, selected },
  ])
}
