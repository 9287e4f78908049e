import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Role, UnitKind } from '../access.ts'
import type { AccountActor } from '../actor.ts'
import { makeToken } from '../authentication/secret-token.ts'
import { after, INVITATION_DAYS } from '../authentication/session-rules.ts'
import type { Moment } from '../open-accounts.ts'
import type { INVITATION_STATES } from '../schemas.ts'
import { grantSentence } from '../sentences.ts'
import { invitationStands } from './invitation-stands.ts'
import { likeEveryWord } from './like-every-word.ts'
import { type Page, type PageRequest, toPage } from './page.ts'
import { requireGrantable } from './require-grantable.ts'

/** What is told of an invitation once: the token of its link, and where that goes. */
export interface MadeInvitation {
  readonly id: number
  readonly email: string
  readonly token: string
  readonly expiresAt: Date
}

export type InvitationState = (typeof INVITATION_STATES)[number]

interface InvitationView {
  readonly id: number
  readonly email: string | null
  readonly name: string
  readonly role: Role
  readonly unit_id: number
  readonly unit_name: string
  readonly unit_kind: UnitKind
  readonly unit_path: string
  readonly created_at: Date
  readonly expires_at: Date
  readonly accepted_at: Date | null
  readonly revoked_at: Date | null
  readonly inviter: string | null
  readonly stands: boolean
}

/** Whoever took it up and has left since is not reached through the list of invitations either. */
const SHOWN_EMAIL = sql`case when i.accepted_at is null or not app.is_closed_address(i.email) then i.email end`

const view = (today: string) => sql`
  select i.id, ${SHOWN_EMAIL} as email, i.name, i.role, i.unit_id, n.name as unit_name, n.kind as unit_kind, n.path as unit_path,
    i.created_at, i.expires_at, i.accepted_at, i.revoked_at, p.name as inviter, ${invitationStands('i', today)} as stands
  from invitation i join unit n on n.id = i.unit_id left join person p on p.id = i.invited_by`

