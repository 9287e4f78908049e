import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { ProblemError } from '../../../platform/problem.ts'
import type { Block, DocumentCell, SourceDocument } from '../reading/document.ts'
import { asSeen } from './word-as-seen.ts'
import { writeNumbersOut } from './word-numbers.ts'

/** Unpacked; the largest plans have a few megabytes of words. */
const MOST_BYTES = 16 * 2 ** 20
const DOCUMENT = 'word/document.xml'
const STYLES = 'word/styles.xml'
/** For files of other programs that name styles and hold none: the reader of Word files would take them for damaged. */
const NO_STYLES = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'

/** Part of what mammoth makes of a document. */
interface Node {
  readonly type: string
  readonly children?: readonly Node[]
  readonly value?: string
  readonly colSpan?: number
  readonly rowSpan?: number
}

/**
 * Reads a .docx file into paragraphs and tables. Refused with a ProblemError: a document with macros, one whose words
 * are pictures only, a damaged or oversized one.
 */
export async function readWord(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const { parts, names } = unpack(bytes, file)
  if (names.some(name => /vbaProject/i.test(name))) throw refused('plan-word-macros', file)
  if (!parts[DOCUMENT]) {
    const open = names.includes('content.xml') && names.some(name => name.startsWith('META-INF/'))
    throw refused('plan-file-kind', file, { kind: open ? 'odf' : 'zip' })
  }
  const words = (name: string) => (parts[name] ? strFromU8(parts[name]) : '')
  const numbered = writeNumbersOut(asSeen(words(DOCUMENT)), words('word/numbering.xml'), words(STYLES))
  const styles = parts[STYLES] ?? strToU8(NO_STYLES)
  const packed = zipSync({ ...parts, [STYLES]: styles, [DOCUMENT]: strToU8(numbered) }, { level: 0 })
  const root = await parse(Buffer.from(packed), file)
  const blocks = blocksOf(root.children ?? [])
  const pictures = names.some(name => name.startsWith('word/media/'))
  if (pictures && blocks.every(block => block.type === 'paragraph' && block.text.trim() === ''))
    throw refused('plan-scan', file)
  return { blocks }
}

/** Names of all parts of an archive, and those of words unpacked: of pictures and macros it is enough that they are there. */
function unpack(
  bytes: Uint8Array,
  file: string,
): { readonly parts: Record<string, Uint8Array>; readonly names: readonly string[] } {
  const names: string[] = []
  let total = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        const kept = /\.(xml|rels)$/i.test(name)
        if (kept) total += originalSize
        if (total > MOST_BYTES) throw refused('archive-too-large', file, { megabytes: MOST_BYTES / 2 ** 20 })
        return kept
      },
    })
    return { parts, names }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw refused('plan-word-damaged', file)
  }
}

async function parse(buffer: Buffer, file: string): Promise<Node> {
  let root: Node = { type: 'document', children: [] }
  try {
    await mammoth.convertToHtml(
      { buffer },
      {
        transformDocument: document => {
          root = document
          return { ...document, children: [] }
        },
      },
    )
  } catch {
    throw refused('plan-word-damaged', file)
  }
  return root
}

function blocksOf(nodes: readonly Node[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    const frame = framedIn(node)
    if (frame) return blocksOf(frame)
    if (node.type === 'table') return [{ type: 'table', rows: rowsOf(node), merges: true }]
    if (node.type === 'paragraph') return [{ type: 'paragraph', text: textOf(node) }]
    return blocksOf(node.children ?? [])
  })
}

/** A table of one cell that holds a table is its frame: what stands in it is read as if there were none. */
function framedIn(node: Node): readonly Node[] | null {
  if (node.type !== 'table') return null
  const cells = (node.children ?? []).flatMap(({ children = [] }) => children)
  const filled = cells.filter(cell => linesOf(cell).trim() !== '')
  const children = filled.length === 1 ? (filled[0].children ?? []) : []
  return children.some(({ type }) => type === 'table') ? children : null
}

function rowsOf(table: Node): DocumentCell[][] {
  return (table.children ?? [])
    .filter(({ type }) => type === 'tableRow')
    .map(row =>
      (row.children ?? [])
        .filter(({ type }) => type === 'tableCell')
        .map(({ children = [], colSpan = 1, rowSpan = 1 }) => ({
          ...{ text: children.map(linesOf).join('\n').trim(), colspan: colSpan, rowspan: rowSpan },
        })),
    )
}

/** A table inside a cell is its words, row by row. */
function linesOf(node: Node): string {
  if (node.type === 'table')
    return rowsOf(node)
      .map(row => row.map(({ text }) => text).join(' '))
      .join('\n')
  return textOf(node)
}

function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return '\n'
  return (node.children ?? []).map(textOf).join('')
}

function refused(code: string, file: string, params: Record<string, string | number> = {}): ProblemError {
  return new ProblemError({ code, params, place: { file } })
}
