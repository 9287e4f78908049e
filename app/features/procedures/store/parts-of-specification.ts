import type { Tx } from '../../../platform/database/index.ts'
import type { Parts } from '../../territory/index.ts'
import { paperOfId } from '../specification-id.ts'

/** A paper is known by what it is of; its history is that of its revisions. */
export async function partsOfSpecification(tx: Tx, subject: string, id: string): Promise<Parts[]> {
  const paper = subject === 'specification' ? paperOfId(id) : null
  if (paper === null) return []
  const revisions = await tx
    .selectFrom('specification')
    .select('id')
    .where('procedure', '=', paper.procedure)
    .where('year', '=', paper.year)
    .where('grade', '=', paper.grade)
    .where('subject', '=', paper.subject)
    .where('paper_version', 'is not distinct from', paper.version)
    .execute()
  return [{ subject, ids: revisions.map(one => String(one.id)) }]
}
