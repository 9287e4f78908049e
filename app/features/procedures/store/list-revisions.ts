import type { Tx } from '../../../platform/database/index.ts'
import { keyOf, type SpecificationKey } from '../specifications.ts'
import type { Specification } from '../types.ts'
import { readStored } from './specifications-of.ts'

/** One edit of a paper by the region. */
export interface Revision {
  readonly revision: number
  readonly specification: Specification
  readonly source: string
  readonly reason: string | null
  readonly createdBy: string
  readonly createdAt: Date
}

/** The region's revisions of a paper, the latest first; subjects are compared without case and with ё as е. */
export async function listRevisions(tx: Tx, key: SpecificationKey): Promise<Revision[]> {
  const rows = await tx
    .selectFrom('specification')
    .selectAll()
    .where('procedure', '=', key.procedure)
    .where('paper_version', 'is not distinct from', key.version)
    .where('year', '=', key.year)
    .where('grade', '=', key.grade)
    .orderBy('revision', 'desc')
    .execute()
  const wanted = keyOf(key)
  return rows
    .map(row => ({
      revision: row.revision,
      specification: readStored(row.content),
      source: row.source,
      reason: row.reason,
      createdBy: row.created_by,
      createdAt: row.created_at,
    }))
    .filter(({ specification }) => keyOf(specification) === wanted)
}
