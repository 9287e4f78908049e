import type { PoolClient } from 'pg'
import { type Database, databaseOver, type Pools } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openServer } from './server.ts'
import { claimDatabase } from './whose-database.ts'

export interface DatabaseOptions {
  /** Folder of the embedded database; used when no address is given. */
  readonly folder: string
  /** postgres://… of a server: the owner's login. */
  readonly url?: string
  readonly appUrl?: string
  readonly appPassword?: string
  /** Of the data folder that opens it: a database of another installation is refused. */
  readonly installation?: string
}

/** Opens the database of an installation and brings it to this version of the program. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { folder, url, appUrl, appPassword, installation } = options
  const inspect = async (client: PoolClient) => {
    if (installation !== undefined) await claimDatabase(client, installation)
  }
  const pools =
    url === undefined
      ? await openEmbedded(folder)
      : await openServer({
          url,
          inspect,
          ...(appUrl ? { appUrl } : {}),
          ...(appPassword ? { appPassword } : {}),
        })
  try {
    if (pools.kind === 'embedded') await withOwner(pools, inspect)
    await migrate(pools.owner)
  } catch (error) {
    await pools.close()
    throw error
  }
  return databaseOver(pools)
}

async function withOwner(pools: Pools, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pools.owner.connect()
  try {
    await work(client)
  } finally {
    client.release()
  }
}
