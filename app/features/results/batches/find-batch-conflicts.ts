import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Problem } from '../../../platform/problem.ts'
import { nameOfSet } from '../../procedures/index.ts'
import { compareBatches } from '../store/find-conflicts.ts'
import type { BatchManifest } from '../types.ts'

/** A batch that is to count from now on. */
export interface ComingBatch {
  readonly id: number
  readonly manifest: BatchManifest
  readonly schools: readonly { readonly digits: string; readonly login: string }[]
}

/**
 * What would be counted twice if these batches counted beside those that do already: the rules of the command, over the
 * accepted batches of the same sets.
 */
export async function findBatchConflicts(
  tx: Tx,
  coming: readonly ComingBatch[],
): Promise<{ problems: Problem[]; warnings: Problem[] }> {
  const ids = coming.map(({ id }) => id)
  const accepted = await acceptedOfSets(tx, coming)
  const digits = [...new Set(coming.flatMap(({ schools }) => schools.map(school => school.digits)))]
  const shared = await tx
    .selectFrom('batch_school')
    .select(['batch_id', 'digits', 'login'])
    .where(sql<boolean>`batch_id = any (${accepted.map(({ id }) => id)}::integer[])`)
    .where(sql<boolean>`digits = any (${digits}::text[])`)
    .orderBy('digits')
    .execute()
  const known = Map.groupBy(shared, row => row.batch_id)
  const all = [
    ...accepted.map(({ id, manifest }) => ({ id, manifest, schools: known.get(id) ?? [] })),
    ...coming,
  ]
  const byStore = new Map(all.map(batch => [batch.manifest.id, batch]))
  return compareBatches(
    all.map(({ manifest }) => manifest),
    async ({ id }) =>
      byStore.get(id)!.schools.map(school => ({ school: school.digits, login: school.login })),
    ({ id }) => ids.includes(byStore.get(id)!.id),
  )
}

async function acceptedOfSets(tx: Tx, coming: readonly ComingBatch[]) {
  const sets = new Set(coming.map(({ manifest }) => nameOfSet(manifest.assessment)))
  const years = [...new Set(coming.map(({ manifest }) => manifest.assessment.year))]
  const rows = await tx
    .selectFrom('import_batch')
    .select(['id', 'manifest'])
    .where('state', '=', 'accepted')
    .where('kind', '=', 'protocol')
    .where(sql<boolean>`year = any (${years}::integer[])`)
    .orderBy('id')
    .execute()
  return rows
    .map(({ id, manifest }) => ({ id, manifest: manifest as BatchManifest }))
    .filter(({ manifest }) => sets.has(nameOfSet(manifest.assessment)))
}
