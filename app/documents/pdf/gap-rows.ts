import { type Columns, columnOf } from './gap-columns.ts'
import { leadingOf } from './put-lines-together.ts'
import type { Line, Rule } from './types.ts'

/** Of the usual distance of lines: more of it parts rows. */
export const ROW_GAP = 1.2
/** Of the width of the table: a line that long is drawn between rows. */
const LONG_RULE = 0.6
/** Points by which one gap is wider than another for somebody to have meant it. */
const MORE_ROOM = 1
const NUMBER = /^\d{1,3}(?:[.)]\d{1,3})*[.)]?$/

/** Lines drawn across a page outside of ruled tables. */
export type Rules = (page: number) => readonly Rule[]

interface Starts {
  /** Lines with which rows begin. */
  readonly places: readonly number[]
  readonly sure: boolean
}

/** Where rows begin: below lines drawn across, at numbers in the first column, behind room; half-way between numbers at the worst. */
export function rowStarts(body: readonly Line[], columns: Columns, rules: Rules): Starts {
  const { titles } = columns
  const all = body.map((_, at) => at)
  const counted = countedIn(body, columns)
  // At the top of a page the line may be drawn over the rest of a row that has begun on the page before.
  const begins = (at: number) =>
    body[at - 1].page === body[at].page || counted.length < 2 || counted.includes(at) || titles.has(body[at])
  const ruled = all.filter(at => at > 0 && isRuledOff(body[at - 1], body[at], columns, rules) && begins(at))
  if (ruled.length >= 3) return { places: ruled, sure: true }
  if (counted.length >= 2) {
    // Numbers at half the height of their rows say where rows are, not where they begin.
    const filled = counted.filter(at => filledColumns(body[at], columns) > 2).length
    if (filled * 4 >= counted.length * 3 && !areHalfways(counted, body, columns))
      return { places: all.filter(at => counted.includes(at) || titles.has(body[at])), sure: true }
  }
  const leading = leadingOf(body)
  const apart = all.filter(at => at > 0 && isApart(body[at - 1], body[at], leading))
  if (apart.length >= 2 && isOneEach(apart, counted, body, titles)) return { places: apart, sure: true }
  if (counted.length >= 2) return { places: halfways(counted, body), sure: false }
  const full = all.filter(
    at => filledColumns(body[at], columns) >= columns.gutters.length || titles.has(body[at]),
  )
  return { places: full.filter(at => at > 0), sure: false }
}

/** Beside many numbers the widest column is in the midst of a sentence that has begun on the line above. */
function areHalfways(counted: readonly number[], body: readonly Line[], columns: Columns): boolean {
  const widths = columns.spans.map(([from, to]) => to - from)
  const main = widths.indexOf(Math.max(...widths))
  const inMain = (line: Line | undefined) => line?.words.find(word => columnOf(columns, word) === main)
  const within = counted.filter(
    at =>
      body[at - 1]?.page === body[at].page &&
      inMain(body[at - 1]) &&
      /^[а-яё]/.test(inMain(body[at])?.text ?? ''),
  )
  return within.length * 3 > counted.length
}

/** Every row has one number, or none has. */
function isOneEach(
  places: readonly number[],
  counted: readonly number[],
  body: readonly Line[],
  titles: ReadonlySet<Line>,
): boolean {
  if (counted.length === 0) return true
  return places.every((from, at) => {
    const until = places[at + 1] ?? body.length
    const numbers = counted.filter(place => place >= from && place < until).length
    return numbers === 1 || (numbers === 0 && titles.has(body[from]))
  })
}

/** Numbers stand in the middle of their rows: a row begins behind the most room after the number before, near half-way to it. */
function halfways(counted: readonly number[], body: readonly Line[]): number[] {
  return counted.map((place, at) => {
    const own = body[place]
    const before = counted[at - 1]
    if (before !== undefined && body[before].page !== own.page) return place
    const next = body[counted[at + 1] ?? place]
    const middle = before === undefined ? own.y - (next.y - own.y) / 2 : (body[before].y + own.y) / 2
    let best = place
    for (let line = (before ?? 0) + 1; line < place; line++)
      if (isBetter(body, line, best, middle)) best = line
    return best
  })
}

/** More room above it, or as much and nearer to the middle. */
function isBetter(body: readonly Line[], line: number, best: number, middle: number): boolean {
  const roomOf = (at: number) => body[at].y - body[at - 1].y
  const more = roomOf(line) - roomOf(best)
  if (Math.abs(more) > MORE_ROOM) return more > 0
  return Math.abs(edgeOf(body, line) - middle) < Math.abs(edgeOf(body, best) - middle)
}

function edgeOf(body: readonly Line[], at: number): number {
  return (body[at - 1].y + body[at].y) / 2
}

function isRuledOff(before: Line, line: Line, columns: Columns, rules: Rules): boolean {
  const least = LONG_RULE * (columns.right - columns.left)
  return rules(line.page).some(
    ({ at, from, to }) =>
      to - from > least &&
      at < line.y - 0.2 * line.size &&
      (before.page !== line.page || at > before.y - 0.2 * before.size),
  )
}

function isApart(before: Line, line: Line, leading: number): boolean {
  return before.page === line.page && line.y - before.y > ROW_GAP * leading
}

/** Lines with a number in the first column, where that column is of numbers. */
function countedIn(body: readonly Line[], columns: Columns): number[] {
  const inFirst = body.flatMap((line, at) =>
    !columns.titles.has(line) && line.words.some(word => columnOf(columns, word) === 0) ? [at] : [],
  )
  const counted = inFirst.filter(at => isCounted(body[at], columns))
  return counted.length >= 2 && counted.length * 2 > inFirst.length ? counted : []
}

function isCounted(line: Line, columns: Columns): boolean {
  const first = line.words.filter(word => columnOf(columns, word) === 0)
  return first.length === 1 && NUMBER.test(first[0].text)
}

function filledColumns(line: Line, columns: Columns): number {
  return new Set(line.words.map(word => columnOf(columns, word))).size
}
