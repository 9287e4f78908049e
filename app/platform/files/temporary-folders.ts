import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The number in the name is the process that made the folder. */
const OURS = /^objektiv-(\d+)-\w+$/

/** How temporary folders of this process begin, for `mkdtemp`. */
export function ownFolderPrefix(): string {
  return `objektiv-${process.pid}-`
}

/** Removes the temporary folders of processes that were killed outright: they may hold results of pupils. */
export async function sweepDeadFolders(): Promise<void> {
  const parent = tmpdir()
  for (const name of await readdir(parent)) {
    const pid = OURS.exec(name)?.[1]
    // Another user's folder cannot be removed, and is theirs to sweep.
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(parent, name), { recursive: true, force: true }).catch(() => {})
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, under another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
