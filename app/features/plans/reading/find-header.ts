import { type Block, type Grid, type GridCell, spreadCells } from './document.ts'
import { type Column, isNumberingRow, recogniseHeader, recogniseHeading } from './headings.ts'
import { numberIn } from './numbers.ts'
import type { TableState } from './table-state.ts'
import { isTermAlone } from './term-and-who.ts'
import { oneLine } from './words.ts'

type Table = Extract<Block, { type: 'table' }>

/** Where the measures of a table begin and what its columns are; null when it is not a table of measures. */
export function headerOf(
  table: Table,
  state: TableState,
): { grid: Grid; columns: readonly Column[]; above: number; from: number; own: boolean } | null {
  const grid = spreadCells(table.rows)
  const guess = { texts: state.guessTexts }
  let most = 0
  for (let at = 0; at < Math.min(grid.length, 10); at++) {
    let end = at + 1
    while (end < grid.length && end < at + 3 && grid[end].some(({ down }) => down)) end += 1
    if (end === at + 1 && grid[end] && isSubheading(grid[at], grid[end])) end += 1
    const columns =
      recogniseHeader(grid.slice(at, end), grid.slice(end), guess) ??
      recogniseHeader([grid[at]], grid.slice(at + 1), guess)
    // A row of measures may sound like headings («Результаты», «апрель»): the row above that names more of them is the header.
    const named = namedIn(grid[at])
    if (!columns || named < most) {
      most = Math.max(most, named)
      continue
    }
    // Rows over a header that is the one known already go on from the page before.
    const known = state.columns
    if (at > 0 && known && sameRoles(known, columns) && goesOn(grid, known))
      return { grid, columns: known, above: 0, from: 0, own: false }
    return { grid, columns, above: at, from: end, own: true }
  }
  const { columns } = state
  if (!columns || grid.length === 0) return null
  return goesOn(grid, columns) ? { grid, columns, above: 0, from: 0, own: false } : null
}

/** How many cells of a row are headings by their own words. */
function namedIn(row: readonly GridCell[]): number {
  return row.filter(({ text, across }) => !across && recogniseHeading(text).role !== 'other').length
}

function sameRoles(first: readonly Column[], second: readonly Column[]): boolean {
  return first.length === second.length && first.every(({ role }, at) => role === second[at].role)
}

/** A table without a header that goes on from the page before: as wide, and numbered where that one is. */
function goesOn(grid: Grid, columns: readonly Column[]): boolean {
  if (grid[0].length !== columns.length) return false
  const at = columns.findIndex(({ role }) => role === 'number')
  const first = grid.find(row => row.some(({ text }) => text.trim() !== ''))
  // A title merged over the width is one cell, though each place of its row shows its words.
  if (!first || first.filter(({ text, across }) => text.trim() !== '' && !across).length <= 1) return true
  // Lessons, lists and prices are as wide by chance: none of their cells is a term.
  const termAt = columns.findIndex(({ role }) => role === 'term')
  const said = grid.flatMap(row => (row[termAt]?.text.trim() ? [oneLine(row[termAt].text)] : []))
  if (termAt >= 0 && said.length > 1 && !said.some(isTermAlone)) return false
  if (at < 0) return true
  const words = first[at].text.trim()
  return words === '' || numberIn(words) !== null
}

/** The second row of a header without merged cells: empty but for «начало», «окончание» or months. */
function isSubheading(row: readonly GridCell[], next: readonly GridCell[]): boolean {
  const filled = next.filter(({ text }) => text.trim() !== '')
  if (filled.length < 2 || filled.length === next.length || isNumberingRow(next)) return false
  return (
    filled.every(({ text }) =>
      /^(?:план|факт|начал|оконч|заверш|дата|[ivxхі]+\.?$|i|v|20\d\d|[1-4] ?кв|январ|феврал|март|апрел|ма[йя]|июн|июл|авг|сент|окт|нояб|дек)/i.test(
        text.trim(),
      ),
    ) && row.some(({ text }) => text.trim() !== '')
  )
}
