import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Right, Role, UnitKind } from '../access.ts'
import type { AccountActor } from '../actor.ts'
import { TOKEN_PREFIX } from '../authentication/identify.ts'
import { makeToken } from '../authentication/secret-token.ts'
import { after, TOKEN_LONGEST_DAYS } from '../authentication/session-rules.ts'
import { grantSentence } from '../sentences.ts'

export interface TokenSummary {
  readonly id: number
  readonly name: string
  readonly rights: Right[]
  readonly sentence: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

interface TokenView {
  readonly id: number
  readonly name: string
  readonly rights: Right[]
  readonly created_at: Date
  readonly expires_at: Date
  readonly last_used_at: Date | null
  readonly revoked_at: Date | null
  readonly role: Role
  readonly unit_name: string
  readonly unit_kind: UnitKind
}

/** A person's own tokens, those of the acting unit and below; newest first. */
export async function listTokens(tx: Tx, actor: AccountActor): Promise<TokenSummary[]> {
  return view(tx, actor, null)
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
  if (actor.byToken || !actor.grant) throw new ProblemError({ code: 'right-missing' })
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
  const [made] = await view(tx, actor, id)
  return { ...made, token }
}

/** Throws ProblemError `not-found` for somebody else's token. */
export async function revokeToken(tx: Tx, actor: AccountActor, id: number, now: Date): Promise<void> {
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

async function view(tx: Tx, actor: AccountActor, id: number | null): Promise<TokenSummary[]> {
  const { rows } = await sql<TokenView>`
    select t.id, t.name, t.rights, t.created_at, t.expires_at, t.last_used_at, t.revoked_at,
      g.role, n.name as unit_name, n.kind as unit_kind
    from api_token t join role_grant g on g.id = t.grant_id join unit n on n.id = t.unit_id
    where t.person_id = ${actor.personId} ${id === null ? sql`` : sql`and t.id = ${id}`}
    order by t.id desc`.execute(tx)
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    rights: row.rights,
    sentence: grantSentence(actor.locale, {
      role: row.role,
      unit: { name: row.unit_name, kind: row.unit_kind },
    }),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }))
}
