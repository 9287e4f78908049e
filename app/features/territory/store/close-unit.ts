import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { shiftDay, whyNotClose } from '../rules.ts'
import type { LocalDate } from '../tables.ts'
import { changeUnit, readForChange } from './change-unit.ts'
import { lockTree } from './lock-tree.ts'
import { presentOn } from './present-on.ts'

export interface Closing {
  readonly version: number
  readonly lastDay: LocalDate
  readonly reason?: string | undefined
}

/** Ends a unit after a last day; everything it was stays. */
export async function closeUnit(tx: Tx, id: number, { version, lastDay, reason }: Closing): Promise<void> {
  await refuseClosing(tx, id, version, lastDay)
  await nameAct(tx, 'unit.closed', reason)
  await changeUnit(tx, id, version, { valid_to: lastDay })
}

/** The unit, found closable after `lastDay`; otherwise throws why not. */
export async function refuseClosing(tx: Tx, id: number, version: number, lastDay: LocalDate) {
  await lockTree(tx)
  const unit = await readForChange(tx, id, version)
  const { left } = await tx
    .selectFrom('unit as c')
    .select(sql<number>`count(*)`.as('left'))
    .where('c.parent_id', '=', id)
    .where('c.kind', '<>', 'class')
    .where(presentOn('c', shiftDay(lastDay, 1)))
    .executeTakeFirstOrThrow()
  const code = whyNotClose(unit, lastDay, left)
  if (code) throw new ProblemError({ code, params: { name: unit.name, count: left } })
  return unit
}
