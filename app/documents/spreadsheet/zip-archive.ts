import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { Fault } from './fault.ts'
import { MAX_PARTS } from './limits.ts'

const BYTES_IN_MEGABYTE = 2 ** 20

/** The parts of an opened zip by name. Names are compared without case, as part names of a package are. */
export interface ZipArchive {
  has(part: string): boolean
  /** Bytes of a part, unpacked as they are asked for. Throws a Fault where they are damaged. */
  read(part: string): AsyncIterable<Buffer>
  close(): void
}

/**
 * Opens a zip and reads its directory. Refused with a Fault: a damaged or truncated one, encrypted parts, too many
 * parts, and parts that declare to be larger, all together, than maxBytes. What they declare is held to while they
 * are unpacked (yauzl stops a part at its declared size), so a lying header gains nothing.
 */
export async function openZipArchive(path: string, maxBytes: number): Promise<ZipArchive> {
  const zip = await openPromise(path, { autoClose: false }).catch(asDamaged)
  try {
    const entries = await readDirectory(zip, maxBytes)
    return {
      has: part => entries.has(part.toLowerCase()),
      read: part => readEntry(zip, entries.get(part.toLowerCase())!),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readDirectory(zip: ZipFile, maxBytes: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > MAX_PARTS) throw new Fault('archive-too-many-parts', { limit: MAX_PARTS })
  let bytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new Fault('file-encrypted')
      bytes += entry.uncompressedSize
      if (bytes > maxBytes) {
        throw new Fault('archive-too-large', { megabytes: Math.round(maxBytes / BYTES_IN_MEGABYTE) })
      }
      entries.set(entry.fileName.toLowerCase(), entry)
    }
  } catch (error) {
    asDamaged(error)
  }
  return entries
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let stream: Readable | undefined
  let checksum = 0
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum)
      yield chunk
    }
  } catch (error) {
    asDamaged(error)
  } finally {
    stream?.destroy()
  }
  if (checksum !== entry.crc32) throw new Fault('archive-damaged')
}

function asDamaged(error: unknown): never {
  if (error instanceof Fault) throw error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EIO' || code === 'EACCES') throw new Fault('file-unreadable', { reason: code })
  // yauzl words strong encryption as an error of its own, before the entry is seen.
  throw new Fault(/encrypt/.test(message) ? 'file-encrypted' : 'archive-damaged')
}
