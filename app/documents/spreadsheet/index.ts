export { columnLetter } from './column-letter.ts'
export { openWorkbook } from './open-workbook.ts'
export { type Parameter, parametersSheet } from './parameters-sheet.ts'
export { recogniseFile } from './recognise-file.ts'
export type {
  Cell,
  ColumnToWrite,
  MergedCells,
  OnRow,
  SheetSummary,
  SheetToWrite,
  SheetWritten,
  SpreadsheetLimits,
  Workbook,
} from './types.ts'
export { type ListToWrite, writeList } from './write-list.ts'
export { writeWorkbook } from './write-workbook.ts'
