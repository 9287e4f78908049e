import type { Line } from './types.ts'

/** Between these a line had to be broken because the next word found no room; the words go on. */
export const WRAP = '\v'
/** Between these somebody began a new line. */
export const BREAK = '\n'

/** The place that lines may fill. */
export interface Area {
  readonly left: number
  readonly right: number
}

/** In parts of the size: a space, and how far a line may be off the middle. */
const SPACE = 0.25
const OFF_MIDDLE = 0.6
/** Of the usual distance of lines; a wider one is an empty line. */
const APART = 1.35

/**
 * Lines as words again. A page does not say where a paragraph ends; but whoever set it broke a line only when the next word
 * did not fit, so a line that had room for it was ended by the writer.
 */
export function putLinesTogether(
  lines: readonly Line[],
  area: Area,
  leading = Number.POSITIVE_INFINITY,
): string {
  let text = ''
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    text += line.text
    if (next) text += isWrapped(line, next, area, leading) ? WRAP : BREAK
  }
  return text
}

export function isWrapped(line: Line, next: Line, area: Area, leading: number): boolean {
  if (next.y - line.y > APART * leading) return false
  if (/[А-ЯЁа-яёA-Za-z][-\u00AD\u2010]$/.test(line.text) && /^[а-яёa-z]/.test(next.text)) return true
  if (/^(?:[-–—•▪\uF0B7*]|\(?\d{1,2}[.)]|[а-яё]\))\s/.test(next.text) && /[.;:!?]$/.test(line.text))
    return false
  const [first] = next.words
  const room = area.right - endOf(line, area)
  return SPACE * line.size + (first.right - first.left) > room
}

/** Where a line would end if it began at the left edge: one in the middle has room on both sides. */
function endOf({ left, right, size }: Line, area: Area): number {
  const isCentred =
    left - area.left > OFF_MIDDLE * size &&
    Math.abs(left + right - area.left - area.right) / 2 < OFF_MIDDLE * size
  return isCentred ? area.left + right - left : right
}

/** The usual distance of two lines: the middle one of those that are near. */
export function leadingOf(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, at) => line.y - lines[at].y)
    .filter((gap, at) => gap > 0.5 * lines[at].size && gap < 3 * lines[at].size)
    .sort((one, other) => one - other)
  return gaps[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY
}
