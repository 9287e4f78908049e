import { sql } from 'kysely'
import type { Locale } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Role } from '../access.ts'

/** Somebody who holds a role at a unit. */
export interface Holder {
  readonly personId: string
  readonly locale: Locale
  readonly role: Role
  readonly unitId: number
}

/**
 * People who hold one of these roles on this local day at one of these very units (not above, not below), and are not
 * blocked: whom a matter of the unit is told. Of those the actor may know.
 */
export async function findHolders(
  tx: Tx,
  {
    unitIds,
    roles,
    today,
  }: { readonly unitIds: readonly number[]; readonly roles: readonly Role[]; readonly today: string },
): Promise<Holder[]> {
  if (unitIds.length === 0 || roles.length === 0) return []
  const { rows } = await sql<Holder>`
    select p.id as "personId", p.locale, g.role, g.unit_id as "unitId"
    from role_grant g join person p on p.id = g.person_id
    where g.unit_id = any (${[...new Set(unitIds)]}::integer[]) and g.role = any (${[...roles]}::text[])
      and g.revoked_at is null and p.blocked_at is null
      and (g.valid_from is null or g.valid_from <= ${today}::date)
      and (g.valid_to is null or g.valid_to >= ${today}::date)
    order by g.id`.execute(tx)
  return rows
}
