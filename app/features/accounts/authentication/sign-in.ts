import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Accounts } from '../open-accounts.ts'
import { type AttemptKey, beginAttempt, forgiveAttempt, takeBackAttempt } from './attempts.ts'
import { callLibrary, headersFor, newSessionToken, passCookies } from './call-library.ts'
import { knownBrowser, rememberBrowser } from './known-browser.ts'
import { recordAct } from './record-act.ts'

/** A request and the answer to it: where cookies come from and go to. */
export interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/**
 * First step of signing in. A wrong password and an unknown e-mail are one answer and take the same time. Throws
 * ProblemError `sign-in-failed`, `sign-in-locked` (with seconds), `sign-in-busy`, or, after the right password,
 * `person-blocked`.
 */
export async function signIn(
  accounts: Accounts,
  given: { email: string; password: string },
  exchange: Exchange,
): Promise<'signed-in' | 'second-factor'> {
  const email = given.email.toLowerCase()
  const { request, reply } = exchange
  const keys = keysFor(accounts, email, request)
  const closes = await beginAttempt(accounts.database, keys, accounts.clock())
  const { headers, response } = await checkPassword(
    accounts,
    { email, password: given.password },
    request,
    keys,
    closes,
  )
  const token = newSessionToken(headers, accounts.sessionCookie)
  await accounts.database.asSystem('system:sign-in', async tx => {
    await forgiveAttempt(tx, keys)
    if (token)
      await recordAct(tx, 'signed-in', await personOf(tx, token), { by: 'password', address: request.ip })
  })
  passCookies(reply, headers)
  if ('twoFactorRedirect' in response) return 'second-factor'
  rememberBrowser(accounts, exchange, email)
  return 'signed-in'
}

async function checkPassword(
  accounts: Accounts,
  body: { email: string; password: string },
  request: FastifyRequest,
  keys: readonly AttemptKey[],
  closes: Date | null,
) {
  try {
    return await callLibrary(
      () => accounts.library.api.signInEmail({ body, headers: headersFor(request), returnHeaders: true }),
      code => ({ code: code === 'FAILED_TO_CREATE_SESSION' ? 'person-blocked' : 'sign-in-failed' }),
    )
  } catch (error) {
    await accounts.database.asSystem('system:sign-in', async tx => {
      if (isProblem(error, 'sign-in-failed')) await recordFailure(tx, body.email, request, closes)
      // The password was right, or was never looked at.
      else await takeBackAttempt(tx, keys)
    })
    throw error
  }
}

/** Whom the attempt is counted against: a browser known for this e-mail alone, otherwise the account and the address. */
function keysFor(accounts: Accounts, email: string, request: FastifyRequest): AttemptKey[] {
  const browser = knownBrowser(accounts, request, email)
  if (browser !== null) return [{ kind: 'browser', of: browser }]
  return [
    { kind: 'account', of: email },
    { kind: 'address', of: request.ip },
  ]
}

/** Only for somebody who exists: what was typed otherwise may be a password in the wrong box. */
async function recordFailure(
  tx: Tx,
  email: string,
  { ip: address }: FastifyRequest,
  closes: Date | null,
): Promise<void> {
  const person = await tx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  if (!person) return
  await recordAct(tx, 'sign-in.failed', person.id, { address })
  // The failure that closed the door, and not each knock at the closed door: a guesser cannot fill the log.
  if (closes) await recordAct(tx, 'sign-in.locked', person.id, { address, until: closes.toISOString() })
}

export async function personOf(tx: Tx, token: string): Promise<string> {
  const session = await tx
    .selectFrom('auth.session')
    .select('user_id')
    .where('token', '=', token)
    .executeTakeFirstOrThrow()
  return session.user_id
}

export function isProblem(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.problems[0].code === code
}
