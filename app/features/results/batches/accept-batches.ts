import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { BatchManifest } from '../types.ts'
import { findBatchConflicts } from './find-batch-conflicts.ts'

export interface Chosen {
  readonly id: number
  /** The version the person saw. */
  readonly version: number
}

export interface Accepted {
  readonly accepted: number
  readonly works: number
  /** Of journals: marks are no works. */
  readonly marks: number
  /** What they should know although nothing stood in the way. */
  readonly warnings: readonly Problem[]
}

/**
 * Lets the works of checked batches count, all or none. Throws ProblemError with everything that stands in the way:
 * not found, changed meanwhile, not checked, works that would be counted twice.
 */
export async function acceptBatches(
  tx: Tx,
  chosen: readonly Chosen[],
  { accountId, now }: { accountId: string; now: Date },
): Promise<Accepted> {
  // Two people accepting two batches of one set at once: each would find no conflict.
  await sql`select pg_advisory_xact_lock(hashtext('objektiv.accept-batches'))`.execute(tx)
  const batches = await takeChecked(tx, chosen)
  const ids = batches.map(({ id }) => id)
  const schools = Map.groupBy(
    await tx
      .selectFrom('batch_school')
      .select(['batch_id', 'digits', 'login'])
      .where('batch_id', 'in', ids)
      .execute(),
    row => row.batch_id,
  )
  const protocols = batches.filter(({ kind }) => kind === 'protocol')
  const { problems, warnings } = await findBatchConflicts(
    tx,
    protocols.map(({ id, manifest }) => ({
      id,
      manifest: manifest as BatchManifest,
      schools: schools.get(id) ?? [],
    })),
  )
  const refused = [...(await sameContent(tx, batches)), ...problems]
  if (refused.length > 0) throw new ProblemError(refused)

  await nameAct(tx, 'import.accepted')
  for (const { id, file_name: file, warnings: before } of batches) {
    const own = warnings.filter(({ place }) => place?.file === file)
    await tx
      .updateTable('import_batch')
      .set(eb => ({
        state: 'accepted',
        decided_by: accountId,
        decided_at: now,
        warnings: JSON.stringify(withoutRepeats([...before, ...own])),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute()
  }
  await tx.updateTable('batch_school').set({ accepted: true }).where('batch_id', 'in', ids).execute()
  return {
    accepted: batches.length,
    works: countOf(batches, 'protocol'),
    marks: countOf(batches, 'journal'),
    warnings,
  }
}

async function takeChecked(tx: Tx, chosen: readonly Chosen[]) {
  const versions = new Map(chosen.map(({ id, version }) => [id, version]))
  const rows = await tx
    .selectFrom('import_batch')
    .select([
      'id',
      'unit_id',
      'kind',
      'file_name',
      'sha256',
      'part',
      'state',
      'manifest',
      'works',
      'warnings',
      'version',
    ])
    .where('id', 'in', [...versions.keys()])
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length < versions.size) throw new ProblemError({ code: 'not-found' })
  const problems = rows.flatMap(({ id, state, version, file_name }): Problem[] => {
    const place = { file: file_name }
    if (state !== 'checked') return [{ code: 'import-not-checked', params: { state }, place }]
    return version === versions.get(id) ? [] : [{ code: 'changed-by-another', place }]
  })
  if (problems.length > 0) throw new ProblemError(problems)
  return rows
}

type Row = Awaited<ReturnType<typeof takeChecked>>[number]

function countOf(batches: readonly Row[], wanted: Row['kind']): number {
  return batches.reduce((sum, { kind, works }) => sum + (kind === wanted ? (works ?? 0) : 0), 0)
}

/** The same file sent by the region and by a school: the database tells equal files of one unit apart, not of two. */
async function sameContent(tx: Tx, batches: readonly Row[]): Promise<Problem[]> {
  const counting = await tx
    .selectFrom('import_batch')
    .select(['id', 'sha256', 'part'])
    .where('state', '=', 'accepted')
    .where(sql<boolean>`sha256 = any (${batches.map(({ sha256 }) => sha256)}::text[])`)
    .execute()
  const contentOf = ({ sha256, part }: Pick<Row, 'sha256' | 'part'>) => `${sha256} ${part}`
  const earlier = new Map(counting.map(row => [contentOf(row), row.id]))
  const problems: Problem[] = []
  for (const batch of batches) {
    const { id, file_name: file } = batch
    const other = earlier.get(contentOf(batch))
    if (other !== undefined)
      problems.push({ code: 'import-accepted-already', params: { id: other }, place: { file } })
    earlier.set(contentOf(batch), id)
  }
  return problems
}

function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]
}
