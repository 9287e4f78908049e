import { readFileSync } from 'node:fs'
import { inject } from 'vitest'
import { openEmbedded } from '../../app/platform/database/embedded.ts'
import { takeDataFolder } from '../../app/platform/operation/index.ts'

/**
 * Makes a data folder with a database in it, empty but for the root unit. A new embedded database takes seconds; a copy
 * of the one that the run has made already does not.
 */
export async function layDatabase(root: string): Promise<void> {
  const { folder, lock } = await takeDataFolder(root)
  const pools = await openEmbedded(folder.database, new Blob([readFileSync(inject('embeddedSnapshot'))]))
  await pools.close()
  lock.release()
}
