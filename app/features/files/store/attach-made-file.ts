import type { Tx } from '../../../platform/database/index.ts'
import type { ObjectStore, StoredObject } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Attachment } from '../types.ts'
import { lockContent } from './lock-content.ts'

export interface MadeFileFacts {
  readonly unitId: number
  readonly name: string
  readonly mediaType: string
}

/**
 * Gives a record a file that the program itself has made; its content is in the store already. Throws ProblemError
 * `file-content-lost` where a sweep was quicker.
 */
export async function attachMadeFile(
  tx: Tx,
  store: ObjectStore,
  { hash, size }: StoredObject,
  { unitId, name, mediaType }: MadeFileFacts,
  to: Attachment,
): Promise<void> {
  await lockContent(tx, hash)
  if (!(await store.has(hash))) throw new ProblemError({ code: 'file-content-lost', place: { file: name } })
  await tx
    .insertInto('stored_file')
    .values({
      unit_id: unitId,
      hash,
      size,
      name,
      media_type: mediaType,
      subject: to.subject,
      subject_id: to.subjectId,
      read_access: to.access,
    })
    .execute()
}
