import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { ProblemError } from '../../problem.ts'

const GZIP = Buffer.from([0x1f, 0x8b])

/** A member as it passes by; `content` must be read before the next one comes. */
export interface PassingMember {
  readonly path: string
  readonly size: number
  readonly content: AsyncIterable<Buffer>
}

/**
 * Reads a tar file (gzipped or not) from beginning to end. Throws ProblemError `file-missing` or `backup-damaged` (cut
 * off, not an archive, broken packing).
 */
export async function readArchive(
  path: string,
  visit: (member: PassingMember) => Promise<void>,
): Promise<void> {
  const packed = await isGzip(path)
  const tar = extract()
  const source = createReadStream(path)
  const flow = packed ? pipeline(source, createGunzip(), tar) : pipeline(source, tar)
  flow.catch(() => {})
  let refused: unknown
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header
      if (type !== 'file') throw new ProblemError(damaged(path, name))
      try {
        await visit({ path: name, size: size ?? 0, content: entry as unknown as AsyncIterable<Buffer> })
      } catch (error) {
        // Told apart below from what the reading itself throws.
        refused = error
        throw error
      }
      entry.resume()
    }
    await flow
  } catch (error) {
    source.destroy()
    if (refused !== undefined && !isReadingFault(refused)) throw refused
    throw error instanceof ProblemError ? error : new ProblemError(damaged(path, (error as Error).message))
  }
}

function isReadingFault(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException
  return /^Z_/.test(code ?? '') || /end of (data|file)|tar header|Writable stream closed/i.test(message ?? '')
}

export function damaged(path: string, what: string) {
  return { code: 'backup-damaged', params: { what }, place: { file: path } }
}

async function isGzip(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r')
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    await file.close()
    return buffer.equals(GZIP)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new ProblemError(
      missing
        ? { code: 'file-missing', place: { file: path } }
        : { code: 'file-unreadable', params: { reason: (error as Error).message }, place: { file: path } },
    )
  }
}

/** The whole of a member that is known to be small. */
export async function readWhole({ content }: PassingMember): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}
