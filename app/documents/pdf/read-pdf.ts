import { type FilledGrid, fillGrid, isInGrid } from './fill-grid.ts'
import { findGrids, type Grid } from './find-grids.ts'
import { gapTable } from './gap-table.ts'
import { joinTables } from './join-tables.ts'
import { linesOf, wordsOf } from './lines.ts'
import { mergeRules } from './merge-rules.ts'
import { withOldLetters } from './old-letters.ts'
import { openPdf, type PdfFault } from './open-pdf.ts'
import { BREAK, HALF, isWrapped, leadingOf, WRAP } from './put-lines-together.ts'
import { runningHeads } from './running-heads.ts'
import { pairAt, rowOfPair, segmentsOf } from './side-by-side.ts'
import type { Area, Line, PageMarks, PdfBlock, Rule, Sign } from './types.ts'

/** Of the width of a page: text that reaches no further leaves its edge open. */
const SHORT = 0.7

/** Part of a page in its order: lines outside of tables, or a table. */
export type Piece =
  | { readonly type: 'lines'; readonly lines: readonly Line[]; readonly area: Area; readonly leading: number }
  | { readonly type: 'table'; readonly table: FilledGrid; readonly page: number; readonly opens: boolean }

/**
 * Paragraphs and tables of a PDF with a layer of text. Tables are rebuilt from the lines that are drawn; lines outside of them
 * are put back into paragraphs. Inside of texts WRAP stands where a line was full, BREAK where somebody ended it.
 */
export async function readPdf(
  bytes: Uint8Array,
  mostPages: number,
): Promise<{ readonly blocks: readonly PdfBlock[] } | { readonly fault: PdfFault }> {
  const opened = await openPdf(bytes, mostPages, layOut)
  return 'fault' in opened ? opened : { blocks: blocksOf(opened.pages) }
}

/** What pages come down to. */
function blocksOf(pages: readonly Page[]): PdfBlock[] {
  const heads = runningHeads(
    pages.map(({ lines, height, grids }) => ({
      ...{ lines, height },
      tables: grids.map(({ ys }) => ({ top: ys[0], bottom: ys.at(-1)! })),
    })),
  )
  const bodies = pages.map(page => ({ ...page, lines: page.lines.filter(line => !heads.has(line)) }))
  const area = areaOf(bodies)
  const pieces = bodies.flatMap((page, at) => piecesOf(page, at, area))
  const rules = (page: number) => bodies[page].rules
  const told = joinTables(pieces.reduce(joinLines, [])).flatMap(piece =>
    piece.type === 'lines' ? partTables(piece, rules) : [piece],
  )
  return told.flatMap(piece =>
    piece.type === 'table' ? [{ type: 'table' as const, rows: piece.table.rows }] : flow(piece),
  )
}

interface Page {
  readonly lines: readonly Line[]
  readonly grids: readonly Grid[]
  readonly tables: readonly FilledGrid[]
  readonly height: number
  readonly width: number
  /** Lines drawn across that bound no cells. */
  readonly rules: readonly Rule[]
}

function layOut({ signs, across, down, height, width }: PageMarks, page: number): Page {
  const grids = findGrids({ across, down })
  const borders = grids.flatMap(grid => grid.down)
  const isParted = (before: Sign, after: Sign) =>
    borders.some(
      ({ at, from, to }) =>
        at > before.right - 1 &&
        at < after.left + 1 &&
        from < before.y - 0.3 * before.size &&
        to > before.y - 0.3 * before.size,
    )
  const words = wordsOf(withOldLetters(signs), isParted)
  const outside = words.filter(word => !grids.some(grid => isInGrid(grid, word)))
  const tables = grids.map(grid =>
    fillGrid(
      grid,
      words.filter(word => isInGrid(grid, word)),
    ),
  )
  const rules = mergeRules(across).filter(
    ({ at }) => !grids.some(({ ys }) => at >= ys[0] - 1 && at <= ys.at(-1)! + 1),
  )
  return { lines: linesOf(outside, page), grids, tables, height, width, rules }
}

/** Where lines of the document begin and end: as far as any of them, or a table, does. */
function areaOf(pages: readonly Page[]): Area {
  const lines = pages.flatMap(page => page.lines)
  const grids = pages.flatMap(page => page.grids)
  const lefts = [...lines.map(({ left }) => left), ...grids.map(({ xs }) => xs[0])]
  const rights = [...lines.map(({ right }) => right), ...grids.map(({ xs }) => xs.at(-1)!)]
  const [left, right] = [least(lefts), -least(rights.map(at => -at))]
  const width = -least(pages.map(page => -page.width))
  // Where every line is short none of them says where the edge is.
  return { left, right: right < SHORT * width ? width - left : right }
}

const least = (numbers: readonly number[]) =>
  numbers.reduce((best, one) => Math.min(best, one), Number.POSITIVE_INFINITY)

function piecesOf({ lines, grids, tables }: Page, page: number, area: Area): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const leading = leadingOf(lines)
  const pushLines = (end: number) => {
    if (end > from) pieces.push({ type: 'lines', lines: lines.slice(from, end), area, leading })
    from = Math.max(from, end)
  }
  for (const [at, grid] of grids.entries()) {
    const above = lines.findIndex(({ y }) => y > grid.ys[0])
    pushLines(above < 0 ? lines.length : above)
    pieces.push({ type: 'table', table: tables[at], page, opens: from === 0 && at === 0 })
  }
  pushLines(lines.length)
  return pieces
}

/** Lines that go on over the end of a page. */
function joinLines(pieces: Piece[], piece: Piece): Piece[] {
  const last = pieces.at(-1)
  if (last?.type !== 'lines' || piece.type !== 'lines') return [...pieces, piece]
  return [...pieces.slice(0, -1), { ...last, lines: [...last.lines, ...piece.lines] }]
}

/** Lines, and the tables among them whose columns only room parts. */
function partTables(
  piece: Extract<Piece, { type: 'lines' }>,
  rules: (page: number) => readonly Rule[],
): Piece[] {
  const found = gapTable(piece.lines, rules)
  if (!found) return [piece]
  const part = (from: number, end?: number) => ({ ...piece, lines: piece.lines.slice(from, end) })
  const { page } = piece.lines[found.from]
  return [part(0, found.from), { type: 'table', table: found.table, page, opens: false }, part(found.end)]
}

function flow({ lines, area, leading }: Extract<Piece, { type: 'lines' }>): PdfBlock[] {
  const blocks: PdfBlock[] = []
  let open: string | null = null
  const close = () => {
    if (open !== null) blocks.push({ type: 'paragraph', text: open })
    open = null
  }
  for (let at = 0; at < lines.length; ) {
    const pair = pairAt(lines, at)
    if (pair) {
      close()
      blocks.push({ type: 'table', rows: [rowOfPair(pair, area)] })
      at = pair.end
      continue
    }
    const line = lines[at]
    const text = segmentsOf(line)
      .map(part => part.text)
      .join('\t')
    open = open === null ? text : `${open}${WRAP}${text}`
    const next = lines[at + 1]
    if (!next || !isWrapped(line, next, area, leading)) close()
    at += 1
  }
  close()
  return blocks
}

export { BREAK, HALF, WRAP }
