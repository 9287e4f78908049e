import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { parseLogin } from '../login.ts'
import { CONTROLLED_TAG, SPECIAL_TAG } from '../registry/known-tags.ts'
import type { Registry, School } from '../types.ts'
import { examCodesOf } from './exam-codes-of.ts'

/** The territory as the statistics take it, and the way back from there. */
export interface RegistryOfTerritory {
  readonly registry: Registry
  /** The unit in whose reach it was read. */
  readonly root: { readonly id: number; readonly name: string }
  /** Unit of a school by any six digits that its logins have or had. */
  readonly unitByDigits: ReadonlyMap<string, number>
  readonly municipalities: readonly { readonly id: number; readonly name: string }[]
}

/**
 * The schools in the actor's reach as a registry, closed and merged ones too: results of earlier years are theirs. A school
 * whose login had other digits stands under these as well, by the login that has them.
 */
export async function registryOf(tx: Tx): Promise<RegistryOfTerritory> {
  const units = await tx
    .selectFrom('unit as u')
    .where(sql<boolean>`app.in_scope(u.path)`)
    .where('u.kind', '<>', 'class')
    .where('u.withdrawn_at', 'is', null)
    .select(['id', 'parent_id', 'kind', 'name', 'code', 'digits', 'login', 'school_kind', 'locality', 'tags'])
    .select(
      sql<string[]>`array(select a.value from unit_alias a where a.unit_id = u.id and a.kind = 'login'
        order by a.value)`.as('logins'),
    )
    .orderBy('u.path')
    .execute()
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const schools = new Map<string, School>()
  const unitByDigits = new Map<string, number>()
  const all = units.filter(({ kind, digits }) => kind === 'school' && digits !== null)
  const add = (unit: (typeof all)[number], login: string, key: string) => {
    const parent = unit.parent_id === null ? undefined : byId.get(unit.parent_id)
    const municipality =
      parent?.kind === 'municipality' ? { code: parent.code ?? String(parent.id), name: parent.name } : null
    schools.set(key, {
      key,
      login,
      aliases: [...new Set([login, ...unit.logins])],
      name: unit.name,
      municipality,
      kind: unit.school_kind,
      locality: unit.locality,
      special: unit.tags.includes(SPECIAL_TAG),
      controlled: unit.tags.includes(CONTROLLED_TAG),
    })
    unitByDigits.set(key, unit.id)
  }
  for (const unit of all) add(unit, unit.login ?? unit.digits!, unit.digits!)
  // Digits of today come first: an old login never takes a school's place from it.
  for (const unit of all)
    for (const written of unit.logins) {
      const login = parseLogin(written)
      if (login && !schools.has(login.key)) add(unit, login.canonical, login.key)
    }
  const list = [...schools.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    registry: {
      file: '',
      sha256: hashOf(list),
      schools: list,
      byKey: schools,
      examCodes: await examCodesOf(tx),
    },
    root: { id: units[0].id, name: units[0].name },
    unitByDigits,
    municipalities: units.filter(({ kind }) => kind === 'municipality').map(({ id, name }) => ({ id, name })),
  }
}

/** Over what can change a number or a name. */
function hashOf(schools: readonly School[]): string {
  const told = schools.map(({ aliases: _, ...school }) => school)
  return createHash('sha256').update(JSON.stringify(told)).digest('hex')
}
