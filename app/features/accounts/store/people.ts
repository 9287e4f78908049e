import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Role } from '../access.ts'
import type { AccountActor } from '../actor.ts'
import { mayEditPerson } from '../grant-rules.ts'
import { type GrantSummary, grantsOf } from './grants.ts'
import { likeEveryWord } from './like-every-word.ts'
import { type Page, type PageRequest, toPage } from './page.ts'

export interface PersonSummary {
  readonly id: string
  readonly name: string
  /** Null for somebody whose roles in reach have ended: of them the name and the past roles are left. */
  readonly email: string | null
  readonly former: boolean
  readonly blockedAt: string | null
  readonly grants: GrantSummary[]
}

export interface PersonPage extends PersonSummary {
  readonly version: number
  readonly secondFactorEnabled: boolean
  readonly lastSeenAt: string | null
  readonly mayEdit: boolean
  readonly mayGrant: boolean
  readonly closedAt: string | null
  readonly anonymised: boolean
  readonly mayLetGo: boolean
}

export interface PeopleFilters {
  readonly q?: string | undefined
  readonly role?: Role | undefined
  /** A grant at this unit or below. */
  readonly unit?: number | undefined
  /** A grant at this very unit. */
  readonly at?: number | undefined
  readonly state?: 'active' | 'blocked' | 'former' | undefined
  readonly sort: 'name' | '-name' | 'email' | '-email'
}

interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly blocked_at: Date | null
  readonly key: string
}

/** People with a grant in reach: row-level security hides the others. */
export async function listPeople(
  tx: Tx,
  actor: AccountActor,
  { cursor, limit, ...filters }: PageRequest & PeopleFilters,
  today: string,
): Promise<Page<PersonSummary>> {
  const where = await conditions(tx, filters, today)
  // Only what looks at addresses pays for asking whose may be known: that costs more than all the rest.
  const byAddress = filters.q !== undefined || filters.sort.endsWith('email')
  const from = byAddress ? sql`person p left join person_known k on k.id = p.id` : sql`person p`
  const key = filters.sort.endsWith('email') ? sql`coalesce(k.email, '')` : sql`lower(p.name)`
  const [order, beyond] = filters.sort.startsWith('-') ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`]
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, p.blocked_at, p.key, known.email from (
      select p.id, p.name, p.blocked_at, ${key} as key from ${from}
      where ${where} ${cursor ? sql`and (${key}, p.id) ${beyond} (${cursor[0]}, ${cursor[1]})` : sql``}
      order by ${key} ${order}, p.id ${order} limit ${limit + 1}
    ) p left join lateral (select k.email from person_known k where k.id = p.id) known on true
    order by p.key ${order}, p.id ${order}`.execute(tx)
  const grants = await grantsOf(
    tx,
    rows.slice(0, limit).map(({ id }) => id),
    { locale: actor.locale, today },
  )
  return toPage(rows, limit, row => [row.key, row.id], {
    item: row => toPerson(row, grants),
    total: cursor ? null : () => count(tx, from, where),
  })
}

