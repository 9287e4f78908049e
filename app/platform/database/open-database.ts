import { type Database, databaseOver } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openServer } from './server.ts'

export interface DatabaseOptions {
  /** Folder of the embedded database; used when no address is given. */
  readonly folder: string
  /** postgres://… of a server: the owner's login. */
  readonly url?: string
  readonly appUrl?: string
  readonly appPassword?: string
}

/** Opens the database of an installation and brings it to this version of the program. */
export async function openDatabase({ folder, url, appUrl, appPassword }: DatabaseOptions): Promise<Database> {
  const pools =
    url === undefined
      ? await openEmbedded(folder)
      : await openServer({ url, ...(appUrl ? { appUrl } : {}), ...(appPassword ? { appPassword } : {}) })
  try {
    await migrate(pools.owner)
  } catch (error) {
    await pools.close()
    throw error
  }
  return databaseOver(pools)
}
