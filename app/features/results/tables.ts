import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Problem } from '../../platform/problem.ts'
import type { LocalDate } from '../territory/index.ts'
import type { JournalManifest } from './journal/types.ts'
import type { Assumed } from './read-protocol.ts'
import type { BatchManifest } from './types.ts'

/** jsonb goes in as text and comes out parsed. */
type Json<T> = ColumnType<T, string, string>
type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>
/** Written by a trigger from `unit_id`. */
type UnitPath = ColumnType<string, never, never>

export type BatchKind = 'protocol' | 'journal'
export type BatchState =
  | 'waiting'
  | 'reading'
  | 'checked'
  | 'refused'
  | 'accepted'
  | 'rejected'
  | 'undone'
  | 'duplicate'
  | 'failed'

interface ImportBatchTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: UnitPath
  campaign_id: number | null
  kind: Generated<BatchKind>
  file_name: string
  sha256: string | null
  bytes: number | null
  assume: Json<Assumed>
  state: Generated<BatchState>
  duplicate_of: number | null
  /** Folder of the store and name in `incoming`; null when no file of it is left. */
  store_id: string | null
  /** Which set of the file this is, from 0, and how many it holds; null until it has been read. */
  part: Generated<number>
  parts: number | null
  job_id: number | null
  manifest: JsonOrNull<BatchManifest | JournalManifest>
  procedure: string | null
  paper_version: string | null
  year: number | null
  grade: number | null
  subject: string | null
  works: number | null
  schools: number | null
  remarks: number | null
  problems: ColumnType<readonly Problem[], string | undefined, string>
  warnings: ColumnType<readonly Problem[], string | undefined, string>
  sent_by: Generated<string>
  sent_at: Generated<Date>
  decided_by: string | null
  decided_at: Date | null
  undone_by: string | null
  undone_at: Date | null
  reason: string | null
  version: Generated<number>
}

interface BatchSchoolTable {
  id: GeneratedAlways<number>
  batch_id: number
  unit_id: number
  unit_path: UnitPath
  digits: string
  login: string
  known: boolean
  rows: number
  works: number
  absent: number
  first_day: LocalDate | null
  last_day: LocalDate | null
  accepted: Generated<boolean>
  procedure: string
  paper_version: string | null
  year: number
  grade: number
  subject: string
  sent_at: Date
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    import_batch: ImportBatchTable
    batch_school: BatchSchoolTable
  }
}
