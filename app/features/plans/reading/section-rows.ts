import type { Grid, GridCell } from './document.ts'
import type { Column } from './headings.ts'
import { isRoman, leadingNumber, numberIn } from './numbers.ts'
import { oneLine, startsLow } from './words.ts'

export interface HeadingRow {
  readonly text: string
  /** The row is a year («2021 год»). */
  readonly year: number | null
}

/** Titles of our own papers that end what they follow: the rest is in no section, of no year. */
const ENDS_SECTION = /^вне разделов$/i
const ENDS_YEAR = /^без указания года$/i

export function endOf({ text }: HeadingRow): 'section' | 'year' | null {
  return ENDS_SECTION.test(text) ? 'section' : ENDS_YEAR.test(text) ? 'year' : null
}

/** «2021-2022 учебный год»: months of the second year belong to it. */
export function isSchoolYear(text: string): boolean {
  return /20\d\d\s*[-–/]\s*(?:20)?\d\d/.test(text)
}

const YEAR = /^(?:на\s+|в\s+)?(20\d\d)\s*(?:[-–/]\s*(?:20)?\d\d\s*)?(?:учебный\s+|уч\.?\s*)?(?:год|г\.?)\s*$/i
const SECTION_WORD = /^(?:раздел|направление|задача|этап|блок|модуль|цель|глава|часть|подраздел)(?![а-яё])/i

/** The year of a heading that is nothing but a year. */
export function yearOfHeading(text: string): number | null {
  const match = YEAR.exec(oneLine(text))
  return match ? Number(match[1]) : null
}

interface TableRows {
  readonly columns: readonly Column[]
  readonly numberAt: number
  readonly numbered: boolean
  readonly rows: Grid
}

/** The title of a row that heads the rows below it, or null for a measure. */
export function headingOfRow(row: readonly GridCell[], at: number, table: TableRows): HeadingRow | null {
  const { columns, numberAt, numbered, rows } = table
  const filled = row.flatMap((cell, column) =>
    cell.text.trim() !== '' && !cell.across && !cell.down
      ? [{ column, text: oneLine(cell.text), span: spanOf(row, column) }]
      : [],
  )
  // A cell merged from above is part of the row: the row belongs to what is above.
  if (row.some(({ down, text }) => down && text.trim() !== '')) return null
  const width = columns.length
  const heading = (text: string): HeadingRow => ({ text, year: yearOfHeading(text) })
  if (filled.length === 1) {
    const [{ column, text, span }] = filled
    if (numberIn(text) && span < 2) return null
    if (yearOfHeading(text) !== null) return heading(text)
    if (startsLow(text) && span < width - 1) return null
    if (span >= 2 && span >= width - 2) return heading(text)
    if (column === numberAt) return heading(text)
    if (columns[column].role !== 'text') return column === 0 && opensAlone(rows) ? heading(text) : null
    // «1. Работа с учителями» over «1.1. Семинар», where numbers stand in the text itself.
    const inText = leadingNumber(text).number
    const next = rows.slice(at + 1).find(isFilled)
    if (inText && next && leadingNumber(oneLine(next[column].text)).number?.startsWith(`${inText}.`))
      return heading(text)
    const first = at === 0 && !SECTION_WORD.test(text) && numberAt < 0
    if (first && !rows.some((other, place) => place > 1 && isAlone(other, column))) return null
    // «2», no number, «4»: the number is lost, and the measure is not.
    if (numberAt >= 0 && isCountedOver(rows, at, numberAt)) return null
    // Where other titles go over the width, one that does not is more likely a measure with empty cells.
    if (numberAt < 0 && rows.some(isOverWidth)) return null
    // Among numbered rows, or rows with more to say, a lone title heads what follows.
    const rich = rows.filter(
      other => other.filter(cell => cell.text.trim() !== '' && !cell.across).length > 1,
    ).length
    const followed = rows.slice(at + 1).some(isFilled)
    return followed && (numbered || rich * 2 >= rows.length) ? heading(text) : null
  }
  if (filled.length === 2 && filled[0].column === numberAt) {
    const number = numberIn(filled[0].text)
    const [, { column, text, span }] = filled
    if (number === null) return null
    const texts = columns.filter(({ role }) => role === 'text').length
    if (span >= 2 && (span >= width - 1 - numberAt - 1 || (texts > 1 && span >= texts))) return heading(text)
    if (columns[column].role !== 'text') return null
    if (isRoman(number) && rows.some(other => /^\d/.test(other[numberAt].text.trim()))) return heading(text)
    if (SECTION_WORD.test(text)) return heading(text)
    const next = rows.slice(at + 1).find(isFilled)
    const below = next && numberIn(next[numberAt].text)
    if (below?.startsWith(`${number}.`)) return heading(text)
    // «1. Работа с родителями:» over points that have letters and no numbers.
    if (text.endsWith(':') && next && below === null && /^\s*[а-яё]\)/.test(next[column].text))
      return heading(text)
  }
  return null
}

/** The rows about it are counted as if it were: one number is left out. */
function isCountedOver(rows: Grid, at: number, numberAt: number): boolean {
  const [before, after] = [rows.slice(0, at).findLast(isFilled), rows.slice(at + 1).find(isFilled)].map(
    row => (row ? Number(numberIn(row[numberAt].text) ?? Number.NaN) : Number.NaN),
  )
  return before > 0 && after === before + 2
}

const isFilled = (row: readonly GridCell[]) => row.some(({ text }) => text.trim() !== '')

/** Nothing but one cell, in this column. */
function isAlone(row: readonly GridCell[], column: number): boolean {
  return row.every(({ text, across, down }, at) =>
    at === column ? text.trim() !== '' && !down : text.trim() === '' || across,
  )
}

function isOverWidth(row: readonly GridCell[]): boolean {
  return row.length > 1 && spanOf(row, 0) >= Math.max(2, row.length - 2) && row[0].text.trim() !== ''
}

/** The first row has nothing but its first cell, so it goes on with no measure: such rows are titles («I полугодие»). */
function opensAlone([first]: Grid): boolean {
  return isAlone(first, 0)
}

function spanOf(row: readonly GridCell[], column: number): number {
  let span = 1
  while (row[column + span]?.across) span += 1
  return span
}
