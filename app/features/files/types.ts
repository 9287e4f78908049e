import type { Right } from '../accounts/index.ts'

/** What is known of a kept file. */
export interface StoredFile {
  readonly id: number
  readonly unitId: number
  /** SHA-256 of the content, hexadecimal: where it lies in the store. */
  readonly hash: string
  /** Bytes. */
  readonly size: number
  readonly mediaType: string
  readonly name: string
  readonly createdBy: string
  readonly createdAt: Date
  /** The record it belongs to; null while it is a draft of its sender. */
  readonly attachedTo: Attachment | null
}

export interface Attachment {
  /** Table of the record, as in the audit. */
  readonly subject: string
  readonly subjectId: string
  /** The right one needs to read the file there. */
  readonly access: Right
}
