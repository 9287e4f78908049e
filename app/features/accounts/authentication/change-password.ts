import { ProblemError } from '../../../platform/problem.ts'
import type { AccountActor } from '../actor.ts'
import type { Accounts } from '../open-accounts.ts'
import { revokeEveryToken } from '../store/tokens.ts'
import { type AttemptKey, beginAttempt, forgiveAttempt } from './attempts.ts'
import { checkPassword } from './password-rules.ts'
import { recordAct } from './record-act.ts'
import { endOtherSessions } from './sessions.ts'
import { writePassword } from './write-password.ts'

/**
 * Exchanges the password; every other session of the person ends in the same transaction, and where they ask for it
 * every token they made for other programs. Throws ProblemError
 * `password-wrong`, or all that is wrong with the new one.
 */
export async function changePassword(
  accounts: Accounts,
  actor: AccountActor,
  { current, next, revokeTokens }: { current: string; next: string; revokeTokens: boolean },
): Promise<void> {
  const problems = checkPassword(next, [actor.email, actor.name])
  if (problems.length > 0) throw new ProblemError(problems)
  const key: AttemptKey = { kind: 'account', of: actor.email }
  await beginAttempt(accounts.database, [key], accounts.clock())
  const { rows } = await accounts.database.ownerPool.query<{ password: string }>(
    'select password from auth.account where user_id = $1 and password is not null',
    [actor.personId],
  )
  const isRight =
    rows.length > 0 && (await accounts.passwords.verify({ hash: rows[0].password, password: current }))
  if (!isRight) throw new ProblemError({ code: 'password-wrong' })
  const hash = await accounts.passwords.hash(next)
  await accounts.database.asSystem(actor.personId, async tx => {
    await forgiveAttempt(tx, [key])
    await writePassword(tx, actor.personId, hash, accounts.clock())
    await endOtherSessions(tx, actor.personId, actor.sessionId)
    await recordAct(tx, 'password.changed', actor.personId)
    if (revokeTokens) await revokeEveryToken(tx, actor.personId, accounts.clock())
  })
}
