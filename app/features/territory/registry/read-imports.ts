import { type Selectable, sql } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { ImportPlan } from './import-plan.ts'

export interface RegistryImport {
  readonly id: number
  readonly unitId: number
  readonly file: string
  readonly sha256: string
  readonly state: 'checked' | 'committed' | 'undone'
  readonly checkedBy: string | null
  readonly checkedAt: Date
  readonly committedAt: Date | null
  readonly undoneAt: Date | null
  readonly problems: readonly Problem[]
  readonly remarks: readonly Problem[]
  readonly plan: ImportPlan
  /** Another import of the very same file that stands carried out. */
  readonly sameFileAs: { readonly id: number; readonly committedAt: Date } | null
}

/** One import with its difference. Throws `not-found`. */
export async function getImport(tx: Tx, id: number): Promise<RegistryImport> {
  const row = await tx.selectFrom('registry_import').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  const same = await tx
    .selectFrom('registry_import')
    .select(['id', 'committed_at'])
    .where('sha256', '=', row.sha256)
    .where('state', '=', 'committed')
    .where('id', '<>', id)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return {
    ...toImport(row),
    sameFileAs: same?.committed_at ? { id: same.id, committedAt: same.committed_at } : null,
  }
}

/** A page of imports, the latest first; the cursor is the last id seen. */
export async function listImports(
  tx: Tx,
  { cursor, limit = 50 }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<{ items: RegistryImport[]; next: string | null }> {
  let query = tx
    .selectFrom('registry_import')
    .selectAll()
    .where(sql<boolean>`app.in_scope(unit_path)`)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (cursor !== undefined) {
    if (!/^\d{1,9}$/.test(cursor)) throw new ProblemError({ code: 'cursor-unreadable' })
    query = query.where('id', '<', Number(cursor))
  }
  const rows = await query.execute()
  const items = rows.slice(0, limit).map(row => ({ ...toImport(row), sameFileAs: null }))
  return { items, next: rows.length > limit ? String(items[items.length - 1].id) : null }
}

/** How many imports there are in reach. */
export async function countImports(tx: Tx): Promise<number> {
  const { n } = await tx
    .selectFrom('registry_import')
    .where(sql<boolean>`app.in_scope(unit_path)`)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

function toImport(row: Selectable<Schema['registry_import']>): Omit<RegistryImport, 'sameFileAs'> {
  return {
    id: row.id,
    unitId: row.unit_id,
    file: row.file_name,
    sha256: row.sha256,
    state: row.state,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
    committedAt: row.committed_at,
    undoneAt: row.undone_at,
    problems: row.problems,
    remarks: row.remarks,
    plan: row.plan,
  }
}
