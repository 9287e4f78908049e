import type { SourceDocument } from '../reading/document.ts'
import { TEXT_LAYOUTS } from './text-layouts.ts'
import { WORD_LAYOUTS } from './word-layouts.ts'

/** A small plan in the manner of somebody who had no form before them, and what a person reads in it. */
export interface Layout {
  readonly name: string
  readonly document: SourceDocument
  readonly title: string | null
  /** First and last day of the plan. */
  readonly period: string | null
  /** Number | text | kind, first and last day of the term | who answers. */
  readonly measures: readonly string[]
}

export const LAYOUTS: readonly Layout[] = [...WORD_LAYOUTS, ...TEXT_LAYOUTS]
