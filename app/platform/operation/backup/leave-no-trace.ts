import { existsSync, rmSync } from 'node:fs'
import { rmdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { DataFolder } from '../data-folder.ts'

export interface Traces {
  /** The file of the lock; to be called while it is still held, so that two cannot hold locks of one name. */
  forgetLock(): void
  /** Folders, as far as they are empty. */
  forget(): Promise<void>
}

/**
 * Notes what of a data folder is there before a command begins in it, and takes away the rest when it has failed: what
 * looks like the beginning of an installation invites somebody to start a service in it.
 */
export function noteTraces(folder: DataFolder): Traces {
  const root = resolve(folder.root)
  const made: string[] = []
  for (let path = root; !existsSync(path); path = dirname(path)) made.push(path)
  const lockStood = existsSync(folder.lock)
  return {
    forgetLock() {
      if (!lockStood)
        for (const path of [folder.lock, `${folder.lock}-journal`]) rmSync(path, { force: true })
    },
    async forget() {
      // From the inside out; what somebody else has put there meanwhile stays, and what it stands in.
      for (const path of made) if (!(await removed(path))) return
    },
  }
}

async function removed(path: string): Promise<boolean> {
  return await rmdir(path).then(
    () => true,
    () => false,
  )
}
