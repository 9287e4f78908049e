import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Evidence } from './evidence.ts'
import type { Outcome } from './rules.ts'
import type { LocalDate, SignalState } from './terms.rules.ts'

interface SignalTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: ColumnType<string, never, never>
  run_id: number
  campaign_id: number | null
  source: 'official' | 'own'
  set_position: number
  paper_version: string | null
  year: number
  grade: number
  subject: string
  channels: string[]
  n: number
  degree: number | null
  fdr: number | null
  positions: number[]
  state: Generated<SignalState>
  outcome: Outcome | null
  due_on: LocalDate | null
  asked_at: Date | null
  replied_at: Date | null
  closed_at: Date | null
  data_undone_at: Date | null
  escalated: Generated<number>
  forwarded_at: Date | null
  published: Generated<boolean>
  created_at: Generated<Date>
  changed_at: Generated<Date>
  /** Municipality, then school; written by a trigger. */
  sort_key: ColumnType<string, never, never>
  version: Generated<number>
}

interface SignalEvidenceTable {
  signal_id: number
  /** jsonb goes in as text and comes out parsed. */
  evidence: ColumnType<Evidence, string, never>
}

export type StepKind =
  | 'opened'
  | 'asked'
  | 'reminded'
  | 'forwarded'
  | 'commented'
  | 'replied'
  | 'returned'
  | 'extended'
  | 'closed'
  | 'reopened'
  | 'escalated'
  | 'data-undone'
  | 'withdrawn'
  | 'superseded'

interface SignalStepTable {
  id: GeneratedAlways<number>
  signal_id: number
  unit_id: number
  unit_path: ColumnType<string, never, never>
  at: Generated<Date>
  account_id: Generated<string>
  role: Generated<string | null>
  kind: StepKind
  state_before: SignalState | null
  state_after: SignalState
  due_on: LocalDate | null
  outcome: Outcome | null
  causes: Generated<string[]>
  text: string | null
  late: Generated<boolean>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    signal: SignalTable
    signal_evidence: SignalEvidenceTable
    signal_step: SignalStepTable
  }
}
