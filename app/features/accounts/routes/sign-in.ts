import { localeOf } from '../../../platform/http/index.ts'
import { asAccount } from '../actor.ts'
import { acceptOffer, readOffer } from '../authentication/accept-invitation.ts'
import { hasPeople, setUp } from '../authentication/first-administrator.ts'
import { readLink } from '../authentication/one-time-links.ts'
import { beginProviderSignIn, endProviderSignIn } from '../authentication/provider-sign-in.ts'
import { readReset, resetPassword } from '../authentication/reset-password.ts'
import { signIn } from '../authentication/sign-in.ts'
import { signInSecondFactor } from '../authentication/sign-in-second-factor.ts'
import { signOut } from '../authentication/sign-out.ts'
import { describeMe } from '../describe-me.ts'
import type { Accounts } from '../open-accounts.ts'
import type { Some } from './handlers.ts'

/** Endpoints of those who are not inside yet, and the way out. */
export function signInHandlers(
  accounts: Accounts,
): Some<
  | 'GET /api/session'
  | 'POST /api/sign-in'
  | 'POST /api/sign-in/second-factor'
  | 'POST /api/sign-in/provider'
  | 'GET /api/auth/callback/oidc'
  | 'POST /api/sign-out'
  | 'POST /api/setup/read'
  | 'POST /api/setup'
  | 'POST /api/invitation/read'
  | 'POST /api/invitation/accept'
  | 'POST /api/password-reset/read'
  | 'POST /api/password-reset'
> {
  const { database, oidc, clock } = accounts
  return {
    'GET /api/session': async ({ actor }) => ({
      me: actor ? describeMe(asAccount(actor)) : null,
      provider: oidc ? { label: oidc.label } : null,
      setUp: actor !== null || (await database.asSystem('system:sign-in', hasPeople)),
    }),
    'POST /api/sign-in': async ({ body, request, reply }) => ({
      state: await signIn(accounts, body, { request, reply }),
    }),
    'POST /api/sign-in/second-factor': async ({ body, request, reply }) => {
      await signInSecondFactor(accounts, body, { request, reply })
      return { state: 'signed-in' }
    },
    'POST /api/sign-in/provider': async ({ body, request, reply }) => ({
      url: await beginProviderSignIn(accounts, body.returnTo ?? '/', { request, reply }),
    }),
    'GET /api/auth/callback/oidc': async ({ request, reply }) =>
      reply.redirect(await endProviderSignIn(accounts, { request, reply }), 302),
    'POST /api/sign-out': async ({ actor, reply }) => signOut(accounts, asAccount(actor), reply),

    'POST /api/setup/read': ({ body }) =>
      database.asSystem('system:setup', async tx => {
        const { expiresAt } = await readLink(tx, 'setup', body.token, clock())
        return { expiresAt: expiresAt.toISOString() }
      }),
    'POST /api/setup': async ({ body, request, reply }) => {
      await setUp(accounts, body)
      await signIn(accounts, body, { request, reply })
      return { state: 'signed-in' }
    },
    'POST /api/invitation/read': ({ body, request, actor }) =>
      readOffer(accounts, body.token, actor?.locale ?? localeOf(request)),
    'POST /api/invitation/accept': async ({ body, request, reply, actor }) => {
      const email = await acceptOffer(accounts, body, actor && asAccount(actor))
      if (email !== null) await signIn(accounts, { email, password: body.password ?? '' }, { request, reply })
      return { state: 'signed-in' }
    },
    'POST /api/password-reset/read': ({ body }) => readReset(accounts, body.token),
    'POST /api/password-reset': async ({ body }) => {
      await resetPassword(accounts, body)
      return { done: true }
    },
  }
}
