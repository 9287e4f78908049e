import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { FileKind, Recognised, Refusal } from './file-kinds.ts'
import { recogniseText } from './recognise-text.ts'
import { recogniseZip } from './recognise-zip.ts'

/** Kinds that file-type tells by their first bytes and that may be attached as they are. */
const TAKEN: Readonly<Record<string, FileKind>> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  png: 'png',
  apng: 'png',
  webp: 'webp',
  heic: 'heic',
  tif: 'tiff',
}

const REFUSED: Readonly<Record<string, Refusal>> = {
  ...named('program', [
    'exe',
    'elf',
    'macho',
    'class',
    'wasm',
    'dex',
    'lnk',
    'jar',
    'apk',
    'crx',
    'swf',
    'nes',
  ]),
  ...named('archive', [
    'rar',
    '7z',
    'gz',
    'bz2',
    'xz',
    'tar',
    'tar.gz',
    'zst',
    'lz',
    'cab',
    'arj',
    'Z',
    'deb',
  ]),
  ...named('page', ['xml', 'html', 'svg']),
  rtf: 'oldOffice',
}

/** The record that ends a zip; a comment of up to 64 KB may follow it. */
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1')
const ZIP_END_WITHIN = 66_000
const PK = Buffer.from('PK', 'latin1')

/** Tells what a file is by its content alone. Reads as much as it must; memory does not grow with the file. */
export async function recogniseContent(path: string): Promise<Recognised> {
  const { head, tail } = await readEnds(path)
  // Read by ourselves: what may stand in an office document decides, not only that it is one.
  if (head.indexOf(PK) === 0) return recogniseZip(path)
  const found = await fileTypeFromFile(path)
  if (!found) return recogniseText(path)
  if (found.ext === 'cfb') return { refused: await recogniseCompound(path) }
  const refused = REFUSED[found.ext]
  if (refused) return { refused }
  const kind = TAKEN[found.ext]
  if (!kind) return { refused: 'other' }
  // A picture for one program and an archive or a document for another: whoever checks sees the harmless half.
  if (tail.includes(ZIP_END)) return { refused: 'twoInOne' }
  return { kind }
}

async function readEnds(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const part = async (from: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
      return buffer.subarray(0, bytesRead)
    }
    return {
      head: await part(0, PK.length),
      tail: await part(Math.max(0, size - ZIP_END_WITHIN), ZIP_END_WITHIN),
    }
  } finally {
    await file.close()
  }
}

/** Office documents of before 2007, and newer ones under a password. The name of the stream may stand anywhere. */
async function recogniseCompound(path: string): Promise<Refusal> {
  const sealed = Buffer.from('EncryptedPackage', 'utf16le')
  const file = await open(path)
  let rest = Buffer.alloc(0)
  for await (const chunk of file.createReadStream() as AsyncIterable<Buffer>) {
    const seen = Buffer.concat([rest, chunk])
    if (seen.includes(sealed)) return 'protected'
    rest = Buffer.from(seen.subarray(-sealed.length))
  }
  return 'oldOffice'
}

function named(refusal: Refusal, extensions: readonly string[]): Record<string, Refusal> {
  return Object.fromEntries(extensions.map(extension => [extension, refusal]))
}
