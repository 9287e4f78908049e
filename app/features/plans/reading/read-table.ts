import { readTerm } from '@objektiv/russian-terms'
import { type Block, type Grid, type GridCell, spreadCells } from './document.ts'
import { continueCell, type Draft, doubt, newDraft, putCell } from './draft.ts'
import {
  type Column,
  type ColumnRole,
  isNumberingRow,
  levelIn,
  levelOfCell,
  recogniseHeader,
} from './headings.ts'
import { leadingNumber, numberIn } from './numbers.ts'
import { endOf, type HeadingRow, headingOfRow, isSchoolYear, yearOfHeading } from './section-rows.ts'
import { isDash, oneLine, plainWords, startsLow } from './words.ts'

/** What holds from one table to the next. */
export interface TableState {
  columns: readonly Column[] | null
  section: string | null
  year: number | null
  schoolYear: boolean
  /** A bare year over the first table. */
  frontYear: number | null
  /** The year was printed before: what follows is there twice. */
  yearRepeated: boolean
  readonly years: Set<number>
  readonly drafts: Draft[]
  /** The last measure of every column of measures, for rows that go on. */
  readonly last: Map<number, Draft>
}

export function newState(): TableState {
  return {
    ...{ columns: null, section: null, year: null, schoolYear: false, frontYear: null, yearRepeated: false },
    ...{ years: new Set(), drafts: [], last: new Map() },
  }
}

type Table = Extract<Block, { type: 'table' }>

