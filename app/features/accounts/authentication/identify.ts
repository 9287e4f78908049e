import type { FastifyRequest } from 'fastify'
import type { Identify } from '../../../platform/http/index.ts'
import { localDate } from '../../../platform/local-date.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { allows, isRight, type Right, type Role } from '../access.ts'
import type { AccountActor, ActiveGrant } from '../actor.ts'
import { needsSecondFactor } from '../grant-rules.ts'
import type { Accounts } from '../open-accounts.ts'
import { tellElsewhere } from '../tell.ts'
import { browserOf } from './browser.ts'
import { type KnownPerson, type KnownSession, readSession, readToken } from './read-who.ts'
import { recordAct } from './record-act.ts'
import { hashToken, readSigned } from './secret-token.ts'
import { isOver, seenIsStale } from './session-rules.ts'

/** Header that names the grant through which a person with several acts. */
const GRANT_HEADER = 'x-objektiv-grant'
const SEEN = 'update auth.session set updated_at = $2 where id = $1'
const USED = 'update api_token set last_used_at = $2 where id = $1'
export const TOKEN_PREFIX = 'objektiv_'

/**
 * Says who sends a request: by the token of an integration, or by the cookie of a session. One query either way; a
 * cookie with a foreign signature costs none.
 */
export function makeIdentify(accounts: Accounts): Identify {
  return async request => {
    const { authorization } = request.headers
    if (authorization !== undefined) return byToken(accounts, request, authorization)
    const signed = request.cookies[accounts.sessionCookie]
    const token = signed ? readSigned(signed, accounts.secret) : null
    return token === null ? null : bySession(accounts, request, token)
  }
}

async function bySession(
  accounts: Accounts,
  request: FastifyRequest,
  token: string,
): Promise<AccountActor | null> {
  const now = accounts.clock()
  const session = await readSession(accounts, token, localDate(now, accounts.timeZone))
  if (!session || session.blocked || isOver(session, now)) return null
  if (browserOf(session.userAgent) !== browserOf(request.headers['user-agent'])) {
    await endElsewhere(accounts, session, request)
    throw new ProblemError({ code: 'session-elsewhere' })
  }
  if (seenIsStale(session.lastSeenAt, now))
    await accounts.database.ownerPool.query(SEEN, [session.sessionId, now])
  return toActor(session, request)
}

/** The cookie is in two places: nobody goes on with it, the log says so, and the person is told. */
async function endElsewhere(
  { database }: Accounts,
  session: KnownSession,
  request: FastifyRequest,
): Promise<void> {
  await database.asSystem('system:sign-in', async tx => {
    await tx.deleteFrom('auth.session').where('id', '=', session.sessionId).execute()
    await recordAct(tx, 'session.elsewhere', session.id, { session: session.sessionId, address: request.ip })
    const unitId = session.grants[0]?.unit.id
    const { id: to, sessionId } = session
    if (unitId !== undefined) await tellElsewhere(tx, { to, unitId, sessionId, address: request.ip })
  })
}

function toActor(session: KnownSession, request: FastifyRequest): AccountActor {
  const shown = session.secondFactorAt !== null
  const required = session.grants.some(grant => needsSecondFactor(grant, session.secondFactorRoles))
  const access = request.routeOptions.config.access ?? 'public'
  const isRightAsked = access !== 'public' && access !== 'signed-in'
  const grant = chooseGrant(session.grants, request.headers[GRANT_HEADER], isRightAsked)
  const held = grant !== null && !shown && needsSecondFactor(grant, session.secondFactorRoles)
  if (held && isRightAsked) throw new ProblemError({ code: 'second-factor-needed' })
  return {
    ...actorOf(session, held ? null : grant, request, null),
    byToken: false,
    sessionId: session.sessionId,
    secondFactor: { enabled: session.secondFactorEnabled, required, shown },
  }
}

async function byToken(
  accounts: Accounts,
  request: FastifyRequest,
  header: string,
): Promise<AccountActor | null> {
  const token = /^Bearer\s+(\S+)$/i.exec(header)?.[1]
  if (!token?.startsWith(TOKEN_PREFIX)) return null
  const now = accounts.clock()
  const known = await readToken(accounts, hashToken(token), now, localDate(now, accounts.timeZone))
  if (!known || known.blocked || known.grants.length === 0) return null
  if (seenIsStale(known.lastUsedAt, now)) await accounts.database.ownerPool.query(USED, [known.tokenId, now])
  return {
    ...actorOf(known, known.grants[0], request, known.rights),
    byToken: true,
    sessionId: null,
    secondFactor: { enabled: false, required: false, shown: false },
  }
}

function actorOf(
  person: KnownPerson,
  grant: ActiveGrant | null,
  request: FastifyRequest,
  only: readonly Right[] | null,
): Omit<AccountActor, 'byToken' | 'sessionId' | 'secondFactor'> {
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    locale: person.locale,
    theme: person.theme,
    version: person.version,
    hasPassword: person.hasPassword,
    grants: person.grants,
    grant,
    scope: {
      accountId: person.id,
      role: grant?.role ?? '',
      grantId: grant?.id ?? null,
      unitPath: grant?.unit.path ?? '',
      requestId: request.id,
    },
    may: access => grant !== null && mayBy(grant.role, grant.unit.path, access, only),
  }
}

function mayBy(role: Role, path: string, access: string, only: readonly Right[] | null): boolean {
  if (!isRight(access) || !allows(role, path, access)) return false
  return only === null || only.includes(access)
}

/** The grant a request names, or the first. A grant that ended meanwhile is refused, not silently exchanged. */
function chooseGrant(
  grants: readonly ActiveGrant[],
  header: string | string[] | undefined,
  isStrict: boolean,
): ActiveGrant | null {
  if (header === undefined) return grants[0] ?? null
  const named = grants.find(({ id }) => String(id) === header)
  if (!named && isStrict) throw new ProblemError({ code: 'grant-ended' })
  return named ?? grants[0] ?? null
}
