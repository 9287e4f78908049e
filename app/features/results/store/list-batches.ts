import { readdir } from 'node:fs/promises'
import type { BatchManifest } from '../types.ts'
import { readManifest } from './manifest.ts'
import type { Store } from './open-store.ts'

/**
 * Every batch that exists, oldest first, undone ones included (`undone` is set). Those that the service keeps are not
 * among them: what counts of those is written in its database.
 */
export async function listBatches(store: Store): Promise<BatchManifest[]> {
  const entries = await readdir(store.folder, { withFileTypes: true })
  const ids = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  const manifests = await Promise.all(ids.map(id => readManifest(store, id)))
  return manifests
    .filter(manifest => manifest !== null)
    .filter(({ service }) => service === undefined)
    .sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
