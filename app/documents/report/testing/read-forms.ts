import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { cellText } from '../cell-text.ts'
import { type Laid, layOutBlocks } from '../lay-out-blocks.ts'
import type { Block, Report, Table } from '../report.ts'

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
      ...layOutBlocks(section.blocks).flatMap(laid => piecesOfLaid(report, laid, data)),
    ]),
  ].map(squeeze)
}

function piecesOfLaid({ locale }: Report, laid: Laid<Block>, data: boolean): string[] {
  const head = ({ columns }: Pick<Table, 'columns'>) => columns.map(({ title }) => title)
  const cells = ({ rows }: Pick<Table, 'rows'>) =>
    rows.flatMap(row => row.map(cell => cellText(locale, cell)))
  const whole = (table: Pick<Table, 'caption' | 'columns' | 'rows'>) => [
    table.caption,
    ...head(table),
    ...cells(table),
  ]
  switch (laid.kind) {
    case 'facts':
      return laid.rows.flatMap(({ label, value }) => [label, cellText(locale, value)])
    case 'tables': {
      const [first, ...others] = laid.tables
      if (others.length === 0) return whole(first)
      return [...head(first), ...laid.tables.flatMap(table => [table.caption, ...cells(table)])]
    }
    case 'figures':
      return laid.figures.flatMap(({ heading = '', title, description, note = '', data: numbers }) =>
        [heading, title, description, note, ...(data ? whole(numbers) : [])].filter(
          (piece, at) => at > 3 || piece !== '',
        ),
      )
    default:
      return [laid.text]
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
