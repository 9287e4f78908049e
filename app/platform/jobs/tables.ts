import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Problem } from '../problem.ts'
import type { JobResult } from './job.ts'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** jsonb: read as a value, written as JSON text (a list would otherwise be taken for an SQL array). */
type Json<T> = ColumnType<T, string, string>

interface JobTable {
  id: GeneratedAlways<number>
  kind: string
  unit_id: number
  unit_path: ColumnType<string, never, never>
  account_id: ColumnType<string, never, never>
  role: ColumnType<string | null, never, never>
  internal: Generated<boolean>
  once_key: string | null
  params: Json<Record<string, unknown>>
  state: Generated<JobState>
  stage: string | null
  detail: Generated<string>
  done: Generated<number>
  total: number | null
  result: Json<JobResult | null> | null
  problems: Json<readonly Problem[] | null> | null
  attempts: Generated<number>
  created_at: ColumnType<Date, never, never>
  not_before: Date | null
  started_at: Date | null
  finished_at: Date | null
  lease_until: Date | null
  cancel_requested_at: Date | null
}

declare module '../database/schema.ts' {
  interface Schema {
    job: JobTable
  }
}
