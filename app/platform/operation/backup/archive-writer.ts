import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { syncFolder } from '../write-file-durably.ts'
import type { Member } from './manifest.ts'

/** A tar file being written; each member is hashed on its way. */
export interface ArchiveWriter {
  readonly members: readonly Member[]
  addContent(path: string, content: Buffer): Promise<void>
  /** Throws when `content` has another length than `size`. */
  addStream(path: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void>
  /** Gives the file its name: until then there is none. */
  finish(): Promise<void>
  /** Ends in vain, leaving nothing. */
  abandon(): Promise<void>
}

/** Files are packed quickly rather than tightly: most of their bulk (Parquet, PDF, pictures) is packed already. */
const LEVEL = 3

/** Begins a tar file, gzipped unless its name ends with `.tar`. Nobody but the owner may read it. */
export async function createArchive(path: string, now: Date): Promise<ArchiveWriter> {
  const temporary = `${path}.part`
  const target = createWriteStream(temporary, { flags: 'w', mode: 0o600 })
  const tar = pack()
  const written = path.endsWith('.tar')
    ? pipeline(tar, target)
    : pipeline(tar, createGzip({ level: LEVEL }), target)
  // A full disk is told by whoever is writing at that moment, or by finish.
  let failure: unknown
  written.catch(error => {
    failure = error
    tar.destroy(error)
  })
  const members: Member[] = []

  async function addStream(path: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void> {
    if (failure) throw failure
    const digest = createHash('sha256')
    const done = Promise.withResolvers<void>()
    const entry = tar.entry({ name: path, size, mode: 0o600, mtime: now }, error =>
      error ? done.reject(failure ?? error) : done.resolve(),
    )
    done.promise.catch(() => {})
    let length = 0
    for await (const chunk of content) {
      digest.update(chunk)
      length += chunk.length
      if (length > size) throw new Error(`${path} grew while it was read`)
      if (!entry.write(chunk)) await Promise.race([drained(entry), done.promise])
    }
    if (length !== size) throw new Error(`${path} shrank while it was read`)
    entry.end(undefined)
    await done.promise
    members.push({ path, size, sha256: digest.digest('hex') })
  }

  return {
    members,
    addStream,
    addContent: (path, content) => addStream(path, content.length, inPieces(content)),
    async finish() {
      tar.finalize()
      await written
      const file = await open(temporary, 'r+')
      await file.sync()
      await file.close()
      await rename(temporary, path)
      await syncFolder(dirname(path))
    },
    async abandon() {
      tar.destroy()
      target.destroy()
      await written.catch(() => {})
      await rm(temporary, { force: true })
    },
  }
}

interface Drain {
  once(event: 'drain' | 'error', done: (error?: Error) => void): unknown
  off(event: 'drain' | 'error', done: (error?: Error) => void): unknown
}

/** Waits for room; the listener that was not called goes too, for this is called once a chunk. */
function drained(entry: Drain): Promise<void> {
  return new Promise((resolve, reject) => {
    const onDrain = () => {
      entry.off('error', onError)
      resolve()
    }
    const onError = (error?: Error) => {
      entry.off('drain', onDrain)
      reject(error)
    }
    entry.once('drain', onDrain)
    entry.once('error', onError)
  })
}

async function* inPieces(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += 64 * 1024)
    yield content.subarray(start, start + 64 * 1024)
}
