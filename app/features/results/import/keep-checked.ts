import type { Tx } from '../../../platform/database/index.ts'
import type { Problem } from '../../../platform/problem.ts'
import { listAssessments, nameOfSet } from '../../procedures/index.ts'
import { matchLogins } from '../../territory/index.ts'
import { findBatchConflicts } from '../batches/find-batch-conflicts.ts'
import type { JournalManifest } from '../journal/types.ts'
import type { BatchManifest } from '../types.ts'
import type { ReadingBatch } from './begin-reading.ts'
import type { ReadAnswer, ReadPart } from './read-in-thread.ts'
import { refuseForeignRows } from './refuse-foreign-rows.ts'

/** The embedded database works in this very thread: others get their turn between. */
const ROWS_AT_ONCE = 100

/**
 * Writes down what was read, for a person to look through: the batch is 'checked', and so is one more for every further
 * set of the file. Returns the folders that rows name now; none where the batch was taken back meanwhile. Throws
 * ProblemError where a school sent rows that are not its own.
 */
export async function keepChecked(tx: Tx, batch: ReadingBatch, { parts }: ReadAnswer): Promise<string[]> {
  const row = await tx
    .selectFrom('import_batch')
    .select(['state', 'sent_at', 'sent_by'])
    .where('id', '=', batch.id)
    .forUpdate()
    .executeTakeFirst()
  if (row?.state !== 'reading') return []
  const own = parts.find(({ manifest }) => manifest.id === batch.storeId)!
  const kept = [batch.storeId]
  const known: Problem[] = []
  for (const part of parts) {
    if (part === own) continue
    const id = await addPart(tx, batch, row, part)
    if (id === null) known.push(knownAlready(batch, part))
    else {
      await keepPart(tx, { ...batch, id }, row.sent_at, part, parts.length)
      kept.push(part.manifest.id)
    }
  }
  const warnings = [...own.warnings, ...known]
  await keepPart(tx, batch, row.sent_at, { ...own, warnings }, parts.length)
  return kept
}

/** A row for a further set of the file; null where the same set of the same file is there already. */
async function addPart(
  tx: Tx,
  batch: ReadingBatch,
  { sent_at, sent_by }: { sent_at: Date; sent_by: string },
  { manifest }: ReadPart,
): Promise<number | null> {
  const added = await tx
    .insertInto('import_batch')
    .values({
      unit_id: batch.unitId,
      campaign_id: batch.campaignId,
      kind: batch.kind,
      ...{ sent_at, sent_by },
      file_name: batch.file,
      sha256: batch.sha256,
      bytes: batch.bytes,
      store_id: manifest.id,
      assume: JSON.stringify(batch.assume),
      state: 'checked',
      part: partOf(manifest),
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id ?? null
}

function partOf(manifest: Manifest): number {
  return isJournal(manifest) ? 0 : (manifest.part ?? 0)
}

function knownAlready({ file }: ReadingBatch, { manifest }: ReadPart): Problem {
  return { code: 'import-set-known', params: { set: nameOfSet(manifest.assessment) }, place: { file } }
}

async function keepPart(
  tx: Tx,
  batch: ReadingBatch,
  sentAt: Date,
  { manifest, schools, warnings }: ReadPart,
  parts: number,
): Promise<void> {
  const units = await matchLogins(
    tx,
    schools.map(({ digits }) => digits),
  )
  await refuseForeignRows(tx, batch, { schools, units, rowsOfNobody: manifest.counts.noSchool })
  const { assessment, counts, service } = manifest
  const campaign = await campaignOf(tx, batch, manifest)
  const conflicts = isJournal(manifest)
    ? { problems: [], warnings: [] }
    : await findBatchConflicts(tx, [{ id: batch.id, manifest, schools }])
  await tx
    .updateTable('import_batch')
    .set(eb => ({
      state: 'checked',
      parts,
      campaign_id: campaign.id,
      manifest: JSON.stringify(manifest),
      ...keyColumns(assessment),
      works: isJournal(manifest) ? manifest.counts.marks : manifest.counts.works,
      schools: counts.schools,
      remarks: Object.values(service?.remarks ?? {}).reduce((sum, count) => sum + count, 0),
      warnings: JSON.stringify([
        ...warnings,
        ...campaign.warnings,
        ...conflicts.problems,
        ...conflicts.warnings,
      ]),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', batch.id)
    .execute()
  // What a school has sent is counted by its works.
  if (isJournal(manifest)) return
  const rows = schools.map(school => ({
    batch_id: batch.id,
    unit_id: units.get(school.digits) ?? batch.unitId,
    digits: school.digits,
    login: school.login,
    known: units.has(school.digits),
    rows: school.rows,
    works: school.works,
    absent: school.absent,
    first_day: school.firstDay,
    last_day: school.lastDay,
    ...keyColumns(assessment),
    sent_at: sentAt,
  }))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('batch_school')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
}

type Manifest = ReadPart['manifest']

function isJournal(manifest: Manifest): manifest is JournalManifest {
  return 'kind' in manifest
}

function keyColumns({ procedure, version, year, grade, subject }: BatchManifest['assessment']) {
  return { procedure, paper_version: version, year, grade, subject }
}

/**
 * The campaign that the sender named; where none was named, the one that has such an assessment (there is at most one).
 * A campaign without it is no fault, but the file is then looked for by nobody.
 */
async function campaignOf(
  tx: Tx,
  { campaignId, file }: ReadingBatch,
  { assessment }: Manifest,
): Promise<{ id: number | null; warnings: Problem[] }> {
  const { procedure, version, year, grade, subject } = assessment
  const held = (await listAssessments(tx, campaignId === null ? {} : { campaignId })).find(
    one =>
      one.procedure === procedure &&
      one.paperVersion === version &&
      one.year === year &&
      one.grade === grade &&
      one.subject === subject,
  )
  if (held) return { id: held.campaignId, warnings: [] }
  const code = campaignId === null ? 'import-without-campaign' : 'import-not-in-campaign'
  return {
    id: campaignId,
    warnings: [{ code, params: { set: nameOfSet(assessment) }, place: { file } }],
  }
}
