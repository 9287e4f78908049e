import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../../../platform/problem.ts'
import type { Accounts } from '../open-accounts.ts'
import { PROVIDER } from './account-library.ts'
import { callLibrary, headersFor, newSessionToken, passCookies } from './call-library.ts'
import { recordAct } from './record-act.ts'
import { type Exchange, personOf } from './sign-in.ts'

const ANSWER_WITHIN = 10_000

/**
 * Begins signing in through the identity provider. Returns the address to send the browser to. Throws ProblemError
 * `provider-away` when the provider does not answer; the next attempt asks it again.
 */
export async function beginProviderSignIn(
  accounts: Accounts,
  returnTo: string,
  { request, reply }: Exchange,
): Promise<string> {
  const library = accounts.providerLibrary()
  if (!library) throw new ProblemError({ code: 'not-found' })
  const { headers, response } = await within(
    callLibrary(
      () =>
        library.api.signInSocial({
          body: {
            provider: PROVIDER,
            callbackURL: isOwnPath(returnTo) ? returnTo : '/',
            errorCallbackURL: '/sign-in',
            disableRedirect: true,
          },
          headers: headersFor(request),
          returnHeaders: true,
        }),
      () => ({ code: 'provider-away' }),
    ),
  )
  passCookies(reply, headers)
  if (!response.url) throw new ProblemError({ code: 'provider-away' })
  return response.url
}

/**
 * The way back from the provider. Returns the path to send the browser to: where it wanted to go, or the sign-in page
 * with the code of a problem. Nobody gets an account here: only people and invited e-mails, vouched for by the provider.
 */
export async function endProviderSignIn(accounts: Accounts, { request, reply }: Exchange): Promise<string> {
  const library = accounts.providerLibrary()
  if (!library) throw new ProblemError({ code: 'not-found' })
  const url = new URL(request.url, accounts.publicUrl)
  const answer = await within(library.handler(new Request(url, { headers: headersFor(request) })))
  const token = newSessionToken(answer.headers, accounts.sessionCookie)
  const target = new URL(answer.headers.get('location') ?? '/sign-in?error=unknown', accounts.publicUrl)
  passCookies(reply, answer.headers)
  if (token === null) return `/sign-in?problem=${problemOf(target.searchParams.get('error') ?? '')}`
  await recordProviderSignIn(accounts, token, request)
  return target.origin === new URL(accounts.publicUrl).origin ? target.pathname + target.search : '/'
}

async function recordProviderSignIn(
  accounts: Accounts,
  token: string,
  request: FastifyRequest,
): Promise<void> {
  const now = accounts.clock()
  await accounts.database.asSystem('system:sign-in', async tx => {
    if (accounts.oidc?.secondFactor)
      await tx.updateTable('auth.session').set({ second_factor_at: now }).where('token', '=', token).execute()
    await recordAct(tx, 'signed-in', await personOf(tx, token), { by: 'provider', address: request.ip })
  })
}

function problemOf(error: string): string {
  if (/email_unverified/i.test(error)) return 'provider-email'
  if (/unknown_person|account_not_linked|signup_disabled|unable_to_create_session/i.test(error))
    return 'provider-unknown-person'
  return 'provider-failed'
}

/** A path of ours and nothing that a browser would read as another site. */
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path)
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProblemError({ code: 'provider-away' })), ANSWER_WITHIN)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
