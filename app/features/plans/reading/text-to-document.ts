import { alignedTable } from './aligned-text.ts'
import { type Block, cell, type DocumentCell, type SourceDocument } from './document.ts'
import { recogniseHeader } from './headings.ts'

type Row = readonly DocumentCell[]

/** A page ends here: kept as a paragraph of its own, since columns begin anew behind it. */
export const PAGE_END = '\f'

/** Plain text as paragraphs and tables: tabs, pipes or columns set with spaces part the cells. */
export function textToDocument(text: string): SourceDocument {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const table =
      tabbedTable(lines, at) ?? pipedTable(lines, at) ?? semicolonTable(lines, at) ?? alignedTable(lines, at)
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
    blocks.push({ type: 'paragraph', text: line.replaceAll(PAGE_END, '').trimEnd() })
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
      const { cells, next } = tabbedCells(lines, at)
      rows.push(cells.map(text => cell(text)))
      at = next - 1
      end = next
      continue
    }
    // A line without tabs is a title over the rows, if rows go on right after it.
    const next = lines.slice(at + 1, at + 4).find(other => other.trim() !== '')
    if (!next?.includes('\t') || line.trim().length > 300) break
    rows.push([cell(line)])
    end = at + 1
  }
  const width = Math.max(...rows.map(row => row.length))
  // Tabs of a signature or a letterhead.
  if (rows.length < 2 && width < 3) return null
  return { rows: rows.map(row => widen(row, width)), end }
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
  const cellsOf = (line: string) => line.split(';').map(text => text.trim().replace(/^"(.*)"$/, '$1'))
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

/** A line drawn between rows. */
const isRule = (line: string) => line.includes('--') && /^[\s|+:=-]+$/.test(line)

/** Lines between pipes; with rules after every row, the lines between two rules are one row. */
function pipedTable(lines: readonly string[], from: number): Found | null {
  const isRow = (line: string) => /^\s*\|.*\|/.test(line) || (line.match(/\|/g)?.length ?? 0) >= 2
  if (!isRow(lines[from]) && !(/^\s*\+[-=+]{3,}/.test(lines[from]) && isRow(lines[from + 1] ?? '')))
    return null
  let end = from
  while (end < lines.length && (isRow(lines[end]) || isRule(lines[end])) && lines[end].trim() !== '') end += 1
  const part = lines.slice(from, end)
  const rules = part.filter(isRule).length
  const drawn = /^\s*\+/.test(part[0]) || rules > 2
  const rows: string[][] = []
  let open = false
  for (const line of part) {
    if (isRule(line)) {
      open = false
      continue
    }
    const cells = line
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
      widen(
        row.map(text => cell(text)),
        width,
      ),
    ),
    end,
  }
}
