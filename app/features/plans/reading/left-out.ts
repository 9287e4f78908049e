import type { SourceDocument } from './document.ts'
import type { Draft } from './draft.ts'
import { isResolved } from './points-of-prose.ts'
import { BULLET, NUMBERED, PERSON_LINE } from './prose-words.ts'
import { reflow } from './read-prose.ts'
import { oneLine } from './words.ts'

/** Shorter words of a measure may stand in any point by chance. */
const FEWEST_LETTERS = 8

/**
 * Points of an order or of minutes that became no measures: «Утвердить состав…», «Контроль … оставляю за собой». A
 * person is told of them, since what looks like a formality to a reader may be work.
 */
export function leftOut({ blocks }: SourceDocument, drafts: readonly Draft[]): string[] {
  const lines = blocks.flatMap(block => (block.type === 'paragraph' ? block.text.split('\n') : []))
  const paragraphs = reflow(lines)
  const resolved = paragraphs.findIndex(isResolved)
  if (resolved < 0) return []
  return paragraphs.slice(resolved + 1).flatMap(paragraph => {
    const text = oneLine(paragraph.replace(NUMBERED, '').replace(BULLET, ''))
    const point = text !== oneLine(paragraph)
    return point && !text.endsWith(':') && !PERSON_LINE.test(text) && !isTaken(text, drafts) ? [text] : []
  })
}

/** The point is a measure, holds one, or says whom the points below it are for. */
function isTaken(text: string, drafts: readonly Draft[]): boolean {
  return drafts.some(
    draft =>
      (draft.text.length >= FEWEST_LETTERS && text.includes(draft.text)) ||
      draft.text.includes(text.replace(/[.;]$/, '')) ||
      draft.section === text,
  )
}
