import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { limitContent } from '../../../platform/files/index.ts'
import { stageContent } from '../../../platform/files/stage-content.ts'
import { syncFolder } from '../../../platform/operation/write-file-durably.ts'

/**
 * Files as they were sent. One may hold names, so it stays no longer than its reading takes: whoever ends a reading
 * removes it, and what a crash leaves is swept.
 */
export function incomingFolder(dataFolder: string): string {
  return join(dataFolder, 'incoming')
}

export function incomingPath(folder: string, storeId: string): string {
  return join(folder, storeId)
}

export interface ReceivedFile {
  /** Name of the file in `incoming`, and of the folder its works will lie in. */
  readonly storeId: string
  readonly sha256: string
  readonly bytes: number
}

/** Writes what is sent to the disk, chunk by chunk, and sees it safely there. Throws ProblemError `too-large`. */
export async function receiveFile(
  folder: string,
  content: AsyncIterable<Uint8Array>,
  { name, limit, now }: { name: string; limit: number; now: Date },
): Promise<ReceivedFile> {
  const { path, hash, size } = await stageContent(folder, limitContent(content, limit, name))
  const stamp = now.toISOString().replace(/[-:]|\.\d+Z$/g, '')
  const storeId = `${stamp}-${hash.slice(0, 12)}-${randomBytes(3).toString('hex')}`
  try {
    await rename(path, incomingPath(folder, storeId))
    await syncFolder(folder)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { storeId, sha256: hash, bytes: size }
}

export async function removeIncoming(folder: string, storeId: string): Promise<void> {
  await rm(incomingPath(folder, storeId), { force: true })
}
