import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'

/**
 * Removes a draft of the acting person: a mark, so that the history still shows that it was. The content goes with the
 * sweep. Throws ProblemError `not-found`, or `file-attached` for one that a record holds.
 */
export async function removeDraft(tx: Tx, id: number): Promise<void> {
  const row = await tx
    .selectFrom('stored_file')
    .select('subject')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  if (row.subject !== null) throw new ProblemError({ code: 'file-attached' })
  await markRemoved(tx, id)
}

/** Removes a file of a record; the room of the record has decided that it may go. */
export async function removeAttached(tx: Tx, id: number, subject: string, subjectId: string): Promise<void> {
  const row = await tx
    .selectFrom('stored_file')
    .select('id')
    .where('id', '=', id)
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  await markRemoved(tx, id)
}

async function markRemoved(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('stored_file')
    .set({ removed_at: sql<Date>`now()`, removed_by: sql<string>`coalesce(app.account(), 'system')` })
    .where('id', '=', id)
    .execute()
}
