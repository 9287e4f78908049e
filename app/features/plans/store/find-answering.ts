import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { findHolders, namePeople, ROLES } from '../../accounts/index.ts'
import { type AccountAt, answeringHere, bodyMatcher } from '../match-bodies.ts'
import type { Level, Responsible } from '../reading/plan.ts'
import type { LocalDate } from '../task-state.rules.ts'

/** Whose work a measure is in the unit of its plan: roles by the bodies named, accounts where persons were told apart. */
export interface Answering {
  readonly roles: string[]
  readonly accounts: string[]
}

interface Answered {
  readonly responsible: readonly Responsible[]
}

/** Of the measures given, in their order, in the plan of one unit. */
export async function findAnswering(
  tx: Tx,
  { unitId, level }: { readonly unitId: number; readonly level: Level },
  measures: readonly Answered[],
  today: LocalDate,
): Promise<readonly Answering[]> {
  return (await findAnsweringIn(tx, [unitId], level, measures, today)).get(unitId)!
}

/**
 * By unit, of the measures given in their order, in plans of units of one level. Bodies that are not of the unit's level are
 * others, and answer in plans of theirs.
 */
export async function findAnsweringIn(
  tx: Tx,
  units: readonly number[],
  level: Level,
  measures: readonly Answered[],
  today: LocalDate,
): Promise<ReadonlyMap<number, readonly Answering[]>> {
  const someNamed = measures.some(({ responsible }) => responsible.some(({ person }) => person !== null))
  if (!someNamed) {
    // The same everywhere: roles follow from the level.
    const everywhere = answeringAt(units[0], '', level, measures, [])
    return new Map(units.map(id => [id, everywhere]))
  }
  const accounts = Map.groupBy(await accountsAt(tx, units, today), ({ unitId }) => unitId)
  const { rows } = await sql<{ id: number; path: string }>`
    select id, path from unit where id = any (${[...units]}::integer[])`.execute(tx)
  const paths = new Map(rows.map(({ id, path }) => [id, path]))
  return new Map(
    units.map(id => [id, answeringAt(id, paths.get(id) ?? '', level, measures, accounts.get(id) ?? [])]),
  )
}

function answeringAt(
  id: number,
  path: string,
  kind: Level,
  measures: readonly Answered[],
  accounts: readonly AccountAt[],
): readonly Answering[] {
  const unit = { id, kind, path }
  const match = bodyMatcher({ unit, units: [unit], accounts })
  return measures.map(({ responsible }) => {
    const { roles, accounts: named } = answeringHere(responsible.map(match))
    return { roles: [...roles], accounts: [...named] }
  })
}

async function accountsAt(tx: Tx, unitIds: readonly number[], today: LocalDate): Promise<AccountAt[]> {
  const holders = await findHolders(tx, { unitIds, roles: ROLES, today })
  const names = await namePeople(tx, [...new Set(holders.map(({ personId }) => personId))])
  const there = new Map(
    holders.map(({ personId, unitId }) => [`${personId}/${unitId}`, { personId, unitId }]),
  )
  return [...there.values()].flatMap(({ personId, unitId }) => {
    const name = names.get(personId)
    return name === undefined ? [] : [{ id: personId, name, unitId }]
  })
}
