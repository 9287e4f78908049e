import './notice-kinds.ts'
import type { Tx } from '../../platform/database/index.ts'
import { findHolders, type Role } from '../accounts/index.ts'
import { type Notice, notify } from '../notices/index.ts'
import type { Level } from './reading/plan.ts'
import type { Sending } from './store/send-plan.ts'
import type { LocalDate } from './task-state.rules.ts'

/** Who takes a plan in hand at a unit of each level. */
export const RECEIVING: Readonly<Record<Level, readonly Role[]>> = {
  region: [],
  municipality: ['municipality'],
  school: ['head', 'coordinator'],
}

/** Tells the people of each unit that it has received a plan, each once. */
export async function tellOfSending(
  tx: Tx,
  { plan, copies }: Pick<Sending, 'plan' | 'copies'>,
  { personId, today }: { readonly personId: string; readonly today: LocalDate },
): Promise<void> {
  const byUnit = new Map(copies.map(copy => [copy.unit.id, copy]))
  const notices: Notice[] = []
  for (const level of ['municipality', 'school'] as const) {
    const unitIds = copies.filter(({ unit }) => unit.level === level).map(({ unit }) => unit.id)
    const holders = await findHolders(tx, { unitIds, roles: RECEIVING[level], today })
    const told = new Map(holders.map(holder => [`${holder.personId}/${holder.unitId}`, holder]))
    for (const { personId: to, unitId } of told.values()) {
      const copy = byUnit.get(unitId)
      if (!copy || to === personId) continue
      notices.push({
        to,
        unitId,
        kind: 'plan-received',
        params: { what: plan.title },
        link: `/plans/${copy.plan}`,
      })
    }
  }
  await notify(tx, notices)
}
