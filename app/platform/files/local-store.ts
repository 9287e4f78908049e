import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ProblemError } from '../problem.ts'
import { checkHash, isHash, type ListedObject, type ObjectStore } from './object-store.ts'
import { discardStaged, ifMissing, stageContent } from './stage-content.ts'
import { verifiedContent } from './verified-content.ts'

/**
 * A store in a folder: `ab/cd/abcd…` by content hash, `incoming/` for what is being received. A content is synced,
 * then renamed into place, so that after a power cut it is there whole or not at all.
 */
export function openLocalStore(root: string): ObjectStore {
  const incoming = join(root, 'incoming')
  const folderOf = (hash: string) => join(root, hash.slice(0, 2), hash.slice(2, 4))
  const pathOf = (hash: string) => join(folderOf(checkHash(hash)), hash)

  return {
    isRemote: false,
    async put(content, inspect) {
      const staged = await stageContent(incoming, content)
      try {
        await inspect?.(staged)
        await mkdir(folderOf(staged.hash), { recursive: true })
        // Over an equal one too: its time starts anew, so the sweep of old orphans leaves it to its new owner.
        await rename(staged.path, pathOf(staged.hash))
        await syncFolder(folderOf(staged.hash))
      } catch (error) {
        await rm(staged.path, { force: true })
        throw error
      }
      return { hash: staged.hash, size: staged.size }
    },
    async get(hash) {
      const file = await open(pathOf(hash)).catch(ifMissing(null))
      if (!file) throw new ProblemError({ code: 'file-content-lost' })
      return verifiedContent(createReadStream('', { fd: file }), hash)
    },
    async has(hash) {
      return (await stat(pathOf(hash)).catch(ifMissing(null))) !== null
    },
    remove: hash => rm(pathOf(hash), { force: true }),
    list: () => listFolder(root),
    discardUnfinished: before => discardStaged(incoming, before),
    close() {},
  }
}

async function* listFolder(root: string): AsyncGenerator<ListedObject> {
  for (const first of await shards(root)) {
    for (const second of await shards(join(root, first))) {
      const folder = join(root, first, second)
      for (const hash of await readdir(folder)) {
        const facts = isHash(hash) ? await stat(join(folder, hash)).catch(ifMissing(null)) : null
        if (facts) yield { hash, size: facts.size, changedAt: facts.mtime }
      }
    }
  }
}

async function shards(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(ifMissing<string[]>([]))
  return names.filter(name => /^[0-9a-f]{2}$/.test(name)).sort()
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    // Windows cannot sync a folder; the rename itself is atomic there.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
  } finally {
    await folder.close()
  }
}
