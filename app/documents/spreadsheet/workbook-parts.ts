import { posix } from 'node:path'
import { unescapeText } from './escaped-text.ts'
import { Fault } from './fault.ts'
import { type Attributes, readXml } from './read-xml.ts'
import type { ZipArchive } from './zip-archive.ts'

/** A worksheet by its name on the tab and the archive part that holds it. */
interface SheetPart {
  readonly name: string
  readonly part: string
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly sharedStrings: string | null
}

interface Relationship {
  /** Last word of the type's address: transitional and strict files differ only before it. */
  readonly type: string
  readonly target: string
}

/** Names and targets in these parts are short. */
const MAX_RUN = 2 ** 20
const DEFAULT_WORKBOOK = 'xl/workbook.xml'

/**
 * Finds the worksheets and the shared texts by following the relationships of the package. Throws a Fault where the
 * archive is another kind of document, has no sheet, or names parts that are not in it.
 */
export async function findWorkbookParts(archive: ZipArchive): Promise<WorkbookParts> {
  const root = await readRelationships(archive, '')
  const named = [...root.values()].find(({ type }) => type === 'officeDocument')?.target
  const workbook = named && archive.has(named) ? named : DEFAULT_WORKBOOK
  if (!archive.has(workbook) || named?.endsWith('.bin')) {
    throw new Fault('not-a-spreadsheet', { kind: otherKind(archive) })
  }
  const relationships = await readRelationships(archive, workbook)
  const sheets: SheetPart[] = []
  for (const { name, id } of await readSheetList(archive, workbook)) {
    const relationship = relationships.get(id)
    if (!relationship || !archive.has(relationship.target))
      throw new Fault('sheet-missing', {}, { sheet: name })
    if (relationship.type !== 'worksheet') continue
    const taken = sheets.some(sheet => sheet.name === name || sheet.part === relationship.target)
    if (taken) throw new Fault('sheet-repeated', {}, { sheet: name })
    sheets.push({ name, part: relationship.target })
  }
  if (sheets.length === 0) throw new Fault('workbook-without-sheets')
  const shared = [...relationships.values()].find(({ type }) => type === 'sharedStrings')?.target
  return { sheets, sharedStrings: shared && archive.has(shared) ? shared : null }
}

function otherKind(archive: ZipArchive): string {
  if (archive.has('xl/workbook.bin')) return 'xlsb'
  if (archive.has('word/document.xml')) return 'document'
  if (archive.has('content.xml')) return 'ods'
  return 'zip'
}

/** Relationships of a part by id; of the package itself when the part is ''. None when it has no such file. */
async function readRelationships(archive: ZipArchive, part: string): Promise<Map<string, Relationship>> {
  const folder = posix.dirname(part)
  const source = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const found = new Map<string, Relationship>()
  await readSmallPart(archive, source, (name, attributes) => {
    const { Id, Type, Target, TargetMode } = attributes
    if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
    const target = posix.join(Target.startsWith('/') ? '/' : folder, Target.replaceAll('\\', '/'))
    found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: target.replace(/^\/+/, '') })
  })
  return found
}

async function readSheetList(archive: ZipArchive, workbook: string): Promise<{ name: string; id: string }[]> {
  const sheets: { name: string; id: string }[] = []
  await readSmallPart(archive, workbook, (name, attributes, depth) => {
    if (depth === 0 && name !== 'workbook') throw new Fault('xml-broken')
    if (name !== 'sheet' || depth !== 2) return
    // The prefix of the relationship namespace is the writer's choice; `r` is only the custom.
    const idName = Object.keys(attributes).find(key => key.endsWith(':id')) ?? ''
    sheets.push({ name: unescapeText(attributes.name ?? ''), id: attributes[idName] ?? '' })
  })
  return sheets
}

async function readSmallPart(
  archive: ZipArchive,
  part: string,
  open: (name: string, attributes: Attributes, depth: number) => void,
): Promise<void> {
  if (!archive.has(part)) return
  await inPart(part, () => readXml(archive.read(part), MAX_RUN, { open, close() {}, text() {} }))
}

/** Names the archive part in a fault about its XML. */
export async function inPart<T>(part: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof Fault && error.code.startsWith('xml-')) {
      const code = error.code === 'xml-run' ? 'xml-broken' : error.code
      throw new Fault(code, { ...error.params, part }, error.place)
    }
    throw error
  }
}
