import type { Locale } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { notify } from '../notices/index.ts'
import type { Role, UnitKind } from './access.ts'
import { grantSentence } from './sentences.ts'

/** What people are told of their account; the sentences are `notice.<kind>`. Roles, names and times are words already. */
declare module '../notices/kinds.ts' {
  interface NoticeParams {
    'role-given': { readonly what: string; readonly by: string }
    'role-taken': {
      readonly what: string
      readonly by: string
      readonly why: 'yes' | 'no'
      readonly reason: string
    }
    'password-reset-offered': { readonly by: string; readonly factor: 'dropped' | 'kept' }
    'email-changed': { readonly by: string }
    'invitation-accepted': { readonly name: string; readonly what: string }
    'session-elsewhere': { readonly address: string }
  }
}

const PROFILE = '/me'

interface GivenRole {
  readonly role: Role
  readonly unit: { readonly id: number; readonly name: string; readonly kind: UnitKind }
  readonly validTo?: string | null
}

/** Who acts, as those are told whom it concerns. */
interface By {
  readonly personId: string
  readonly name: string
}

/** Tells a person of a role they were given; nobody is told of what they do themselves. */
export async function tellRoleGiven(tx: Tx, by: By, to: string, grant: GivenRole): Promise<void> {
  if (to === by.personId) return
  const what = grantSentence(await localeOf(tx, to), grant)
  await notify(tx, [
    { to, unitId: grant.unit.id, kind: 'role-given', params: { what, by: by.name }, link: PROFILE },
  ])
}

/**
 * Tells a person that a role is theirs no longer. Where they read it is `readAt`, a unit of a role they keep: what is
 * told of a unit out of their reach would be seen by nobody.
 */
export async function tellRoleTaken(
  tx: Tx,
  by: By,
  to: string,
  { reason = '', readAt, ...grant }: GivenRole & { reason?: string | undefined; readAt: number },
): Promise<void> {
  if (to === by.personId) return
  const what = grantSentence(await localeOf(tx, to), grant)
  const why = reason === '' ? 'no' : 'yes'
  await notify(tx, [
    { to, unitId: readAt, kind: 'role-taken', params: { what, by: by.name, why, reason }, link: PROFILE },
  ])
}

/** Tells a person that somebody made a link to their account, so that a link nobody asked for does not pass unseen. */
export async function tellResetOffered(
  tx: Tx,
  by: By,
  { to, readAt, dropSecondFactor }: { to: string; readAt: number; dropSecondFactor: boolean },
): Promise<void> {
  if (to === by.personId) return
  const params = { by: by.name, factor: dropSecondFactor ? 'dropped' : 'kept' } as const
  await notify(tx, [{ to, unitId: readAt, kind: 'password-reset-offered', params, link: PROFILE }])
}

/** Tells a person that the e-mail by which they sign in was changed. The address itself stays out of the words. */
export async function tellEmailChanged(
  tx: Tx,
  by: By,
  { to, readAt }: { to: string; readAt: number },
): Promise<void> {
  if (to === by.personId) return
  await notify(tx, [{ to, unitId: readAt, kind: 'email-changed', params: { by: by.name }, link: PROFILE }])
}

/** Tells whoever invited a person that they came. */
export async function tellInviter(
  tx: Tx,
  inviter: string,
  { personId, role, unitId }: { personId: string; role: Role; unitId: number },
): Promise<void> {
  if (inviter === personId) return
  const { name } = await tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const unit = await tx
    .selectFrom('unit')
    .select(['name', 'kind'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  const what = grantSentence(await localeOf(tx, inviter), { role, unit })
  const link = `/people/${personId}`
  await notify(tx, [{ to: inviter, unitId, kind: 'invitation-accepted', params: { name, what }, link }])
}

/** Tells a person that their session turned up in another browser and was ended; once for a session. */
export async function tellElsewhere(
  tx: Tx,
  { to, unitId, sessionId, address }: { to: string; unitId: number; sessionId: string; address: string },
): Promise<void> {
  await notify(tx, [
    { to, unitId, kind: 'session-elsewhere', params: { address }, link: PROFILE, onceKey: sessionId },
  ])
}

async function localeOf(tx: Tx, personId: string): Promise<Locale> {
  const row = await tx.selectFrom('person').select('locale').where('id', '=', personId).executeTakeFirst()
  return row?.locale ?? 'ru'
}
