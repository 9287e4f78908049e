import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { type FileLock, lockFile } from '../lock-file.ts'
import { ProblemError } from '../problem.ts'
import type { DataFolder } from './data-folder.ts'
import { writeFileDurably } from './write-file-durably.ts'

const holderSchema = z.object({
  pid: z.number().int(),
  since: z.string(),
  purpose: z.enum(['serve', 'backup', 'restore', 'doctor']),
  /** Where the service answers, once it does. */
  address: z.string().optional(),
  /** Where and with which secret the service takes requests of commands. */
  control: z.object({ path: z.string(), secret: z.string() }).optional(),
})

/** Who holds a data folder, as the file `lock.json` says it. */
export type Holder = z.infer<typeof holderSchema>

export interface FolderLock {
  /** Writes down where the holder can be reached. */
  announce(reach: Pick<Holder, 'address' | 'control'>): Promise<void>
  release(): void
}

/**
 * Takes the data folder for this process alone: two processes in one embedded database would destroy it. `lock.json`
 * beside the lock only tells who holds it. Throws ProblemError `folder-in-use`, in words.
 */
export async function lockDataFolder(
  folder: DataFolder,
  { purpose, now }: { purpose: Holder['purpose']; now: Date },
): Promise<FolderLock> {
  const kernelLock = take(folder)
  if (kernelLock === null) throw inUse(folder)
  const self: Holder = { pid: process.pid, since: now.toISOString(), purpose }
  try {
    await writeHolder(folder, self)
  } catch (error) {
    kernelLock.release()
    throw error
  }
  return {
    announce: reach => writeHolder(folder, { ...self, ...reach }),
    release() {
      rmSync(folder.holder, { force: true })
      kernelLock.release()
    },
  }
}

/** Who holds the folder at this moment; null when nobody does, whatever `lock.json` says. */
export function holderOf(folder: DataFolder): Holder | 'unknown' | null {
  const kernelLock = take(folder)
  if (kernelLock !== null) {
    kernelLock.release()
    return null
  }
  return readHolder(folder) ?? 'unknown'
}

function take(folder: DataFolder): FileLock | null {
  try {
    return lockFile(folder.lock)
  } catch (error) {
    const cause = (error as Error).message
    throw new ProblemError({ code: 'folder-no-lock', params: { folder: folder.root, cause } })
  }
}

function readHolder(folder: DataFolder): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(folder.holder, 'utf8')))
  } catch {
    return null
  }
}

async function writeHolder(folder: DataFolder, holder: Holder): Promise<void> {
  await writeFileDurably(folder.holder, `${JSON.stringify(holder, null, 2)}\n`)
}

function inUse(folder: DataFolder): ProblemError {
  const holder = readHolder(folder)
  return new ProblemError({
    code: 'folder-in-use',
    params: {
      folder: folder.root,
      purpose: holder?.purpose ?? 'other',
      pid: holder?.pid ?? 0,
      since: holder?.since.slice(0, 16).replace('T', ' ') ?? '',
      address: holder?.address ? `, ${holder.address}` : 'none',
    },
  })
}
