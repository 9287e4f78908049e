import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export type UnitKind = 'region' | 'municipality' | 'school' | 'class'

/** A local date, 'YYYY-MM-DD'. */
export type LocalDate = string

interface UnitTable {
  id: GeneratedAlways<number>
  parent_id: number | null
  /** Ids from the root down, '1.5.33.'; written by a trigger. */
  path: ColumnType<string, never, never>
  kind: UnitKind
  name: string
  short_name: string | null
  code: string | null
  digits: string | null
  login: string | null
  school_kind: string | null
  locality: string | null
  oge_code: string | null
  ege_code: string | null
  tags: Generated<string[]>
  valid_from: LocalDate | null
  valid_to: LocalDate | null
  successor_id: number | null
  school_year: number | null
  grade: number | null
  letter: string | null
  withdrawn_at: Date | null
  version: Generated<number>
  /** Worked out by the database from the name: what orders names as people expect. */
  sort_key: ColumnType<string, never, never>
  /** Worked out by the database from names, code and login: what the search looks in. */
  search_text: ColumnType<string, never, never>
}

interface UnitAliasTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: ColumnType<string, never, never>
  kind: 'login' | 'former-name'
  value: string
  /** Last day on which it was so; null where nobody knows. */
  valid_to: LocalDate | null
  search_text: ColumnType<string, never, never>
}

/** jsonb goes in as text and comes out parsed. */
type Json<T> = ColumnType<T, string, string>

interface RegistryImportTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: ColumnType<string, never, never>
  file_name: string
  sha256: string
  state: Generated<'checked' | 'committed' | 'undone'>
  checked_by: string | null
  checked_at: Generated<Date>
  committed_at: Date | null
  undone_at: Date | null
  problems: Json<Problem[]>
  remarks: Json<Problem[]>
  plan: Json<ImportPlan>
  done: ColumnType<ImportDone | null, string | null, string | null>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    unit: UnitTable
    unit_alias: UnitAliasTable
    registry_import: RegistryImportTable
  }
}

import type { Problem } from '../../platform/problem.ts'
import type { ImportDone, ImportPlan } from './registry/import-plan.ts'
