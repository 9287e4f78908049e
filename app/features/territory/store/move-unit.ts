import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { isPresent } from '../rules.ts'
import type { LocalDate } from '../tables.ts'
import { changeUnit, readForChange } from './change-unit.ts'
import { lockTree } from './lock-tree.ts'

export interface Moving {
  readonly version: number
  /** The municipality (or the region itself) the school comes under. */
  readonly parentId: number
  readonly today: LocalDate
  readonly reason?: string | undefined
}

/** Moves a school to another municipality. Whatever belongs to it goes along, its log too; its id stays. */
export async function moveUnit(
  tx: Tx,
  id: number,
  { version, parentId, today, reason }: Moving,
): Promise<void> {
  await lockTree(tx)
  const unit = await readForChange(tx, id, version)
  if (unit.kind !== 'school') throw new ProblemError({ code: 'only-schools-move' })
  const parent = await tx
    .selectFrom('unit')
    .selectAll()
    .where('id', '=', parentId)
    .where(sql<boolean>`app.in_scope(path)`)
    .executeTakeFirst()
  if (!parent) throw new ProblemError({ code: 'not-found' })
  const there = {
    validFrom: parent.valid_from,
    validTo: parent.valid_to,
    withdrawn: parent.withdrawn_at !== null,
  }
  if (!['region', 'municipality'].includes(parent.kind) || !isPresent(there, today))
    throw new ProblemError({ code: 'cannot-move-there', params: { name: parent.name } })
  if (unit.parent_id === parentId) return
  await nameAct(tx, 'unit.moved', reason)
  await changeUnit(tx, id, version, { parent_id: parentId })
}
