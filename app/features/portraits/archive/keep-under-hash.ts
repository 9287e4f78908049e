import { createHash, randomUUID } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { UNFINISHED } from './archive-folder.ts'

export interface Kept {
  /** SHA-256, hexadecimal: the name of the file in its folder. */
  readonly hash: string
  readonly bytes: number
}

/** Has a file written whole and keeps it under its hash: half a file has another name. */
export async function keepUnderHash(folder: string, write: (path: string) => Promise<void>): Promise<Kept> {
  const path = join(folder, `${randomUUID()}${UNFINISHED}`)
  await write(path)
  const content = await readFile(path)
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  const hash = createHash('sha256').update(content).digest('hex')
  await rename(path, join(folder, hash))
  return { hash, bytes: content.byteLength }
}

/** Whether the file is there with the content that its name says. */
export async function isKept(folder: string, { hash, bytes }: Kept): Promise<boolean> {
  const content = await readFile(join(folder, hash)).catch(() => null)
  return content?.byteLength === bytes && createHash('sha256').update(content).digest('hex') === hash
}
