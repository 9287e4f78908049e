import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Locale } from '../../../messages/format.ts'
import type { Database, Tx } from '../../../platform/database/index.ts'
import type { Role } from '../access.ts'
import { writePassword } from '../authentication/write-password.ts'

export interface NewPerson {
  /** Given where the account library made the user already. */
  readonly id?: string
  readonly name: string
  readonly email: string
  /** Null for somebody who signs in through the identity provider alone. */
  readonly passwordHash: string | null
  readonly locale?: Locale
  readonly homeUnitId: number
}

/**
 * Writes a person and their way of signing in, in the caller's transaction: they exist as a whole or not at all. The
 * e-mail counts as verified, because whoever invited them vouched for it. Only a system transaction may do this.
 */
export async function insertPerson(tx: Tx, person: NewPerson, now: Date): Promise<string> {
  const { name, email, passwordHash, locale = 'ru', homeUnitId } = person
  const id = person.id ?? randomBytes(16).toString('base64url')
  if (person.id === undefined)
    await tx
      .insertInto('auth.user')
      .values({ id, name, email: email.toLowerCase(), email_verified: true })
      .execute()
  await tx
    .insertInto('person')
    .values({ id, unit_id: homeUnitId, name, email: email.toLowerCase(), locale })
    .execute()
  if (passwordHash !== null) await writePassword(tx, id, passwordHash, now)
  return id
}

/** Writes a grant as the system; one that stands already is left as it is. */
export async function insertGrant(
  tx: Tx,
  grant: { personId: string; role: Role; unitId: number; grantedBy: string | null },
): Promise<void> {
  await tx
    .insertInto('role_grant')
    .values({
      person_id: grant.personId,
      role: grant.role,
      unit_id: grant.unitId,
      granted_by: grant.grantedBy,
    })
    .onConflict(conflict =>
      conflict.columns(['person_id', 'role', 'unit_id']).where('revoked_at', 'is', null).doNothing(),
    )
    .execute()
}

export interface PersonToCreate {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale?: Locale
  /** At least one. */
  readonly grants: readonly { readonly role: Role; readonly unitId: number }[]
}

/**
 * Makes people at once, past invitations: for the demo region and for benchmarks. Equal passwords are hashed once (the
 * demo has one for all). Returns their ids in order. Never for a person's request.
 */
export async function createPeople(database: Database, people: readonly PersonToCreate[]): Promise<string[]> {
  const hashes = new Map<string, string>()
  for (const { password } of people)
    if (!hashes.has(password)) hashes.set(password, await hashPassword(password))
  return database.asSystem('system:setup', async tx => {
    const ids: string[] = []
    for (const { password, grants, ...rest } of people) {
      const home = { homeUnitId: grants[0].unitId, passwordHash: hashes.get(password) ?? null }
      const personId = await insertPerson(tx, { ...rest, ...home }, new Date())
      for (const grant of grants) await insertGrant(tx, { ...grant, personId, grantedBy: null })
      ids.push(personId)
    }
    return ids
  })
}
