import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ProblemError } from '../../../platform/problem.ts'
import type { JournalManifest } from '../journal/types.ts'
import type { BatchManifest } from '../types.ts'
import type { Store } from './open-store.ts'
import { commitFile, temporaryName } from './write-durably.ts'

export function batchFolder(store: Store, id: string): string {
  return join(store.folder, id)
}

export function parquetPath(store: Store, id: string): string {
  return join(batchFolder(store, id), 'works.parquet')
}

export function remarksPath(store: Store, id: string): string {
  return join(batchFolder(store, id), 'remarks.parquet')
}

/** Marks of an attachment. */
export function journalPath(store: Store, id: string): string {
  return join(batchFolder(store, id), 'journal.parquet')
}

export function manifestPath(store: Store, id: string): string {
  return join(batchFolder(store, id), 'manifest.json')
}

/** Writes the manifest in one step: from this moment the batch exists (or is undone). */
export async function writeManifest(store: Store, manifest: BatchManifest | JournalManifest): Promise<void> {
  const path = manifestPath(store, manifest.id)
  await writeFile(temporaryName(path), `${JSON.stringify(manifest, null, 1)}\n`)
  await commitFile(path)
}

/** The manifest of a batch, null where the folder has none (an import that did not end). */
export async function readManifest(store: Store, id: string): Promise<BatchManifest | null> {
  let text: string
  try {
    text = await readFile(manifestPath(store, id), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw error
  }
  const broken = new ProblemError({ code: 'manifest-broken', place: { file: manifestPath(store, id) } })
  try {
    const manifest = JSON.parse(text) as BatchManifest
    if (manifest.format !== 1 || manifest.id !== id) throw broken
    // Batches of before rows without a school were kept have no count of them.
    return { ...manifest, counts: { ...manifest.counts, noSchool: manifest.counts.noSchool ?? 0 } }
  } catch {
    throw broken
  }
}
