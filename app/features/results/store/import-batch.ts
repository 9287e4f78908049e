import { ProblemError } from '../../../platform/problem.ts'
import type { BatchManifest, ProtocolBatch } from '../types.ts'
import { listBatches } from './list-batches.ts'
import type { Store } from './open-store.ts'
import { manifestOf, writeBatch } from './write-batch.ts'

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
  const same = batches.find(other => other.undone === null && isSame(batch, other))
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
  await writeBatch(store, batch, manifest)
  return { manifest, duplicate: false }
}

/** The same set of the same file. */
function isSame(batch: ProtocolBatch, { source, part }: BatchManifest): boolean {
  return source.sha256 === batch.source.sha256 && (part ?? 0) === (batch.part ?? 0)
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
