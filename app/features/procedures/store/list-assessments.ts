import type { Selectable } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../../territory/index.ts'

/** One subject of one grade in one year. The fields procedure, paperVersion, year, grade, subject are what results carry. */
export interface Assessment {
  readonly id: number
  readonly campaignId: number
  readonly unitId: number
  readonly procedure: string
  /** «базовая» / «углублённая», null where the paper has no versions. */
  readonly paperVersion: string | null
  readonly year: number
  readonly grade: number
  readonly subject: string
  /** Dates of its own; null where those of the campaign hold. */
  readonly writtenFrom: LocalDate | null
  readonly writtenTo: LocalDate | null
  readonly dueOn: LocalDate | null
  /** No longer held; runs of before still name it. */
  readonly withdrawn: boolean
  readonly version: number
}

/** Assessments as far as the actor may see them, by year, grade and subject. Withdrawn ones only when asked for. */
export async function listAssessments(
  tx: Tx,
  { campaignId, withdrawn = false }: { readonly campaignId?: number; readonly withdrawn?: boolean } = {},
): Promise<Assessment[]> {
  let query = tx.selectFrom('assessment').selectAll()
  if (campaignId !== undefined) query = query.where('campaign_id', '=', campaignId)
  if (!withdrawn) query = query.where('withdrawn_at', 'is', null)
  const rows = await query
    .orderBy('year')
    .orderBy('grade')
    .orderBy('subject')
    .orderBy('paper_version')
    .orderBy('id')
    .execute()
  return rows.map(toAssessment)
}

export function toAssessment(row: Selectable<Schema['assessment']>): Assessment {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    unitId: row.unit_id,
    procedure: row.procedure,
    paperVersion: row.paper_version,
    year: row.year,
    grade: row.grade,
    subject: row.subject,
    writtenFrom: row.written_from,
    writtenTo: row.written_to,
    dueOn: row.due_on,
    withdrawn: row.withdrawn_at !== null,
    version: row.version,
  }
}
