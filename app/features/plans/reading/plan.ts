import type { Term } from '@objektiv/russian-terms'

export type Level = 'region' | 'municipality' | 'school'

/** The part a body plays: ministry, assessment centre, teacher-training institute, municipal authority, municipal methodical service, school. */
export type BodyRole = 'ОИВ' | 'РЦОКО' | 'ИРО' | 'ОМСУ' | 'ММС' | 'ОО'

/** Fields of a measure a doubt can be about. */
export type MeasureField =
  | 'number'
  | 'section'
  | 'year'
  | 'text'
  | 'term'
  | 'plannedStart'
  | 'plannedFinish'
  | 'responsible'
  | 'participants'
  | 'expectedResult'

export type DoubtReason =
  /** The same number stands twice in one section. */
  | 'number-repeated'
  /** A spreadsheet made 1.1 of 1.10. */
  | 'number-restored'
  /** The document prints the same year, with its measures, a second time. */
  | 'year-repeated'
  /** The column is there, the cell is empty. */
  | 'empty'
  /** The term was not understood, or read with an assumption. */
  | 'term-unsure'
  /** The years of the terms, or the date of approval, gave the year. */
  | 'period-assumed'
  /** The row was put together over the border of a page. */
  | 'joined'
  /** Where one cell ends and the next begins was guessed. */
  | 'cells-guessed'
  /** The table has no headings: its columns were told by what stands in them. */
  | 'columns-guessed'
  /** A row that may be a heading as well as a measure. */
  | 'maybe-heading'
  /** More cells than headings. */
  | 'cell-without-heading'

export interface MeasureDoubt {
  readonly field: MeasureField
  readonly reason: DoubtReason
}

export interface Responsible {
  readonly original: string
  readonly body: BodyRole | null
  readonly person: string | null
  readonly post: string | null
}

export type PlanTerm = Omit<Term, 'doubts'>

export interface Measure {
  readonly number: string | null
  readonly section: string | null
  readonly year: number | null
  readonly level: Level | null
  readonly text: string
  readonly term: PlanTerm | null
  readonly plannedStart: string | null
  readonly plannedFinish: string | null
  readonly place: string | null
  readonly participants: string | null
  readonly responsible: readonly Responsible[]
  readonly performer: string | null
  readonly expectedResult: string | null
  readonly note: string | null
  readonly completion: string | null
  readonly doubtful: readonly MeasureDoubt[]
}

export interface PlanPeriod {
  /** The words that name it; null when nobody wrote them. */
  readonly original: string | null
  readonly start: string
  readonly end: string
  readonly source: 'given' | 'document' | 'terms' | 'approval'
}

export interface Approval {
  readonly original: string
  readonly post: string | null
  readonly person: string | null
  readonly date: string | null
}

export interface Abbreviation {
  readonly short: string
  readonly full: string
}

/** A plan as it was recognised, every word of it the document's own. */
export interface RecognisedPlan {
  readonly title: string | null
  readonly period: PlanPeriod | null
  readonly approval: Approval | null
  readonly abbreviations: readonly Abbreviation[]
  readonly measures: readonly Measure[]
}
