import type { Tx } from '../../../platform/database/index.ts'
import { shiftDay } from '../rules.ts'
import { keepFormerName, keepLogin } from '../store/keep-alias.ts'
import type { LocalDate } from '../tables.ts'
import type { ChangeDone, ChangedUnit } from './import-plan.ts'

/**
 * Writes one planned change of a unit and tells how to take it back. A new name keeps the old one among the former, a
 * new login the old one among the spellings, as the acts of a person do.
 */
export async function applyChange(
  tx: Tx,
  { id, version, changes }: ChangedUnit,
  parentId: number | undefined,
  today: LocalDate,
): Promise<ChangeDone> {
  const unit = await tx.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const known = await tx
    .selectFrom('unit_alias')
    .select(['kind', 'value', 'valid_to'])
    .where('unit_id', '=', id)
    .execute()
  const has = (kind: 'login' | 'former-name', value: string) =>
    known.find(alias => alias.kind === kind && alias.value === value)
  const set: Record<string, unknown> = {}
  const aliasesAdded: ChangeDone['aliasesAdded'][number][] = []
  const aliasesMoved: ChangeDone['aliasesMoved'][number][] = []
  const keep = async (login: string) => {
    if (!has('login', login)) aliasesAdded.push({ kind: 'login', value: login })
    await keepLogin(tx, id, login)
  }
  for (const { field, after } of changes) {
    if (field === 'other_logins') {
      for (const login of after as readonly string[]) if (!has('login', login)) await keep(login)
      continue
    }
    if (field === 'parent_id') set.parent_id = parentId
    else set[field] = after
    if (field === 'login') {
      set.digits = (after as string).slice(-6)
      if (unit.login !== null) await keep(unit.login)
    }
    if (field === 'name') {
      const there = has('former-name', unit.name)
      if (there) aliasesMoved.push({ value: unit.name, valid_to: there.valid_to })
      else aliasesAdded.push({ kind: 'former-name', value: unit.name })
      await keepFormerName(tx, id, unit.name, shiftDay(today, -1))
    }
    // A school that is open again went on in itself.
    if (field === 'valid_to' && after === null) set.successor_id = null
  }
  const before = Object.fromEntries(
    Object.keys(set).map(column => [column, unit[column as keyof typeof unit]]),
  )
  await tx
    .updateTable('unit')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .execute()
  return { id, version: version + 1, before, aliasesAdded, aliasesMoved }
}
