import { type Draft, doubt, newDraft, putCell } from './draft.ts'
import { type ColumnRole, recogniseHeading } from './headings.ts'
import { numberIn } from './numbers.ts'
import { isTermAlone } from './term-and-who.ts'
import { PAGE_END } from './text-to-document.ts'
import { oneLine } from './words.ts'

const MOST_COLUMNS = 6

/**
 * A table that a page of the web gave as one cell a line, without numbers: the headings, then so many lines for each row.
 * The term stands in its turn and tells where a row begins; lines between two rows are a title.
 */
export function readCellsInTurn(lines: readonly string[]): { drafts: Draft[]; begins: number } {
  const none = { drafts: [], begins: 0 }
  const header = headerOf(lines)
  if (!header) return none
  const { roles, begins, end } = header
  const cells = lines
    .slice(end)
    .map(oneLine)
    .filter(line => line !== '' && line !== PAGE_END.trim())
  // Rows that are counted are told by their numbers.
  if (cells.filter(cell => numberIn(cell) !== null).length > 1) return none
  const termAt = roles.indexOf('term')
  const isRow = (from: number) =>
    from + roles.length <= cells.length && isTermAlone(cells[from + termAt]) && !isTermAlone(cells[from])
  const drafts: Draft[] = []
  let section: string | null = null
  let lost = 0
  for (let at = 0; at < cells.length; ) {
    if (!isRow(at)) {
      // A title right over a row; anything else between rows is not understood.
      if (isRow(at + 1)) section = cells[at]
      else lost += 1
      at += 1
      continue
    }
    const draft = newDraft({ section, year: null, level: null }, new Set(roles))
    for (const [column, role] of roles.entries()) {
      if (role === 'text') draft.text = cells[at + column]
      else if (role !== 'other') putCell(draft, role, cells[at + column])
    }
    doubt(draft, 'text', 'cells-guessed')
    drafts.push(draft)
    at += roles.length
  }
  return drafts.length >= 2 && lost <= drafts.length ? { drafts, begins } : none
}

/** Lines one behind the other that are headings, those of measures and of terms among them. */
function headerOf(lines: readonly string[]): { roles: ColumnRole[]; begins: number; end: number } | null {
  for (let begins = 0; begins < lines.length; begins++) {
    const roles: ColumnRole[] = []
    let end = begins
    for (; end < lines.length && roles.length < MOST_COLUMNS; end++) {
      const line = oneLine(lines[end])
      if (line === '') continue
      const { role } =
        line.length > 60 || numberIn(line) !== null ? { role: 'other' as const } : recogniseHeading(line)
      if (role === 'other' || roles.includes(role)) break
      roles.push(role)
    }
    if (roles.length >= 3 && roles.includes('text') && roles.includes('term') && !roles.includes('number'))
      return { roles, begins, end }
  }
  return null
}
