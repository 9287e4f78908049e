import { MARKUP_PER_CHARACTER, unescapeText } from './escaped-text.ts'
import { Fault } from './fault.ts'
import { readXml } from './read-xml.ts'
import type { SpreadsheetLimits } from './types.ts'

/** What a text costs beside its characters, so that a file of a hundred million empty ones is refused too. */
const OVERHEAD = 16

/**
 * Reads the table of texts that cells refer to by number: the runs of a rich text joined, phonetic runs left out.
 * Throws a Fault `shared-texts-too-large` or `cell-too-long` over a limit.
 */
export async function readSharedTexts(
  chunks: AsyncIterable<Uint8Array>,
  limits: SpreadsheetLimits,
): Promise<string[]> {
  const maxRun = limits.cellCharacters * MARKUP_PER_CHARACTER
  const tooLong = () => new Fault('cell-too-long', { limit: limits.cellCharacters })
  const texts: string[] = []
  let cost = 0
  let current = ''
  let parent = ''
  let collecting = false
  const keep = (text: string) => {
    if (text.length > limits.cellCharacters) throw tooLong()
    cost += text.length + OVERHEAD
    if (cost > limits.sharedCharacters) {
      throw new Fault('shared-texts-too-large', { limit: limits.sharedCharacters })
    }
    texts.push(text)
  }
  try {
    await readXml(chunks, maxRun, {
      open(name, _, depth) {
        if (depth === 0 && name !== 'sst') throw new Fault('xml-broken')
        if (depth === 1) current = ''
        if (depth === 2) parent = name
        collecting = name === 't' && (depth === 2 || (depth === 3 && parent === 'r'))
      },
      close(name, depth) {
        collecting = false
        if (depth === 1 && name === 'si') keep(unescapeText(current))
      },
      text(words) {
        if (!collecting) return
        current += words
        if (current.length > maxRun) throw tooLong()
      },
    })
  } catch (error) {
    throw error instanceof Fault && error.code === 'xml-run' ? tooLong() : error
  }
  return texts
}
