import type { Database } from './platform/database/index.ts'
import { openDatabase } from './platform/database/index.ts'
import { sweepDeadFolders } from './platform/files/index.ts'
import {
  type Configuration,
  createRemovalHold,
  type DataFolder,
  healthRoutes,
  type openLog,
  openServiceControl,
  programVersion,
  takeDataFolder,
  withHeldRemovals,
} from './platform/operation/index.ts'
import { createApp } from './server.ts'

export interface StartOptions {
  readonly dataFolder: string
  readonly host: string
  /** Free at this moment (see findPort); 0 lets the system choose. */
  readonly port: number
  readonly configuration: Configuration
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Lines about requests and faults; none when absent. */
  readonly log?: ReturnType<typeof openLog>
  /** The fictional region is put here: refused where the folder was made for real work. */
  readonly demo?: boolean
  /** Work on the open database before anybody can come in: the demo region. */
  readonly prepare?: (database: Database, folder: DataFolder) => Promise<void>
  readonly requestLimit?: number
  readonly jobLease?: number
  readonly web?: false
}

export interface RunningApp {
  /** Where it listens, 'http://127.0.0.1:3000'. */
  readonly address: string
  /** The one-time link by which the first administrator arrives; null when there are people. */
  readonly setupLink: string | null
  readonly database: Database
  stop(): Promise<void>
}

/**
 * Starts the service on its data folder: takes the folder, opens and brings up the database, opens the rooms, then lets
 * people in. What was taken is given back in the opposite order, also when the start fails half-way.
 */
export async function startApp(options: StartOptions): Promise<RunningApp> {
  const { host, port, configuration, env = {} } = options
  const closing: (() => unknown)[] = []
  const stop = async () => {
    for (let close = closing.pop(); close; close = closing.pop()) await close()
  }
  try {
    await sweepDeadFolders()
    const { folder, lock, secrets, installation } = await takeDataFolder(options.dataFolder, {
      demo: options.demo ?? false,
    })
    closing.push(() => lock.release())
    const { databaseUrl, appDatabaseUrl, publicUrl, oidc } = configuration
    const database = await openDatabase({
      folder: folder.database,
      installation,
      appPassword: secrets.databasePassword,
      ...(databaseUrl ? { url: databaseUrl } : {}),
      ...(appDatabaseUrl ? { appUrl: appDatabaseUrl } : {}),
    })
    closing.push(() => database.close())
    await options.prepare?.(database, folder)
    const removals = createRemovalHold()
    const app = await createApp({
      database,
      dataFolder: folder.root,
      secret: secrets.authSecret,
      publicUrl: publicUrl ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`,
      env,
      trustProxy: configuration.trustProxy,
      guardStore: store => withHeldRemovals(store, removals),
      removalsHeld: () => removals.held,
      ...(oidc ? { oidc } : {}),
      ...(options.log ? { log: options.log } : {}),
      ...(options.requestLimit ? { requestLimit: options.requestLimit } : {}),
      ...(options.jobLease ? { jobLease: options.jobLease } : {}),
      ...(options.web === false ? { web: false as const } : {}),
    })
    healthRoutes(app.server, database, { jobsRun: app.jobs.isWorking })
    const control = await openServiceControl(folder, { database, removals, programVersion })
    closing.push(() => control.close())
    closing.push(() => app.stop())
    const address = await app.start({ host, port })
    await lock.announce({ address, control: control.reach })
    const setupPath = await app.setupPath()
    return {
      address,
      setupLink: setupPath === null ? null : `${publicUrl ?? address}${setupPath}`,
      database,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
