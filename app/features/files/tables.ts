import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

interface StoredFileTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: ColumnType<string, never, never>
  hash: string
  size: number
  media_type: string
  name: string
  created_by: ColumnType<string, never, never>
  created_at: ColumnType<Date, never, never>
  subject: string | null
  subject_id: string | null
  read_access: string | null
  removed_at: Generated<Date | null>
  removed_by: Generated<string | null>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    stored_file: StoredFileTable
  }
}
