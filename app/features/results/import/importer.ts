import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'

/** The unit whose files a person may send and see: the region for its analyst, the school for its own people. */
export interface Importer {
  readonly unitId: number
  /** Login of the school; null for the region. */
  readonly school: string | null
}

/**
 * A file of results holds rows of participants. So it is sent, and what was met in it is read, by the region's analyst
 * and by the people of the school itself: nobody in between, though the matrix knows coordinators of municipalities.
 * Throws `right-missing`.
 */
export async function requireImporter(tx: Tx, { role, unitPath }: Scope): Promise<Importer> {
  const unit = await tx
    .selectFrom('unit')
    .select(['id', 'kind', 'login', 'digits'])
    .where('path', '=', unitPath)
    .executeTakeFirst()
  if (unit?.kind === 'region' && role === 'analyst') return { unitId: unit.id, school: null }
  if (unit?.kind === 'school' && (role === 'head' || role === 'coordinator'))
    return { unitId: unit.id, school: unit.login ?? `edu${unit.digits}` }
  throw new ProblemError({ code: 'right-missing' })
}
