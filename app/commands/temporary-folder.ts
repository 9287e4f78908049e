import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownFolderPrefix, sweepDeadFolders } from '../platform/files/index.ts'

const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const

/** What shells report of a command that the person stopped. */
const EXIT_STOPPED = 130

/**
 * Runs work with a folder that is gone afterwards, also when the person stops the command: it holds results of
 * pupils. A process that was killed outright cannot clean up, so folders of such processes go first.
 */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await sweepDeadFolders()
  const folder = await mkdtemp(join(tmpdir(), ownFolderPrefix()))
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
