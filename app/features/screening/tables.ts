import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Problem } from '../../platform/problem.ts'
import type { ScreeningSettings } from './settings.ts'
import type { RunRecord, ScreenedMarker, ScreenedSet } from './types.ts'

/** jsonb goes in as text and comes out parsed. */
type Json<T> = ColumnType<T, string, string>
type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>
/** Written by a trigger from `unit_id`. */
type UnitPath = ColumnType<string, never, never>

export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

interface ScreeningRunTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: UnitPath
  campaign_id: number | null
  title: string
  state: Generated<RunState>
  settings: Json<StoredSettings>
  record: JsonOrNull<RunRecord>
  data_hash: string | null
  summary: JsonOrNull<RunSummary>
  problems: ColumnType<readonly Problem[], string | undefined, string>
  job_id: number | null
  created_by: Generated<string>
  created_at: Generated<Date>
  finished_at: Date | null
  published_at: Date | null
  published_by: string | null
  data_undone_at: Date | null
  version: Generated<number>
}

/** What was asked for: the settings, and the batches where they were chosen one by one (null: all that count). */
export interface StoredSettings extends ScreeningSettings {
  readonly batches: readonly number[] | null
}

/** A run at a glance, as the head of its page says it. */
export interface RunSummary {
  readonly works: number
  readonly schools: number
  readonly sets: number
  /** Schools marked in at least one set by the method of 2019; of them in the 14 signs, which feed the index. */
  readonly marked: number
  readonly markedInIndex: number
  /** Null where our own signals were not asked for. */
  readonly own: {
    readonly budget: number
    readonly threshold: number
    readonly measured: number
    readonly flagged: number
    readonly expectedFalse: number | null
    readonly budgetInterval: readonly [number, number] | null
    /** Channels that were silent somewhere: set, channel, reason. */
    readonly silent: readonly { readonly set: number; readonly channel: string; readonly reason: string }[]
  } | null
  readonly files: readonly { readonly file: string; readonly rows: number; readonly works: number }[]
  readonly notes: readonly {
    readonly id: string
    readonly params: Readonly<Record<string, string | number>>
  }[]
}

interface RunBatchTable {
  run_id: number
  batch_id: number
}

interface RunSetTable {
  run_id: number
  position: number
  procedure: string
  paper_version: string | null
  year: number
  grade: number
  subject: string
  works: number
  schools: number
  facts: Json<ScreenedSet>
}

/** A marker of one school as it is kept: who it speaks of stands in the row. */
export type StoredMarker = Omit<ScreenedMarker, 'school' | 'name' | 'municipality' | 'version' | 'sets'>

/** A task of one school: index in the set, works, share of the maximum, 95 % bounds of the difference from the region. */
export type StoredTask = readonly [
  task: number,
  n: number,
  share: number,
  difference: number,
  lower: number | null,
  upper: number | null,
]

interface RunSchoolSetTable {
  id: GeneratedAlways<number>
  run_id: number
  position: number
  unit_id: number
  unit_path: UnitPath
  digits: string
  n: number
  mean: number | null
  marked: boolean
  distribution: number[]
  profile: Json<readonly StoredTask[]>
  markers: Json<readonly StoredMarker[]>
}

/** What explains the degree of a school. */
export interface SchoolFacts {
  readonly q: number | null
  readonly fisher: number | null
  readonly cauchy: number | null
  readonly units: number
  readonly readings: readonly {
    readonly channel: string
    readonly set: number
    readonly class: string | null
    readonly n: number
    readonly z: number
    readonly p: number
    readonly late: boolean
  }[]
  /** Every set that was held against an examination; not in runs of before it was kept. */
  readonly externals?: readonly { readonly set: number; readonly n: number; readonly z: number }[]
}

interface RunSchoolTable {
  id: GeneratedAlways<number>
  run_id: number
  unit_id: number
  unit_path: UnitPath
  digits: string
  login: string
  name: string | null
  municipality: string | null
  school_kind: string | null
  locality: string | null
  registered: boolean
  degree: number | null
  p: number | null
  fdr: number | null
  flagged: boolean
  facts: Json<SchoolFacts | Record<string, never>>
  /** Worked out by the database: municipality, then school, as lists order them; what they are searched in. */
  sort_key: ColumnType<string, never, never>
  search_text: ColumnType<string, never, never>
}

interface RunIndexTable {
  id: GeneratedAlways<number>
  run_id: number
  unit_id: number
  unit_path: UnitPath
  year: number
  signs: number
  schools: number
  marked: number
  value: number | null
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    screening_run: ScreeningRunTable
    run_batch: RunBatchTable
    run_set: RunSetTable
    run_school_set: RunSchoolSetTable
    run_school: RunSchoolTable
    run_index: RunIndexTable
  }
}