/** Where the measures of a table begin and what its columns are; null when it is not a table of measures. */
export function headerOf(
  table: Table,
  state: TableState,
): { grid: Grid; columns: readonly Column[]; above: number; from: number; own: boolean } | null {
  const grid = spreadCells(table.rows)
  for (let at = 0; at < Math.min(grid.length, 10); at++) {
    let end = at + 1
    while (end < grid.length && end < at + 3 && grid[end].some(({ down }) => down)) end += 1
    if (end === at + 1 && grid[end] && isSubheading(grid[at], grid[end])) end += 1
    const columns = recogniseHeader(grid.slice(at, end)) ?? recogniseHeader([grid[at]])
    if (!columns) continue
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

function sameRoles(first: readonly Column[], second: readonly Column[]): boolean {
  return first.length === second.length && first.every(({ role }, at) => role === second[at].role)
}

/** A table without a header that goes on from the page before: as wide, and numbered where that one is. */
function goesOn(grid: Grid, columns: readonly Column[]): boolean {
  if (grid[0].length !== columns.length) return false
  const at = columns.findIndex(({ role }) => role === 'number')
  const first = grid.find(row => row.some(({ text }) => text.trim() !== ''))
  if (at < 0 || !first || first.filter(({ text }) => text.trim() !== '').length === 1) return true
  const words = first[at].text.trim()
  return words === '' || numberIn(words) !== null
}

/** The second row of a header without merged cells: empty but for «начало», «окончание» or months. */
function isSubheading(row: readonly GridCell[], next: readonly GridCell[]): boolean {
  const filled = next.filter(({ text }) => text.trim() !== '')
  if (filled.length < 2 || filled.length === next.length || isNumberingRow(next)) return false
  return (
    filled.every(({ text }) =>
      /^(?:план|факт|начал|оконч|заверш|дата|i|v|20\d\d|[1-4] ?кв|январ|феврал|март|апрел|ма[йя]|июн|июл|авг|сент|окт|нояб|дек)/i.test(
        text.trim(),
      ),
    ) && row.some(({ text }) => text.trim() !== '')
  )
}

/** Adds the measures of one table; the state carries section, year and columns on. */
export function readTable(
  header: NonNullable<ReturnType<typeof headerOf>>,
  state: TableState,
  block: number,
): void {
  const { grid, columns, from, own } = header
  state.columns = columns
  const rows = grid.slice(from)
  const numberAt = columns.findIndex(({ role }) => role === 'number')
  const numbered = numberAt >= 0 && rows.filter(row => numberIn(row[numberAt].text)).length * 3 >= rows.length
  const table = { columns, numberAt, numbered, rows }
  for (const [at, row] of rows.entries()) {
    if (row.every(({ text }) => text.trim() === '') || isNumberingRow(row) || isHeaderAgain(row, columns))
      continue
    const heading = headingOfRow(row, at, table)
    if (heading) takeHeading(heading, state)
    else readRow(row, table, state, { block, row: from + at, opensPage: !own && at === 0 })
  }
}

interface TableRows {
  readonly columns: readonly Column[]
  readonly numberAt: number
  readonly numbered: boolean
  readonly rows: Grid
}

function isHeaderAgain(row: readonly GridCell[], columns: readonly Column[]): boolean {
  const named = columns.filter(({ heading }) => heading !== '').length
  const same = row.filter(({ text }, at) => {
    const words = plainWords(text)
    return words !== '' && plainWords(columns[at]?.heading ?? '').endsWith(words)
  }).length
  return same >= 2 && same * 3 >= named * 2
}

/** A row of one title: a year begins a new part of the plan, other words a section. */
export function takeHeading(heading: HeadingRow, state: TableState): void {
  const ends = endOf(heading)
  if (ends !== null) {
    state.section = null
    if (ends === 'year') state.year = null
    return
  }
  if (heading.year === null) {
    state.section = heading.text
    return
  }
  state.yearRepeated = state.years.has(heading.year)
  state.years.add(heading.year)
  state.year = heading.year
  state.schoolYear = isSchoolYear(heading.text)
  state.section = null
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
      fresh.every(at => startsLow(row[at].text)) ||
      (place.opensPage && numbered && !columns.some(({ role }, at) => role === 'term' && own(at))))
  if (continues) {
    continueRow(row, table, state)
    for (const { source } of state.last.values())
      if (source?.block === place.block) source.rows.push(place.row)
    return
  }
  if (fresh.length === 0 && !columns.some(({ role }, at) => role !== 'number' && own(at))) return
  state.last.clear()
  takeYear(row, columns, state)
  for (const at of fresh.length > 0 ? fresh : textColumns.slice(0, 1)) {
    const column = columns[at]
    const spansAll = textColumns.length === 1 && columns.filter(({ level }) => level).length > 1
    const draft = newDraft(
      {
        ...{ section: state.section, year: state.year, schoolYear: state.schoolYear },
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
    if (draft.number === null && !(numberAt >= 0 && isDash(row[numberAt].text))) {
      const { number: inside, rest } = leadingNumber(draft.text)
      draft.number = inside
      draft.text = rest
    }
    putOthers(draft, row, columns)
    if (draft.text === '') doubt(draft, 'text', 'empty')
    state.drafts.push(draft)
    state.last.set(at, draft)
  }
}

/** What stands in the column of numbers and counts in a way of its own, or was scanned badly: «1а», «2-3», «З». */
function oddNumber(text: string): string | null {
  const words = oneLine(text)
  return /^(?=.{1,12}$)\d[^\s]*$|^\p{L}$/u.test(words) ? words.replace(/[.)]+$/, '') : null
}

function putOthers(draft: Draft, row: readonly GridCell[], columns: readonly Column[]): void {
  for (const [at, { role, heading }] of columns.entries()) {
    const { text, across } = row[at]
    if (across || text.trim() === '') continue
    if (role === 'calendar') {
      const term = markedTerm(text.trim(), heading)
      if (term !== null) draft.calendar.push(term)
      // A sum of money under a year is no term.
      else putCell(draft, 'note', `${heading}: ${oneLine(text)}`)
    } else if (role === 'level') draft.level = levelOfCell(text)
    else if (role === 'section') draft.section = isDash(text) ? null : oneLine(text)
    else if (role === 'other') {
      if (heading === '') doubt(draft, 'text', 'cell-without-heading')
      putCell(draft, 'note', heading === '' ? text : `${heading}: ${oneLine(text)}`)
    } else if (role !== 'text' && role !== 'number' && role !== 'year' && role !== 'made')
      putCell(draft, role, text)
  }
}

/** The year of a row that has a column for it. */
function takeYear(row: readonly GridCell[], columns: readonly Column[], state: TableState): void {
  const at = columns.findIndex(({ role }) => role === 'year')
  if (at < 0) return
  const text = oneLine(row[at].text)
  const year = yearOfHeading(/^20\d\d$/.test(text) ? `${text} год` : text)
  const other = year !== state.year || (year !== null && isSchoolYear(text) !== state.schoolYear)
  if (other) takeHeading({ text: year === null ? 'Без указания года' : text, year }, state)
}

/** A mark stands for the month over it; a term in the cell says it more exactly, of a year over it in part. */
function markedTerm(text: string, heading: string): string | null {
  if (/^[+xх✓✔v*vда\s-]{1,3}$/i.test(text)) return heading
  const own = readTerm(text)
  if (own.kind === 'unknown') return null
  return /^20\d\d/.test(heading) && own.doubts.includes('year-unknown') ? `${text} ${heading}` : text
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
