import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Problem } from '../../platform/problem.ts'
import type { FederalRow } from './types.ts'

/** Written by a trigger from `unit_id`. */
type UnitPath = ColumnType<string, never, never>

interface FederalListTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: UnitPath
  file_name: string
  sha256: string
  state: Generated<'checked' | 'accepted' | 'rejected' | 'undone'>
  year: number | null
  /** jsonb goes in as text and comes out parsed. */
  rows: ColumnType<FederalRow[], string, never>
  problems: ColumnType<Problem[], string, never>
  sent_by: Generated<string>
  sent_at: Generated<Date>
  decided_at: Date | null
  undone_at: Date | null
  reason: string | null
}

interface FederalListEntryTable {
  id: GeneratedAlways<number>
  list_id: number
  unit_id: number
  unit_path: UnitPath
  year: number
  login: string
  markers: string[]
  active: Generated<boolean>
}

interface FederalListYearTable {
  id: GeneratedAlways<number>
  list_id: number
  unit_id: number
  unit_path: UnitPath
  year: number
  active: Generated<boolean>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    federal_list: FederalListTable
    federal_list_entry: FederalListEntryTable
    federal_list_year: FederalListYearTable
  }
}
