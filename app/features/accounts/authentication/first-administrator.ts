import { sql } from 'kysely'
import type { Locale } from '../../../messages/format.ts'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Database, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Accounts } from '../open-accounts.ts'
import { insertGrant, insertPerson } from '../store/create-person.ts'
import { readLink, spendLink } from './one-time-links.ts'
import { checkPassword } from './password-rules.ts'
import { makeToken } from './secret-token.ts'
import { after, SETUP_HOURS } from './session-rules.ts'

export interface ShownLink {
  readonly token: string
  /** Path in the web app; good once, and shown this once. */
  readonly path: string
  readonly expiresAt: string
}

/**
 * The link by which the first administrator arrives, for whoever started the program to open. Earlier ones are void. Null
 * when the installation has people: then nobody can come in this way.
 */
export function createSetupLink(database: Database, now = new Date()): Promise<ShownLink | null> {
  return database.asSystem('system:setup', async tx => {
    if (await hasPeople(tx)) return null
    const { token, hash } = makeToken()
    const expiresAt = after(now, { hours: SETUP_HOURS })
    await tx
      .updateTable('auth.one_time_link')
      .set({ used_at: now })
      .where('purpose', '=', 'setup')
      .where('used_at', 'is', null)
      .execute()
    await tx
      .insertInto('auth.one_time_link')
      .values({ token_hash: hash, purpose: 'setup', user_id: null, expires_at: expiresAt, used_at: null })
      .execute()
    return { token, path: `/setup/${token}`, expiresAt: expiresAt.toISOString() }
  })
}

export async function hasPeople(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select exists (select from person) as some`.execute(tx)
  return rows[0].some
}

/** Names the region and makes its first administrator, all in one transaction. */
export async function setUp(
  accounts: Accounts,
  given: { token: string; region: string; name: string; email: string; password: string; locale: Locale },
): Promise<void> {
  const now = accounts.clock()
  const problems = checkPassword(given.password, [given.email, given.name])
  if (problems.length > 0) throw new ProblemError(problems)
  // Before the slow hashing: a stranger without a link costs next to nothing.
  await accounts.database.asSystem('system:setup', tx => readLink(tx, 'setup', given.token, now))
  const passwordHash = await accounts.passwords.hash(given.password)
  await accounts.database.asSystem('system:setup', async tx => {
    const link = await readLink(tx, 'setup', given.token, now)
    if (await hasPeople(tx)) throw new ProblemError({ code: 'link-used' })
    await nameAct(tx, 'installation.set-up')
    const region = await tx
      .updateTable('unit')
      .set({ name: given.region })
      .where('parent_id', 'is', null)
      .returning('id')
      .executeTakeFirstOrThrow()
    const { name, email, locale } = given
    const personId = await insertPerson(tx, { name, email, locale, passwordHash, homeUnitId: region.id }, now)
    await insertGrant(tx, { personId, role: 'administrator', unitId: region.id, grantedBy: null })
    await spendLink(tx, link, now)
  })
}
