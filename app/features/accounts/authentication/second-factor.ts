import QRCode from 'qrcode'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { AccountActor } from '../actor.ts'
import type { Accounts } from '../open-accounts.ts'
import { type AttemptKey, beginAttempt, forgiveAttempt } from './attempts.ts'
import { callLibrary, headersFor, newSessionToken, passCookies } from './call-library.ts'
import { recordAct } from './record-act.ts'
import type { Exchange } from './sign-in.ts'
import { callCode } from './sign-in-second-factor.ts'
import { useCode } from './use-code.ts'

export interface SecondFactorOffer {
  readonly uri: string
  readonly secret: string
  readonly qrSvg: string
  readonly backupCodes: string[]
}

/**
 * Begins setting up: nothing is in force until a code of the authenticator is shown. Asks for the password again where
 * there is one. Throws ProblemError `password-wrong`, `second-factor-on`.
 */
export async function offerSecondFactor(
  accounts: Accounts,
  actor: AccountActor,
  password: string | undefined,
  { request }: Exchange,
): Promise<SecondFactorOffer> {
  const offer = await withPassword(accounts, actor, () =>
    accounts.library.api.enableTwoFactor({ body: { password }, headers: headersFor(request) }),
  )
  if (offer.method !== 'totp') throw new Error('the library offered another method than asked')
  return {
    uri: offer.totpURI,
    secret: new URL(offer.totpURI).searchParams.get('secret') ?? '',
    qrSvg: await QRCode.toString(offer.totpURI, { type: 'svg', margin: 1 }),
    backupCodes: offer.backupCodes,
  }
}

/**
 * A code of the authenticator: puts a begun second factor in force, or shows it for a session that has not (one begun
 * through the identity provider). Throws ProblemError `second-factor-wrong`, `sign-in-locked`.
 */
export async function confirmSecondFactor(
  accounts: Accounts,
  actor: AccountActor,
  code: string,
  { request, reply }: Exchange,
): Promise<void> {
  const key: AttemptKey = { kind: 'code', of: actor.personId }
  await beginAttempt(accounts.database, [key], accounts.clock())
  const { headers } = await callCode(accounts, { code, kind: 'totp' }, headersFor(request))
  const now = accounts.clock()
  const token = newSessionToken(headers, accounts.sessionCookie)
  const isFresh = await accounts.database.asSystem(actor.personId, async tx => {
    await forgiveAttempt(tx, [key])
    if (!(await useCode(tx, actor.personId, code, now))) return false
    const session = tx.updateTable('auth.session').set({ second_factor_at: now })
    await (token
      ? session.where('token', '=', token)
      : session.where('id', '=', actor.sessionId ?? '')
    ).execute()
    if (!actor.secondFactor.enabled) await recordAct(tx, 'second-factor.set', actor.personId)
    return true
  })
  if (!isFresh) throw new ProblemError({ code: 'second-factor-wrong' })
  passCookies(reply, headers)
}

/** Removes the second factor; only in a session that has shown it, and with the password. */
export async function removeSecondFactor(
  accounts: Accounts,
  actor: AccountActor,
  password: string | undefined,
  { request, reply }: Exchange,
): Promise<void> {
  requireShown(actor)
  const { headers } = await withPassword(accounts, actor, () =>
    accounts.library.api.disableTwoFactor({
      body: { password },
      headers: headersFor(request),
      returnHeaders: true,
    }),
  )
  await accounts.database.asSystem(actor.personId, tx =>
    recordAct(tx, 'second-factor.removed', actor.personId),
  )
  passCookies(reply, headers)
}

export async function renewBackupCodes(
  accounts: Accounts,
  actor: AccountActor,
  password: string | undefined,
  { request }: Exchange,
): Promise<string[]> {
  requireShown(actor)
  const { backupCodes } = await withPassword(accounts, actor, () =>
    accounts.library.api.generateBackupCodes({ body: { password }, headers: headersFor(request) }),
  )
  await accounts.database.asSystem(actor.personId, tx =>
    recordAct(tx, 'backup-codes.renewed', actor.personId),
  )
  return backupCodes
}

function requireShown({ secondFactor }: AccountActor): void {
  if (!secondFactor.enabled) throw new ProblemError({ code: 'second-factor-off' })
  if (!secondFactor.shown) throw new ProblemError({ code: 'second-factor-needed' })
}

/** Wrong passwords are counted here as at the front door: an open screen is no place to guess at one. */
async function withPassword<T>(accounts: Accounts, actor: AccountActor, call: () => Promise<T>): Promise<T> {
  const key: AttemptKey = { kind: 'account', of: actor.email }
  await beginAttempt(accounts.database, [key], accounts.clock())
  const result = await callLibrary(call, refusalOf)
  await accounts.database.asSystem(actor.personId, tx => forgiveAttempt(tx, [key]))
  return result
}

function refusalOf(code: string): Problem {
  return { code: code === 'TOTP_ALREADY_ENABLED' ? 'second-factor-on' : 'password-wrong' }
}
