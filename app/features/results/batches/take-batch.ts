import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Chosen } from './accept-batches.ts'

/** Locks a batch for a decision. Throws `not-found`, or `changed-by-another` when it is not as the person saw it. */
export async function takeBatch(tx: Tx, { id, version }: Chosen) {
  const row = await tx
    .selectFrom('import_batch')
    .select(['id', 'state', 'job_id', 'file_name', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  if (row.version !== version) throw new ProblemError({ code: 'changed-by-another' })
  return row
}
