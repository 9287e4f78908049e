import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** Acts that leave no row in a public table, written into the log by name. */
export type AccountAct =
  | 'signed-in'
  | 'sign-in.failed'
  | 'sign-in.locked'
  | 'signed-out'
  | 'session.ended'
  | 'session.elsewhere'
  | 'password.changed'
  | 'password.reset'
  | 'second-factor.set'
  | 'second-factor.removed'
  | 'second-factor.failed'
  | 'backup-codes.renewed'

/** Acts of which nobody knows whose they were: somebody tried to be this person. All others are the person's own. */
const BY_SOMEBODY: ReadonlySet<AccountAct> = new Set([
  'sign-in.failed',
  'sign-in.locked',
  'session.elsewhere',
  'second-factor.failed',
])

/**
 * Writes an act about a person into the log, under their home unit. Only a system transaction may: a person's own could
 * otherwise write what they like. `details` never carry a password, a code, or an e-mail that nobody has.
 */
export async function recordAct(
  tx: Tx,
  act: AccountAct,
  personId: string,
  details: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  if (!BY_SOMEBODY.has(act)) await sql`select set_config('app.account', ${personId}, true)`.execute(tx)
  await sql`select app.add_audit('person', ${personId}, ${act}, p.unit_id, null, ${JSON.stringify(details)}::jsonb)
    from person p where p.id = ${personId}`.execute(tx)
}
