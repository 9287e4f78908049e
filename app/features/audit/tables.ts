import type { ColumnType, Selectable } from 'kysely'

/** The log; written by triggers alone, so nothing here can be inserted or changed. */
interface AuditTable {
  id: ColumnType<number, never, never>
  at: ColumnType<Date, never, never>
  account_id: ColumnType<string | null, never, never>
  role: ColumnType<string | null, never, never>
  unit_id: ColumnType<number, never, never>
  unit_path: ColumnType<string, never, never>
  subject: ColumnType<string, never, never>
  subject_id: ColumnType<string, never, never>
  action: ColumnType<string, never, never>
  reason: ColumnType<string | null, never, never>
  before: ColumnType<Readonly<Record<string, unknown>> | null, never, never>
  after: ColumnType<Readonly<Record<string, unknown>> | null, never, never>
  request_id: ColumnType<string | null, never, never>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    audit: AuditTable
  }
}

/** A line of the log as it is stored. */
export type AuditRow = Selectable<AuditTable>
