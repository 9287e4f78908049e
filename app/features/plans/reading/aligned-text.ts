import { cell, type DocumentCell } from './document.ts'
import { recogniseHeader } from './headings.ts'
import { numberIn } from './numbers.ts'
import { personIn } from './responsible.ts'

interface Segment {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Pieces of a line that two or more spaces part. */
function segmentsOf(line: string): Segment[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    text,
    from: index,
    to: index + text.length,
  }))
}

/** «№ п/п Наименование»: over a narrow column one space parts the headings. */
function headingsOf(line: string): Segment[] {
  const [first, ...rest] = segmentsOf(line)
  const pair = first && /^((?:№|N)(?:\s*п\/п)?)\s+(?=[А-ЯЁ])/.exec(first.text)
  if (!pair) return segmentsOf(line)
  const at = first.from + pair[0].length
  return [
    { text: pair[1], from: first.from, to: first.from + pair[1].length },
    { text: first.text.slice(pair[0].length), from: at, to: first.to },
    ...rest,
  ]
}

const isHeader = (segments: readonly Segment[]) =>
  segments.length >= 3 &&
  recogniseHeader([segments.map(({ text }) => ({ text, across: false, down: false }))]) !== null

/**
 * A table whose columns are set with spaces, as text comes out of a PDF that keeps its layout. Columns are the stretches
 * between gaps that run through all lines; a row begins where the first column has a number, else after an empty line.
 */
export function alignedTable(
  lines: readonly string[],
  from: number,
): { rows: readonly (readonly DocumentCell[])[]; end: number } | null {
  const header = headingsOf(lines[from])
  if (!isHeader(header)) return null
  const end = endOf(lines, from, header)
  const body = lines.slice(from, end)
  const columns = bands(body, header)
  const rows: string[][] = [header.map(({ text }) => text)]
  let fresh = false
  const numbered = body.filter(line => numberIn(segmentsOf(line)[0]?.text ?? '') !== null).length >= 2
  for (const line of body.slice(1)) {
    const segments = segmentsOf(line)
    if (segments.length === 0) {
      fresh = true
      continue
    }
    // The number of a page and the headings again, where one page ends and the next begins.
    const again =
      segments.length === header.length && segments.every(({ text }, at) => text === header[at].text)
    if (
      again ||
      (segments.length === 1 && /^\d{1,3}$/.test(segments[0].text) && bandOf(segments[0], columns) > 0)
    ) {
      fresh = again
      continue
    }
    const cells = columns.map(() => '')
    // A title begins where numbers do and is too long to be one.
    const [{ text, from: begins }] = segments
    const said = rows.length > 1 || /^(?:раздел|направление|задача|этап|[IVX]+\.|\d+\.)\s/i.test(text)
    if (numbered && segments.length === 1 && said && isTitle(text, begins, columns)) {
      rows.push([text, ...cells.slice(1)])
      fresh = true
      continue
    }
    for (const segment of segments) {
      const at = bandOf(segment, columns)
      cells[at] = cells[at] === '' ? segment.text : `${cells[at]} ${segment.text}`
    }
    const heads = rows.length === 1 && !fresh && numberIn(cells[0]) === null
    const opens = numbered ? numberIn(cells[0]) !== null || (segments.length === 1 && fresh) : fresh
    if (!heads && (opens || rows.length === 1)) rows.push(cells)
    else
      cells.forEach((text, at) => {
        if (text !== '') rows.at(-1)![at] = [rows.at(-1)![at], text].filter(Boolean).join('\n')
      })
    fresh = false
  }
  return { rows: rows.map(row => row.map(text => cell(text))), end }
}

function isTitle(text: string, begins: number, [first, second]: readonly Band[]): boolean {
  return begins <= first[0] && begins + text.length > second[0] && /^[А-ЯЁIVX\d«]/.test(text)
}

/** The table goes on to the end of the text, or to three empty lines before words that fill the line. */
function endOf(lines: readonly string[], from: number, header: readonly Segment[]): number {
  let end = from + 1
  let empty = 0
  for (let at = from + 1; at < lines.length; at++) {
    if (lines[at].trim() === '') {
      empty += 1
      continue
    }
    const segments = segmentsOf(lines[at])
    if (empty >= 1 && isSignature(segments, header)) break
    if (empty >= 3 && segments.length === 1 && segments[0].from < 4) break
    empty = 0
    end = at + 1
  }
  return end
}

/** «Заведующий кафедрой      И.О. Фамилия»: a post that begins where numbers do, and a person. */
function isSignature([post, person, ...more]: readonly Segment[], header: readonly Segment[]): boolean {
  if (!person || more.length > 0 || numberIn(post.text) !== null) return false
  return post.from < header[1].from && post.to > header[1].from && personIn(person.text) === person.text
}

type Band = readonly [number, number]

function bands(lines: readonly string[], header: readonly Segment[]): Band[] {
  const width = Math.max(...lines.map(line => line.length))
  const several = lines.map(segmentsOf).filter(segments => segments.length > 1)
  const filled = new Uint32Array(width + 2)
  for (const segments of several)
    for (const { from, to } of segments) for (let at = from; at < to; at++) filled[at] += 1
  const limit = Math.floor(several.length * 0.02)
  const found: [number, number][] = []
  for (let at = 0; at < width; at++) {
    if (filled[at] <= limit) continue
    const last = found.at(-1)
    if (last && at - last[1] < 2) last[1] = at + 1
    else found.push([at, at + 1])
  }
  return found.length === header.length ? found : header.map(({ from, to }) => [from, to] as const)
}

function bandOf({ from, to }: Segment, columns: readonly Band[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [at, [start, end]] of columns.entries()) {
    const overlap = Math.min(to, end) - Math.max(from, start)
    const distance = overlap > 0 ? -overlap : Math.min(Math.abs(from - start), Math.abs(from - end))
    if (distance < least) [best, least] = [at, distance]
  }
  return best
}
