import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Attachment } from '../types.ts'

/**
 * Gives a draft of the acting person to a record, in the transaction that changes the record. From then on the file is
 * read by whoever may read the record, and removed through it (see removeAttached).
 * Throws ProblemError `not-found` for another's draft, or one that a record has already.
 */
export async function attachFile(tx: Tx, fileId: number, unitId: number, to: Attachment): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('stored_file')
    .set({ unit_id: unitId, subject: to.subject, subject_id: to.subjectId, read_access: to.access })
    .where('id', '=', fileId)
    .where('subject', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ProblemError({ code: 'not-found' })
}
