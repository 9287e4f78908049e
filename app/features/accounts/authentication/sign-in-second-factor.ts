import type { FastifyRequest } from 'fastify'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { Accounts } from '../open-accounts.ts'
import { COOKIE_PREFIX } from './account-library.ts'
import { callLibrary, headersFor, newSessionToken, passCookies } from './call-library.ts'
import { rememberBrowser } from './known-browser.ts'
import { recordAct } from './record-act.ts'
import { readSigned } from './secret-token.ts'
import { type Exchange, isProblem, personOf } from './sign-in.ts'
import { useCode } from './use-code.ts'

export type CodeKind = 'totp' | 'backup'

/**
 * Second step: a code after the right password. The library allows five codes for one password and locks the second
 * factor for a quarter of an hour after ten wrong ones. Throws ProblemError `second-factor-wrong`,
 * `second-factor-locked`, or `sign-in-again` when the first step is too long ago.
 */
export async function signInSecondFactor(
  accounts: Accounts,
  { code, kind }: { code: string; kind: CodeKind },
  exchange: Exchange,
): Promise<void> {
  const { request, reply } = exchange
  // Whoever is signed in already is no exception: with a session the library would count no attempts.
  const own = headersFor(request, accounts.sessionCookie)
  const { headers } = await callCode(accounts, { code, kind }, own).catch(async error => {
    if (isProblem(error, 'second-factor-wrong')) await recordFailure(accounts, request)
    throw error
  })
  const token = newSessionToken(headers, accounts.sessionCookie)
  if (token === null) throw new ProblemError({ code: 'sign-in-again' })
  const now = accounts.clock()
  const email = await accounts.database.asSystem('system:sign-in', async tx => {
    const personId = await personOf(tx, token)
    // One code, one sign-in: whoever looked over the shoulder comes too late (ASVS 5 §6.5.1).
    const fresh = await useCode(tx, personId, code, now)
    if (!fresh) {
      await tx.deleteFrom('auth.session').where('token', '=', token).execute()
      return null
    }
    await tx.updateTable('auth.session').set({ second_factor_at: now }).where('token', '=', token).execute()
    await recordAct(tx, 'signed-in', personId, { by: `password, ${kind}`, address: request.ip })
    const person = await tx
      .selectFrom('person')
      .select('email')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    return person.email
  })
  if (email === null) throw new ProblemError({ code: 'second-factor-wrong' })
  passCookies(reply, headers)
  rememberBrowser(accounts, exchange, email)
}

/** Asks the library about a code: of a sign-in half done, or of the session the request carries. */
export function callCode(
  accounts: Accounts,
  { code, kind }: { code: string; kind: CodeKind },
  headers: Headers,
): Promise<{ headers: Headers }> {
  const call = { headers, returnHeaders: true } as const
  const { api } = accounts.library
  return callLibrary<{ headers: Headers }>(
    () =>
      kind === 'totp'
        ? api.verifyTOTP({ ...call, body: { code: code.replace(/\s/g, '') } })
        : api.verifyBackupCode({ ...call, body: { code } }),
    refusalOf,
  )
}

function refusalOf(code: string): Problem {
  if (code === 'INVALID_TWO_FACTOR_COOKIE') return { code: 'sign-in-again' }
  if (code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return { code: 'sign-in-again' }
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return { code: 'second-factor-locked' }
  return { code: 'second-factor-wrong' }
}

/** Who is half-way in is known to the library's cookie and table alone. */
async function recordFailure(accounts: Accounts, request: FastifyRequest): Promise<void> {
  const secure = accounts.sessionCookie.startsWith('__Secure-') ? '__Secure-' : ''
  const signed = request.cookies[`${secure}${COOKIE_PREFIX}.two_factor`]
  const identifier = signed ? readSigned(signed, accounts.secret) : null
  if (identifier === null) return
  await accounts.database.asSystem('system:sign-in', async tx => {
    const row = await tx
      .selectFrom('auth.verification')
      .select('value')
      .where('identifier', '=', identifier)
      .executeTakeFirst()
    if (row) await recordAct(tx, 'second-factor.failed', row.value, { address: request.ip })
  })
}
