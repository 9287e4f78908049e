import { existsSync } from 'node:fs'
import type { PoolClient } from 'pg'
import { openObjectStore } from '../../files/open-object-store.ts'
import { type Problem, ProblemError } from '../../problem.ts'
import { openSource } from '../backup/index.ts'
import { type Configuration, type Environment, readConfiguration } from '../configuration.ts'
import { type DataFolder, dataFolder } from '../data-folder.ts'
import { holderOf } from '../lock-data-folder.ts'
import { checkDatabase } from './check-database.ts'
import { checkFiles } from './check-files.ts'
import { checkFolder } from './check-folder.ts'
import { checkMachine } from './check-machine.ts'
import { checkSurroundings } from './check-surroundings.ts'
import { type Finding, warning } from './finding.ts'

export interface ExamineOptions {
  readonly root: string
  readonly env: Environment
  readonly programVersion: string
  readonly now: Date
  /** Hashes of all contents that rows name: the platform knows no tables of rooms. */
  readonly namedContents: (client: PoolClient) => Promise<string[]>
  /** What rooms keep in the data folder beside their rows; each looks at its own. */
  readonly rooms?: (client: PoolClient, folder: DataFolder) => Promise<readonly Finding[]>
}

export interface Examination {
  readonly findings: readonly Finding[]
  /** What could not even be looked at. */
  readonly problems: readonly Problem[]
}

/**
 * Looks at everything an installation stands on, running or not, and changes nothing. One part that cannot be looked at
 * does not hide the others.
 */
export async function examine(options: ExamineOptions): Promise<Examination> {
  const { root, env, now, programVersion } = options
  const folder = dataFolder(root)
  if (!isInstallation(folder)) throw new ProblemError({ code: 'no-installation', params: { folder: root } })
  const findings: Finding[] = []
  const problems: Problem[] = []
  const part = async (work: () => Promise<Finding[]> | Finding[]) => {
    try {
      findings.push(...(await work()))
    } catch (error) {
      problems.push(...problemsOf(error))
    }
  }
  let configuration: Configuration | undefined
  await part(() => checkMachine(root))
  await part(() => checkFolder(folder))
  await part(() => {
    configuration = readConfiguration(env)
    return []
  })
  if (configuration) {
    const { databaseUrl } = configuration
    const settings = configuration
    const store = await openObjectStore(root, env)
    // Before what leans on it: contents cannot be counted in a store that cannot be reached.
    await part(() => checkSurroundings(settings, { store, now }))
    store.close()
    // Whoever holds the folder and cannot be asked (a service that only starts, a restoring) is no fault of it.
    const holder = holderOf(folder)
    const held = holder !== null && (holder === 'unknown' || !holder.control)
    if (held) findings.push(warning('held'))
    else
      await part(async () => {
        const source = await openSource({ folder, databaseUrl, env, programVersion, now, purpose: 'doctor' })
        try {
          await part(() => checkDatabase(source.client, now))
          await part(async () =>
            checkFiles(source.store, new Set(await options.namedContents(source.client))),
          )
          await part(async () => [...((await options.rooms?.(source.client, folder)) ?? [])])
          return []
        } finally {
          await source.close()
        }
      })
  }
  return { findings, problems }
}

/**
 * Something of an installation stands there, be it of the oldest format, cut off or just being made. Advice on the rest
 * would be of harm where there is none: a service told to start there makes a new, empty one.
 */
function isInstallation(folder: DataFolder): boolean {
  if ([folder.installation, folder.batches, folder.restoring].some(path => existsSync(path))) return true
  return existsSync(folder.lock) && holderOf(folder) !== null
}

/** Whatever a part stumbles over is something to tell, with its cause: a diagnosis that breaks off helps nobody. */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ProblemError) return error.problems
  const reason = error instanceof Error ? error.message || error.name : String(error)
  return [{ code: 'part-not-examined', params: { reason } }]
}
