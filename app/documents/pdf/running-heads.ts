import type { Line } from './types.ts'

/** Lines at the upper and lower edge of a page that are looked at. */
const DEEP = 3
const SAME_HEIGHT = 4
/** Heads stand off from the text, by more than its lines from each other: in parts of the size. */
const OFF = 1.6

const PAGE_NUMBER =
  /^[-–—\s]*\d{1,3}[-–—\s]*$|^(?:стр(?:аница)?\.?|лист)\s*\d{1,3}(?:\s*(?:из|\/)\s*\d{1,3})?$|^\d{1,3}\s*(?:из|\/)\s*\d{1,3}$/i

/** A page as far as its edges matter: its lines outside of tables, and where its tables are. */
export interface Edges {
  readonly lines: readonly Line[]
  readonly height: number
  readonly tables: readonly { readonly top: number; readonly bottom: number }[]
}

/** The lines of each page that every page has: its number, what is printed over and under all of them. */
export function runningHeads(pages: readonly Edges[]): Set<Line> {
  const heads = new Set<Line>()
  const atEdges = pages.map(edgesOf)
  for (const [at, { above, below }] of atEdges.entries()) {
    for (const line of [above[0], below.at(-1)])
      if (line && PAGE_NUMBER.test(line.text.trim()) && isOutside(line, pages[at])) heads.add(line)
    for (const part of ['above', 'below'] as const) {
      const others = [atEdges[at - 1]?.[part], atEdges[at + 1]?.[part]].filter(lines => lines !== undefined)
      const same = atEdges[at][part].filter(line =>
        others.some(lines => lines.some(other => isSame(line, other))),
      )
      if (standOff(same, pages[at].lines)) for (const line of same) heads.add(line)
    }
  }
  return heads
}

/** The lines of two pages may be alike by chance: heads have more room between them and the text than its lines have. */
function standOff(heads: readonly Line[], lines: readonly Line[]): boolean {
  return lines.every(
    line => heads.includes(line) || heads.every(head => Math.abs(head.y - line.y) > OFF * line.size),
  )
}

function edgesOf({ lines, tables, height }: Edges): { above: readonly Line[]; below: readonly Line[] } {
  const first = Math.min(height / 4, ...tables.map(({ top }) => top))
  const last = Math.max((height * 3) / 4, ...tables.map(({ bottom }) => bottom))
  return {
    above: lines.filter(({ y }) => y < first).slice(0, DEEP),
    below: lines.filter(({ y }) => y > last).slice(-DEEP),
  }
}

/** Nothing else of the page is nearer to its edge. */
function isOutside({ y }: Line, { tables }: Edges): boolean {
  return tables.every(({ top, bottom }) => y < top || y > bottom)
}

function isSame(line: Line, other: Line): boolean {
  const plain = ({ text }: Line) => text.replace(/\d+/g, '#').trim()
  return Math.abs(line.y - other.y) < SAME_HEIGHT && plain(line) === plain(other)
}