async function count(tx: Tx, from: RawBuilder<unknown>, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${from} where ${where}`.execute(tx)
  return rows[0].n
}

async function conditions(
  tx: Tx,
  { q, role, unit, at, state }: Omit<PeopleFilters, 'sort'>,
  today: string,
): Promise<RawBuilder<unknown>> {
  const grant = [sql`g.person_id = p.id`, sql`app.in_scope(g.unit_path)`]
  const standing = sql`g.revoked_at is null and (g.valid_from is null or g.valid_from <= ${today}::date)
    and (g.valid_to is null or g.valid_to >= ${today}::date)`
  if (role !== undefined) grant.push(sql`g.role = ${role}`)
  if (unit !== undefined) grant.push(sql`starts_with(g.unit_path, ${await pathOf(tx, unit)})`)
  if (at !== undefined) grant.push(sql`g.unit_id = ${at}`)
  if (state === 'active') grant.push(standing)
  const all: RawBuilder<unknown>[] = [
    q === undefined ? sql`true` : likeEveryWord(sql`p.name || ' ' || coalesce(k.email, '')`, q),
  ]
  // Without a filter the policy of the table says the same, and saying it twice costs as much again.
  if (role !== undefined || unit !== undefined || at !== undefined || state === 'active')
    all.push(sql`exists (select from role_grant g where ${sql.join(grant, sql` and `)})`)
  if (state === 'active') all.push(sql`p.blocked_at is null`)
  if (state === 'blocked')
    all.push(sql`p.blocked_at is not null and p.id in (select k.id from person_known k)`)
  if (state === 'former')
    all.push(sql`not exists (select from role_grant g where g.person_id = p.id and ${standing})`)
  return sql.join(all, sql` and `)
}

async function pathOf(tx: Tx, id: number): Promise<string> {
  const row = await tx.selectFrom('unit').select('path').where('id', '=', id).executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row.path
}

/** One person with what the reader may do about them. Throws ProblemError `not-found` outside the reach. */
export async function readPerson(
  tx: Tx,
  actor: AccountActor,
  id: string,
  today: string,
): Promise<PersonPage> {
  const row = await tx
    .selectFrom('person as p')
    .leftJoin('person_known as k', 'k.id', 'p.id')
    .select(['p.id', 'p.name', 'k.email', 'p.blocked_at', 'p.version', 'k.second_factor', 'k.last_seen'])
    .select(['p.closed_at', 'p.former_number'])
    .select(sql<boolean>`app.person_ever_within(p.id)`.as('ever_within'))
    .select(sql<boolean>`app.person_within(p.id)`.as('within'))
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  const grants = await grantsOf(tx, [id], { locale: actor.locale, today })
  const person = toPerson(row, grants)
  const isInReach = row.within && !person.former
  return {
    ...person,
    version: row.version,
    secondFactorEnabled: row.second_factor ?? false,
    lastSeenAt: row.last_seen?.toISOString() ?? null,
    mayEdit: actor.may('person.edit') && isInReach && mayEdit(actor, id, person.grants),
    mayGrant: actor.may('role.grant') && id !== actor.personId && row.closed_at === null,
    closedAt: row.closed_at?.toISOString() ?? null,
    anonymised: row.former_number !== null,
    mayLetGo:
      actor.may('person.edit') &&
      (row.within
        ? mayEdit(actor, id, person.grants)
        : row.ever_within && mayEdit(actor, id, everStood(person.grants))),
  }
}

/** Of somebody whose roles have all ended whoever could have given all of them answers for them. */
function everStood(grants: readonly GrantSummary[]): GrantSummary[] {
  return grants.map(grant => ({ ...grant, revokedAt: null }))
}

function mayEdit(actor: AccountActor, id: string, grants: readonly GrantSummary[]): boolean {
  if (!actor.grant) return false
  const own = { role: actor.grant.role, unitPath: actor.grant.unit.path, personId: actor.personId }
  const standing = grants
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ role, unit }) => ({ role, unitPath: unit.path }))
  return mayEditPerson(own, { id, standing })
}

/** Throws ProblemError unless the actor may edit this person as a whole. */
export async function requireEditable(
  tx: Tx,
  actor: AccountActor,
  id: string,
  today: string,
): Promise<PersonPage & { readonly email: string }> {
  const { email, ...person } = await readPerson(tx, actor, id, today)
  if (person.closedAt !== null) throw new ProblemError({ code: 'person-closed' })
  if (!person.mayEdit || email === null) throw new ProblemError({ code: 'person-not-yours' })
  return { ...person, email }
}

/** Changes what a person may change about themselves. Throws ProblemError `changed-by-another`. */
export async function changeOneself(
  tx: Tx,
  id: string,
  {
    version,
    ...change
  }: {
    name?: string | undefined
    locale?: 'ru' | 'en' | undefined
    theme?: 'auto' | 'light' | 'dark' | undefined
    version: number
  },
): Promise<void> {
  const done = await tx
    .updateTable('person')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  if (done.length === 0) throw new ProblemError({ code: 'changed-by-another' })
}

function toPerson(row: Omit<PersonRow, 'key'>, grants: ReadonlyMap<string, GrantSummary[]>): PersonSummary {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    former: row.email === null,
    blockedAt: row.email === null ? null : (row.blocked_at?.toISOString() ?? null),
    grants: grants.get(row.id) ?? [],
  }
}
