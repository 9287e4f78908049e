import type { Database, Scope, Tx } from '../../platform/database/index.ts'
import {
  checkContent,
  cleanFileName,
  limitContent,
  type ObjectStore,
  type StoredObject,
} from '../../platform/files/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { toFile } from './store/find-file.ts'
import { lockContent } from './store/lock-content.ts'
import type { StoredFile } from './types.ts'

const MEGABYTE = 2 ** 20
export const DEFAULT_FILE_LIMIT = 20 * MEGABYTE
/** Files a person may have sent without attaching them anywhere: nobody fills the disk unseen. */
const MAX_DRAFTS = 100

export interface Keeping {
  readonly database: Database
  readonly store: ObjectStore
  /** Largest file, bytes. */
  readonly fileLimit?: number
  /** Records whose files their own room hands out: what is kept of them is not yet what a person may see. */
  readonly notHandedOut?: readonly string[]
}

/** The unit a file is sent to: in reach, and with room for one more draft. Asked before anything is received. */
export async function admitFile({ database }: Keeping, scope: Scope, unitId?: number): Promise<number> {
  return database.as(scope, async tx => {
    const unit = await tx
      .selectFrom('unit')
      .select('id')
      .where(eb => (unitId === undefined ? eb('path', '=', scope.unitPath) : eb('id', '=', unitId)))
      // The way up to the root is visible, but nothing is kept there.
      .where('path', '>=', scope.unitPath)
      .executeTakeFirst()
    if (!unit) throw new ProblemError({ code: 'not-found' })
    const { drafts } = await tx
      .selectFrom('stored_file')
      .select(eb => eb.fn.countAll<number>().as('drafts'))
      .where('subject', 'is', null)
      .where('removed_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (drafts >= MAX_DRAFTS)
      throw new ProblemError({ code: 'file-too-many-drafts', params: { limit: MAX_DRAFTS } })
    return unit.id
  })
}

/**
 * Receives a file: content to the store, checked there before it is kept, then its row. What breaks off in between
 * leaves at most a content without a row, which the sweep takes.
 * Throws ProblemError `too-large`, `file-empty`, `file-kind-refused`, `file-extension-differs`.
 */
export async function receiveFile(
  keeping: Keeping,
  scope: Scope,
  unitId: number,
  sent: { readonly name: string; readonly content: AsyncIterable<Uint8Array> },
): Promise<StoredFile> {
  const { database, store, fileLimit = DEFAULT_FILE_LIMIT } = keeping
  const name = cleanFileName(sent.name)
  let mediaType = ''
  const object = await store.put(limitContent(sent.content, fileLimit, name), async ({ path, size }) => {
    if (size === 0) throw new ProblemError({ code: 'file-empty', place: { file: name } })
    mediaType = await checkContent(path, name)
  })
  return database.as(scope, tx => addRow(tx, store, object, { unitId, name, mediaType }))
}

async function addRow(
  tx: Tx,
  store: ObjectStore,
  { hash, size }: StoredObject,
  facts: { unitId: number; name: string; mediaType: string },
): Promise<StoredFile> {
  await lockContent(tx, hash)
  // Swept between our writing and this lock, as an old orphan of the same content: rare, and not to be papered over.
  if (!(await store.has(hash)))
    throw new ProblemError({ code: 'file-content-lost', place: { file: facts.name } })
  const row = await tx
    .insertInto('stored_file')
    .values({ unit_id: facts.unitId, hash, size, media_type: facts.mediaType, name: facts.name })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toFile(row)
}
