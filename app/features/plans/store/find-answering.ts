import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { findHolders, namePeople, ROLES } from '../../accounts/index.ts'
import { type AccountAt, answeringHere, bodyMatcher } from '../match-bodies.ts'
import type { Responsible } from '../reading/plan.ts'
import type { LocalDate } from '../task-state.rules.ts'
import type { PlanOfMeasures } from './insert-measures.ts'

/** Whose work a measure is in the unit of its plan: roles by the bodies named, accounts where persons were told apart. */
export interface Answering {
  readonly roles: string[]
  readonly accounts: string[]
}

/** By the measures given, in their order. Bodies that are not of the unit's level are others, and answer in plans of theirs. */
export async function findAnswering(
  tx: Tx,
  { unitId, level }: Pick<PlanOfMeasures, 'unitId' | 'level'> & Partial<PlanOfMeasures>,
  measures: readonly { readonly responsible: readonly Responsible[] }[],
  today: LocalDate,
): Promise<Answering[]> {
  const someNamed = measures.some(({ responsible }) => responsible.some(({ person }) => person !== null))
  const accounts = someNamed ? await accountsAt(tx, unitId, today) : []
  const { rows } = await sql<{ path: string }>`select path from unit where id = ${unitId}`.execute(tx)
  const unit = { id: unitId, kind: level, path: rows[0]?.path ?? '' }
  const match = bodyMatcher({ unit, units: [unit], accounts })
  return measures.map(({ responsible }) => {
    const { roles, accounts: named } = answeringHere(responsible.map(match))
    return { roles: [...roles], accounts: [...named] }
  })
}

async function accountsAt(tx: Tx, unitId: number, today: LocalDate): Promise<AccountAt[]> {
  const holders = await findHolders(tx, { unitIds: [unitId], roles: ROLES, today })
  const names = await namePeople(tx, [...new Set(holders.map(({ personId }) => personId))])
  return [...names].map(([id, name]) => ({ id, name, unitId }))
}
