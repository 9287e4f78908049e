import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../tables.ts'

export interface KnownMunicipality {
  readonly id: number
  readonly version: number
  readonly code: string | null
  readonly name: string
  readonly validTo: LocalDate | null
}

export interface KnownSchool {
  readonly id: number
  readonly version: number
  readonly parentId: number
  readonly name: string
  readonly login: string | null
  readonly digits: string | null
  readonly otherLogins: readonly string[]
  readonly shortName: string | null
  readonly schoolKind: string | null
  readonly locality: string | null
  readonly ogeCode: string | null
  readonly egeCode: string | null
  readonly tags: readonly string[]
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
}

/** The territory as a registry is compared with it; withdrawn units are not part of it. */
export interface TerritorySnapshot {
  readonly root: { readonly id: number; readonly name: string }
  readonly municipalities: readonly KnownMunicipality[]
  readonly schools: readonly KnownSchool[]
}

/** Reads the territory in the actor's reach, the actor's own unit being its root. */
export async function takeSnapshot(tx: Tx): Promise<TerritorySnapshot> {
  const units = await tx
    .selectFrom('unit as u')
    .where(sql<boolean>`app.in_scope(u.path)`)
    .where('u.kind', '<>', 'class')
    .where('u.withdrawn_at', 'is', null)
    .selectAll('u')
    .select(
      sql<string[]>`array(select a.value from unit_alias a where a.unit_id = u.id and a.kind = 'login'
        order by a.value)`.as('other_logins'),
    )
    .orderBy('u.path')
    .execute()
  return {
    root: units[0],
    municipalities: units
      .filter(({ kind }) => kind === 'municipality')
      .map(({ id, version, code, name, valid_to }) => ({ id, version, code, name, validTo: valid_to })),
    schools: units
      .filter(({ kind }) => kind === 'school')
      .map(unit => ({
        id: unit.id,
        version: unit.version,
        parentId: unit.parent_id ?? 0,
        name: unit.name,
        login: unit.login,
        digits: unit.digits,
        otherLogins: unit.other_logins,
        shortName: unit.short_name,
        schoolKind: unit.school_kind,
        locality: unit.locality,
        ogeCode: unit.oge_code,
        egeCode: unit.ege_code,
        tags: unit.tags,
        validFrom: unit.valid_from,
        validTo: unit.valid_to,
      })),
  }
}
