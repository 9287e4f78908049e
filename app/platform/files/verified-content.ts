import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ProblemError } from '../problem.ts'

/**
 * A content on its way out of a store, hashed as it passes. One that is not what its hash says breaks off before its
 * end: nobody takes it for whole. `onFailure` words what the source itself stumbles over; it throws.
 */
export function verifiedContent(
  source: Readable,
  hash: string,
  onFailure?: (error: unknown) => never,
): Readable {
  const content = Readable.from(verified(source, hash, onFailure), { objectMode: false })
  // A reader who goes away before the first chunk has not even begun to read the source.
  content.once('close', () => source.destroy())
  return content
}

async function* verified(
  source: AsyncIterable<Uint8Array>,
  hash: string,
  onFailure: ((error: unknown) => never) | undefined,
): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256')
  // One chunk is kept back: the end is given away only when all of it is known to be right.
  let kept: Uint8Array | null = null
  try {
    for await (const chunk of source) {
      if (kept) yield kept
      digest.update(chunk)
      kept = chunk
    }
  } catch (error) {
    if (onFailure) onFailure(error)
    throw error
  }
  if (digest.digest('hex') !== hash)
    throw new ProblemError({ code: 'file-content-damaged', params: { hash: hash.slice(0, 12) } })
  if (kept) yield kept
}
