import type { Selectable } from 'kysely'
import type { Locale } from '../../../messages/format.ts'
import type { Database, Schema, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { hashToken } from '../authentication/secret-token.ts'
import type { Moment } from '../open-accounts.ts'
import { tellInviter } from '../tell.ts'
import { insertGrant, insertPerson } from './create-person.ts'
import { invitationStands } from './invitation-stands.ts'
import { refusingClosed } from './refusing-closed.ts'

export type InvitationRow = Selectable<Schema['invitation']>

/**
 * The invitation behind a token, still good; locked until the transaction ends, so that two who accept at once are one
 * after the other. Throws ProblemError `link-unknown`, `link-used`, `link-expired`, `link-revoked`.
 */
export async function readInvitation(tx: Tx, token: string, moment: Moment): Promise<InvitationRow> {
  const row = await tx
    .selectFrom('invitation as i')
    .selectAll()
    .select(invitationStands('i', moment.today).as('stands'))
    .where('token_hash', '=', hashToken(token))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'link-unknown' })
  if (row.accepted_at !== null) throw new ProblemError({ code: 'link-used' })
  if (row.revoked_at !== null) throw new ProblemError({ code: 'link-revoked' })
  if (row.expires_at <= moment.now) throw new ProblemError({ code: 'link-expired' })
  if (!row.stands) throw new ProblemError({ code: 'link-revoked' })
  return row
}

/** Person (where there is none), grant and the mark of acceptance: one transaction, the caller's. Returns the person. */
export async function acceptInvitation(
  tx: Tx,
  invitation: InvitationRow,
  person:
    | { readonly existing: string }
    | {
        readonly id?: string
        readonly name: string
        readonly passwordHash: string | null
        readonly locale?: Locale
      },
  now: Date,
): Promise<string> {
  const { email, unit_id: unitId, role, invited_by: grantedBy } = invitation
  const personId =
    'existing' in person
      ? person.existing
      : await insertPerson(tx, { ...person, email, homeUnitId: unitId }, now)
  await refusingClosed(() => insertGrant(tx, { personId, role, unitId, grantedBy }))
  await tx
    .updateTable('invitation')
    .set({ accepted_at: now, accepted_by: personId })
    .where('id', '=', invitation.id)
    .execute()
  if (grantedBy !== null) await tellInviter(tx, grantedBy, { personId, role, unitId })
  return personId
}

/** Is this e-mail invited? Asked when the identity provider vouches for an address that has no account. */
export function hasOpenInvitation(database: Database, email: string, moment: Moment): Promise<boolean> {
  return database.asSystem(
    'system:sign-in',
    async tx => (await openInvitations(tx, email, moment)).length > 0,
  )
}

/**
 * Makes a person of a user whom the account library has just made for an invited e-mail. False when there is no
 * invitation (any more): then the user stays nobody, sees nothing and cannot sign in.
 */
export function takeUpInvitation(database: Database, userId: string, moment: Moment): Promise<boolean> {
  return database.asSystem(userId, async tx => {
    const user = await tx
      .selectFrom('auth.user')
      .select(['email', 'name', 'email_verified'])
      .where('id', '=', userId)
      .executeTakeFirst()
    if (!user?.email_verified) return false
    const [first, ...others] = await openInvitations(tx, user.email, moment)
    if (!first) return false
    const { now } = moment
    await acceptInvitation(tx, first, { id: userId, name: user.name || first.name, passwordHash: null }, now)
    for (const invitation of others) await acceptInvitation(tx, invitation, { existing: userId }, now)
    return true
  })
}

function openInvitations(tx: Tx, email: string, { now, today }: Moment): Promise<InvitationRow[]> {
  return tx
    .selectFrom('invitation as i')
    .selectAll()
    .where('email', '=', email.toLowerCase())
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where(invitationStands('i', today))
    .orderBy('id')
    .forUpdate()
    .execute()
}
