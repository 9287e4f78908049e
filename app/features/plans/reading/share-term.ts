import { readTerm } from '@objektiv/russian-terms'
import type { GridCell } from './document.ts'
import { type Draft, doubt, putCell } from './draft.ts'
import type { Column } from './headings.ts'
import { leadingNumber } from './numbers.ts'
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
  const leads = at === 0 && textAt > 0
  if (!leads) return
  const own = draft.cells.get('term')
  // A day is its own row's; a month may hold several rows.
  if (own !== undefined) state.leadingTerm = readTerm(oneLine(own)).kind === 'months' ? own : null
  else if (state.leadingTerm !== null && row[at].text.trim() === '') {
    putCell(draft, 'term', state.leadingTerm)
    doubt(draft, 'term', 'term-unsure')
  }
}

/**
 * Where a direction is merged over its measures, a page of the web leaves its cell out of the rows below, and they begin a
 * column too early: «2. …» stands under the direction, behind measure 1.
 */
export function withoutMerged(
  row: readonly GridCell[],
  columns: readonly Column[],
  { last }: TableState,
): readonly GridCell[] {
  const [first, second] = columns
  if (first.role !== 'section' || second?.role !== 'text' || row.at(-1)?.text.trim() !== '') return row
  const above = [...last.values()].at(-1)
  const before = above?.number
  const own = leadingNumber(oneLine(row[0].text)).number
  if (!before || !own || row[0].down || row[0].across || Number(own) !== Number(before) + 1) return row
  return [{ text: above.section ?? '', across: false, down: true }, ...row.slice(0, -1)]
}
