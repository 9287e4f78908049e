import { alignedTable } from './aligned-text.ts'
import { closedCells } from './closed-cells.ts'
import { type Block, cell, type DocumentCell, type SourceDocument } from './document.ts'
import { recogniseHeader } from './headings.ts'
import { numberIn } from './numbers.ts'
import { isTermAlone } from './term-and-who.ts'
import { startsLow } from './words.ts'

type Row = DocumentCell[]

/** A page ends here: kept as a paragraph of its own, since columns begin anew behind it. */
export const PAGE_END = '\f'

/** Plain text as paragraphs and tables: tabs, pipes or columns set with spaces part the cells. */
export function textToDocument(text: string): SourceDocument {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map(plainFrame)
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const table =
      tabbedTable(lines, at) ??
      pipedTable(lines, at) ??
      closedCells(lines, at) ??
      semicolonTable(lines, at) ??
      alignedTable(lines, at)
    if (table) {
      blocks.push({ type: 'table', rows: table.rows, merges: false })
      at = table.end
      continue
    }
    at = pushLine(lines, at, blocks)
  }
  return { blocks }
}

function pushLine(lines: readonly string[], at: number, blocks: Block[]): number {
  const line = lines[at]
  if (line.includes(PAGE_END)) blocks.push({ type: 'paragraph', text: PAGE_END })
  if (line.trim() !== '') {
    // A title of a spreadsheet saved as text has the empty cells of its row behind it.
    const words = /;;+\s*$/.test(line) ? line.replace(/;+/g, ' ') : line
    blocks.push({ type: 'paragraph', text: words.replaceAll(PAGE_END, '').trimEnd() })
    return at + 1
  }
  let end = at
  while (end < lines.length && lines[end].trim() === '') end += 1
  if (end - at >= 3) blocks.push({ type: 'paragraph', text: PAGE_END })
  else blocks.push({ type: 'paragraph', text: '' })
  return Math.max(end, at + 1)
}

interface Found {
  readonly rows: Row[]
  readonly end: number
}

/** Lines with tabs, empty lines among them, and lines of one cell between them. */
function tabbedTable(lines: readonly string[], from: number): Found | null {
  if (!lines[from].includes('\t')) return null
  const rows: Row[] = []
  let at = from
  let end = from
  for (; at < lines.length; at++) {
    const line = lines[at]
    if (line.trim() === '' && !line.includes('\t')) {
      if (at - end > 8) break
      continue
    }
    if (line.includes('\t')) {
      // Behind an empty line other headings open a table of its own.
      if (at > end && rows.length > 1 && isOtherHeader(line.split('\t'), rows[0])) break
      const { cells, next } = wholeRow(tabbedCells(lines, at), lines, rows[0]?.length ?? 0)
      rows.push(cells.map(text => cell(text)))
      at = next - 1
      end = next
      continue
    }
    const above = rows.at(-1)
    if (above && above.length === rows[0].length && rows.length > 1 && startsLow(line)) {
      // The last cell of the row above has one more paragraph.
      rows[rows.length - 1] = [...above.slice(0, -1), cell(`${above.at(-1)!.text}\n${line.trim()}`)]
      end = at + 1
      continue
    }
    // A line without tabs is a title over the rows, if rows go on right after it.
    const next = lines.slice(at + 1, at + 4).find(other => other.trim() !== '')
    if (!next?.includes('\t') || line.trim().length > 300) break
    rows.push([title(line)])
    end = at + 1
  }
  const width = Math.max(...rows.map(row => row.length))
  for (const row of rows) if (row.length === 1 && row[0].colspan > 1) row[0] = cell(row[0].text, width)
  // Tabs of a signature or a letterhead.
  if (rows.length < 2 && width < 3) return null
  return { rows: rows.map(row => (row[0]?.colspan > 1 ? row : widen(row, width))), end }
}

function isOtherHeader(texts: readonly string[], header: Row): boolean {
  if (header.length > 1 && header.every(({ text }, at) => text.trim() === texts[at]?.trim())) return false
  return recogniseHeader([texts.map(text => ({ text, across: false, down: false }))]) !== null
}

/** A line of its own among the rows goes over all their columns, unless it may be the rest of a cell. */
const title = (line: string) => cell(line, startsLow(line) ? 1 : 2)

const MOST_LINES_OF_ROW = 40

/**
 * Paragraphs of a cell break the line where a browser or Word copies a table as text: a numbered row with too few cells goes
 * on in the lines below, up to the width of the header.
 */
function wholeRow(
  first: { cells: string[]; next: number },
  lines: readonly string[],
  width: number,
): { cells: string[]; next: number } {
  let { cells, next } = first
  if (numberIn(cells[0]) === null && !isTermAlone(cells[0])) return first
  const open = () => cells.length < width || (next > first.next && cells.at(-1) === '')
  while (open() && next < lines.length && next - first.next < MOST_LINES_OF_ROW) {
    // A browser puts every cell, and an empty line, between lines of its own.
    if (lines[next].trim() === '') {
      const tabs = lines[next].split('\t').length - 1
      if (cells.length + tabs > width || !lines.slice(next + 1, next + 4).some(line => line.trim() !== ''))
        break
      cells = [...cells, ...Array<string>(tabs).fill('')]
      next += 1
      continue
    }
    const more = lines[next].split('\t')
    if (more[0].trim() === '' || numberIn(more[0]) !== null || cells.length + more.length - 1 > width) break
    if (more.length === 1 && !startsLow(more[0]) && cells.at(-1) !== '') break
    cells = [...cells.slice(0, -1), [cells.at(-1)!, more[0]].filter(Boolean).join('\n'), ...more.slice(1)]
    next += 1
  }
  return { cells, next }
}

