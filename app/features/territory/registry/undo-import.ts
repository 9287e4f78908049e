import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { lockTree } from '../store/lock-tree.ts'
import { settleCodesOfMany } from '../store/refuse-taken-codes.ts'
import type { ChangeDone, ImportDone } from './import-plan.ts'

/**
 * Puts everything back as it was before an import. Refuses, unit by unit in words, where somebody changed something
 * afterwards: that work would be lost. Units that the import made are withdrawn, never deleted.
 */
export async function undoImport(
  tx: Tx,
  id: number,
  { reason, now }: { readonly reason?: string | undefined; readonly now: Date },
): Promise<void> {
  const { done, file_name } = await takeCommitted(tx, id)
  await lockTree(tx)
  await refuseLaterChanges(tx, done)
  await nameAct(tx, 'registry.undone', [`${file_name} (№ ${id})`, reason].filter(Boolean).join('. '))
  for (const change of done.changed) await putBack(tx, change)
  for (const { id: unitId, version } of done.created)
    await tx
      .updateTable('unit')
      .set({ withdrawn_at: now, version: version + 1 })
      .where('id', '=', unitId)
      .execute()
  await settleCodesOfMany(
    tx,
    done.changed.map(change => change.id),
    'registry-undo-code-taken',
  )
  await tx.updateTable('registry_import').set({ undone_at: now }).where('id', '=', id).execute()
}

async function takeCommitted(tx: Tx, id: number): Promise<{ done: ImportDone; file_name: string }> {
  const taken = await tx
    .updateTable('registry_import')
    .set({ state: 'undone' })
    .where('id', '=', id)
    .where('state', '=', 'committed')
    .returning(['done', 'file_name'])
    .executeTakeFirst()
  if (taken?.done) return { done: taken.done, file_name: taken.file_name }
  const there = await tx.selectFrom('registry_import').select('state').where('id', '=', id).executeTakeFirst()
  throw new ProblemError(
    there ? { code: 'registry-not-committed', params: { state: there.state } } : { code: 'not-found' },
  )
}

async function refuseLaterChanges(tx: Tx, done: ImportDone): Promise<void> {
  const problems: Problem[] = []
  const left = new Map([...done.changed, ...done.created].map(({ id, version }) => [id, version]))
  const created = done.created.map(({ id }) => id)
  const formerParents = done.changed.flatMap(({ before }) => (before.parent_id as number | undefined) ?? [])
  const units = await tx
    .selectFrom('unit as u')
    .where('u.id', 'in', [...left.keys(), ...formerParents, 0])
    .select(['u.id', 'u.version', 'u.name', 'u.withdrawn_at'])
    .select(
      sql<number | null>`(select extract(epoch from max(a.at)) * 1000 from audit a
        where a.subject = 'unit' and a.subject_id = u.id::text)`.as('last_change'),
    )
    .orderBy('u.id')
    .forUpdate('u')
    .execute()
  for (const { id, version, name, withdrawn_at, last_change } of units) {
    const expected = left.get(id)
    if (expected !== undefined && expected !== version)
      problems.push({
        code: 'registry-undo-changed',
        params: { name, when: Math.round(Number(last_change)) },
      })
    if (expected === undefined && withdrawn_at !== null)
      problems.push({ code: 'registry-undo-parent-gone', params: { name } })
  }
  problems.push(...(created.length > 0 ? await newcomersBelow(tx, created, left) : []))
  if (problems.length > 0) throw new ProblemError(problems)
}

/** Units put below what the import made, after it: they would be left without a parent. */
async function newcomersBelow(
  tx: Tx,
  created: readonly number[],
  left: ReadonlyMap<number, number>,
): Promise<Problem[]> {
  const below = await tx
    .selectFrom('unit as c')
    .innerJoin('unit as p', 'p.id', 'c.parent_id')
    .where('c.parent_id', 'in', created)
    .where('c.withdrawn_at', 'is', null)
    .select(['c.id', 'p.name'])
    .execute()
  const counts = new Map<string, number>()
  for (const { id, name } of below) if (!left.has(id)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ code: 'registry-undo-has-children', params: { name, count } }))
}

async function putBack(
  tx: Tx,
  { id, version, before, aliasesAdded, aliasesMoved }: ChangeDone,
): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ ...before, version: version + 1 })
    .where('id', '=', id)
    .execute()
  for (const { kind, value } of aliasesAdded)
    await tx
      .deleteFrom('unit_alias')
      .where('unit_id', '=', id)
      .where('kind', '=', kind)
      .where('value', '=', value)
      .execute()
  for (const { value, valid_to } of aliasesMoved)
    await tx
      .updateTable('unit_alias')
      .set({ valid_to })
      .where('unit_id', '=', id)
      .where('kind', '=', 'former-name')
      .where('value', '=', value)
      .execute()
}
