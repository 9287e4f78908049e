import { constants, inflateSync } from 'node:zlib'

/** A stream packed again and again is made to be one. */
const MOST_LAYERS = 3

/**
 * A stream of the file unpacks to more than may be. Looked for before the file is opened, since its reader unpacks a stream whole.
 * What is packed in a way that is not seen from outside is left to who watches the reader.
 */
export function isSwollen(pdf: Buffer, most: number): boolean {
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    const ends = pdf.toString('latin1', at - 3, at) === 'end'
    if (ends || isPicture(pdf, at)) continue
    const start = at + (pdf[at + 6] === 0x0d ? 8 : 7)
    const end = pdf.indexOf('endstream', start)
    if (unpacksTo(pdf.subarray(start, end < 0 ? pdf.length : end), most)) return true
  }
  return false
}

/** Pictures are not unpacked, and large ones are no harm. */
function isPicture(pdf: Buffer, at: number): boolean {
  const entries = pdf.toString('latin1', Math.max(0, at - 500), at)
  return /\/Subtype\s*\/Image/.test(entries.slice(entries.lastIndexOf('obj')))
}

function unpacksTo(packed: Buffer, most: number): boolean {
  let bytes = packed
  for (let layer = 0; isDeflated(bytes); layer++) {
    if (layer === MOST_LAYERS) return true
    try {
      // A page may be cut short; what there is of it counts.
      bytes = inflateSync(bytes, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH })
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    }
  }
  return false
}

function isDeflated(bytes: Buffer): boolean {
  return bytes.length > 2 && (bytes[0] & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0
}
