import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** SQLite's word for «somebody else has it». */
const BUSY = 5

export interface FileLock {
  release(): void
}

/**
 * Takes a file for this process alone; null when another process has it. The lock is the kernel's (an exclusive lock,
 * taken through the SQLite that Node carries): it ends with the process however that ends, so a lock left by kill -9, a
 * power cut or another container cannot be mistaken for a living one. The file itself stays, and stays empty.
 */
export function lockFile(path: string): FileLock | null {
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path, { timeout: 0 })
    file.exec('begin exclusive')
    chmodSync(path, 0o600)
  } catch (error) {
    file?.close()
    if ((error as { errcode?: number }).errcode === BUSY) return null
    throw error
  }
  const held = file
  return { release: () => held.close() }
}
