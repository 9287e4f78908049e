import type { GridCell } from './document.ts'
import type { Draft } from './draft.ts'
import type { Column } from './headings.ts'
import { endOf, type HeadingRow, isSchoolYear, yearOfHeading } from './section-rows.ts'
import { oneLine } from './words.ts'

/** «Январь», «АПРЕЛЬ – МАЙ» */
export const MONTHS =
  /^(?:[IVX\d]{1,4}[.)]\s*)?(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)(?:\s*(?:[-–—]|,|и)\s*(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь))?(?:\s+20\d\d(?:\s*(?:год[а]?|г\.?))?)?\s*[.:]?$/i

/** What holds from one table to the next. */
export interface TableState {
  columns: readonly Column[] | null
  /** No heading of the document names measures: they are looked for by their words. */
  readonly guessTexts: boolean
  section: string | null
  /** The last title that was a month; titles of other kinds may stand below it. */
  month: string | null
  year: number | null
  schoolYear: boolean
  /** The term of the rows above, where terms lead their rows. */
  leadingTerm: string | null
  /** A bare year over the first table. */
  frontYear: number | null
  /** The year was printed before: what follows is there twice. */
  yearRepeated: boolean
  readonly years: Set<number>
  readonly drafts: Draft[]
  /** The last measure of every column of measures, for rows that go on. */
  readonly last: Map<number, Draft>
}

export function newState(guessTexts = false): TableState {
  return {
    guessTexts,
    ...{
      columns: null,
      section: null,
      month: null,
      year: null,
      schoolYear: false,
      frontYear: null,
      yearRepeated: false,
    },
    leadingTerm: null,
    ...{ years: new Set(), drafts: [], last: new Map() },
  }
}

/** A row of one title: a year begins a new part of the plan, other words a section. */
export function takeHeading(heading: HeadingRow, state: TableState): void {
  state.leadingTerm = null
  const ends = endOf(heading)
  if (ends !== null) {
    state.section = null
    if (ends === 'year') state.year = null
    return
  }
  if (heading.year === null) {
    state.section = heading.text
    if (MONTHS.test(heading.text)) state.month = heading.text
    return
  }
  state.yearRepeated = state.years.has(heading.year)
  state.years.add(heading.year)
  state.year = heading.year
  state.schoolYear = isSchoolYear(heading.text)
  state.section = null
}

/** The year of a row that has a column for it. */
export function takeYear(row: readonly GridCell[], columns: readonly Column[], state: TableState): void {
  const at = columns.findIndex(({ role }) => role === 'year')
  if (at < 0) return
  const text = oneLine(row[at].text)
  const year = yearOfHeading(/^20\d\d$/.test(text) ? `${text} год` : text)
  const other = year !== state.year || (year !== null && isSchoolYear(text) !== state.schoolYear)
  if (other) takeHeading({ text: year === null ? 'Без указания года' : text, year }, state)
}
