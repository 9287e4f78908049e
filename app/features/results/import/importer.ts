import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'

/**
 * The unit whose files a person may send and see: the region for its analyst, the school for its own people, the
 * municipality for its coordinator.
 */
export interface Importer {
  readonly unitId: number
  /** Login of the school; null for anybody above it. */
  readonly school: string | null
  /** Whether they are shown what stands in a cell of a participant's row. */
  readonly seesCells: boolean
}

/**
 * A file of results holds rows of participants. The region's analyst and the people of the school itself send it and read
 * what was met in it. A municipality's coordinator sends files of its schools, and is told what was met and where, but not
 * the values; files that its schools have sent themselves stay between them and the region (policy `own_files` of
 * import_batch). Throws `right-missing`.
 */
export async function requireImporter(tx: Tx, { role, unitPath }: Scope): Promise<Importer> {
  const unit = await tx
    .selectFrom('unit')
    .select(['id', 'kind', 'login', 'digits'])
    .where('path', '=', unitPath)
    .executeTakeFirst()
  if (unit?.kind === 'region' && role === 'analyst') return { unitId: unit.id, school: null, seesCells: true }
  if (unit?.kind === 'municipality' && role === 'coordinator')
    return { unitId: unit.id, school: null, seesCells: false }
  if (unit?.kind === 'school' && (role === 'head' || role === 'coordinator'))
    return { unitId: unit.id, school: unit.login ?? `edu${unit.digits}`, seesCells: true }
  throw new ProblemError({ code: 'right-missing' })
}
