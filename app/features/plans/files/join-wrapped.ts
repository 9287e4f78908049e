import { BREAK, WRAP } from '../../../documents/pdf/index.ts'
import { joinTwo } from '../reading/words.ts'

/** Of full lines of a document whose words are divided so many end in a hyphen; without division one in a hundred does. */
const DIVIDED = 0.04
/** In fewer lines the share says nothing. */
const ENOUGH = 40

const HYPHEN_AT_END = /[А-ЯЁа-яё][-\u2010]$/

/**
 * Puts full lines of a page together, those that somebody ended stay apart. Whether a hyphen at the end of a line belongs to the
 * word no page says: it stays where the document writes that word with it elsewhere, or divides no words at all.
 */
export function joinWrapped(texts: readonly string[]): (text: string) => string {
  let [full, hyphens] = [0, 0]
  const compounds = new Set<string>()
  for (const text of texts) {
    const lines = text.split(WRAP)
    for (const [at, line] of lines.slice(0, -1).entries()) {
      full += 1
      if (HYPHEN_AT_END.test(line) && /^[а-яё]/.test(lines[at + 1])) hyphens += 1
    }
    for (const [word] of text.matchAll(/[А-ЯЁа-яё]+-[а-яё]+/gi)) compounds.add(word.toLowerCase())
  }
  const divides = full < ENOUGH || hyphens > DIVIDED * full
  const join = (first: string, second: string): string => {
    const [last = '', next = ''] = [/[А-ЯЁа-яё]+-$/.exec(first)?.[0], /^[а-яё]+/.exec(second)?.[0]]
    const isHalf = HYPHEN_AT_END.test(first) && next !== ''
    if (isHalf && (!divides || compounds.has(`${last}${next}`.toLowerCase()))) return first + second
    // A line may be broken behind a stroke or a dash that belongs to the word: «и/или», «5–9», «2023-2024».
    const inWord = /[^\s/–—-][/–—-]$/.test(first) && !isHalf && !/^[\s«(]/.test(second)
    return inWord ? first + second : joinTwo(first, second)
  }
  return text =>
    text
      .split(BREAK)
      .map(part => part.split(WRAP).reduce(join))
      .join('\n')
}
