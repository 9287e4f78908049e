import type { Locale } from '../../../messages/format.ts'
import type { Right, Role } from '../access.ts'
import type { ActiveGrant } from '../actor.ts'
import type { Accounts } from '../open-accounts.ts'

export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly theme: 'auto' | 'light' | 'dark'
  readonly version: number
  readonly blocked: boolean
  readonly hasPassword: boolean
  readonly secondFactorEnabled: boolean
  /** Oldest first. */
  readonly grants: readonly ActiveGrant[]
  readonly secondFactorRoles: readonly Role[]
}

export interface KnownSession extends KnownPerson {
  readonly sessionId: string
  readonly expiresAt: Date
  readonly lastSeenAt: Date
  readonly userAgent: string | null
  readonly secondFactorAt: Date | null
}

export interface KnownToken extends KnownPerson {
  readonly tokenId: number
  readonly rights: readonly Right[]
  readonly lastUsedAt: Date | null
}

const PERSON = `
  p.id, p.name, p.email, p.locale, p.theme, p.version, p.blocked_at is not null as blocked,
  u.two_factor_enabled as "secondFactorEnabled",
  exists (select from auth.account a where a.user_id = p.id and a.password is not null) as "hasPassword",
  coalesce((select value from setting where id = 'second-factor-roles'), '[]') as "secondFactorRoles"`

const GRANTS = `
  coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'validFrom', g.valid_from, 'validTo', g.valid_to,
      'unit', json_build_object('id', n.id, 'name', n.name, 'kind', n.kind, 'path', n.path)) order by g.id)
    from role_grant g join unit n on n.id = g.unit_id
    where g.person_id = p.id and g.revoked_at is null
      and (g.valid_from is null or g.valid_from <= $2::date) and (g.valid_to is null or g.valid_to >= $2::date)
      and n.withdrawn_at is null`

const SESSION = `
  select ${PERSON}, ${GRANTS}), '[]') as grants,
    s.id as "sessionId", s.expires_at as "expiresAt", s.updated_at as "lastSeenAt", s.user_agent as "userAgent",
    s.second_factor_at as "secondFactorAt"
  from auth.session s join person p on p.id = s.user_id join auth."user" u on u.id = p.id
  where s.token = $1`

const TOKEN = `
  select ${PERSON}, ${GRANTS} and g.id = t.grant_id), '[]') as grants, t.id as "tokenId", t.rights, t.last_used_at as "lastUsedAt"
  from api_token t join person p on p.id = t.person_id join auth."user" u on u.id = p.id
  where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $3`

/**
 * Everything a request needs to know of its sender, in one statement by the owner: the plain role cannot see sessions,
 * and what it may see depends on the answer.
 */
export async function readSession(
  accounts: Accounts,
  token: string,
  today: string,
): Promise<KnownSession | null> {
  const { rows } = await accounts.database.ownerPool.query<KnownSession>({
    name: 'identify-session',
    text: SESSION,
    values: [token, today],
  })
  return rows[0] ?? null
}

/** The same for the token of an integration. */
export async function readToken(
  { database }: Accounts,
  hash: string,
  now: Date,
  today: string,
): Promise<KnownToken | null> {
  const { rows } = await database.ownerPool.query<KnownToken>({
    name: 'identify-token',
    text: TOKEN,
    values: [hash, today, now],
  })
  return rows[0] ?? null
}
