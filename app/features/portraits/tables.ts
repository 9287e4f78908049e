import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Locale } from '../../messages/format.ts'
import type { Problem } from '../../platform/problem.ts'
import type { PortraitFormat } from './formats.ts'
import type { FrozenTree } from './frozen-tree.ts'
import type { Standing } from './standing.ts'
import type { SectionId } from './types.ts'

/** Written by a trigger from `unit_id`. */
type UnitPath = ColumnType<string, never, never>

interface PortraitTemplateTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: UnitPath
  number: number
  switched_off: SectionId[]
  changes: string
  created_by: Generated<string>
  created_at: Generated<Date>
}

interface PortraitTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: UnitPath
  run_id: number
  template: number
  day: string
  sent_by: Generated<string>
  sent_at: Generated<Date>
  tree_id: number | null
  stood: ColumnType<Standing | null, string | null, never>
}

interface PortraitTreeTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: UnitPath
  run_id: number
  hash: string
  body: ColumnType<FrozenTree, string, never>
}

export type RemarkState = 'open' | 'accepted' | 'partly' | 'declined'

interface PortraitRemarkTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: UnitPath
  template: number
  portrait_id: number | null
  section: SectionId | null
  text: string
  created_by: Generated<string>
  created_at: Generated<Date>
  state: Generated<RemarkState>
  answer: string | null
  answered_by: string | null
  answered_at: Date | null
  version: Generated<number>
}

export type ArchiveState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired'
export type ArchiveLevel = 'region' | 'municipality' | 'school'

interface PortraitArchiveTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: UnitPath
  run_id: number
  template: number
  day: string
  locale: Locale
  formats: PortraitFormat[]
  levels: ArchiveLevel[]
  state: Generated<ArchiveState>
  selected: number | null
  written: number | null
  bytes: number | null
  problems: ColumnType<readonly Problem[], string | undefined, string>
  job_id: number | null
  created_by: Generated<string>
  created_at: Generated<Date>
  finished_at: Date | null
  expires_at: Date | null
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    portrait_template: PortraitTemplateTable
    portrait: PortraitTable
    portrait_tree: PortraitTreeTable
    portrait_remark: PortraitRemarkTable
    portrait_archive: PortraitArchiveTable
  }
}
