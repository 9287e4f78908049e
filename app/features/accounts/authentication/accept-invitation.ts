import type { Locale } from '../../../messages/format.ts'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { AccountActor } from '../actor.ts'
import type { Accounts } from '../open-accounts.ts'
import { grantSentence } from '../sentences.ts'
import { acceptInvitation, readInvitation } from '../store/take-up-invitation.ts'
import { checkPassword } from './password-rules.ts'

export interface Offer {
  readonly email: string
  readonly name: string
  readonly sentence: string
  readonly expiresAt: string
  readonly hasAccount: boolean
}

/** What a link offers, to whoever holds it. Throws ProblemError `link-…` in words for one that is no good. */
export function readOffer({ database, moment }: Accounts, token: string, locale: Locale): Promise<Offer> {
  return database.asSystem('system:invitation', async tx => {
    const row = await readInvitation(tx, token, moment())
    const unit = await tx
      .selectFrom('unit')
      .select(['name', 'kind'])
      .where('id', '=', row.unit_id)
      .executeTakeFirstOrThrow()
    return {
      email: row.email,
      name: row.name,
      sentence: grantSentence(locale, { role: row.role, unit }),
      expiresAt: row.expires_at.toISOString(),
      hasAccount: (await personWith(tx, row.email)) !== null,
    }
  })
}

/**
 * Takes up an invitation. Who has an account already must be signed in to it; a new person chooses a password, and
 * person, password, grant and acceptance are written together. Returns the e-mail to sign in with, or null when the
 * person is signed in already.
 */
export async function acceptOffer(
  accounts: Accounts,
  given: {
    token: string
    name?: string | undefined
    password?: string | undefined
    locale?: Locale | undefined
  },
  actor: AccountActor | null,
): Promise<string | null> {
  const { database, passwords } = accounts
  const moment = accounts.moment()
  const { now } = moment
  const { invitation, person } = await database.asSystem('system:invitation', async tx => {
    const invitation = await readInvitation(tx, given.token, moment)
    return { invitation, person: await personWith(tx, invitation.email) }
  })
  if (person !== null) {
    if (actor?.personId !== person) throw new ProblemError({ code: 'invitation-sign-in' })
    await database.asSystem(person, async tx => {
      await nameAct(tx, 'invitation.accepted')
      await acceptInvitation(tx, await readInvitation(tx, given.token, moment), { existing: person }, now)
    })
    return null
  }
  const name = given.name ?? invitation.name
  const password = given.password ?? ''
  const problems = checkPassword(password, [invitation.email, name])
  if (problems.length > 0) throw new ProblemError(problems)
  const newcomer = {
    name,
    passwordHash: await passwords.hash(password),
    ...(given.locale ? { locale: given.locale } : {}),
  }
  await database.asSystem('system:invitation', async tx => {
    const row = await readInvitation(tx, given.token, moment)
    await nameAct(tx, 'invitation.accepted')
    await acceptInvitation(tx, row, newcomer, now)
  })
  return invitation.email
}

async function personWith(tx: Tx, email: string): Promise<string | null> {
  const person = await tx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  return person?.id ?? null
}
