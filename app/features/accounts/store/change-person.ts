import type { Locale } from '../../../messages/format.ts'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { AccountActor } from '../actor.ts'
import { tellEmailChanged } from '../tell.ts'
import { keepingAnAdministrator } from './last-administrator.ts'
import { type PersonPage, readPerson, requireEditable } from './people.ts'

interface PersonChange {
  readonly id: string
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly blocked?: boolean | undefined
  readonly reason?: string | undefined
  readonly version: number
}

/** Where a person was reached before their e-mail changed, and in what language. */
export interface FormerAddress {
  readonly email: string
  readonly locale: Locale
}

/**
 * Corrects name or e-mail, or blocks or unblocks. Blocking and another e-mail end the person's sessions (triggers), and
 * of another e-mail they are told: it is what they sign in by. `formerly` is null where the e-mail stays.
 */
export async function changePerson(
  tx: Tx,
  actor: AccountActor,
  change: PersonChange,
  { now, today }: { now: Date; today: string },
): Promise<{ page: PersonPage; formerly: FormerAddress | null }> {
  const person = await requireEditable(tx, actor, change.id, today)
  const blocked = change.blocked ?? person.blockedAt !== null
  const email = change.email?.toLowerCase() ?? person.email
  await nameAct(tx, actOf(change), change.reason ?? '')
  const [done] = await refusingTakenEmail(() =>
    tx
      .updateTable('person')
      .set({
        name: change.name ?? person.name,
        ...(change.email === undefined ? {} : { email }),
        blocked_at: blocked ? (person.blockedAt === null ? now : new Date(person.blockedAt)) : null,
        version: change.version + 1,
      })
      .where('id', '=', change.id)
      .where('version', '=', change.version)
      .returning('locale')
      .execute(),
  )
  if (!done) throw new ProblemError({ code: 'changed-by-another' })
  const page = await readPerson(tx, actor, change.id, today)
  if (email === person.email) return { page, formerly: null }
  const standing = person.grants.find(({ active }) => active)
  if (standing) await tellEmailChanged(tx, actor, { to: change.id, readAt: standing.unit.id })
  return { page, formerly: { email: person.email, locale: done.locale } }
}

function actOf({ email, blocked }: PersonChange): string {
  if (blocked !== undefined) return blocked ? 'person.blocked' : 'person.unblocked'
  return email === undefined ? 'person.renamed' : 'person.corrected'
}

/** Also keeps an administrator. An address that is somebody's is said to be so, and not whose. */
async function refusingTakenEmail<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await keepingAnAdministrator(work)
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new ProblemError({ code: 'person-email-taken' })
    throw error
  }
}
