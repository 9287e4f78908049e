import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { FileKind, Recognised } from './file-kinds.ts'
import { MAX_TEMPLATE_LIST_BYTES, namesRemoteTemplate, TEMPLATE_LIST } from './remote-template.ts'

/** A document has tens of parts; one with more is made to tire whoever opens it. */
const MAX_PARTS = 10_000
/** The parts read here are lists of a few kilobytes. */
const MAX_PART_BYTES = 2 ** 20

/** Main parts of the documents taken (ECMA-376, part 1, content types), macro-free by their very type. */
const OOXML: readonly (readonly [FileKind, string])[] = [
  ['docx', 'wordprocessingml.document.main+xml'],
  ['xlsx', 'spreadsheetml.sheet.main+xml'],
  ['pptx', 'presentationml.presentation.main+xml'],
]
const ODF: Readonly<Record<string, FileKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
}

const MACRO_TYPES = /macroEnabled|vbaProject|sheet\.binary|ms-excel\.(intl)?macrosheet/i
const MACRO_PARTS = /(^|\/)vbaProject\.bin$|(^|\/)macrosheets\/|^(Basic|Scripts)\/./i
const PROGRAM_PARTS = /\.(exe|dll|com|scr|bat|cmd|ps1|js|vbs|hta|lnk|jar|msi)$/i

/** Tells which office document a zip is, and whether it carries programs; any other zip is an archive. */
export async function recogniseZip(path: string): Promise<Recognised> {
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { autoClose: false })
    return await recogniseParts(zip)
  } catch {
    return { refused: 'damaged' }
  } finally {
    zip?.close()
  }
}

async function recogniseParts(zip: ZipFile): Promise<Recognised> {
  if (zip.entryCount > MAX_PARTS) return { refused: 'damaged' }
  const parts = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return { refused: 'protected' }
    const name = entry.fileName.toLowerCase()
    // Two parts of one name: this program would look at one of them, the reader's perhaps at the other.
    if (parts.has(name)) return { refused: 'twoInOne' }
    parts.set(name, entry)
  }
  const names = [...parts.keys()]
  const read = async (name: string) => {
    const part = await readPart(zip, parts.get(name), MAX_PART_BYTES)
    return part === null ? null : part.toString('utf8')
  }
  if (parts.has('meta-inf/manifest.mf') || parts.has('androidmanifest.xml')) return { refused: 'program' }

  const types = await read('[content_types].xml')
  const kind = types === null ? ODF[(await read('mimetype'))?.trim() ?? ''] : kindByTypes(types)
  const withMacros = names.some(name => MACRO_PARTS.test(name)) || (types !== null && MACRO_TYPES.test(types))
  if (withMacros && (kind || types !== null)) return { refused: 'macros' }
  if (!kind) return { refused: 'archive' }
  if (names.some(name => PROGRAM_PARTS.test(name))) return { refused: 'program' }
  const templates = await readPart(zip, parts.get(TEMPLATE_LIST), MAX_TEMPLATE_LIST_BYTES)
  if (templates !== null && namesRemoteTemplate(templates)) return { refused: 'macros' }
  return { kind }
}

function kindByTypes(types: string): FileKind | undefined {
  return OOXML.find(([, part]) => types.includes(part))?.[0]
}

async function readPart(zip: ZipFile, entry: Entry | undefined, limit: number): Promise<Buffer | null> {
  if (!entry) return null
  if (entry.uncompressedSize > limit) throw new Error('part too large')
  const chunks: Buffer[] = []
  const stream = await zip.openReadStreamPromise(entry)
  // yauzl stops a part at the size it declares.
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
