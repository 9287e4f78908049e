import { readdir, rm, stat } from 'node:fs/promises'
import { batchFolder, readManifest } from './manifest.ts'
import type { Store } from './open-store.ts'

const HOUR = 3_600_000

/**
 * Removes folders without a manifest, left by an import that was cut off. Young ones stay: another process may be
 * writing them. Returns the names removed.
 */
export async function sweepOrphans(store: Store, { now }: { now: Date }): Promise<string[]> {
  const swept: string[] = []
  for (const entry of await readdir(store.folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || (await readManifest(store, entry.name)) !== null) continue
    const folder = batchFolder(store, entry.name)
    if (now.getTime() - (await stat(folder)).mtimeMs < HOUR) continue
    await rm(folder, { recursive: true, force: true })
    swept.push(entry.name)
  }
  return swept
}
