import { isMark, lineOf } from './lines.ts'
import { putLinesTogether } from './put-lines-together.ts'
import type { Area, Line, PdfCell } from './types.ts'

/** A gap this wide, in parts of the size, is no space of a line that is set to both edges. */
const WIDE = 1.6
/** A line on one side belongs to its block if it stands right below, in parts of the size. */
const NEXT = 1.8

/** The parts of a line that wide gaps leave; the mark of a point belongs to what follows. */
export function segmentsOf(line: Line): Line[] {
  const parts = [[line.words[0]]]
  for (const word of line.words.slice(1)) {
    const last = parts.at(-1)!
    const isAfterMark = parts.length === 1 && last.length === 1 && isMark(last[0])
    if (!isAfterMark && word.left - last.at(-1)!.right > WIDE * line.size) parts.push([word])
    else last.push(word)
  }
  return parts.length === 1 ? [line] : parts.map(words => ({ ...lineOf(words), page: line.page }))
}

interface Pair {
  readonly lines: readonly [readonly Line[], readonly Line[]]
  readonly end: number
}

/**
 * Two blocks beside each other («СОГЛАСОВАНО» and «УТВЕРЖДАЮ»): from this line on, lines of two parts with a gutter between that
 * runs through all of them, and lines wholly on one side. Null where there is no second such line.
 */
export function pairAt(lines: readonly Line[], from: number): Pair | null {
  let [left, right] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const sides: [Line[], Line[]] = [[], []]
  let [pairs, end] = [0, from]
  for (let at = from; at < lines.length; at++) {
    const parts = segmentsOf(lines[at])
    const [first, second] = parts
    const far =
      at > from && (lines[at].page !== lines[from].page || lines[at].y - lines[at - 1].y > 3 * lines[at].size)
    // «Срок:» and what is set beside it is one line.
    if (far || parts.length > 2 || (second && /[а-яё]:$/.test(first.text))) break
    const below = at > from && lines[at].y - lines[at - 1].y > NEXT * lines[at].size
    if (second) {
      const [newLeft, newRight] = [Math.max(left, first.right), Math.min(right, second.left)]
      if (newRight - newLeft < first.size) break
      left = newLeft
      right = newRight
      sides[0].push(first)
      sides[1].push(second)
      pairs += 1
    } else if (below) break
    else if (first.right < right && first.right - first.left < right && pairs > 0 && first.left < left)
      sides[0].push(first)
    else if (first.left > left && pairs > 0 && first.left >= right - first.size) sides[1].push(first)
    else break
    end = at + 1
  }
  return pairs >= 2 ? { lines: sides, end } : null
}

/** The row of a table that such a pair is. */
export function rowOfPair({ lines: [left, right] }: Pair, area: Area): PdfCell[] {
  const edge = Math.min(...right.map(line => line.left))
  const cell = (lines: readonly Line[], place: Area): PdfCell => ({
    text: putLinesTogether(lines, place),
    ...{ colspan: 1, rowspan: 1 },
  })
  return [cell(left, { left: area.left, right: edge }), cell(right, { left: edge, right: area.right })]
}