/** Writes an invitation and gives the token of its link, which is kept nowhere. */
export async function createInvitation(
  tx: Tx,
  actor: AccountActor,
  given: { email: string; name: string; role: Role; unitId: number },
  { now, today }: Moment,
): Promise<MadeInvitation> {
  const email = given.email.toLowerCase()
  await requireGrantable(tx, actor, { ...given, personId: email === actor.email ? actor.personId : null })
  await refuseSecond(tx, { ...given, email }, { now, today })
  const { token, hash } = makeToken()
  const expiresAt = after(now, { days: INVITATION_DAYS })
  const { id } = await tx
    .insertInto('invitation')
    .values({
      unit_id: given.unitId,
      token_hash: hash,
      email,
      name: given.name,
      role: given.role,
      expires_at: expiresAt,
      invited_by: actor.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, email, token, expiresAt }
}

/**
 * A new link for an invitation not taken up yet; the old one is void. The role is checked again, and whoever renews
 * answers for it from now on: the one who invited first may have gone.
 */
export async function renewInvitation(
  tx: Tx,
  actor: AccountActor,
  id: number,
  { now, today }: Moment,
): Promise<MadeInvitation> {
  const row = requireUntaken(await findInvitation(tx, id, today))
  await requireGrantable(tx, actor, { role: row.role, unitId: row.unit_id, personId: null })
  const { token, hash } = makeToken()
  const expiresAt = after(now, { days: INVITATION_DAYS })
  await tx
    .updateTable('invitation')
    .set({ token_hash: hash, expires_at: expiresAt, invited_by: actor.personId })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .execute()
  return { id, email: row.email, token, expiresAt }
}

export async function revokeInvitation(tx: Tx, id: number, { now, today }: Moment): Promise<void> {
  requireUntaken(await findInvitation(tx, id, today))
  const done = await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .returning('id')
    .execute()
  // Accepted between the two statements.
  if (done.length === 0) throw new ProblemError({ code: 'link-used' })
}

export async function describeInvitation(tx: Tx, actor: AccountActor, id: number, { now, today }: Moment) {
  return toInvitation(actor, await findInvitation(tx, id, today), now)
}

/** Invitations in reach, newest first. */
export async function listInvitations(
  tx: Tx,
  actor: AccountActor,
  { cursor, limit, q, state }: PageRequest & { q?: string | undefined; state?: InvitationState | undefined },
  { now, today }: Moment,
): Promise<Page<ReturnType<typeof toInvitation>>> {
  const where = sql<SqlBool>`app.in_scope(i.unit_path) and ${likeEveryWord(sql`i.name || ' ' || coalesce(${SHOWN_EMAIL}, '')`, q)}
    and ${state ? STATES[state]({ now, today }) : sql`true`}`
  const { rows } = await sql<InvitationView>`
    ${view(today)} where ${where} ${cursor ? sql`and i.id < ${Number(cursor[0])}` : sql``}
    order by i.id desc limit ${limit + 1}`.execute(tx)
  return toPage(rows, limit, row => [row.id], {
    item: row => toInvitation(actor, row, now),
    total: cursor ? null : () => count(tx, where),
  })
}

async function count(tx: Tx, where: ReturnType<typeof sql<SqlBool>>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from invitation i where ${where}`.execute(tx)
  return rows[0].n
}

const untaken = sql`i.accepted_at is null and i.revoked_at is null`
const STATES: Readonly<Record<InvitationState, (moment: Moment) => ReturnType<typeof sql>>> = {
  open: ({ now, today }) => sql`(${untaken} and i.expires_at > ${now} and ${invitationStands('i', today)})`,
  void: ({ now, today }) =>
    sql`(${untaken} and i.expires_at > ${now} and not ${invitationStands('i', today)})`,
  accepted: () => sql`i.accepted_at is not null`,
  expired: ({ now }) => sql`(${untaken} and i.expires_at <= ${now})`,
  revoked: () => sql`i.revoked_at is not null`,
}

async function findInvitation(tx: Tx, id: number, today: string): Promise<InvitationView> {
  const { rows } = await sql<InvitationView>`${view(today)} where i.id = ${id}`.execute(tx)
  if (rows.length === 0) throw new ProblemError({ code: 'not-found' })
  return rows[0]
}

function requireUntaken(row: InvitationView): InvitationView & { readonly email: string } {
  const { email } = row
  if (row.accepted_at !== null || email === null) throw new ProblemError({ code: 'link-used' })
  if (row.revoked_at !== null) throw new ProblemError({ code: 'link-revoked' })
  return { ...row, email }
}

/** One that can no longer be taken up stands in nobody's way. */
async function refuseSecond(
  tx: Tx,
  { email, role, unitId }: { email: string; role: Role; unitId: number },
  { now, today }: Moment,
): Promise<void> {
  const open = await tx
    .selectFrom('invitation as i')
    .select('i.id')
    .where('email', '=', email)
    .where('role', '=', role)
    .where('unit_id', '=', unitId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where(invitationStands('i', today))
    .executeTakeFirst()
  if (open) throw new ProblemError({ code: 'invited-already', params: { email } })
}

function toInvitation(actor: AccountActor, row: InvitationView, now: Date) {
  const unit = { id: row.unit_id, name: row.unit_name, kind: row.unit_kind, path: row.unit_path }
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    unit,
    sentence: grantSentence(actor.locale, { role: row.role, unit }),
    state: stateOf(row, now),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    invitedBy: row.inviter,
  }
}

function stateOf(row: InvitationView, now: Date): InvitationState {
  if (row.accepted_at !== null) return 'accepted'
  if (row.revoked_at !== null) return 'revoked'
  if (row.expires_at <= now) return 'expired'
  return row.stands ? 'open' : 'void'
}
