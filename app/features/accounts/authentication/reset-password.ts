import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { allows } from '../access.ts'
import type { AccountActor } from '../actor.ts'
import { isActive, mayEditPerson } from '../grant-rules.ts'
import type { Accounts } from '../open-accounts.ts'
import { requireEditable } from '../store/people.ts'
import { revokeEveryToken } from '../store/tokens.ts'
import { tellResetOffered } from '../tell.ts'
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
  const { email, grants } = await requireEditable(tx, actor, personId, today)
  const { token, hash } = makeToken()
  const expiresAt = after(now, { hours: RESET_HOURS })
  const through = actor.grant?.id ?? null
  await sql`select app.offer_reset(${personId}, ${hash}, ${expiresAt}, ${dropSecondFactor}, ${through})`.execute(
    tx,
  )
  const standing = grants.find(({ active }) => active)
  if (standing)
    await tellResetOffered(tx, actor, { to: personId, readAt: standing.unit.id, dropSecondFactor })
  return { token, path: `/password-reset/${token}`, expiresAt: expiresAt.toISOString(), email }
}

/** For whom a reset link is. Throws ProblemError `link-…` in words for one that is no good. */
export function readReset(
  accounts: Accounts,
  token: string,
): Promise<{ email: string; name: string; expiresAt: string }> {
  return accounts.database.asSystem('system:sign-in', async tx => {
    const { person, link } = await followLink(tx, accounts, token)
    return { email: person.email, name: person.name, expiresAt: link.expiresAt.toISOString() }
  })
}

/**
 * Sets the new password; every session ends, and every token for other programs: who took the account over may have made
 * one. A lost second factor goes when the link says so.
 */
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
    const { link, person } = await followLink(tx, accounts, token)
    const { id, email } = person
    await writePassword(tx, id, hash, now)
    await endOtherSessions(tx, id, null)
    if (link.dropSecondFactor) {
      await tx.deleteFrom('auth.two_factor').where('user_id', '=', id).execute()
      await tx.updateTable('auth.user').set({ two_factor_enabled: false }).where('id', '=', id).execute()
      await recordAct(tx, 'second-factor.removed', id)
    }
    await forgiveAttempt(tx, [{ kind: 'account', of: email }])
    await recordAct(tx, 'password.reset', id)
    await revokeEveryToken(tx, id, now)
    await spendLink(tx, link, now)
  })
}

/**
 * The link and its person. A link lives for a day, and in a day somebody may be given a role above whoever made it, or
 * that one may have left: then the link, which is the whole account, is void (`link-revoked`).
 */
async function followLink(tx: Tx, { moment }: Accounts, token: string) {
  const { now, today } = moment()
  const link = await readLink(tx, 'reset', token, now)
  const person = await tx
    .selectFrom('person')
    .select(['id', 'email', 'name'])
    .where('id', '=', link.userId ?? '')
    .executeTakeFirstOrThrow()
  if (!(await offererStillMay(tx, link.offeredThrough, person.id, today)))
    throw new ProblemError({ code: 'link-revoked' })
  return { link, person }
}

async function offererStillMay(
  tx: Tx,
  grantId: number | null,
  personId: string,
  today: string,
): Promise<boolean> {
  const grants = await tx
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .innerJoin('unit as u', 'u.id', 'g.unit_id')
    .select(['g.id', 'g.person_id', 'g.role', 'g.unit_path', 'g.valid_from', 'g.valid_to'])
    .select(sql<boolean>`p.blocked_at is null and u.withdrawn_at is null`.as('works'))
    .where('g.revoked_at', 'is', null)
    .where(({ or, eb }) => or([eb('g.id', '=', grantId), eb('g.person_id', '=', personId)]))
    .execute()
  const toTerms = (grant: (typeof grants)[number]) => ({ role: grant.role, unitPath: grant.unit_path })
  const own = grants.find(({ id, works }) => id === grantId && works)
  const standing = grants.filter(({ person_id }) => person_id === personId).map(toTerms)
  if (!own || standing.length === 0) return false
  const terms = { ...toTerms(own), validFrom: own.valid_from, validTo: own.valid_to, revoked: false }
  return (
    isActive(terms, today) &&
    allows(own.role, own.unit_path, 'person.edit') &&
    mayEditPerson({ ...terms, personId: own.person_id }, { id: personId, standing })
  )
}
