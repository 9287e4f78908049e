import type { GridCell } from './document.ts'
import { doubt, newDraft } from './draft.ts'
import { type Column, levelIn } from './headings.ts'
import { putOthers } from './put-cells.ts'
import type { TableState } from './table-state.ts'
import { oneLine, startsLow } from './words.ts'

const LIST_MARK = /^\s*(?:\d{1,2}[.)]|[-–—•*·▪])\s+/

/** Adds the measures of one row: those of a month with the month for a term, the direction of the row as their section. */
export function readScheduleRow(
  row: readonly GridCell[],
  columns: readonly Column[],
  state: TableState,
  source: { readonly block: number; readonly row: number },
): void {
  state.last.clear()
  const direction = columns
    .flatMap(({ role }, at) => (role === 'text' || role === 'section' ? [oneLine(row[at].text)] : []))
    .filter(Boolean)
    .join('. ')
  const section = direction === '' ? state.section : direction
  const beside = columns.map(
    (column): Column =>
      column.role === 'calendar' || column.role === 'section' ? { ...column, role: 'made' } : column,
  )
  for (const [at, { role, heading }] of columns.entries()) {
    const { text, across, down } = row[at]
    if (role !== 'calendar' || across || down || text.trim() === '') continue
    const works = parted(text)
    // Over several months it stands once, from the first to the last of them.
    let last = at
    while (row[last + 1]?.across && columns[last + 1].role === 'calendar') last += 1
    for (const words of works.parts) {
      const draft = newDraft(
        { section, year: state.year, schoolYear: state.schoolYear, level: levelIn(section ?? '') },
        new Set(columns.map(column => column.role)),
      )
      draft.source = { block: source.block, rows: [source.row] }
      draft.text = words
      for (const month of new Set([heading, columns[last].heading])) draft.calendar.push(month)
      putOthers(draft, row, beside)
      if (works.guessed) doubt(draft, 'text', 'joined')
      state.drafts.push(draft)
    }
  }
}

/** The works of a cell: each line with a mark of a list begins one; lines without marks may be one or many. */
function parted(text: string): { readonly parts: readonly string[]; readonly guessed: boolean } {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const parts: string[] = []
  for (const line of lines) {
    const words = oneLine(line.replace(LIST_MARK, ''))
    if (parts.length === 0 || LIST_MARK.test(line)) parts.push(words)
    else parts[parts.length - 1] += ` ${words}`
  }
  const guessed = parts.length === 1 && lines.slice(1).some(line => !startsLow(line))
  return { parts, guessed }
}
