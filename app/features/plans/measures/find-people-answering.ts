import type { Tx } from '../../../platform/database/index.ts'
import { findHolders, type Holder, type Role } from '../../accounts/index.ts'
import type { Level } from '../reading/plan.ts'
import type { LocalDate } from '../rules.ts'

/** Who is told of a plan's matters when its measure names neither a person nor a role of the unit. */
const ANSWERING: Readonly<Record<Level, readonly Role[]>> = {
  school: ['head', 'coordinator'],
  municipality: ['municipality', 'methodist'],
  region: ['analyst', 'institute', 'ministry'],
}
const ALL: readonly Role[] = [
  'head',
  'coordinator',
  'municipality',
  'methodist',
  'analyst',
  'institute',
  'ministry',
]

/** A measure as far as one needs it to know whose it is. */
export interface Answered {
  readonly id: number
  readonly unitId: number
  readonly level: Level
  readonly roles: readonly string[]
  readonly accounts: readonly string[]
}

/**
 * People who answer for measures, each once, by measure: those named, else those of the role, else those of the unit.
 * Of those the actor may know.
 */
export async function findPeopleAnswering(
  tx: Tx,
  measures: readonly Answered[],
  today: LocalDate,
): Promise<ReadonlyMap<number, readonly Holder[]>> {
  const holders = await findHolders(tx, { unitIds: measures.map(({ unitId }) => unitId), roles: ALL, today })
  return new Map(
    measures.map(({ id, unitId, level, roles, accounts }) => {
      const there = holders.filter(holder => holder.unitId === unitId)
      const named = there.filter(({ personId }) => accounts.includes(personId))
      const meant = named.length > 0 ? named : there.filter(({ role }) => roles.includes(role))
      const told = meant.length > 0 ? meant : there.filter(({ role }) => ANSWERING[level].includes(role))
      return [id, [...new Map(told.map(holder => [holder.personId, holder])).values()]]
    }),
  )
}
