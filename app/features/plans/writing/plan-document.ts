import type { Abbreviation, Level, Responsible } from '../reading/plan.ts'

/**
 * A plan as it goes onto paper, whoever made it: read out of somebody's file (`documentOf`), or kept by the service.
 * Every text is printed as it stands here; what is null has no place on the paper.
 */
export interface PlanDocument {
  /** Whose plan it is, in the upper left corner. */
  readonly owner: string | null
  readonly title: string | null
  /** Printed under a title that does not say it. */
  readonly period: DocumentPeriod | null
  readonly approval: ApprovalBlock | null
  readonly abbreviations: readonly Abbreviation[]
  /** In their order; a row for the year and one for the section stand where they change. */
  readonly measures: readonly DocumentMeasure[]
  /** What came of the year, in the words of whoever ended the plan: the end of the report. */
  readonly result?: string | null
}

export interface DocumentPeriod {
  readonly start: string
  readonly end: string
  /** The words that name it; null: they are made from the dates. */
  readonly original: string | null
}

/** «УТВЕРЖДАЮ»: the lines that somebody wrote, or else lines made of the parts, with room for what is missing. */
export interface ApprovalBlock {
  readonly original: string | null
  readonly post: string | null
  readonly person: string | null
  /** YYYY-MM-DD. */
  readonly date: string | null
  readonly number: string | null
}

export interface DocumentMeasure {
  readonly number: string | null
  readonly section: string | null
  readonly year: number | null
  /** The year is a school year that begins in it. */
  readonly schoolYear: boolean
  /** A document that prints a year twice has its row twice. */
  readonly yearAgain: boolean
  readonly level: Level | null
  readonly text: string
  readonly term: DocumentTerm | null
  /** YYYY-MM-DD, or the words of the document where they were no date. */
  readonly plannedStart: string | null
  readonly plannedFinish: string | null
  readonly place: string | null
  readonly participants: string | null
  readonly responsible: readonly Pick<Responsible, 'original' | 'person' | 'post'>[]
  readonly performer: string | null
  readonly expectedResult: string | null
  readonly note: string | null
  /** The mark of completion, as the document has it. */
  readonly completion: string | null
  /** For the report on progress. */
  readonly progress?: MeasureProgress
}

export interface DocumentTerm {
  readonly words: string
  readonly start: string | null
  readonly end: string | null
}

export interface MeasureProgress {
  /** In words: «Принято», «В работе». */
  readonly state: string
  /** Of a measure with several terms, how many were kept; of one that those below do, how many of them have; else null. */
  readonly times?: { readonly done: number; readonly total: number } | null
  /** YYYY-MM-DD. */
  readonly acceptedOn: string | null
  readonly evidence: readonly EvidenceDocument[]
  /** Why it was postponed or cancelled. */
  readonly reason: string | null
}

export interface EvidenceDocument {
  readonly name: string
  readonly number: string | null
  /** YYYY-MM-DD. */
  readonly date: string | null
}
