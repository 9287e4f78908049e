import { columnLetter } from '../../documents/spreadsheet/index.ts'
import type { Cell } from '../../documents/spreadsheet/types.ts'

/** How a column is called in messages: its letter and, where it has one, its header; '' for a whole row (−1). */
export function columnName(index: number, headers: readonly Cell[]): string {
  if (index < 0) return ''
  const header = headers[index]
  const letter = columnLetter(index)
  return header === null || header === undefined || header === ''
    ? letter
    : `${letter} «${String(header).trim()}»`
}
