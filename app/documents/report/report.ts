import type { Locale } from '../../messages/format.ts'

/**
 * One report as data: what stands on the page, in the PDF, in the Word file and in the spreadsheet is this value and nothing
 * beside it. Texts are worded already; numbers in tables are numbers, so that a spreadsheet can go on counting with them.
 */
export interface Report {
  readonly locale: Locale
  /** «Портрет школы». */
  readonly kind: string
  /** Whom it speaks of. */
  readonly title: string
  /** One sentence under the title: what this is, and what it is not. */
  readonly lead: string
  /** Local date of the report, YYYY-MM-DD: an argument, so that the same run gives the same bytes. */
  readonly date: string
  readonly sections: readonly Section[]
}

/** A part of a report that can be switched off and to which a remark can be left. */
export interface Section {
  /** Stable name, e.g. «results»: anchor of the page and of remarks. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block = Heading | Sentence | Facts | Table | Figure

/** A heading inside a section, e.g. the name of a set. */
export interface Heading {
  readonly kind: 'heading'
  readonly text: string
}

/** `notable` asks to be looked at, `quiet` is unremarkable, `note` explains how to read what stands above. */
export type Tone = 'plain' | 'notable' | 'quiet' | 'note'

export interface Sentence {
  readonly kind: 'sentence'
  readonly text: string
  readonly tone: Tone
}

/** Pairs of a name and a value: the head of a report. */
export interface Facts {
  readonly kind: 'facts'
  readonly rows: readonly { readonly label: string; readonly value: Cell }[]
}

/** A value of a table: `digits` decimals are shown; a share 0 … 1 is shown as a percentage. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly digits: number }
  | { readonly kind: 'share'; readonly value: number; readonly digits: number }
  /** So many of a whole, with their share 0 … 1; null where the whole is nothing. */
  | { readonly kind: 'part'; readonly count: number; readonly share: number | null; readonly digits: number }
  /** From … to, in the units of the table. */
  | {
      readonly kind: 'interval'
      readonly lower: number
      readonly upper: number
      readonly digits: number
      readonly share: boolean
    }
  /** Does not exist («—»), or is kept back because it speaks of fewer than are shown («<5»). */
  | { readonly kind: 'none'; readonly reason: 'absent' | 'few' }

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
  /** Share of the width beside the other columns; 1 where not given. */
  readonly width?: number
}

export interface Table {
  readonly kind: 'table'
  /** Stable name inside the report: the sheet of the spreadsheet, e.g. «results». */
  readonly id: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Too wide for an upright page: its own landscape pages in print. */
  readonly wide: boolean
  /**
   * Goes on under the columns of the table before it: printed together their head stands once, and each caption is a row
   * above its rows.
   */
  readonly goesOn?: boolean
}

/** A picture with everything that somebody who cannot see it needs. */
export interface Figure {
  readonly kind: 'figure'
  readonly id: string
  /** What it is about, e.g. the name of a set: small pictures stand two in a row, each under its own. */
  readonly heading?: string
  /** The finding in one sentence. */
  readonly title: string
  /** What is drawn, n and the reference. */
  readonly description: string
  /** Self-contained SVG with literal colours, drawn by `documents/charts`. */
  readonly svg: string
  /** How far to trust it; stands under the picture. */
  readonly note?: string
  /** The numbers of the picture: behind a click on screen, a sheet in the spreadsheet. */
  readonly data: Omit<Table, 'kind' | 'id' | 'wide'>
}
