import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { logRead } from '../../../platform/audit/index.ts'
import type { Database, Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { nameOfSet } from '../../procedures/index.ts'
import { digitsOfSchool } from '../../territory/index.ts'
import type { JournalManifest } from '../journal/types.ts'
import { parquetPath } from '../store/manifest.ts'
import type { Store } from '../store/open-store.ts'
import type { AssessmentKey, BatchManifest } from '../types.ts'

export interface ParticipantsRequest {
  readonly schoolId: number
  readonly assessment: AssessmentKey
  /** Batches of a frozen run, undone ones too; without them those that count now. */
  readonly batches?: readonly number[] | undefined
  /** What the rows are looked at for; goes into the log. */
  readonly purpose: { readonly kind: 'signal' | 'import'; readonly id: number }
}

/** What somebody who was let in may read. */
export interface AdmittedParticipants {
  /** Every spelling of the school in the files, by its digits, today's first. */
  readonly digits: readonly string[]
  /** Batches of the assessment whose files stand, oldest first. */
  readonly manifests: readonly BatchManifest[]
}

/**
 * The guard of participants' rows. The files lie outside row-level security, so who reads is asked here: the school's own
 * head or coordinator, and the region's analyst. Nobody between them, whatever the matrix says of their role. Being let in
 * is written into the log before anything is read. Opens transactions of its own: not to be called inside one.
 *
 * @throws ProblemError `right-missing`; `not-found` for a school out of reach
 */
export async function admitToParticipants(
  { database, store }: { readonly database: Database; readonly store: Store },
  scope: Scope,
  request: ParticipantsRequest,
): Promise<AdmittedParticipants> {
  const digits = await database.as(scope, tx => admit(tx, scope, request))
  // Batches of the region are not seen from a school, though its own rows lie in them.
  const manifests = await database.asSystem('system:results', tx => batchesOf(tx, request))
  return { digits, manifests: manifests.filter(({ id }) => existsSync(parquetPath(store, id))) }
}

async function admit(
  tx: Tx,
  { role, unitPath }: Scope,
  { schoolId, assessment, batches, purpose }: ParticipantsRequest,
): Promise<string[]> {
  const home = await tx
    .selectFrom('unit')
    .select(['id', 'kind'])
    .where('path', '=', unitPath)
    .executeTakeFirst()
  const isOwn = home?.kind === 'school' && (role === 'head' || role === 'coordinator')
  const isAnalyst = home?.kind === 'region' && role === 'analyst'
  if (!isOwn && !isAnalyst) throw new ProblemError({ code: 'right-missing' })
  const digits = isOwn && home.id !== schoolId ? [] : await digitsOfSchool(tx, schoolId)
  if (digits.length === 0) throw new ProblemError({ code: 'not-found' })
  await logRead(tx, 'participants', String(schoolId), schoolId, {
    set: nameOfSet(assessment),
    [purpose.kind]: purpose.id,
    ...(batches ? { batches: batches.join(', ') } : {}),
  })
  return digits
}

async function batchesOf(
  tx: Tx,
  { assessment, batches }: Pick<ParticipantsRequest, 'assessment' | 'batches'>,
): Promise<BatchManifest[]> {
  const { procedure, version, year, grade, subject } = assessment
  let query = tx
    .selectFrom('import_batch')
    .select(['kind', 'manifest'])
    .where(({ and }) => and({ procedure, year, grade, subject }))
    .where(sql<boolean>`paper_version is not distinct from ${version}`)
  query =
    batches === undefined
      ? query.where('state', '=', 'accepted')
      : query
          .where(sql<boolean>`id = any (${batches}::integer[])`)
          .where('state', 'in', ['checked', 'accepted', 'undone'])
  const rows = await query.orderBy('id').execute()
  const journals = rows
    .filter(({ kind }) => kind === 'journal')
    .map(({ manifest }) => manifest as JournalManifest)
    .map(({ id, source }) => ({ id, sha256: source.sha256 }))
  return rows
    .filter(({ kind }) => kind === 'protocol')
    .map(({ manifest }) => ({ ...(manifest as BatchManifest), ...(journals.length > 0 ? { journals } : {}) }))
}
