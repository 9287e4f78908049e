import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { AccountActor } from '../actor.ts'
import type { Accounts } from '../open-accounts.ts'
import { requireEditable } from '../store/people.ts'
import { forgiveAttempt } from './attempts.ts'
import type { ShownLink } from './first-administrator.ts'
import { readLink, spendLink } from './one-time-links.ts'
import { checkPassword } from './password-rules.ts'
import { recordAct } from './record-act.ts'
import { makeToken } from './secret-token.ts'
import { after, RESET_HOURS } from './session-rules.ts'
import { endOtherSessions } from './sessions.ts'
import { writePassword } from './write-password.ts'

/** A link for somebody who lost their password or phone. Only for people whose whole power the actor could give. */
export async function offerReset(
  tx: Tx,
  actor: AccountActor,
  { personId, dropSecondFactor }: { personId: string; dropSecondFactor: boolean },
  { now, today }: { now: Date; today: string },
): Promise<ShownLink & { email: string }> {
  const { email } = await requireEditable(tx, actor, personId, today)
  const { token, hash } = makeToken()
  const expiresAt = after(now, { hours: RESET_HOURS })
  await sql`select app.offer_reset(${personId}, ${hash}, ${expiresAt}, ${dropSecondFactor})`.execute(tx)
  return { token, path: `/password-reset/${token}`, expiresAt: expiresAt.toISOString(), email }
}

/** For whom a reset link is. */
export function readReset(
  { database, clock }: Accounts,
  token: string,
): Promise<{ email: string; name: string; expiresAt: string }> {
  return database.asSystem('system:sign-in', async tx => {
    const { userId, expiresAt } = await readLink(tx, 'reset', token, clock())
    const person = await personOfLink(tx, userId)
    return { email: person.email, name: person.name, expiresAt: expiresAt.toISOString() }
  })
}

/** Sets the new password; every session ends, a lost second factor goes when the link says so. */
export async function resetPassword(
  accounts: Accounts,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const now = accounts.clock()
  const about = await readReset(accounts, token)
  const problems = checkPassword(password, [about.email, about.name])
  if (problems.length > 0) throw new ProblemError(problems)
  const hash = await accounts.passwords.hash(password)
  await accounts.database.asSystem('system:sign-in', async tx => {
    const link = await readLink(tx, 'reset', token, now)
    const { id, email } = await personOfLink(tx, link.userId)
    await writePassword(tx, id, hash, now)
    await endOtherSessions(tx, id, null)
    if (link.dropSecondFactor) {
      await tx.deleteFrom('auth.two_factor').where('user_id', '=', id).execute()
      await tx.updateTable('auth.user').set({ two_factor_enabled: false }).where('id', '=', id).execute()
      await recordAct(tx, 'second-factor.removed', id)
    }
    await forgiveAttempt(tx, [{ kind: 'account', of: email }])
    await recordAct(tx, 'password.reset', id)
    await spendLink(tx, link, now)
  })
}

function personOfLink(tx: Tx, userId: string | null) {
  return tx
    .selectFrom('person')
    .select(['id', 'email', 'name'])
    .where('id', '=', userId ?? '')
    .executeTakeFirstOrThrow()
}
