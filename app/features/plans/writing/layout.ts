import type { Locale } from '../../../messages/format.ts'

/** What a paper says in whichever form: everything in words and in order, so that Word and PDF cannot differ. */
export interface Layout {
  readonly locale: Locale
  /** Of the file, for programs that list files. */
  readonly name: string
  readonly owner: string | null
  /** Lines of the block «УТВЕРЖДАЮ»; none: nobody has to approve it. */
  readonly approval: readonly string[]
  /** Centred, in bold. */
  readonly titles: readonly string[]
  /** Centred, under the title. */
  readonly subtitles: readonly string[]
  readonly legendTitle: string
  readonly legend: readonly string[]
  /** Under the table: what came of the year. */
  readonly closing: readonly string[]
  readonly columns: readonly LayoutColumn[]
  readonly rows: readonly LayoutRow[]
  /** Size of the table's type, points. */
  readonly size: number
}

export interface LayoutColumn {
  readonly title: string
  readonly centred: boolean
  /** Millimetres. */
  readonly width: number
}

export type LayoutRow =
  /** Over the whole width: a year, a section. */
  | { readonly kind: 'heading'; readonly rank: 'year' | 'section'; readonly text: string }
  | {
      readonly kind: 'cells'
      /** One for each column; lines are parted by line feeds. */
      readonly cells: readonly string[]
      /** Low enough for a page, so that it need not be divided. */
      readonly whole: boolean
    }

/**
 * A4 on its side. The fields of ГОСТ Р 7.0.97-2016 (30, 10, 20, 20 mm) turn with the sheet: what is bound is the upper edge.
 * Millimetres.
 */
export const PAGE = { width: 297, height: 210, top: 30, bottom: 10, left: 20, right: 20 } as const
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right

/** Millimetres of a point. */
const POINT = 25.4 / 72
/** A Cyrillic letter of a Times-like face beside the size of its type: on the average, and of a word in bold at most. */
const LETTER = 0.49
const WIDE_LETTER = 0.68
const LINE = 1.17
/** Space in a cell on both sides, and above and below. */
export const PADDING = { x: 1.6, y: 0.7 } as const
/** A row higher than this is divided; a page has 170 mm, less the header that every page repeats. */
const HIGHEST_ROW = 110
/** No word makes a column wider; longer ones break. */
const WIDEST_WORD = 50
/** «№ п/п» on two lines. */
const NARROWEST = 12

/** Type gets smaller as columns get more: by the standard a table may be a size or two smaller than the text. */
export function sizeFor(columns: number): number {
  return columns <= 6 ? 12 : columns <= 8 ? 11 : 10
}

/**
 * Widths in millimetres that fill the page: no column is narrower than its longest word, and those that have more to say
 * get more of the rest.
 */
export function columnWidths(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  size: number,
): number[] {
  const letter = size * POINT
  const least = titles.map((title, at) => {
    const inTitle = longestWord(title) * letter * WIDE_LETTER
    const inCells = Math.max(0, ...rows.map(cells => longestWord(cells[at]))) * letter * LETTER * 1.1
    return Math.max(NARROWEST, Math.min(WIDEST_WORD, Math.max(inTitle, inCells)) + 2 * PADDING.x + 0.5)
  })
  // What stands on one line as it is asks for nothing more.
  const wish = titles.map((_, at) => {
    const onOneLine = least[at] / (letter * LETTER)
    const beyond = rows.reduce((sum, cells) => sum + Math.max(0, cells[at].length - onOneLine), 0)
    return Math.sqrt(beyond / Math.max(1, rows.length))
  })
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const rest = TEXT_WIDTH - sum(least)
  if (rest <= 0) return least.map(width => (width * TEXT_WIDTH) / sum(least))
  const whole = sum(wish)
  return least.map((width, at) => width + (whole === 0 ? rest / least.length : (rest * wish[at]) / whole))
}

/** Whether a row stands on one page, by the letters that a line of each cell holds. */
export function isWhole(cells: readonly string[], widths: readonly number[], size: number): boolean {
  const heights = cells.map((text, at) => {
    const letters = Math.max(1, Math.floor((widths[at] - 2 * PADDING.x) / (size * POINT * LETTER)))
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0)
    return lines * size * POINT * LINE + 2 * PADDING.y
  })
  return Math.max(...heights) <= HIGHEST_ROW
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/[\s\u00AD-]+/).map(word => word.length))
}

/** No line of a title ends in a preposition: «на» goes with the year that it belongs to. */
export function bindShortWords(text: string): string {
  return text.replace(/(?<![\p{L}\d])(\p{L}{1,2}) (?=\S)/gu, '$1\u00A0')
}
