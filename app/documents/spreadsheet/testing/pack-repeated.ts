import { constants, deflateRawSync } from 'node:zlib'
import type { TestEntry } from './build-zip.ts'

/**
 * An entry of `head`, `body` so many times, and `tail`, packed without ever being held: a block flushed in full may be
 * repeated as bytes. Its checksum is not computed, so it is only for files that are refused before the end.
 */
export function packRepeated(
  name: string,
  head: string,
  body: string,
  times: number,
  tail: string,
): TestEntry {
  const block = (text: string) => deflateRawSync(Buffer.from(text), { finishFlush: constants.Z_FULL_FLUSH })
  const repeated = block(body)
  return {
    name,
    content: '',
    packed: {
      bytes: Buffer.concat([block(head), ...Array(times).fill(repeated), deflateRawSync(Buffer.from(tail))]),
      size: Buffer.byteLength(head) + Buffer.byteLength(body) * times + Buffer.byteLength(tail),
      crc: 0,
    },
  }
}
