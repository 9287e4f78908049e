import type { Grid, GridCell } from './document.ts'
import { continueCell, doubt, newDraft, putCell } from './draft.ts'
import type { headerOf } from './find-header.ts'
import { type Column, type ColumnRole, isNumberingRow, levelIn, recogniseHeader } from './headings.ts'
import { isHeaderAgain, isOtherHeader, namesMeasures } from './headings-again.ts'
import { isSchedule } from './is-schedule.ts'
import { leadingNumber, numberIn } from './numbers.ts'
import { doubtCells, putOthers } from './put-cells.ts'
import { readScheduleRow } from './read-schedule.ts'
import { isList, isPoint, isSignature, isTotal, isUnderRows, oddNumber } from './row-kinds.ts'
import { headingOfRow } from './section-rows.ts'
import { shareTerm, withoutMerged } from './share-term.ts'
import { type TableState, takeHeading, takeYear } from './table-state.ts'
import { termBehindText } from './term-and-who.ts'
import { isDash, oneLine, startsLow } from './words.ts'

/** Adds the measures of one table; the state carries section, year and columns on. */
export function readTable(
  header: NonNullable<ReturnType<typeof headerOf>>,
  state: TableState,
  block: number,
): void {
  const { grid, columns, from, own } = header
  state.columns = columns
  if (own) state.leadingTerm = null
  const whole = grid.slice(from)
  const next = whole.findIndex((row, at) => at > 0 && isOtherHeader(row, columns))
  const rows = next < 0 ? whole : whole.slice(0, next)
  const numberAt = columns.findIndex(({ role }) => role === 'number')
  const numbered = numberAt >= 0 && rows.filter(row => numberIn(row[numberAt].text)).length * 3 >= rows.length
  const table = { columns, numberAt, numbered, rows }
  const schedule = isSchedule(columns, rows)
  for (const [at, printed] of rows.entries()) {
    const row = withoutMerged(printed, columns, state)
    if (row.every(({ text }) => text.trim() === '') || isNumberingRow(row) || isHeaderAgain(row, columns))
      continue
    if (isTotal(row)) continue
    const heading = headingOfRow(row, at, table)
    if (heading) takeHeading(heading, state)
    else if (schedule) readScheduleRow(row, columns, state, { block, row: from + at })
    else readRow(row, table, state, { block, row: from + at, opensPage: !own && at === 0 })
  }
  // Under headings of their own stands another table, of measures or of something else.
  const opens = next < 0 ? -1 : whole.findIndex((row, at) => at >= next && namesMeasures(row))
  const other = opens < 0 ? null : recogniseHeader([whole[opens]], whole.slice(opens + 1))
  if (other) readTable({ grid, columns: other, above: 0, from: from + opens + 1, own: true }, state, block)
}

interface TableRows {
  readonly columns: readonly Column[]
  readonly numberAt: number
  readonly numbered: boolean
  readonly rows: Grid
}

interface RowPlace {
  readonly block: number
  readonly row: number
  readonly opensPage: boolean
}

function readRow(row: readonly GridCell[], table: TableRows, state: TableState, place: RowPlace): void {
  const { columns, numberAt, numbered } = table
  const textColumns = columns.flatMap(({ role }, at) => (role === 'text' && !row[at].across ? [at] : []))
  // Beside the measure of one level a dash says that the other has none.
  const hasWords = (at: number) =>
    row[at].text.trim() !== '' && !(textColumns.length > 1 && isDash(row[at].text))
  const fresh = textColumns.filter(at => hasWords(at) && !row[at].down)
  const shared = numberAt >= 0 && row[numberAt].down && fresh.length === 0
  const number = numberAt < 0 || shared ? null : numberIn(row[numberAt].text)
  const own = (at: number) => row[at] && !row[at].down && !row[at].across && row[at].text.trim() !== ''
  const continues =
    state.last.size > 0 &&
    number === null &&
    !(numberAt >= 0 && own(numberAt)) &&
    (fresh.length === 0 ||
      fresh.every(at => startsLow(row[at].text) && !isPoint(row[at].text)) ||
      (place.opensPage && numbered && !columns.some(({ role }, at) => role === 'term' && own(at))))
  if (continues) {
    continueRow(row, table, state)
    for (const { source } of state.last.values())
      if (source?.block === place.block) source.rows.push(place.row)
    return
  }
  if (
    fresh.length === 0 &&
    (isSignature(row) || !columns.some(({ role }, at) => role !== 'number' && own(at)))
  )
    return
  const dated = columns.some(({ role }, at) => role === 'term' && own(at))
  if (number === null && !dated && isUnderRows(row)) return
  state.last.clear()
  takeYear(row, columns, state)
  for (const at of fresh.length > 0 ? fresh : textColumns.slice(0, 1)) {
    const column = columns[at]
    const levels = columns.filter(({ role, level }) => role === 'text' && level)
    const spansAll = textColumns.length === 1 && levels.length > 1
    const draft = newDraft(
      {
        ...{ section: state.section, month: state.month, year: state.year, schoolYear: state.schoolYear },
        level: spansAll ? null : (column.level ?? levelIn(state.section ?? '')),
      },
      new Set(columns.map(({ role }) => role)),
    )
    if (state.yearRepeated) doubt(draft, 'year', 'year-repeated')
    draft.source = { block: place.block, rows: [place.row] }
    draft.number = number ?? (numberAt >= 0 && own(numberAt) ? oddNumber(row[numberAt].text) : null)
    draft.counted = numberAt >= 0 && (row[numberAt].counted ?? false)
    draft.text = oneLine(row[at].text)
    // A dash in the column of numbers says that there is none.
    if (draft.number === null && !isList(row[at].text) && !(numberAt >= 0 && isDash(row[numberAt].text))) {
      const { number: inside, rest } = leadingNumber(draft.text)
      draft.number = inside
      draft.text = rest
    }
    putCell(draft, 'term', termBehindText(column.heading, row[at].text) ?? '')
    const asked =
      levels.length > 1
        ? columns.map(of => (isOfOther(of, column) ? { ...of, role: 'made' as const } : of))
        : columns
    putOthers(draft, row, asked)
    doubtCells(draft, row, columns)
    shareTerm(draft, row, columns, state)
    if (draft.text === '') doubt(draft, 'text', 'empty')
    state.drafts.push(draft)
    state.last.set(at, draft)
  }
}

/** The term of the region beside a measure of the school. */
function isOfOther({ role, level }: Column, text: Column): boolean {
  return role !== 'text' && level !== null && text.level !== null && level !== text.level
}

const NOT_CONTINUED: ReadonlySet<ColumnRole> = new Set(['other', 'level', 'section', 'year', 'made'])

/** A row that goes on with the measure before it: the rest of its words, or one more stage beside the same text. */
function continueRow(row: readonly GridCell[], { columns, rows }: TableRows, state: TableState): void {
  const drafts = [...state.last.values()]
  const merged = columns.some(({ role }, at) => role === 'text' && row[at].down && row[at].text.trim() !== '')
  for (const [at, { role }] of columns.entries()) {
    const { text, down, across } = row[at]
    if (down || across || text.trim() === '' || role === 'number') continue
    const draft = state.last.get(at) ?? drafts[0]
    if (role === 'text') {
      continueCell(draft, 'text', text)
      doubt(draft, 'text', 'joined')
    } else if (role === 'calendar') draft.calendar.push(columns[at].heading)
    else if (!NOT_CONTINUED.has(role)) {
      if (merged || (rows.length > 1 && !startsLow(text))) putCell(draft, role, text)
      else continueCell(draft, role, text)
    }
  }
}
