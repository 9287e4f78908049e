import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'objektiv-'
/** The number in the name is the process that made the folder. */
const OURS = /^objektiv-(\d+)-\w+$/
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const

/** What shells report of a command that the person stopped. */
const EXIT_STOPPED = 130

/**
 * Runs work with a folder that is gone afterwards, also when the person stops the command: it holds results of
 * pupils. A process that was killed outright cannot clean up, so folders of such processes go first.
 */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await sweepDead(tmpdir())
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const stop = () => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(EXIT_STOPPED)
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  try {
    return await work(folder)
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop)
    await rm(folder, { recursive: true, force: true })
  }
}

async function sweepDead(parent: string): Promise<void> {
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
