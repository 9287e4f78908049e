import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Database } from '../../../platform/database/index.ts'

/** How many ways in were closed. */
export interface ClosedDoors {
  readonly tokens: number
  readonly invitations: number
}

/**
 * Ends the tokens and the invitations that a restored backup would open again: which of them were ended after it was
 * made, nobody knows any more. One line of the log says that it was restored, a line more for each what ended with it.
 */
export function closeDoors(
  database: Database,
  { now, madeAt }: { readonly now: Date; readonly madeAt: string },
): Promise<ClosedDoors> {
  return database.asSystem('system:restore', async tx => {
    await nameAct(tx, 'installation.restored')
    const tokens = await tx
      .updateTable('api_token')
      .set({ revoked_at: now })
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('id')
      .execute()
    const invitations = await tx
      .updateTable('invitation')
      .set({ revoked_at: now })
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('id')
      .execute()
    const closed = { tokens: tokens.length, invitations: invitations.length }
    const details = JSON.stringify({ made_at: madeAt, ...closed })
    await sql`select app.add_audit('backup', '', 'installation.restored', u.id, null, ${details}::jsonb)
      from unit u where u.parent_id is null`.execute(tx)
    return closed
  })
}
