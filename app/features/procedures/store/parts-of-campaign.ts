import type { Tx } from '../../../platform/database/index.ts'
import type { Parts } from '../../territory/index.ts'

/**
 * A campaign's history is also that of its assessments and of the dates that units have in them; an assessment's, that of
 * such dates.
 */
export async function partsOfCampaign(tx: Tx, subject: string, id: string): Promise<Parts[]> {
  if ((subject !== 'campaign' && subject !== 'assessment') || !/^\d{1,9}$/.test(id)) return []
  const assessments =
    subject === 'assessment'
      ? [Number(id)]
      : (await tx.selectFrom('assessment').select('id').where('campaign_id', '=', Number(id)).execute()).map(
          one => one.id,
        )
  if (assessments.length === 0) return []
  const terms = await tx
    .selectFrom('assessment_unit')
    .select('id')
    .where('assessment_id', 'in', assessments)
    .execute()
  return [
    ...(subject === 'campaign' ? [{ subject: 'assessment', ids: assessments.map(String) }] : []),
    { subject: 'assessment_unit', ids: terms.map(one => String(one.id)) },
  ]
}
