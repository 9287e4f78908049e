import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { LocalDate } from '../territory/index.ts'
import type { SpecificationEntry } from './specification-schema.ts'

/** Written by a trigger from `unit_id`. */
type UnitPath = ColumnType<string, never, never>

interface CampaignTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: UnitPath
  procedure: string
  title: string
  starts_on: LocalDate
  ends_on: LocalDate
  due_on: LocalDate | null
  closed_at: Date | null
  version: Generated<number>
}

interface AssessmentTable {
  id: GeneratedAlways<number>
  campaign_id: number
  unit_id: number
  unit_path: UnitPath
  procedure: string
  paper_version: string | null
  year: number
  grade: number
  subject: string
  written_from: LocalDate | null
  written_to: LocalDate | null
  due_on: LocalDate | null
  withdrawn_at: Date | null
  version: Generated<number>
}

interface AssessmentUnitTable {
  id: GeneratedAlways<number>
  assessment_id: number
  unit_id: number
  unit_path: UnitPath
  written_from: LocalDate | null
  written_to: LocalDate | null
  due_on: LocalDate | null
  takes_part: Generated<boolean>
  reason: string | null
  version: Generated<number>
}

interface SpecificationTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: UnitPath
  procedure: string
  paper_version: string | null
  year: number
  grade: number
  subject: string
  revision: number
  /** jsonb goes in as text and comes out parsed. */
  content: ColumnType<SpecificationEntry, string, never>
  source: string
  reason: string | null
  created_by: Generated<string>
  created_at: Generated<Date>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    campaign: CampaignTable
    assessment: AssessmentTable
    assessment_unit: AssessmentUnitTable
    specification: SpecificationTable
  }
}
