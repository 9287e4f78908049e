import { resolve } from 'node:path'
import { ProblemError } from '../problem.ts'
import type { DataFolder } from './data-folder.ts'
import { loadSecrets, type Secrets } from './load-secrets.ts'
import { type FolderLock, lockDataFolder } from './lock-data-folder.ts'
import { openDataFolder, prepareDataFolder, readInstallation } from './prepare-data-folder.ts'
import { programVersion } from './program-version.ts'

/** The data folder of a service that starts: its own alone, of this version's format, with its secrets. */
export interface TakenFolder {
  readonly folder: DataFolder
  readonly lock: FolderLock
  readonly secrets: Secrets
  /** The number of the installation, which its database bears too. */
  readonly installation: string
}

/** Takes a data folder for the service until the lock is released. Throws ProblemError, having let go of it. */
export async function takeDataFolder(
  root: string,
  { now = new Date(), demo = false }: { now?: Date; demo?: boolean } = {},
): Promise<TakenFolder> {
  const folder = await openDataFolder(resolve(root))
  const lock = await lockDataFolder(folder, { purpose: 'serve', now })
  try {
    await prepareDataFolder(folder.root, { programVersion, now, demo })
    const installation = await readInstallation(folder)
    if (!installation?.id)
      throw new ProblemError({ code: 'installation-broken', place: { file: folder.installation } })
    return { folder, lock, secrets: await loadSecrets(folder), installation: installation.id }
  } catch (error) {
    lock.release()
    throw error
  }
}
