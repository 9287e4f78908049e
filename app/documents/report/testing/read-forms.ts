import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { cellText } from '../cell-text.ts'
import type { Block, Report } from '../report.ts'

/** Text out of a PDF, page by page in the order of its content, without a space: where lines break says nothing. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await loading.promise
  const pages: string[] = []
  for (let at = 1; at <= document.numPages; at++) {
    const { items } = await (await document.getPage(at)).getTextContent()
    pages.push(items.map(item => ('str' in item ? item.str : '')).join(''))
  }
  await loading.destroy()
  return squeeze(pages.join(''))
}

export async function textOfDocx(docx: Buffer): Promise<string> {
  return squeeze((await mammoth.extractRawText({ buffer: docx })).value)
}

/** What a reader of a page of ours is given: the body without its pictures. */
export function textOfHtml(page: string): string {
  return squeeze(
    page
      .slice(page.indexOf('<main>'))
      .replace(/<svg[\s\S]*?<\/svg>/g, '')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  )
}

/** Every text that a report places, in its order; of pictures their captions alone. */
export function piecesOf(report: Report, { data = false } = {}): string[] {
  const { kind, title, lead, sections } = report
  return [
    ...[kind, title, lead],
    ...sections.flatMap(section => [
      section.title,
      ...section.blocks.flatMap(block => piecesOfBlock(report, block, data)),
    ]),
  ].map(squeeze)
}

function piecesOfBlock({ locale }: Report, block: Block, data: boolean): string[] {
  const table = ({
    caption,
    columns,
    rows,
  }: Pick<Block & { kind: 'table' }, 'caption' | 'columns' | 'rows'>) => [
    caption,
    ...columns.map(({ title }) => title),
    ...rows.flatMap(row => row.map(cell => cellText(locale, cell))),
  ]
  switch (block.kind) {
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [label, cellText(locale, value)])
    case 'table':
      return table(block)
    case 'figure':
      return [block.title, block.description, ...(data ? table(block.data) : [])]
    default:
      return [block.text]
  }
}

/** The first piece that the text does not bring after the ones before it; null where all stand there in order. */
export function firstMissing(text: string, pieces: readonly string[]): string | null {
  let from = 0
  for (const [at, piece] of pieces.entries()) {
    const found = text.indexOf(piece, from)
    if (found < 0) return `${at}: ${piece}`
    from = found + piece.length
  }
  return null
}

/** Without spaces of any width and the places to break a long word at that a page adds. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00A0\u202F\u2009\u00AD\u200B]/g, '')
}
