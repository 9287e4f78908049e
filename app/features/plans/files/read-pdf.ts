import { isSwollen, type PdfBlock, type PdfCell, readPdf as readPages } from '../../../documents/pdf/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Block, DocumentCell, SourceDocument } from '../reading/document.ts'
import { joinWrapped, type Whole } from './join-wrapped.ts'

/** The longest plans have some eighty pages; a yearbook is no plan. */
const MOST_PAGES = 300
const ENOUGH_SIGNS = 100
/** Of one stream, unpacked: a page has some tens of kilobytes, a face of letters a few megabytes. */
const MOST_BYTES = 32 * 2 ** 20

/**
 * Reads a PDF with a layer of text into paragraphs and tables. Refused with a ProblemError: one under a password, a damaged one, one
 * of too many pages, one whose pages are pictures.
 */
export async function readPdf(bytes: Buffer, file: string): Promise<SourceDocument> {
  const refused = (code: string, params = {}) => new ProblemError({ code, params, place: { file } })
  if (isSwollen(bytes, MOST_BYTES)) throw refused('archive-too-large', { megabytes: MOST_BYTES / 2 ** 20 })
  const read = await readPages(bytes, MOST_PAGES)
  if ('fault' in read) {
    if (read.fault === 'encrypted') throw refused('plan-encrypted')
    if (read.fault === 'too-long') throw refused('plan-pdf-long', { pages: MOST_PAGES })
    throw refused('plan-pdf-damaged')
  }
  const whole = joinWrapped(read.blocks.flatMap(textsOf))
  const blocks = read.blocks.map(
    (block): Block =>
      block.type === 'paragraph'
        ? { type: 'paragraph', text: whole(block.text).text }
        : { type: 'table', rows: block.rows.map(row => row.map(cell => cellOf(cell, whole))), merges: true },
  )
  if (isUnreadable(blocks)) throw refused('plan-pdf-letters')
  // Names of parts stand in the file as they are.
  if (blocks.length === 0 && bytes.includes('/Image')) throw refused('plan-scan')
  return { blocks }
}

/** Faces that came without a table of their letters: signs are there, words are not. */
function isUnreadable(blocks: readonly Block[]): boolean {
  const signs = blocks
    .flatMap(block =>
      block.type === 'paragraph' ? [block.text] : block.rows.flatMap(row => row.map(({ text }) => text)),
    )
    .join('')
    .replace(/\s/g, '')
  if (signs.length < ENOUGH_SIGNS || /[А-ЯЁа-яё]{3}/.test(signs)) return false
  return (signs.match(/[A-Za-z]/g)?.length ?? 0) < signs.length / 2
}

function textsOf(block: PdfBlock): readonly string[] {
  return block.type === 'paragraph' ? [block.text] : block.rows.flatMap(row => row.map(({ text }) => text))
}

function cellOf({ text, colspan, rowspan, unsure }: PdfCell, whole: (text: string) => Whole): DocumentCell {
  const joined = whole(text)
  const doubt = unsure ?? (joined.unsure ? 'joined' : undefined)
  return { text: joined.text, colspan, rowspan, ...(doubt ? { unsure: doubt } : {}) }
}
