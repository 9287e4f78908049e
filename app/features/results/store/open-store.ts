import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sweepOrphans } from './sweep-orphans.ts'

/** The folder of results: one subfolder per batch with `works.parquet` and, written last, `manifest.json`. */
export interface Store {
  readonly folder: string
}

/**
 * Opens (and makes, where needed) the store inside a data folder; what an import that was cut off more than an hour
 * ago left behind is removed.
 */
export async function openStore(dataFolder: string, { now = new Date() } = {}): Promise<Store> {
  const store = { folder: join(dataFolder, 'batches') }
  await mkdir(store.folder, { recursive: true })
  await sweepOrphans(store, { now })
  return store
}
