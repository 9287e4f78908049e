import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../../territory/index.ts'

/** What a municipality or a school has of its own for one assessment. */
export interface OwnTerm {
  readonly assessmentId: number
  readonly unitId: number
  readonly unitPath: string
  readonly writtenFrom: LocalDate | null
  readonly writtenTo: LocalDate | null
  readonly dueOn: LocalDate | null
  /** False: «не участвует», nothing is expected of it and of what is below. */
  readonly takesPart: boolean
  readonly reason: string | null
  readonly version: number
}

/** The units' own terms for the assessments of a campaign (withdrawn ones left out), as far as the actor may see them. */
export async function listOwnTerms(
  tx: Tx,
  { campaignId, assessmentId }: { readonly campaignId: number; readonly assessmentId?: number },
): Promise<OwnTerm[]> {
  let query = tx
    .selectFrom('assessment_unit as own')
    .innerJoin('assessment', 'assessment.id', 'own.assessment_id')
    .where('assessment.campaign_id', '=', campaignId)
    .where('assessment.withdrawn_at', 'is', null)
    .selectAll('own')
  if (assessmentId !== undefined) query = query.where('assessment.id', '=', assessmentId)
  const rows = await query.orderBy('own.assessment_id').orderBy('own.unit_path').execute()
  return rows.map(row => ({
    assessmentId: row.assessment_id,
    unitId: row.unit_id,
    unitPath: row.unit_path,
    writtenFrom: row.written_from,
    writtenTo: row.written_to,
    dueOn: row.due_on,
    takesPart: row.takes_part,
    reason: row.reason,
    version: row.version,
  }))
}
