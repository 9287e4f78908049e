import type { ColumnRole } from './headings.ts'
import type { Level, MeasureDoubt, MeasureField } from './plan.ts'
import { joinTwo, oneLine } from './words.ts'

/** Where a measure stands in the document: a block of it, and rows of that block where it is a table. */
export interface MeasureSource {
  readonly block: number
  readonly rows: readonly number[]
}

/** A measure while its rows are still being gathered: cells by role, in the order they came. */
export interface Draft {
  number: string | null
  /** Its number stands in the file as one that may have lost a nought. */
  counted: boolean
  section: string | null
  /** The month in whose part of the table it stands, whatever its section is called. */
  month: string | null
  year: number | null
  /** The year is a school year that begins in it. */
  schoolYear: boolean
  level: Level | null
  text: string
  readonly cells: Map<ColumnRole, string>
  /** Headings of the months or quarters that are marked, with what stands in their cells. */
  readonly calendar: string[]
  readonly doubts: MeasureDoubt[]
  /** The table has a column for the term, so that its absence is a gap. */
  readonly expects: ReadonlySet<ColumnRole>
  /** Rows of the table it was gathered from; null outside of tables. */
  source: { readonly block: number; readonly rows: number[] } | null
}

export function newDraft(
  place: Pick<Draft, 'section' | 'year' | 'level'> & {
    readonly schoolYear?: boolean
    readonly month?: string | null
  },
  expects: ReadonlySet<ColumnRole> = new Set(),
): Draft {
  return {
    ...{ schoolYear: false, month: null },
    ...place,
    number: null,
    counted: false,
    text: '',
    cells: new Map(),
    calendar: [],
    doubts: [],
    expects,
    source: null,
  }
}

export function doubt(draft: Draft, field: MeasureField, reason: MeasureDoubt['reason']): void {
  if (!draft.doubts.some(known => known.field === field && known.reason === reason))
    draft.doubts.push({ field, reason })
}

/** A cell of a role; what comes later for the same role goes behind it on a line of its own. */
export function putCell(draft: Draft, role: ColumnRole, text: string): void {
  if (text.trim() === '') return
  const before = draft.cells.get(role)
  draft.cells.set(role, before === undefined ? text.trim() : `${before}\n${text.trim()}`)
}

/** A cell that goes on from the page before: one text with what was there. */
export function continueCell(draft: Draft, role: ColumnRole, text: string): void {
  const more = oneLine(text)
  if (more === '') return
  if (role === 'text') {
    draft.text = draft.text === '' ? more : joinTwo(draft.text, more)
    return
  }
  const before = draft.cells.get(role)
  draft.cells.set(role, before === undefined ? more : joinTwo(before, more))
}
