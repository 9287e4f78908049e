import type { FilledCell, FilledGrid } from './fill-grid.ts'
import { type Columns, columnOf, gapColumns, partsOf } from './gap-columns.ts'
import { lineOf } from './lines.ts'
import { leadingOf, putLinesTogether } from './put-lines-together.ts'
import type { Line, Rule, Word } from './types.ts'

/** Columns of a table that no line parts, at least; two are a letterhead or a signature. */
const FEWEST_COLUMNS = 3
/** Of the usual distance of lines: more of it parts rows. */
const ROW_GAP = 1.2
/** Of the width of the table: a line that long is drawn between rows. */
const LONG_RULE = 0.6
const NUMBER = /^\d{1,3}(?:[.)]\d{1,3})*[.)]?$/

interface Found {
  readonly from: number
  readonly end: number
  readonly table: FilledGrid
}

/**
 * A table whose columns are parted by room alone. Its rows are told by lines drawn across, by the numbers in the first column,
 * or by the room between them; where nothing tells them every cell is unsure.
 */
export function gapTable(lines: readonly Line[], rules: (page: number) => readonly Rule[]): Found | null {
  const from = lines.findIndex((_, at) => opensTable(lines, at))
  if (from < 0) return null
  const end = endOf(lines, from)
  const body = lines.slice(from, end)
  const columns = gapColumns(body)
  if (!columns || columns.gutters.length + 1 < FEWEST_COLUMNS) return null
  const starts = rowStarts(body, columns, rules)
  const header = body.slice(0, starts.places[0] ?? 1)
  const rows = groupsOf(body, starts.places, columns, header)
  return {
    ...{ from, end },
    table: {
      xs: [columns.left, ...columns.gutters, columns.right],
      rows: rows.map(row => cellsOf(row, columns, starts.sure)),
    },
  }
}

/** A line of three parts or more, and more such lines below. */
function opensTable(lines: readonly Line[], at: number): boolean {
  if (partsOf(lines[at]) < FEWEST_COLUMNS) return false
  return lines.slice(at + 1, at + 12).filter(line => partsOf(line) >= 2).length >= 2
}

/** The table ends with the last line of several parts, and what goes on right below it. */
function endOf(lines: readonly Line[], from: number): number {
  let end = lines.findLastIndex((line, at) => at >= from && partsOf(line) >= 2) + 1
  const leading = leadingOf(lines.slice(from, end))
  while (end < lines.length) {
    const [last, next] = [lines[end - 1], lines[end]]
    if (next.page !== last.page || next.y - last.y > ROW_GAP * leading || next.right > last.right + 200) break
    end += 1
  }
  return end
}

interface Starts {
  /** Lines with which rows begin. */
  readonly places: readonly number[]
  readonly sure: boolean
}

function rowStarts(
  body: readonly Line[],
  columns: Columns,
  rules: (page: number) => readonly Rule[],
): Starts {
  const { titles } = columns
  const all = body.map((_, at) => at)
  const counted = all.filter(at => isCounted(body[at], columns))
  // At the top of a page the line may be drawn over the rest of a row that has begun on the page before.
  const begins = (at: number) =>
    body[at - 1].page === body[at].page || counted.length < 2 || counted.includes(at) || titles.has(body[at])
  const ruled = all.filter(at => at > 0 && isRuledOff(body[at - 1], body[at], columns, rules) && begins(at))
  if (ruled.length >= 3) return { places: ruled, sure: true }
  if (counted.length >= 2) {
    // Numbers at half the height of their rows say where rows are, not where they begin.
    const filled = counted.filter(at => filledColumns(body[at], columns) > 2).length
    if (filled * 4 >= counted.length * 3)
      return { places: all.filter(at => counted.includes(at) || titles.has(body[at])), sure: true }
  }
  const leading = leadingOf(body)
  const apart = all.filter(at => at > 0 && isApart(body[at - 1], body[at], leading))
  if (apart.length >= 2)
    return { places: apart, sure: counted.length === 0 || apart.length >= counted.length }
  const full = all.filter(
    at => filledColumns(body[at], columns) >= columns.gutters.length || titles.has(body[at]),
  )
  return { places: full.filter(at => at > 0), sure: false }
}

function isRuledOff(
  before: Line,
  line: Line,
  columns: Columns,
  rules: (page: number) => readonly Rule[],
): boolean {
  const least = LONG_RULE * (columns.right - columns.left)
  return rules(line.page).some(
    ({ at, from, to }) =>
      to - from > least &&
      at < line.y - 0.2 * line.size &&
      (before.page !== line.page || at > before.y - 0.2 * before.size),
  )
}

function isApart(before: Line, line: Line, leading: number): boolean {
  return before.page === line.page && line.y - before.y > ROW_GAP * leading
}

function isCounted(line: Line, columns: Columns): boolean {
  const first = line.words.filter(word => columnOf(columns, word) === 0)
  return first.length === 1 && NUMBER.test(first[0].text)
}

function filledColumns(line: Line, columns: Columns): number {
  return new Set(line.words.map(word => columnOf(columns, word))).size
}

/** Lines of each row; a title over the columns is a row of its own, the header is taken once. */
function groupsOf(
  body: readonly Line[],
  places: readonly number[],
  { titles }: Columns,
  header: readonly Line[],
): Line[][] {
  const starts = new Set(places)
  const again = new Set(header.map(({ text }) => text))
  const rows: Line[][] = [[]]
  let heads = true
  for (const [at, line] of body.entries()) {
    // At the top of a page.
    if (at > 0 && body[at - 1].page !== line.page) heads = true
    if (heads && at >= header.length && again.has(line.text)) continue
    if (at >= header.length) heads = false
    const last = rows.at(-1)!
    const afterTitle = last.length > 0 && titles.has(last[0]) !== titles.has(line)
    const begins = titles.has(line) ? afterTitle : starts.has(at) || afterTitle
    if (begins && last.length > 0) rows.push([line])
    else last.push(line)
  }
  return rows
}

function cellsOf(row: readonly Line[], columns: Columns, sure: boolean): FilledCell[] {
  const { titles, left, right, spans } = columns
  if (titles.has(row[0])) {
    const area = { left, right }
    return [{ text: putLinesTogether(row, area), colspan: spans.length, rowspan: 1, lines: row, area }]
  }
  return spans.map(([from, to], column) => {
    const lines = row.flatMap(line => partOf(line, word => columnOf(columns, word) === column))
    const area = { left: from, right: to }
    const pages = new Set(lines.map(({ page }) => page))
    const unsure = sure ? (pages.size > 1 ? ('joined' as const) : undefined) : ('torn' as const)
    return {
      ...{ text: putLinesTogether(lines, area), colspan: 1, rowspan: 1, lines, area },
      ...(unsure ? { unsure } : {}),
    }
  })
}

function partOf(line: Line, own: (word: Word) => boolean): Line[] {
  const words = line.words.filter(own)
  return words.length === 0 ? [] : [{ ...lineOf(words), page: line.page }]
}
