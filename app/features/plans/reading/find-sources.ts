import type { SourceDocument } from './document.ts'
import type { Draft, MeasureSource } from './draft.ts'
import { plainWords } from './words.ts'

/** So many letters of a measure tell its line; a page of a PDF breaks lines behind them. */
const TELLING = 24

/**
 * Where each measure stands in the document, for whoever looks at both side by side. Rows of tables were noted while they
 * were read; measures of running text are looked up in the order of the document.
 */
export function findSources({ blocks }: SourceDocument, drafts: readonly Draft[]): (MeasureSource | null)[] {
  if (drafts.every(({ source }) => source !== null)) return drafts.map(({ source }) => source)
  const texts = blocks.map(block => (block.type === 'paragraph' ? plainWords(block.text) : ''))
  let from = 0
  return drafts.map(({ source, text }) => {
    if (source !== null) return source
    const words = plainWords(text).slice(0, TELLING)
    const at = words === '' ? -1 : texts.findIndex((line, index) => index >= from && isStart(line, words))
    if (at < 0) return null
    // Two measures may stand in one paragraph.
    from = at
    return { block: at, rows: [] }
  })
}

function isStart(line: string, words: string): boolean {
  if (line === '') return false
  return line.includes(words) || (line.length >= 8 && words.startsWith(line.replace(/^[\d ]+/, '')))
}
