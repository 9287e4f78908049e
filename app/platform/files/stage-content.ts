import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { StagedContent } from './object-store.ts'

/**
 * Writes a content to a temporary file of `folder`, hashing on the way, and sees it safely on the disk. Chunk by
 * chunk: memory does not grow with the file. An interrupted one leaves nothing.
 */
export async function stageContent(
  folder: string,
  content: AsyncIterable<Uint8Array>,
): Promise<StagedContent> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  const file = await open(path, 'wx', 0o600)
  try {
    const digest = createHash('sha256')
    let size = 0
    for await (const chunk of content) {
      digest.update(chunk)
      size += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
    await file.close()
    return { path, hash: digest.digest('hex'), size }
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
}

/** Temporary files of a process that ended before it could clean up. */
export async function discardStaged(folder: string, before: Date): Promise<number> {
  let discarded = 0
  for (const name of await readdir(folder).catch(ifMissing<string[]>([]))) {
    const path = join(folder, name)
    const facts = await stat(path).catch(ifMissing(null))
    if (!facts || facts.mtime >= before) continue
    await rm(path, { force: true })
    discarded++
  }
  return discarded
}

/** For `catch`: the value where a file or folder is not there; other errors go on. */
export function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return error => {
    if (error.code === 'ENOENT') return value
    throw error
  }
}
