import type { Cell } from '../../../documents/spreadsheet/types.ts'
import { fold } from '../fold.ts'
import type { LayoutId } from '../types.ts'

/** A task column as the header names it. */
export interface TaskColumn {
  readonly column: number
  /** As in the header: «9.1», «10К1», or the running index as text where the header gives only that. */
  readonly name: string
  /** Running number of the scored part where the header counts parts (2020, 2021), else null. */
  readonly index: number | null
  /** Maximum points where the header states them, else null. */
  readonly max: number | null
}

/** Which column means what; indexes from 0, null where the layout or the file has no such column. */
export interface LayoutColumns {
  readonly layout: LayoutId
  readonly school: number | null
  readonly region: number | null
  readonly code: number | null
  readonly class: number | null
  /** One, or two where the paper is written in parts. */
  readonly variants: readonly number[]
  readonly total: number
  /** Mark of the work, given by the federal system only. */
  readonly mark: number | null
  /** Mark for the previous period in the school journal. */
  readonly journal: number | null
  /** Date of upload, from which the year is taken if nothing else says it. */
  readonly date: number | null
  readonly tasks: readonly TaskColumn[]
}

/** One generation of protocol files: recognises its header row and says which column means what. */
export interface Layout {
  readonly id: LayoutId
  /** Headers as people know them, for the message about an unknown layout. */
  readonly signature: string
  /** Columns of the header row, or null if the row is not this layout's header. */
  recognise(header: HeaderRow): LayoutColumns | null
}

/** A header row, folded once for every layout to look at. */
export class HeaderRow {
  readonly cells: readonly Cell[]
  readonly #folded: readonly string[]

  constructor(cells: readonly Cell[]) {
    this.cells = cells
    this.#folded = cells.map(cell => (typeof cell === 'string' ? fold(cell) : ''))
  }

  /** Column with exactly one of these headers (case, spaces and lookalike letters aside), else null. */
  find(...names: readonly string[]): number | null {
    const wanted = names.map(fold)
    const column = this.#folded.findIndex(header => wanted.includes(header))
    return column < 0 ? null : column
  }

  /** Column whose header begins so, else null. */
  findStart(name: string): number | null {
    const wanted = fold(name)
    const column = this.#folded.findIndex(header => header.startsWith(wanted))
    return column < 0 ? null : column
  }

  /** Every column whose folded header matches, in the order of the sheet. Write patterns in Cyrillic twins. */
  matches(pattern: RegExp): { column: number; match: RegExpExecArray }[] {
    return this.#folded.flatMap((header, column) => {
      const match = pattern.exec(header)
      return match ? [{ column, match }] : []
    })
  }
}
