import { isMark } from './lines.ts'
import type { Area, Line } from './types.ts'

/** Between these a line had to be broken because the next word found no room; the words go on. */
export const WRAP = '\v'
/** As WRAP, but nothing more had gone onto the line, not even a letter: a word wider than its column may go on. */
export const HALF = '\u001F'
/** Between these somebody began a new line. */
export const BREAK = '\n'

/** In parts of the size: a space where no line shows its own, and how far a line may be off the middle. */
const SPACE = 0.27
const OFF_MIDDLE = 0.6
/** Points by which a place is measured wrongly at most. */
const ERROR = 0.6
/** In parts of the size: room behind the number of a point that no space has. */
const STANDS_OFF = 0.8
/** Of the usual distance of lines; a wider one is an empty line. */
const APART = 1.35

/** «2.2. …», «– …»: a point of a list. */
const MARKED = /^(?:[-–—•▪\uF0B7*]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[а-яё]\))\s/
/** «Срок исполнения: …», «Раздел 2. …»: what says in its first words what it is begins something new. */
const LABELLED = /^[А-ЯЁ][а-яё]+(?:(?:\s[а-яё]+){0,2}:|\s\d{1,2}[.:])\s/

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
    if (next) text += isHalf(line, next, area) ? HALF : isWrapped(line, next, area, leading) ? WRAP : BREAK
  }
  return text
}

export function isWrapped(line: Line, next: Line, area: Area, leading: number): boolean {
  if ((next.page === line.page && next.y - line.y > APART * leading) || isSetOtherwise(line, next, area))
    return false
  if (/[А-ЯЁа-яёA-Za-z][-\u00AD\u2010]$/.test(line.text) && /^[а-яёa-z]/.test(next.text)) return true
  if (MARKED.test(next.text) && /[.;:!?]$/.test(line.text)) return false
  if (LABELLED.test(next.text) && !/[,–—-]$/.test(line.text)) return false
  const [first, second] = next.words
  if (second && isMark(first) && second.left - first.right > STANDS_OFF * next.size) return false
  const room = area.right - endOf(line, area)
  return spaceOf(line, next) + (first.right - first.left) > room - ERROR
}

/** The line is one word up to the edge, and what comes next may be the rest of it: «Ответствен», «ные»; «02.09.202», «4». */
function isHalf(line: Line, next: Line, area: Area): boolean {
  if (line.words.length > 1) return false
  const goesOn = /[А-ЯЁа-яё]$/.test(line.text)
    ? /^[а-яё,.;:)]/.test(next.text)
    : /[\d.]$/.test(line.text) && /^[\d.,]/.test(next.text)
  return goesOn && area.right - endOf(line, area) < next.words[0].lead + ERROR
}

function spaceOf(...lines: readonly Line[]): number {
  const gaps = lines.flatMap(({ words }) => words.slice(1).map((word, at) => word.left - words[at].right))
  return Math.min(SPACE * lines[0].size * 1.3, ...gaps.filter(gap => gap > 0.1 * lines[0].size))
}

/** A line wholly in another face, and one at the left edge under one in the middle, begin something new. */
function isSetOtherwise(line: Line, next: Line, area: Area): boolean {
  const [face] = line.words
  const fonts = [...line.words, ...next.words].map(({ font }) => font)
  const parts =
    line.words.every(({ font }) => font === face.font) &&
    next.words.every(({ font }) => font === fonts.at(-1))
  if (parts && fonts.at(-1) !== face.font) return true
  return isCentred(line, area) && next.left - area.left < OFF_MIDDLE * next.size && !isCentred(next, area)
}

/** Where a line would end if it began at the left edge: one in the middle has room on both sides. */
function endOf(line: Line, area: Area): number {
  return isCentred(line, area) ? area.left + line.right - line.left : line.right
}

function isCentred({ left, right, size }: Line, area: Area): boolean {
  return (
    left - area.left > OFF_MIDDLE * size &&
    Math.abs(left + right - area.left - area.right) / 2 < OFF_MIDDLE * size
  )
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
