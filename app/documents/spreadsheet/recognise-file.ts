import type { FileHandle } from 'node:fs/promises'

/** What a file is by its first bytes; `zip` may be a spreadsheet, the rest are not. */
export type FileKind =
  | 'zip'
  | 'encrypted'
  | 'empty'
  | 'xls'
  | 'csv'
  | 'html'
  | 'pdf'
  | 'xml'
  | 'document'
  | 'other'

const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ZIP_SIGNATURE = Buffer.from('504b', 'hex')
/** Streams inside an OLE file, by which its content is told; their names are UTF-16. */
const OLE_STREAMS: readonly (readonly [FileKind, string])[] = [
  ['encrypted', 'EncryptedPackage'],
  ['document', 'WordDocument'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
]
const CHUNK = 2 ** 20
const HEAD = 4096

/** Tells what kind of file stands behind the handle. A password-protected workbook is an OLE file, not a zip. */
export async function recogniseFile(file: FileHandle): Promise<FileKind> {
  const head = Buffer.alloc(HEAD)
  const { bytesRead } = await file.read(head, 0, HEAD, 0)
  const start = head.subarray(0, bytesRead)
  if (start.length === 0) return 'empty'
  if (start.indexOf(ZIP_SIGNATURE) === 0) return 'zip'
  if (start.indexOf(OLE_SIGNATURE) === 0) return recogniseOle(file)
  return recogniseText(start)
}

/** The directory may stand anywhere in an OLE file, so its names are searched for through the whole of it. */
async function recogniseOle(file: FileHandle): Promise<FileKind> {
  const found = new Set<FileKind>()
  const names = OLE_STREAMS.map(([kind, name]) => [kind, Buffer.from(`${name}\0`, 'utf16le')] as const)
  const overlap = 64
  const buffer = Buffer.alloc(CHUNK)
  for (let position = 0; ; position += CHUNK - overlap) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK, position)
    const part = buffer.subarray(0, bytesRead)
    for (const [kind, name] of names) if (part.includes(name)) found.add(kind)
    if (found.has('encrypted') || bytesRead < CHUNK) break
  }
  return OLE_STREAMS.find(([kind]) => found.has(kind))?.[0] ?? 'other'
}

function recogniseText(start: Buffer): FileKind {
  const text = decode(start)
  const trimmed = text.trimStart().toLowerCase()
  if (trimmed.startsWith('%pdf')) return 'pdf'
  if (trimmed.startsWith('{\\rtf')) return 'document'
  if (/^(<!--.*?-->\s*)?<(!doctype html|html|head|meta|body|table)\b/s.test(trimmed)) return 'html'
  if (trimmed.startsWith('<?xml')) return trimmed.includes('<html') ? 'html' : 'xml'
  const lines = text.split(/\r?\n/).slice(0, 5)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  const printable = !/[\u0000-\u0008\u000E-\u001F]/.test(text)
  return printable && lines.some(line => /[;,\t]/.test(line)) ? 'csv' : 'other'
}

/** Latin letters and separators are all that is looked at, so Windows-1251 needs no decoding of its own. */
function decode(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return start.subarray(2, start.length & ~1).toString('utf16le')
  const bom = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf
  return start.subarray(bom ? 3 : 0).toString('latin1')
}