/** Cells of a line; one in quotation marks may hold line ends, as spreadsheet programs copy them. */
function tabbedCells(lines: readonly string[], at: number): { cells: string[]; next: number } {
  let [text, next] = [lines[at], at + 1]
  if (!/(?:^|\t)"/.test(text)) return { cells: text.split('\t'), next }
  while (openQuote(text) && next < lines.length && next - at < 40) {
    text += `\n${lines[next]}`
    next += 1
  }
  if (openQuote(text)) return { cells: lines[at].split('\t'), next: at + 1 }
  const cells = [...text.matchAll(/(?:^|\t)(?:"((?:[^"]|"")*)"(?=\t|$)|([^\t]*))/g)].map(
    ([, quoted, plain]) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')),
  )
  return { cells, next }
}

function openQuote(text: string): boolean {
  const last = text.split('\t').findLast(part => part.startsWith('"')) ?? ''
  return last.startsWith('"') && last.match(/"/g)!.length % 2 === 1
}

function widen(row: Row, width: number): Row {
  return row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, () => cell(''))]
}

/** Lines of a spreadsheet saved as text: a header with semicolons, and rows of as many cells. */
function semicolonTable(lines: readonly string[], from: number): Found | null {
  const cellsOf = (line: string) =>
    [...line.matchAll(/(?:^|;)\s*(?:"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))/g)].map(([, quoted, plain]) =>
      (quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim(),
    )
  const header = cellsOf(lines[from])
  const asGrid = header.map(text => ({ text, across: false, down: false }))
  if (header.length < 3 || recogniseHeader([asGrid]) === null) return null
  const rows: Row[] = []
  let end = from
  for (; end < lines.length && (lines[end].trim() === '' || lines[end].includes(';')); end++)
    if (lines[end].trim() !== '') rows.push(cellsOf(lines[end]).map(text => cell(text)))
  const width = Math.max(...rows.map(row => row.length))
  return rows.length > 1 && width === header.length ? { rows: rows.map(row => widen(row, width)), end } : null
}

/** Legal databases draw their tables with the signs of frames. */
function plainFrame(line: string): string {
  if (/^[\s|+—]+$/.test(line) && line.includes('——')) return line.replaceAll('—', '-')
  return /[\u2500-\u257F]/.test(line)
    ? line
        .replace(/[│┃║]/g, '|')
        .replace(/[─━═]/g, '-')
        .replace(/[\u2500-\u257F]/g, '+')
    : line
}

/** A line drawn between rows. */
const isRule = (line: string) => line.includes('--') && /^[\s|+:=-]+$/.test(line)

/** Lines between pipes; with rules after every row, the lines between two rules are one row. */
function pipedTable(lines: readonly string[], from: number): Found | null {
  const isRow = (line: string) => /^\s*\|.*\|/.test(line) || (line.match(/\|/g)?.length ?? 0) >= 2
  if (!isRow(lines[from]) && !(/^\s*\+[-=+]{3,}/.test(lines[from]) && isRow(lines[from + 1] ?? '')))
    return null
  const { part, end } = pipedLines(lines, from, line => isRow(line) || isRule(line))
  const rules = part.filter(isRule).length
  const drawn = /^\s*\+/.test(part[0]) || rules > 2
  const rows: string[][] = []
  let open = false
  for (const line of part) {
    if (isRule(line)) {
      open = false
      continue
    }
    const cells = pipedCells(line)
    const last = rows.at(-1)
    if (drawn && open && last)
      cells.forEach((text, at) => {
        last[at] = [last[at], text].filter(Boolean).join('\n')
      })
    else rows.push(cells)
    open = true
  }
  if (rows.length === 0) return null
  const width = Math.max(...rows.map(row => row.length))
  return {
    rows: rows.map(row =>
      row.length === 1 && width > 1 && !drawn
        ? [cell(row[0], startsLow(row[0]) ? 1 : width)]
        : widen(
            row.map(text => cell(text)),
            width,
          ),
    ),
    end,
  }
}

/** Its lines: a line without pipes between two rows is a title over them, or the rest of a row that lacks cells. */
function pipedLines(
  lines: readonly string[],
  from: number,
  isRow: (line: string) => boolean,
): { readonly part: readonly string[]; readonly end: number } {
  const part: string[] = []
  const width = pipedCells(lines[from]).length
  let end = from
  for (; end < lines.length && lines[end].trim() !== ''; end++) {
    const line = lines[end]
    const open = part.at(-1)
    const known = open === undefined || isRule(open) ? 0 : pipedCells(open).length
    const lacking = known < 2 ? 0 : width - known
    if (open !== undefined && lacking > 0 && !isRule(line) && pipedCells(line).length === lacking + 1)
      part[part.length - 1] = `${open.trimEnd()} ${line.trim()}`
    else if (isRow(line) || (part.length > 0 && line.trim().length < 300 && isRow(lines[end + 1] ?? '')))
      part.push(line)
    else break
  }
  return { part, end }
}

function pipedCells(line: string): string[] {
  return line
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map(text =>
      text
        .replaceAll('\\|', '|')
        .replace(/<br\s*\/?>/gi, '\n')
        .replace(/\*\*/g, '')
        .trim(),
    )
}
