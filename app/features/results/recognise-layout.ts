import type { Cell } from '../../documents/spreadsheet/types.ts'
import { individualResults } from './layouts/individual-results.ts'
import { HeaderRow, type Layout, type LayoutColumns } from './layouts/layout.ts'
import { schoolForm } from './layouts/school-form.ts'
import { vpr2020 } from './layouts/vpr-2020.ts'
import { vpr2021 } from './layouts/vpr-2021.ts'
import { vpr2022 } from './layouts/vpr-2022.ts'

/** Every layout known; the order does not matter, a header fits at most one. */
export const layouts: readonly Layout[] = [vpr2020, vpr2021, vpr2022, schoolForm, individualResults]

/** How many rows of a sheet are looked at for the header («Аналитика» has it in row 8). */
export const HEADER_ROWS = 20

/** Columns by the layout whose header this row is, or null. */
export function recogniseHeader(cells: readonly Cell[]): LayoutColumns | null {
  const header = new HeaderRow(cells)
  for (const layout of layouts) {
    const columns = layout.recognise(header)
    if (columns) return columns
  }
  return null
}
