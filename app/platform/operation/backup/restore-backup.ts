import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PoolClient } from 'pg'
import { type Database, databaseOver, type Pools } from '../../database/database.ts'
import { openEmbedded } from '../../database/embedded.ts'
import { migrate } from '../../database/migrate.ts'
import { openServer } from '../../database/server.ts'
import { writeOwner } from '../../database/whose-database.ts'
import { openObjectStore } from '../../files/open-object-store.ts'
import { ProblemError } from '../../problem.ts'
import type { Progress } from '../../progress.ts'
import { type DataFolder, dataFolder } from '../data-folder.ts'
import { newSecrets, writeSecrets } from '../load-secrets.ts'
import { lockDataFolder } from '../lock-data-folder.ts'
import { newInstallation, openDataFolder, writeInstallation } from '../prepare-data-folder.ts'
import { syncFolder } from '../write-file-durably.ts'
import { isEmptyDatabase, quoted } from './catalogue.ts'
import { noteTraces, type Traces } from './leave-no-trace.ts'
import { beginLoading } from './load-tables.ts'
import type { Manifest } from './manifest.ts'
import { unpackMembers } from './unpack-members.ts'
import { verifyBackup } from './verify-backup.ts'

export interface RestoreOptions {
  readonly root: string
  readonly databaseUrl?: string | undefined
  readonly appDatabaseUrl?: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly programVersion: string
  readonly now: Date
  readonly progress: Progress
  /** Tables whose rows are not brought back: sessions that ended since must not live again. */
  readonly forget?: readonly string[]
  /** What is to be put right in the restored database, brought up to this version, before anybody works in it. */
  readonly settle?: (database: Database, backup: Manifest) => Promise<void>
}

/**
 * Puts a backup into a new folder (and an empty database where a server keeps it). Everything is checked first, put
 * together aside, and takes its place in one step at the end; a restore that was cut off is repeated from the start.
 * Throws ProblemError `restore-not-empty`, those of `verifyBackup`, `database-newer`.
 */
export async function restoreBackup(path: string, options: RestoreOptions): Promise<Manifest> {
  const { root, progress } = options
  progress.report('progress.restore-verify', '', 0, null)
  const manifest = await verifyBackup(path)
  const traces = noteTraces(dataFolder(root))
  try {
    return await restoreInto(await openDataFolder(root), { path, manifest, traces }, options)
  } catch (error) {
    await traces.forget()
    throw error
  }
}

async function restoreInto(
  folder: DataFolder,
  { path, manifest, traces }: { path: string; manifest: Manifest; traces: Traces },
  options: RestoreOptions,
): Promise<Manifest> {
  const lock = await lockDataFolder(folder, { purpose: 'restore', now: options.now })
  try {
    await refuseOccupied(folder)
    await discardCutOff(folder)
    await mkdir(folder.restoring, { mode: 0o700 })
    try {
      await putTogether(path, manifest, dataFolder(folder.restoring), options)
    } catch (error) {
      await discardCutOff(folder)
      throw error
    }
    await takePlaces(folder)
    return manifest
  } catch (error) {
    traces.forgetLock()
    throw error
  } finally {
    lock.release()
  }
}

/** Names that say nothing of an installation. */
const NOTHING: ReadonlySet<string> = new Set([
  'lock',
  'lock.json',
  'lock-journal',
  'run',
  'lost+found',
  '.restoring',
])

async function refuseOccupied(folder: DataFolder): Promise<void> {
  if (existsSync(folder.restoring)) return
  const [name] = (await readdir(folder.root)).filter(name => !NOTHING.has(name))
  if (name !== undefined)
    throw new ProblemError({ code: 'restore-not-empty', params: { place: folder.root, name } })
}

/** Where `.restoring` stands, everything in the folder came from a restore that did not end: nobody has used it. */
async function discardCutOff(folder: DataFolder): Promise<void> {
  if (!existsSync(folder.restoring)) return
  for (const name of await readdir(folder.root))
    if (!NOTHING.has(name)) await rm(join(folder.root, name), { recursive: true, force: true })
  await rm(folder.restoring, { recursive: true, force: true })
}

/** Moves what was put together up into the folder; `installation.json` last, it makes the folder an installation. */
async function takePlaces(folder: DataFolder): Promise<void> {
  const last = basename(folder.installation)
  const names = (await readdir(folder.restoring)).filter(name => name !== last)
  for (const name of [...names, last]) await rename(join(folder.restoring, name), join(folder.root, name))
  await rmdir(folder.restoring)
  await syncFolder(folder.root)
}

async function putTogether(
  path: string,
  manifest: Manifest,
  staged: DataFolder,
  { databaseUrl, appDatabaseUrl, env, programVersion, now, progress, forget, settle }: RestoreOptions,
): Promise<void> {
  const secrets = newSecrets()
  const pools =
    databaseUrl === undefined
      ? await openEmbedded(staged.database)
      : await openServer({
          url: databaseUrl,
          // Before the login of whoever works there is given another password.
          inspect: refuseOccupiedDatabase,
          ...(appDatabaseUrl ? { appUrl: appDatabaseUrl } : { appPassword: secrets.databasePassword }),
        })
  const store = await openObjectStore(staged.root, env)
  try {
    await inTransaction(pools, async client => {
      const loading = await beginLoading(client, manifest)
      const authSecret = await unpackMembers(path, { loading, store, batches: staged.batches, progress })
      await loading.finish()
      for (const table of forget ?? []) await client.query(`delete from ${quoted(table)}`)
      await writeSecrets(staged, { ...secrets, authSecret })
      // A number of its own: what was backed up may work on beside it.
      const installation = newInstallation(programVersion, now)
      await writeOwner(client, installation.id)
      await writeInstallation(staged, installation)
    })
    progress.report('progress.restore-migrate', '', 0, null)
    await migrate(pools.owner)
    await settle?.(databaseOver(pools), manifest)
    await pools.owner.query('analyze')
  } finally {
    store.close()
    await pools.close()
  }
}

async function refuseOccupiedDatabase(client: PoolClient): Promise<void> {
  if (!(await isEmptyDatabase(client))) throw new ProblemError({ code: 'restore-database-not-empty' })
}

async function inTransaction(pools: Pools, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pools.owner.connect()
  try {
    await refuseOccupiedDatabase(client)
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
