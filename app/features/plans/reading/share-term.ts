import { readTerm } from '@objektiv/russian-terms'
import type { GridCell } from './document.ts'
import { type Draft, doubt, putCell } from './draft.ts'
import type { Column } from './headings.ts'
import type { TableState } from './table-state.ts'
import { oneLine } from './words.ts'

/** Months stand before their measures, and an empty cell below one of them goes on with it. */
export function shareTerm(
  draft: Draft,
  row: readonly GridCell[],
  columns: readonly Column[],
  state: TableState,
): void {
  const [at, textAt] = ['term', 'text'].map(role => columns.findIndex(column => column.role === role))
  const leads = at === 0 && textAt > 0 && columns.every(({ role }) => role !== 'number')
  if (!leads) return
  const own = draft.cells.get('term')
  // A day is its own row's; a month may hold several rows.
  if (own !== undefined) state.leadingTerm = readTerm(oneLine(own)).kind === 'months' ? own : null
  else if (state.leadingTerm !== null && row[at].text.trim() === '') {
    putCell(draft, 'term', state.leadingTerm)
    doubt(draft, 'term', 'term-unsure')
  }
}
