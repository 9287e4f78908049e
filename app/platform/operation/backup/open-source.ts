import { existsSync } from 'node:fs'
import pg from 'pg'
import { openEmbedded } from '../../database/embedded.ts'
import { refuseAnother } from '../../database/whose-database.ts'
import { openObjectStore } from '../../files/open-object-store.ts'
import { ProblemError } from '../../problem.ts'
import { askService } from '../control-socket.ts'
import type { DataFolder } from '../data-folder.ts'
import { loadSecrets } from '../load-secrets.ts'
import { holderOf, lockDataFolder } from '../lock-data-folder.ts'
import { readInstallation } from '../prepare-data-folder.ts'
import type { BackupSource } from './write-backup.ts'

export interface SourceOptions {
  readonly folder: DataFolder
  /** Owner's address of a server; the embedded database when absent. */
  readonly databaseUrl?: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly programVersion: string
  readonly now: Date
  /** What the lock says while the service does not run. */
  readonly purpose?: 'backup' | 'doctor'
  /** A running service asked for it: where that has gone meanwhile, nobody takes the folder in its stead. */
  readonly forService?: boolean
}

/**
 * What a backup reads: through the running service where there is one (it gives a copy of its embedded database and
 * keeps files from being removed until we hang up), otherwise directly, holding the folder's lock.
 */
export async function openSource(options: SourceOptions): Promise<BackupSource & { close(): Promise<void> }> {
  const { folder, databaseUrl, env, programVersion, now } = options
  if (!existsSync(folder.installation))
    throw new ProblemError({ code: 'no-installation', params: { folder: folder.root } })
  const closing: (() => unknown)[] = []
  const close = async () => {
    for (const end of closing.reverse()) await end()
  }
  try {
    const holder = holderOf(folder)
    let database = folder.database
    if (holder !== null && holder !== 'unknown' && holder.control) {
      const answer = await askService(holder.control, 'snapshot')
      closing.push(answer.end)
      database = String(answer.value.database)
      if (database === '' && databaseUrl === undefined)
        throw new ProblemError({ code: 'database-address-missing' })
    } else {
      if (options.forService) throw new ProblemError({ code: 'service-silent', params: { cause: 'gone' } })
      const lock = await lockDataFolder(folder, { purpose: options.purpose ?? 'backup', now })
      closing.push(lock.release)
      if (databaseUrl === undefined && !existsSync(database))
        throw new ProblemError({ code: 'database-address-missing' })
    }
    const pool = await openOwner(databaseUrl, database, closing)
    const client = await connect(pool)
    closing.push(() => client.release())
    const installation = await readInstallation(folder)
    if (installation?.id) await refuseAnother(client, installation.id)
    const store = await openObjectStore(folder.root, env)
    closing.push(() => store.close())
    const secrets = await loadSecrets(folder)
    const kind = databaseUrl === undefined ? 'embedded' : 'server'
    return { client, kind, store, folder, secrets, programVersion, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The owner's way in, without a migration: the backup is of what stands there. */
async function openOwner(
  url: string | undefined,
  database: string,
  closing: (() => unknown)[],
): Promise<pg.Pool> {
  if (url === undefined) {
    const pools = await openEmbedded(database)
    closing.push(() => pools.close())
    return pools.owner
  }
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on('error', () => {})
  closing.push(() => pool.end())
  return pool
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw new ProblemError({ code: 'database-unreachable', params: { cause: (error as Error).message } })
  }
}
