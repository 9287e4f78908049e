import type { Cell } from '../spreadsheet/types.ts'

/** Excel reads UTF-8 as such only behind this mark. */
const MARK = '\uFEFF'

/** How a text begins that some spreadsheet program takes for a formula; the wide signs are those of Eastern keyboards. */
export const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * Rows as text with semicolons, as Excel in Russia opens them. A text that a spreadsheet program would take for a
 * formula gets an apostrophe before it; readCsv takes it away. Numbers stay numbers.
 */
export function writeCsv(rows: Iterable<readonly Cell[]>): string {
  let text = MARK
  for (const cells of rows) text += `${cells.map(toField).join(';')}\r\n`
  return text
}

function toField(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
