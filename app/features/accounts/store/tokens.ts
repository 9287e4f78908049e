import { type RawBuilder, sql } from 'kysely'
import { say } from '../../../messages/format.ts'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Right, Role, UnitKind } from '../access.ts'
import type { AccountActor } from '../actor.ts'
import { TOKEN_PREFIX } from '../authentication/identify.ts'
import { makeToken } from '../authentication/secret-token.ts'
import { after, TOKEN_LONGEST_DAYS } from '../authentication/session-rules.ts'
import { refuseGrant } from '../grant-rules.ts'
import { grantSentence } from '../sentences.ts'

export interface TokenSummary {
  readonly id: number
  readonly name: string
  readonly rights: Right[]
  /** The rights in words. */
  readonly may: string[]
  /** The role through which it acts. */
  readonly sentence: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

/** A token as somebody sees it who answers for the person. */
export interface PersonToken extends TokenSummary {
  readonly mayRevoke: boolean
}

interface TokenView {
  readonly id: number
  readonly person_id: string
  readonly name: string
  readonly rights: Right[]
  readonly created_at: Date
  readonly expires_at: Date
  readonly last_used_at: Date | null
  readonly revoked_at: Date | null
  readonly role: Role
  readonly unit_name: string
  readonly unit_kind: UnitKind
  readonly unit_path: string
}

/** A person's own tokens, those of the acting unit and below; newest first. */
export async function listTokens(tx: Tx, actor: AccountActor): Promise<TokenSummary[]> {
  const rows = await view(tx, sql`t.person_id = ${actor.personId}`)
  return rows.map(row => toToken(actor, row))
}

/** Somebody's tokens that act within the actor's reach, newest first. */
export async function listTokensOf(tx: Tx, actor: AccountActor, personId: string): Promise<PersonToken[]> {
  const rows = await view(tx, sql`t.person_id = ${personId} and app.in_scope(t.unit_path)`)
  return rows.map(row => ({ ...toToken(actor, row), mayRevoke: mayRevoke(actor, row) }))
}

/**
 * A key for an integration: acts through the grant its maker acts by now, with some of its rights, until a day within a
 * year. A token cannot make tokens, and none outlives its grant.
 */
export async function createToken(
  tx: Tx,
  actor: AccountActor,
  { name, rights, expiresAt }: { name: string; rights: readonly Right[]; expiresAt: Date },
  now: Date,
): Promise<TokenSummary & { token: string }> {
  if (!actor.grant) throw new ProblemError({ code: 'right-missing' })
  const missing = rights.filter(right => !actor.may(right))
  if (missing.length > 0 || rights.includes('token.make'))
    throw new ProblemError({ code: 'token-rights', params: { right: missing[0] ?? 'token.make' } })
  if (expiresAt <= now || expiresAt > after(now, { days: TOKEN_LONGEST_DAYS }))
    throw new ProblemError({ code: 'token-expiry', params: { days: TOKEN_LONGEST_DAYS } })
  const { token, hash } = makeToken(TOKEN_PREFIX)
  const { id } = await tx
    .insertInto('api_token')
    .values({
      unit_id: actor.grant.unit.id,
      person_id: actor.personId,
      grant_id: actor.grant.id,
      name,
      token_hash: hash,
      rights: [...new Set(rights)],
      expires_at: expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const [made] = await view(tx, sql`t.id = ${id}`)
  return { ...toToken(actor, made), token }
}

/** Throws ProblemError `not-found` for somebody else's token. */
export async function revokeToken(tx: Tx, actor: AccountActor, id: number, now: Date): Promise<void> {
  await nameAct(tx, REVOKED)
  const done = await tx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('person_id', '=', actor.personId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  if (done.length === 0) throw new ProblemError({ code: 'not-found' })
}

/**
 * Ends a token that somebody lost, as whoever could have given them the role behind it. Throws ProblemError `not-found`
 * outside the reach, `person-not-yours` for a role above one's own.
 */
export async function revokeTokenOf(
  tx: Tx,
  actor: AccountActor,
  { id, reason }: { id: number; reason?: string | undefined },
  now: Date,
): Promise<PersonToken> {
  const [row] = await view(tx, sql`t.id = ${id} and app.in_scope(t.unit_path)`)
  if (!row) throw new ProblemError({ code: 'not-found' })
  if (!mayRevoke(actor, row)) throw new ProblemError({ code: 'person-not-yours' })
  await nameAct(tx, REVOKED, reason)
  await tx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
  const [revoked] = await view(tx, sql`t.id = ${id}`)
  return { ...toToken(actor, revoked), mayRevoke: true }
}

/** Ends every token of a person: whoever holds one acts as they do. Only a system transaction reaches all of them. */
export async function revokeEveryToken(tx: Tx, personId: string, now: Date): Promise<void> {
  await nameAct(tx, REVOKED)
  await tx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute()
}

const REVOKED = 'token.revoked'

function mayRevoke(actor: AccountActor, { person_id, role, unit_path, unit_kind }: TokenView): boolean {
  if (!actor.grant) return false
  const own = { role: actor.grant.role, unitPath: actor.grant.unit.path, personId: actor.personId }
  const given = { role, unitPath: unit_path, unitKind: unit_kind, personId: null }
  return person_id === actor.personId || refuseGrant(own, given) === null
}

async function view(tx: Tx, where: RawBuilder<unknown>): Promise<TokenView[]> {
  const { rows } = await sql<TokenView>`
    select t.id, t.person_id, t.name, t.rights, t.created_at, t.expires_at, t.last_used_at, t.revoked_at,
      g.role, n.name as unit_name, n.kind as unit_kind, n.path as unit_path
    from api_token t join role_grant g on g.id = t.grant_id join unit n on n.id = t.unit_id
    where ${where} order by t.id desc`.execute(tx)
  return rows
}

function toToken(actor: AccountActor, row: TokenView): TokenSummary {
  return {
    id: row.id,
    name: row.name,
    rights: row.rights,
    may: row.rights.map(right => say(actor.locale, `right.${right}`)),
    sentence: grantSentence(actor.locale, {
      role: row.role,
      unit: { name: row.unit_name, kind: row.unit_kind },
    }),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }
}
