import { rm } from 'node:fs/promises'
import { batchFolder, manifestPath } from './manifest.ts'
import type { Store } from './open-store.ts'

/**
 * Takes back a batch of an import that did not succeed as a whole, so that nobody has seen it; a batch that a person
 * knows of is undone instead (`undoBatch`). The manifest goes first: what a crash leaves then is swept as an orphan.
 */
export async function discardBatch(store: Store, id: string): Promise<void> {
  await rm(manifestPath(store, id), { force: true })
  await rm(batchFolder(store, id), { recursive: true, force: true })
}
