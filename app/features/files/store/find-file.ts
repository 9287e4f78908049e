import { type Selectable, sql } from 'kysely'
import { executePrepared, type Schema, type Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Right } from '../../accounts/index.ts'
import type { StoredFile } from '../types.ts'

/** Says whether the reader holds a right. */
export type May = (right: Right) => boolean

/** A file in reach that the reader may read: a draft of their own, or one whose record they have the right to. */
export async function findFile(tx: Tx, id: number, may: May): Promise<StoredFile> {
  const row = await tx
    .selectFrom('stored_file')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  const file = row && toFile(row)
  // To somebody without the right it does not exist, as to somebody of another unit.
  if (!file || (file.attachedTo && !may(file.attachedTo.access)))
    throw new ProblemError({ code: 'not-found' })
  return file
}

/** Files of one record, oldest first. The caller has made sure that the reader may read the record. */
export async function listAttached(tx: Tx, subject: string, subjectId: string): Promise<StoredFile[]> {
  const rows = await tx
    .selectFrom('stored_file')
    .selectAll()
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(toFile)
}

/** The same of several records at once, by record. */
export async function listAttachedToAll(
  tx: Tx,
  subject: string,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, StoredFile[]>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await executePrepared(
    tx,
    tx
      .selectFrom('stored_file')
      .selectAll()
      .where('subject', '=', subject)
      .where(sql<boolean>`subject_id = any (${[...subjectIds]}::text[])`)
      .where('removed_at', 'is', null)
      .orderBy('id'),
  )
  return Map.groupBy(rows.map(toFile), file => file.attachedTo!.subjectId)
}

export function toFile(row: Selectable<Schema['stored_file']>): StoredFile {
  return {
    id: row.id,
    unitId: row.unit_id,
    hash: row.hash,
    size: row.size,
    mediaType: row.media_type,
    name: row.name,
    createdBy: row.created_by,
    createdAt: row.created_at,
    attachedTo:
      row.subject === null
        ? null
        : { subject: row.subject, subjectId: row.subject_id!, access: row.read_access as Right },
  }
}
