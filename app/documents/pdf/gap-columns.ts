import type { Line, Word } from './types.ts'

/** A gutter is at least this wide: points, and parts of the size. */
const NARROWEST = 3.5
const NARROWEST_SHARE = 0.35
/** A gap this wide, in parts of the size, may be one of two columns. */
const GAP = 0.7
/** Of the lines with cells in several columns so many may go over a gutter. */
const MOST_OVER = 0.03
/** Fewer lines than this say nothing of columns. */
const FEWEST = 3

/** Where columns stand that nothing but room parts. */
export interface Columns {
  /** The middle of each gutter. */
  readonly gutters: readonly number[]
  /** Where the words of each column begin and end at most. */
  readonly spans: readonly Stretch[]
  readonly left: number
  readonly right: number
  readonly titles: ReadonlySet<Line>
}

type Stretch = readonly [number, number]

/** Parts of a line, where narrow gaps count too. */
export function partsOf({ words, size }: Line): number {
  return 1 + words.slice(1).filter((word, at) => word.left - words[at].right > GAP * size).length
}

/**
 * Gutters that run through the lines of a table, and the lines that go over them: titles. Null where there is none. Lines of
 * one part say nothing of gutters: they are titles or the rest of a cell.
 */
export function gapColumns(lines: readonly Line[]): Columns | null {
  const flat = lines.filter(({ words }) => words[0].way === 'right')
  const several = flat.filter(line => partsOf(line) > 1)
  if (several.length < FEWEST) return null
  const size = several[Math.floor(several.length / 2)].size
  const narrowest = Math.max(NARROWEST, NARROWEST_SHARE * size)
  const most = Math.floor(MOST_OVER * several.length)
  const found = gutters(several, most).filter(([from, to]) => to - from >= narrowest)
  if (found.length < 1) return null
  const titles = new Set(flat.filter(line => isTitle(line, found, several)))
  const rest = flat.filter(line => !titles.has(line))
  const [left, right] = [Math.min(...rest.map(line => line.left)), Math.max(...rest.map(line => line.right))]
  const middles = found.map(gutter => middleOf(gutter, rest))
  const columns = { gutters: middles, left, right, titles }
  return { ...columns, spans: spansOf(rest, columns) }
}

/** Stretches between words where no more lines than some have one. */
function gutters(lines: readonly Line[], most: number): Stretch[] {
  const [left, right] = [
    Math.min(...lines.map(line => line.left)),
    Math.max(...lines.map(line => line.right)),
  ]
  const from = Math.floor(left)
  const covered = new Uint32Array(Math.ceil(right) - from + 1)
  for (const { words } of lines)
    for (const word of words)
      for (let at = Math.floor(word.left) - from; at < Math.ceil(word.right) - from; at++) covered[at] += 1
  const found: [number, number][] = []
  for (const [at, count] of covered.entries()) {
    if (count > most) continue
    const last = found.at(-1)
    if (last && last[1] === at + from) last[1] += 1
    else found.push([at + from, at + from + 1])
  }
  return found.filter(([start, end]) => start > left && end < right)
}

/** One part that reaches over a gutter into the next column, or stands in the middle of all of them and begins with no column. */
function isTitle(line: Line, found: readonly Stretch[], several: readonly Line[]): boolean {
  if (partsOf(line) > 1) return false
  if (found.some(([from, to]) => line.left < from && line.right > to)) return true
  const [left, right] = [
    Math.min(...several.map(one => one.left)),
    Math.max(...several.map(one => one.right)),
  ]
  const off = Math.abs(line.left + line.right - left - right) / 2
  const begins = several.some(({ words }) => words.some(word => Math.abs(word.left - line.left) < 1.5))
  return off < 0.6 * line.size && !begins
}

/** The middle of what no line of a cell reaches into; a line that is longer than the others may. */
function middleOf([from, to]: Stretch, lines: readonly Line[]): number {
  let [start, end] = [from, to]
  for (const { words } of lines)
    for (const word of words) {
      if (word.left < from && word.right > start && word.right < to) start = word.right
      if (word.right > to && word.left < end && word.left > from) end = word.left
    }
  return start < end ? (start + end) / 2 : to
}

function spansOf(lines: readonly Line[], columns: Pick<Columns, 'gutters'>): Stretch[] {
  const spans = [...columns.gutters, 0].map((): [number, number] => [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ])
  for (const { words } of lines)
    for (const word of words) {
      const span = spans[columnOf(columns, word)]
      span[0] = Math.min(span[0], word.left)
      span[1] = Math.max(span[1], word.right)
    }
  return spans
}

export function columnOf(
  { gutters: edges }: Pick<Columns, 'gutters'>,
  { left, right }: Pick<Word, 'left' | 'right'>,
): number {
  const middle = (left + right) / 2
  const at = edges.findIndex(edge => middle < edge)
  return at < 0 ? edges.length : at
}
