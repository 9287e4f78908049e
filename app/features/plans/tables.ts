import type { Term } from '@objektiv/russian-terms'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Problem } from '../../platform/problem.ts'
import type { MoveDoubt } from './move-term.ts'
import type { Abbreviation, DoubtReason, Level, MeasureField, Responsible } from './reading/plan.ts'
import type { TaskState } from './rules.ts'

type LocalDate = string
/** jsonb goes in as text and comes out parsed. */
type Json<T> = ColumnType<T, string, string>
type FilledIn = ColumnType<string, never, never>

export type PlanState = 'draft' | 'approved' | 'closed'
export type MeasureState = TaskState | 'no-cases'
export type EvidenceKind = 'order' | 'note' | 'protocol' | 'link' | 'photo' | 'plan' | 'other'

/** What a person still has to look at: since it was read from a document, or carried over from the year before. */
export interface KeptDoubt {
  readonly field: MeasureField
  readonly reason: DoubtReason | MoveDoubt
}

interface PlanTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: FilledIn
  title: string
  starts_on: LocalDate
  ends_on: LocalDate
  school: boolean
  period_words: string | null
  state: Generated<PlanState>
  approver_post: string | null
  approver_name: string | null
  approved_on: LocalDate | null
  approval_number: string | null
  abbreviations: Json<readonly Abbreviation[]>
  above_id: number | null
  previous_id: number | null
  source_file_id: number | null
  /** Of what a person saved it from; null where the program made it. */
  sent_hash: Generated<string | null>
  closed_at: Date | null
  /** What came of the year, as whoever ended the plan says it. */
  result: Generated<string | null>
  removed_at: Date | null
  created_by: Generated<string>
  created_at: Generated<Date>
  changed_at: Generated<Date>
  version: Generated<number>
}

/** Fields of a measure that the plan above decides on; what it says differently by now stands in `offered`. */
export interface OfferedMeasure {
  readonly number: string | null
  readonly section: string | null
  readonly year: number | null
  readonly text: string
  readonly term_words: string | null
  readonly term: Term | null
  readonly planned_start: string | null
  readonly planned_finish: string | null
  readonly participants: string | null
  readonly expected_result: string | null
  readonly by_plan: boolean
}

interface PlanMeasureTable {
  id: GeneratedAlways<number>
  plan_id: number
  unit_id: number
  unit_path: FilledIn
  position: number
  year: number | null
  due_on: LocalDate | null
  tasks_done: Generated<number>
  tasks_total: Generated<number>
  mandatory: Generated<boolean>
  by_plan: Generated<boolean>
  above_id: number | null
  root_id: number | null
  carried_from: number | null
  signal_id: number | null
  state: Generated<MeasureState>
  term_kind: Term['kind'] | null
  level: Level | null
  template: string | null
  number: string | null
  section: string | null
  text: string
  term_words: string | null
  term: ColumnType<Term | null, string | null, string | null>
  planned_start: string | null
  planned_finish: string | null
  place: string | null
  participants: string | null
  responsible: Json<readonly Responsible[]>
  roles: Generated<string[]>
  accounts: Generated<string[]>
  performer: string | null
  expected_result: string | null
  note: string | null
  completion: string | null
  doubtful: Json<readonly KeptDoubt[]>
  offered: ColumnType<OfferedMeasure | { readonly removed: true } | null, string | null, string | null>
  removed_at: Date | null
  changed_at: Generated<Date>
  version: Generated<number>
}

interface MeasureTaskTable {
  id: GeneratedAlways<number>
  measure_id: number
  unit_id: number
  unit_path: FilledIn
  position: number
  title: string | null
  due_on: LocalDate | null
  planned_on: LocalDate | null
  state: Generated<TaskState>
  escalated: Generated<number>
  submitted_by: string | null
  submitted_at: Date | null
  accepted_at: Date | null
  version: Generated<number>
}

export type MeasureStepKind =
  | 'created'
  | 'changed'
  | 'started'
  | 'submitted'
  | 'accepted'
  | 'returned'
  | 'postponed'
  | 'cancelled'
  | 'restored'
  | 'commented'
  | 'case-added'
  | 'offered'
  | 'taken-over'
  /** Taken out above, and kept here as the unit's own. */
  | 'kept'
  | 'escalated'
  | 'removed'

export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

interface MeasureStepTable {
  id: GeneratedAlways<number>
  measure_id: number
  task_id: number | null
  unit_id: number
  unit_path: FilledIn
  at: Generated<Date>
  account_id: Generated<string>
  role: Generated<string | null>
  kind: MeasureStepKind
  state_before: TaskState | null
  state_after: TaskState | null
  due_on: LocalDate | null
  text: string | null
  changes: ColumnType<readonly FieldChange[] | null, string | null, never>
}

interface EvidenceTable {
  id: GeneratedAlways<number>
  measure_id: number
  task_id: number
  step_id: number
  unit_id: number
  unit_path: FilledIn
  kind: EvidenceKind
  title: string
  document_number: string | null
  document_date: LocalDate | null
  url: string | null
  plan_id: number | null
}

interface PlanVersionTable {
  id: GeneratedAlways<number>
  plan_id: number
  unit_id: number
  unit_path: FilledIn
  number: number
  body: Json<unknown>
  approved_by: Generated<string>
  approved_at: Generated<Date>
}

interface PlanPublicationTable {
  id: GeneratedAlways<number>
  plan_id: number
  unit_id: number
  unit_path: FilledIn
  token: string
  version_number: number
  body: Json<unknown>
  with_names: boolean
  published_by: Generated<string>
  published_at: Generated<Date>
  withdrawn_at: Date | null
}

interface CalendarFeedTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: FilledIn
  account_id: Generated<string>
  grant_role: Generated<string>
  token_hash: string
  created_at: Generated<Date>
  ended_at: Date | null
}

/** Why a unit got no copy: it works here no more, or what was written for it failed. */
export type LeftOutReason = 'gone' | 'fault'

export interface LeftOut {
  readonly unit: number
  readonly code: LeftOutReason
}

interface PlanDispatchTable {
  id: GeneratedAlways<number>
  plan_id: number
  unit_id: number
  unit_path: FilledIn
  kind: 'copies' | 'period'
  state: Generated<'going' | 'done' | 'stopped'>
  waiting: Generated<number[]>
  total: number
  reached: number
  left_out: ColumnType<readonly LeftOut[], string | undefined, string>
  problem: ColumnType<Problem | null, string | null | undefined, string | null>
  job_id: number | null
  created_by: Generated<string>
  created_at: Generated<Date>
  finished_at: Date | null
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    plan: PlanTable
    plan_measure: PlanMeasureTable
    measure_task: MeasureTaskTable
    measure_step: MeasureStepTable
    evidence: EvidenceTable
    plan_version: PlanVersionTable
    plan_publication: PlanPublicationTable
    calendar_feed: CalendarFeedTable
    plan_dispatch: PlanDispatchTable
  }
}
