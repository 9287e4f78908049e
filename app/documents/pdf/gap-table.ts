import type { FilledCell, FilledGrid } from './fill-grid.ts'
import { type Columns, columnOf, gapColumns, partsOf } from './gap-columns.ts'
import { ROW_GAP, type Rules, rowStarts } from './gap-rows.ts'
import { isMark, lineOf } from './lines.ts'
import { leadingOf, putLinesTogether } from './put-lines-together.ts'
import type { Line, Word } from './types.ts'

/** Columns of a table that no line parts, at least; two may be a letterhead or a signature, so they need rows that are sure. */
const FEWEST_COLUMNS = 3
const FEWEST_ROWS_OF_PAIRS = 4

interface Found {
  readonly from: number
  readonly end: number
  readonly sure: boolean
  readonly table: FilledGrid
}

/**
 * A table whose columns are parted by room alone. Its rows are told by lines drawn across, by the numbers in the first column,
 * or by the room between them; where nothing tells them every cell is unsure.
 */
export function gapTable(lines: readonly Line[], rules: Rules): Found | null {
  const found = tableOf(lines, rules, FEWEST_COLUMNS)
  if (found) return found
  const pairs = tableOf(lines, rules, 2)
  // Points and their numbers are a list, whose numbers stand off.
  const isList = pairs?.table.rows.every(
    ([
      {
        lines: [first],
      },
    ]) => !first || isMark(first),
  )
  return pairs?.sure && !isList && pairs.table.rows.length >= FEWEST_ROWS_OF_PAIRS ? pairs : null
}

function tableOf(lines: readonly Line[], rules: Rules, fewest: number): Found | null {
  const from = beginOf(lines, fewest)
  if (from < 0) return null
  const end = endOf(lines, from)
  const body = lines.slice(from, end)
  const columns = gapColumns(body)
  if (!columns || columns.gutters.length + 1 < fewest) return null
  const starts = rowStarts(body, columns, rules)
  const header = body.slice(0, starts.places[0] ?? 1)
  const rows = groupsOf(body, starts.places, columns, header)
  return {
    ...{ from, end, sure: starts.sure },
    table: {
      xs: [columns.left, ...columns.gutters, columns.right],
      rows: rows.map(row => cellsOf(row, columns, starts.sure)),
    },
  }
}

/** A line of so many parts with more such lines below, and what stands beside it at another height. */
function beginOf(lines: readonly Line[], fewest: number): number {
  let from = lines.findIndex(
    (line, at) =>
      partsOf(line) >= fewest &&
      lines.slice(at + 1, at + 12).filter(other => partsOf(other) >= 2).length >= (fewest > 2 ? 2 : 5),
  )
  while (
    from > 0 &&
    partsOf(lines[from - 1]) >= 2 &&
    lines[from].y - lines[from - 1].y < 1.3 * lines[from].size
  )
    from -= 1
  return from
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
