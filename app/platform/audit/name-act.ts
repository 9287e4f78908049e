import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'

/**
 * Names what a person is doing in this transaction ('unit.closed' rather than 'changed'), with their reason. The
 * trigger writes it beside every row the transaction changes from here on.
 */
export async function nameAct(tx: Tx, action: string, reason = ''): Promise<void> {
  await sql`select set_config('app.action', ${action}, true), set_config('app.reason', ${reason}, true)`.execute(
    tx,
  )
}

/**
 * Writes down that somebody read what must be accounted for: participants' rows, an export, a file.
 *
 * @param unitId the unit the data belongs to; outside the reader's scope the database refuses.
 */
export async function logRead(
  tx: Tx,
  subject: string,
  subjectId: string,
  unitId: number,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await sql`select app.log_read(${subject}, ${subjectId}, ${unitId}, ${JSON.stringify(details)}::jsonb)`.execute(
    tx,
  )
}
