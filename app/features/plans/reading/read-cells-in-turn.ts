import { type Draft, doubt, newDraft, putCell } from './draft.ts'
import { type ColumnRole, recogniseHeading } from './headings.ts'
import { follows, numberIn } from './numbers.ts'
import { isTermAlone } from './term-and-who.ts'
import { PAGE_END } from './text-to-document.ts'
import { oneLine, startsLow } from './words.ts'

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
  if (cells.filter(cell => numberIn(cell) !== null).length > 1)
    return roles[0] === 'number' ? { drafts: countedRows(cells, roles), begins } : none
  if (roles.includes('number')) return none
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
    drafts.push(draftOf(cells.slice(at, at + roles.length), roles, section))
    at += roles.length
  }
  return drafts.length >= 2 && lost <= drafts.length ? { drafts, begins } : none
}

function draftOf(cells: readonly string[], roles: readonly ColumnRole[], section: string | null): Draft {
  const draft = newDraft({ section, year: null, level: null }, new Set(roles))
  for (const [column, role] of roles.entries()) {
    if (role === 'text') draft.text = cells[column]
    else if (role === 'number') draft.number = numberIn(cells[column])
    else if (role !== 'other') putCell(draft, role, cells[column])
  }
  doubt(draft, 'text', 'cells-guessed')
  return draft
}

/** Rows from number to number, where most have a line for each cell; a line too many behind the last is a title. */
function countedRows(cells: readonly string[], roles: readonly ColumnRole[]): Draft[] {
  const starts: number[] = []
  for (const [at, cell] of cells.entries()) {
    const before = starts.at(-1)
    const [number, last] = [numberIn(cell), before === undefined ? null : numberIn(cells[before])]
    if (number !== null && (last === null || follows(number, last))) starts.push(at)
  }
  const drafts: Draft[] = []
  let section: string | null = starts[0] === 1 ? cells[0] : null
  const termAt = roles.indexOf('term')
  let inTurn = 0
  for (const [place, from] of starts.entries()) {
    const to = starts[place + 1] ?? cells.length
    const dated = isTermAlone(cells[from + termAt] ?? '')
    if (dated) inTurn += 1
    const row = cells.slice(from, from + roles.length)
    const more = cells.slice(from + roles.length, to)
    // «Координаторы,» goes on below; anything else behind a whole row is the title of the next.
    if (more.length > 0 && (/[,;-]$/.test(row.at(-1)!) || startsLow(more[0])))
      row[row.length - 1] += `\n${more.splice(0).join('\n')}`
    if (row.length === roles.length && (more.length === 0 || (dated && more.length === 1)))
      drafts.push(draftOf(row, roles, section))
    if (more.length === 1 && to < cells.length) section = more[0]
  }
  // A row with an empty cell is not understood here: the reader of columns run into each other has them all.
  // «первая неделя» of no month is a term as well, though nobody can read it: some that can be read will do.
  const understood = starts[0] <= 1 && drafts.length === starts.length && inTurn * 3 > drafts.length
  return understood && drafts.length > 1 ? drafts : []
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
    if (roles.length >= 3 && roles.includes('text') && roles.includes('term') && roles.indexOf('number') <= 0)
      return { roles, begins, end }
  }
  return null
}
