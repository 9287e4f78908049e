import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { LocalDate } from '../tables.ts'

/** Keeps another spelling of a school's login. */
export async function keepLogin(tx: Tx, unitId: number, login: string): Promise<void> {
  await tx
    .insertInto('unit_alias')
    .values({ unit_id: unitId, kind: 'login', value: login, valid_to: null })
    .onConflict(conflict => conflict.columns(['unit_id', 'kind', 'value']).doNothing())
    .execute()
}

/** Keeps a name that a unit had until a day. A name borne twice is kept with its later day. */
export async function keepFormerName(tx: Tx, unitId: number, name: string, until: LocalDate): Promise<void> {
  await tx
    .insertInto('unit_alias')
    .values({ unit_id: unitId, kind: 'former-name', value: name, valid_to: until })
    .onConflict(conflict =>
      conflict.columns(['unit_id', 'kind', 'value']).doUpdateSet({ valid_to: sql`excluded.valid_to` }),
    )
    .execute()
}

/**
 * Six digits belong to one school. The unique index guards today's logins; this also looks at logins of the past, and
 * names the school where it lies in reach.
 */
export async function refuseTakenLogin(tx: Tx, digits: string, exceptUnit: number | null): Promise<void> {
  const owner = await tx
    .selectFrom('unit as u')
    .select(['u.id', 'u.name'])
    .where('u.withdrawn_at', 'is', null)
    .where('u.id', '<>', exceptUnit ?? 0)
    .where(eb =>
      eb.or([
        eb('u.digits', '=', digits),
        eb.exists(
          eb
            .selectFrom('unit_alias as a')
            .select('a.id')
            .whereRef('a.unit_id', '=', 'u.id')
            .where('a.kind', '=', 'login')
            .where(sql`right(a.value, 6)`, '=', digits),
        ),
      ]),
    )
    .executeTakeFirst()
  if (owner) {
    const params = { digits, name: owner.name }
    throw new ProblemError({ code: 'login-taken', params, place: { column: 'login' } })
  }
}
