import { mkdir, rm } from 'node:fs/promises'
import type { BatchManifest, ProtocolBatch } from '../types.ts'
import { batchFolder, parquetPath, remarksPath, writeManifest } from './manifest.ts'
import type { Store } from './open-store.ts'
import { commitFile, temporaryName } from './write-durably.ts'
import { writeParquet } from './write-parquet.ts'
import type { RemarkWriter } from './write-remarks.ts'

/**
 * Writes the folder of a batch: works and remarks to temporary names, synced, renamed, then the manifest the same way.
 * Until the manifest stands, the batch does not exist. What an attempt before left under the same id is written over;
 * a failure leaves nothing.
 */
export async function writeBatch(
  store: Store,
  batch: ProtocolBatch,
  manifest: BatchManifest,
  remarks?: RemarkWriter,
): Promise<void> {
  const folder = batchFolder(store, manifest.id)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    const works = parquetPath(store, manifest.id)
    await writeParquet(temporaryName(works), batch)
    await commitFile(works)
    if (remarks) {
      const path = remarksPath(store, manifest.id)
      await remarks.save(temporaryName(path))
      await commitFile(path)
    }
    await writeManifest(store, manifest)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

export function manifestOf(batch: ProtocolBatch, id: string, by: string, now: Date): BatchManifest {
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
    ...(batch.columns.final ? { finals: true } : {}),
    ...(batch.part ? { part: batch.part } : {}),
    undone: null,
  }
}
