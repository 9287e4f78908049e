import type { AssessmentKey, BatchManifest, DirtCount } from '../types.ts'

/** Rows of an attachment as columns; entry i of each belongs to the same row. */
export interface JournalColumnsRead {
  readonly count: number
  /** Six digits of the login as a number. */
  readonly school: Uint32Array
  readonly code: readonly string[]
  /** 1…5. */
  readonly mark: Uint8Array
  readonly row: Uint32Array
}

/** A file of journal marks as read: whose mark is which, by school and code. */
export interface JournalBatch {
  readonly source: BatchManifest['source']
  readonly assessment: AssessmentKey
  readonly counts: {
    readonly rows: number
    /** Rows that give a mark to a participant. */
    readonly marks: number
    readonly noSchool: number
    readonly schools: number
  }
  readonly dirt: readonly DirtCount[]
  /** Rows and the usual spelling of the login, by digits. */
  readonly schools: readonly { readonly digits: string; readonly login: string; readonly rows: number }[]
  readonly columns: JournalColumnsRead
}

/** The record of an attachment, beside its `journal.parquet`. */
export interface JournalManifest extends Pick<JournalBatch, 'source' | 'assessment' | 'counts' | 'dirt'> {
  readonly format: 1
  readonly kind: 'journal'
  readonly id: string
  readonly createdAt: string
  readonly createdBy: string
  readonly service: { readonly remarks: Readonly<Record<string, number>> }
  readonly undone: null
}
