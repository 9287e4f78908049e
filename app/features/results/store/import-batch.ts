import { mkdir, rm } from 'node:fs/promises'
import { ProblemError } from '../../../platform/problem.ts'
import type { BatchManifest, ProtocolBatch } from '../types.ts'
import { listBatches } from './list-batches.ts'
import { batchFolder, parquetPath, writeManifest } from './manifest.ts'
import type { Store } from './open-store.ts'
import { commitFile, temporaryName } from './write-durably.ts'
import { writeParquet } from './write-parquet.ts'

export interface ImportOutcome {
  readonly manifest: BatchManifest
  /** The same file had been imported before: nothing was written, the manifest is that batch's. */
  readonly duplicate: boolean
}

/**
 * Puts a read protocol into the store: Parquet to a temporary name, synced, renamed, then the manifest the same
 * way. Until the manifest stands, the batch does not exist. A file with the same SHA-256 is recognised unless its
 * batch was undone; if it was read as another set or with other maxima then, ProblemError says to undo it first.
 */
export async function importBatch(
  store: Store,
  batch: ProtocolBatch,
  { by, now }: { by: string; now: Date },
): Promise<ImportOutcome> {
  const batches = await listBatches(store)
  const same = batches.find(({ source, undone }) => source.sha256 === batch.source.sha256 && undone === null)
  if (same) {
    if (reading(same) !== reading(batch))
      throw new ProblemError({
        code: 'imported-otherwise',
        params: { id: same.id },
        place: { file: batch.source.file },
      })
    return { manifest: same, duplicate: true }
  }
  const manifest = manifestOf(batch, freeId(batches, batch, now), by, now)
  const path = parquetPath(store, manifest.id)
  await mkdir(batchFolder(store, manifest.id), { recursive: true })
  try {
    await writeParquet(temporaryName(path), batch)
    await commitFile(path)
    await writeManifest(store, manifest)
  } catch (error) {
    await rm(batchFolder(store, manifest.id), { recursive: true, force: true })
    throw error
  }
  return { manifest, duplicate: false }
}

/** What the same file may be read into differently: by options, by specifications. */
function reading({ assessment, maxScore, tasks, packing }: BatchManifest | ProtocolBatch): string {
  const { procedure, version, year, grade, subject } = assessment
  return JSON.stringify([
    procedure,
    version,
    year,
    grade,
    subject,
    maxScore,
    tasks.map(({ name, max }) => [name, max]),
    packing,
  ])
}

function freeId(batches: readonly BatchManifest[], batch: ProtocolBatch, now: Date): string {
  const base = `${now.toISOString().replace(/[-:]|\.\d+Z$/g, '')}-${batch.source.sha256.slice(0, 12)}`
  const taken = new Set(batches.map(({ id }) => id))
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  return id
}

function manifestOf(batch: ProtocolBatch, id: string, by: string, now: Date): BatchManifest {
  const { source, layout, assessment, region, maxScore, tasks, packing, counts, dirt } = batch
  return {
    format: 1,
    id,
    createdAt: now.toISOString(),
    createdBy: by,
    source,
    layout,
    assessment,
    region,
    maxScore,
    tasks,
    packing,
    counts,
    dirt,
    dated: batch.columns.day !== undefined,
    undone: null,
  }
}
