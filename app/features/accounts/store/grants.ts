import { type RawBuilder, sql } from 'kysely'
import type { Locale } from '../../../messages/format.ts'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Role, UnitKind } from '../access.ts'
import type { AccountActor } from '../actor.ts'
import { isActive } from '../grant-rules.ts'
import { grantSentence } from '../sentences.ts'
import { tellRoleGiven, tellRoleTaken } from '../tell.ts'
import { keepingAnAdministrator } from './last-administrator.ts'
import { refusingClosed } from './refusing-closed.ts'
import { requireGrantable } from './require-grantable.ts'

export interface GrantSummary {
  readonly id: number
  readonly role: Role
  readonly unit: {
    readonly id: number
    readonly name: string
    readonly kind: UnitKind
    readonly path: string
  }
  readonly sentence: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly revokedAt: string | null
  readonly active: boolean
}

interface GrantView {
  readonly id: number
  readonly person_id: string
  readonly role: Role
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly revoked_at: Date | null
  readonly unit_id: number
  readonly unit_name: string
  readonly unit_kind: UnitKind
  readonly unit_path: string
}

/** Grants in reach of several people, by person; standing ones first, then the oldest. */
export async function grantsOf(
  tx: Tx,
  people: readonly string[],
  { locale, today }: { locale: Locale; today: string },
): Promise<Map<string, GrantSummary[]>> {
  const byPerson = new Map<string, GrantSummary[]>(people.map(id => [id, []]))
  if (people.length === 0) return byPerson
  for (const row of await view(tx, sql`g.person_id in (${sql.join(people)}) and app.in_scope(g.unit_path)`))
    byPerson.get(row.person_id)?.push(toGrant(row, locale, today))
  return byPerson
}

/** Gives a role to a person in reach. Throws ProblemError when the rule refuses or the grant stands already. */
export async function giveGrant(
  tx: Tx,
  actor: AccountActor,
  given: { personId: string; role: Role; unitId: number; validFrom: string | null; validTo: string | null },
  today: string,
): Promise<GrantSummary> {
  const { personId, role, unitId, validFrom, validTo } = given
  await requireGrantable(tx, actor, given)
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    throw new ProblemError({ code: 'grant-dates' })
  const standing = await tx
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('unit_id', '=', unitId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (standing) throw new ProblemError({ code: 'grant-stands' })
  await nameAct(tx, 'role.granted')
  const { id } = await refusingClosed(() =>
    tx
      .insertInto('role_grant')
      .values({
        person_id: personId,
        role,
        unit_id: unitId,
        valid_from: validFrom,
        valid_to: validTo,
        granted_by: actor.personId,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const grant = await readGrant(tx, id, actor.locale, today)
  await tellRoleGiven(tx, actor, personId, grant)
  return grant
}

/**
 * Takes a role back. Who could have given it can take it, and anybody may lay down their own. The database keeps the last
 * administrator (ProblemError `last-administrator`).
 */
export async function revokeGrant(
  tx: Tx,
  actor: AccountActor,
  { id, reason }: { id: number; reason?: string | undefined },
  { now, today }: { now: Date; today: string },
): Promise<GrantSummary> {
  const [row] = await view(tx, sql`g.id = ${id} and app.in_scope(g.unit_path)`)
  if (!row) throw new ProblemError({ code: 'not-found' })
  if (row.person_id !== actor.personId)
    await requireGrantable(tx, actor, { role: row.role, unitId: row.unit_id, personId: row.person_id })
  await nameAct(tx, 'role.revoked', reason)
  const taken = await keepingAnAdministrator(() =>
    tx
      .updateTable('role_grant')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .execute(),
  )
  const grant = await readGrant(tx, id, actor.locale, today)
  if (taken.length > 0) {
    const kept = await readableUnit(tx, row.person_id, grant.unit, { locale: actor.locale, today })
    await tellRoleTaken(tx, actor, row.person_id, { ...grant, reason, readAt: kept })
  }
  return grant
}

/** A unit in the actor's reach of which the person can read still: the given one where a role covers it. */
async function readableUnit(
  tx: Tx,
  personId: string,
  unit: GrantSummary['unit'],
  options: { locale: Locale; today: string },
): Promise<number> {
  const kept = (await grantsOf(tx, [personId], options)).get(personId)?.filter(({ active }) => active) ?? []
  if (kept.length === 0 || kept.some(grant => unit.path.startsWith(grant.unit.path))) return unit.id
  return kept[0].unit.id
}

async function readGrant(tx: Tx, id: number, locale: Locale, today: string): Promise<GrantSummary> {
  const [row] = await view(tx, sql`g.id = ${id}`)
  if (!row) throw new ProblemError({ code: 'not-found' })
  return toGrant(row, locale, today)
}

async function view(tx: Tx, where: RawBuilder<unknown>): Promise<GrantView[]> {
  const { rows } = await sql<GrantView>`
    select g.id, g.person_id, g.role, g.valid_from, g.valid_to, g.revoked_at,
      n.id as unit_id, n.name as unit_name, n.kind as unit_kind, n.path as unit_path
    from role_grant g join unit n on n.id = g.unit_id
    where ${where} order by g.revoked_at is not null, g.id`.execute(tx)
  return rows
}

function toGrant(row: GrantView, locale: Locale, today: string): GrantSummary {
  const unit = { id: row.unit_id, name: row.unit_name, kind: row.unit_kind, path: row.unit_path }
  const terms = {
    role: row.role,
    unitPath: row.unit_path,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    revoked: row.revoked_at !== null,
  }
  return {
    id: row.id,
    role: row.role,
    unit,
    sentence: grantSentence(locale, { role: row.role, unit, validTo: row.valid_to }),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    active: isActive(terms, today),
  }
}
