import { readdir, stat } from 'node:fs/promises'
import { batchFolder, readManifest } from './manifest.ts'
import type { Store } from './open-store.ts'

/** A folder of a batch that the service keeps. */
export interface KeptFolder {
  readonly id: string
  readonly changedAt: Date
}

/**
 * Folders that the service made and that are not among the known ones. Those of the command, which has no database, and
 * those without a manifest, which openStore sweeps, are not meant.
 */
export async function listUnknownFolders(store: Store, known: ReadonlySet<string>): Promise<KeptFolder[]> {
  const found: KeptFolder[] = []
  for (const entry of await readdir(store.folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || known.has(entry.name)) continue
    const manifest = await readManifest(store, entry.name).catch(() => null)
    if (!manifest?.service) continue
    found.push({ id: entry.name, changedAt: (await stat(batchFolder(store, entry.name))).mtime })
  }
  return found
}
