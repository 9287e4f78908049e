import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, constants, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import { ProblemError } from '../problem.ts'
import { type DataFolder, dataFolder } from './data-folder.ts'
import { FOLDER_FORMAT, FORMAT_STEPS, type FormatStep } from './folder-format.ts'
import { writeFileDurably } from './write-file-durably.ts'

const installationSchema = z.object({
  format: z.number().int().min(0),
  createdAt: z.string(),
  programVersion: z.string(),
  /** Whose the database is: it bears the same number. Absent before format 2. */
  id: z.string().min(1).optional(),
  /** Made to look round in: only here may the fictional region be put. */
  demo: z.boolean().optional(),
})

/** The file `installation.json`: what the folder is, for a later version of the program. */
export type Installation = z.infer<typeof installationSchema>

export interface PrepareOptions {
  readonly programVersion: string
  readonly now: Date
  readonly steps?: readonly FormatStep[]
  /** The fictional region is to be put here. */
  readonly demo?: boolean
}

/**
 * Makes the data folder where there is none, brings an older one to this version step by step, and clears away what a
 * killed process left in `run`. The caller holds the lock. Throws ProblemError for a folder of a newer program, a
 * folder of something else, one without the right to write, one in which a restore was cut off, and for real work in
 * which the fictional region is to be put.
 */
export async function prepareDataFolder(root: string, options: PrepareOptions): Promise<DataFolder> {
  const folder = dataFolder(root)
  const found = await readInstallation(folder)
  if (existsSync(folder.restoring))
    throw new ProblemError({ code: 'restore-unfinished', params: { folder: root } })
  const isNew = found === null && !existsSync(folder.batches)
  if (options.demo && !isNew && !found?.demo)
    throw new ProblemError({ code: 'demo-in-earnest', params: { folder: root } })
  const lasting = {
    id: found?.id ?? randomUUID(),
    createdAt: found?.createdAt ?? options.now.toISOString(),
    ...(options.demo || found?.demo ? { demo: true } : {}),
  }
  const steps = options.steps ?? FORMAT_STEPS
  const from = found?.format ?? 0
  if (from > steps.length)
    throw new ProblemError({
      code: 'folder-newer',
      params: { folder: root, format: from, own: steps.length },
    })
  for (const step of steps.slice(from)) {
    await step.run(folder)
    const { programVersion } = options
    await writeInstallation(folder, { format: step.from + 1, programVersion, ...lasting })
  }
  // A backup that has outlived a killed service writes into its copy until it notices: that must not stop a start.
  await rm(folder.run, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  await mkdir(folder.run, { recursive: true, mode: 0o700 })
  return folder
}

/** Makes the folder if need be and sees that it can be an installation's; before a lock can be put into it. */
export async function openDataFolder(root: string): Promise<DataFolder> {
  const folder = dataFolder(root)
  try {
    await mkdir(root, { recursive: true, mode: 0o700 })
    await access(root, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? ''
    throw new ProblemError({ code: 'folder-no-rights', params: { folder: root, cause } })
  }
  if (!existsSync(folder.installation)) {
    const strangers = (await readdir(root)).filter(name => !OWN_NAMES.has(name))
    if (strangers.length > 0 && !existsSync(folder.batches) && !existsSync(folder.restoring))
      throw new ProblemError({ code: 'folder-foreign', params: { folder: root, name: strangers[0] } })
  }
  return folder
}

/** Names that may stand in a folder that is not an installation yet. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  'lock',
  'lock.json',
  'lock-journal',
  'batches',
  'run',
  'lost+found',
])

/** What the folder says it is; null for a new one and one of format 0. */
export async function readInstallation(folder: DataFolder): Promise<Installation | null> {
  if (!existsSync(folder.installation)) return null
  try {
    return installationSchema.parse(JSON.parse(await readFile(folder.installation, 'utf8')))
  } catch {
    throw new ProblemError({ code: 'installation-broken', place: { file: folder.installation } })
  }
}

export async function writeInstallation(folder: DataFolder, installation: Installation): Promise<void> {
  await writeFileDurably(folder.installation, `${JSON.stringify(installation, null, 2)}\n`)
}

/** The installation file of a folder made by this version. */
export function newInstallation(programVersion: string, now: Date): Installation & { readonly id: string } {
  return { format: FOLDER_FORMAT, createdAt: now.toISOString(), programVersion, id: randomUUID() }
}
