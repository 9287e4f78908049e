import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { lockTree } from '../store/lock-tree.ts'
import { settleCodesOfMany } from '../store/refuse-taken-codes.ts'
import type { LocalDate } from '../tables.ts'
import { applyChange } from './apply-change.ts'
import { createPlanned, parentIdOf } from './create-planned.ts'
import type { ChangeDone, MissingSchool } from './import-plan.ts'
import { refuseStalePlan } from './refuse-stale-plan.ts'

export interface CommitOptions {
  /** What becomes of schools that the file does not have. */
  readonly missing: 'leave' | 'close'
  /** Their last day, when they are closed. */
  readonly lastDay?: LocalDate | undefined
  readonly today: LocalDate
}

/**
 * Carries a checked import out: all of it or, when anything stands in the way, nothing. Throws when the import has
 * problems, was carried out before, would change nothing, or when the territory changed since it was checked.
 */
export async function commitImport(tx: Tx, id: number, options: CommitOptions): Promise<void> {
  const { missing, lastDay, today } = options
  const { plan, file_name } = await takeChecked(tx, id)
  if (missing === 'close' && lastDay === undefined)
    throw new ProblemError({ code: 'registry-last-day-needed' })
  const closing = missing === 'close' ? plan.missing : []
  if (plan.newMunicipalities.length + plan.newSchools.length + plan.changed.length + closing.length === 0)
    throw new ProblemError({ code: 'registry-nothing-to-do' })
  await lockTree(tx)
  await refuseStalePlan(tx, plan, closing)
  await nameAct(tx, 'registry.committed', `${file_name} (№ ${id})`)

  const { municipalities, schools } = await createPlanned(tx, plan)
  const changed: ChangeDone[] = []
  for (const unit of plan.changed)
    changed.push(await applyChange(tx, unit, parentIdOf(unit.parent, municipalities), today))
  for (const school of closing) changed.push(await close(tx, school, lastDay as LocalDate))

  const written = [...changed, ...schools].map(({ id: unitId }) => unitId)
  await settleCodesOfMany(tx, written, 'registry-code-taken-since')

  const created = [...[...municipalities.values()].map(fresh => ({ id: fresh, version: 1 })), ...schools]
  await tx
    .updateTable('registry_import')
    .set({ done: JSON.stringify({ created, changed }), committed_at: new Date() })
    .where('id', '=', id)
    .execute()
}

/** Marks the import as carried out first: of two people who press the button one waits, then finds it done. */
async function takeChecked(tx: Tx, id: number) {
  const taken = await tx
    .updateTable('registry_import')
    .set({ state: 'committed' })
    .where('id', '=', id)
    .where('state', '=', 'checked')
    .returning(['plan', 'file_name', 'problems'])
    .executeTakeFirst()
  if (taken && taken.problems.length === 0) return taken
  if (taken)
    throw new ProblemError({ code: 'registry-has-problems', params: { count: taken.problems.length } })
  const there = await tx.selectFrom('registry_import').select('state').where('id', '=', id).executeTakeFirst()
  throw new ProblemError(
    there ? { code: 'registry-not-checked', params: { state: there.state } } : { code: 'not-found' },
  )
}

async function close(tx: Tx, { id, version }: MissingSchool, lastDay: LocalDate): Promise<ChangeDone> {
  const before = await tx
    .selectFrom('unit')
    .select(['name', 'valid_from', 'valid_to'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (before.valid_from !== null && before.valid_from > lastDay)
    throw new ProblemError({ code: 'unit-closed-before-opened', params: { name: before.name } })
  await tx
    .updateTable('unit')
    .set({ valid_to: lastDay, version: version + 1 })
    .where('id', '=', id)
    .execute()
  return {
    id,
    version: version + 1,
    before: { valid_to: before.valid_to },
    aliasesAdded: [],
    aliasesMoved: [],
  }
}
