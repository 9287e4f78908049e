import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Name of a file while it is being written. */
export function temporaryName(path: string): string {
  return `${path}.tmp`
}

/**
 * Gives a fully written temporary file its name, so that after a power cut there is either the whole file or none:
 * contents to disk, rename, folder to disk.
 */
export async function commitFile(path: string): Promise<void> {
  await sync(temporaryName(path), 'r+')
  await rename(temporaryName(path), path)
  await sync(dirname(path), 'r')
}

async function sync(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } catch (error) {
    // Some systems cannot sync a folder (Windows: EPERM); the rename itself is still atomic there.
    if (flags !== 'r') throw error
  } finally {
    await handle.close()
  }
}
