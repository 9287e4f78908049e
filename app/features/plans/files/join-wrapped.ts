import { BREAK, HALF, WRAP } from '../../../documents/pdf/index.ts'
import { joinTwo } from '../reading/words.ts'
import { isOneWord, knownWords } from './one-word.ts'

/** Of full lines of a document whose words are divided so many end in a hyphen; without division one in a hundred does. */
const DIVIDED = 0.04
/** Fewer hyphens, or fewer lines, may be so by chance. */
const ENOUGH_HYPHENS = 3
const ENOUGH_LINES = 100

const HYPHEN_AT_END = /[А-ЯЁа-яё][-\u2010]$/

/** Text of a cell or paragraph as it was before it was broken into lines. */
export interface Whole {
  readonly text: string
  /** Two lines may be halves of one word, or two words: no page says which. */
  readonly unsure: boolean
}

/**
 * Puts full lines of a page together, those that somebody ended stay apart. Whether a hyphen at the end of a line belongs to the
 * word no page says: it stays where the document writes that word with it elsewhere, or divides no words at all.
 */
export function joinWrapped(texts: readonly string[]): (text: string) => Whole {
  const divides = dividesWords(texts)
  const known = knownWords(texts)
  const join = (first: string, second: string): string => {
    const [last = '', next = ''] = [/[А-ЯЁа-яё]+-$/.exec(first)?.[0], /^[а-яё]+/.exec(second)?.[0]]
    const isHalf = HYPHEN_AT_END.test(first) && next !== ''
    const whole = divides === null ? known.has(last.slice(0, -1).toLowerCase()) : !divides
    if (isHalf && (whole || known.has(`${last}${next}`.toLowerCase()))) return first + second
    // A line may be broken behind a stroke or a dash that belongs to the word: «и/или», «5–9», «2023-2024».
    const inWord = /[^\s/–—-][/–—-]$/.test(first) && !isHalf && !/^[\s«(]/.test(second)
    return inWord ? first + second : joinTwo(first, second)
  }
  return text => {
    let unsure = false
    const joinHalves = (first: string, second: string): string => {
      const { one, sure } = isOneWord(first, second, known)
      if (!sure) unsure = true
      return one ? first + second : join(first, second)
    }
    const whole = text
      .split(BREAK)
      .map(part =>
        part
          .split(HALF)
          .map(piece => piece.split(WRAP).reduce(join))
          .reduce(joinHalves),
      )
      .join('\n')
    return { text: whole, unsure }
  }
}

/** Null where the document is too short to tell; there a half that is a word elsewhere keeps its hyphen. */
function dividesWords(texts: readonly string[]): boolean | null {
  let [full, hyphens] = [0, 0]
  for (const text of texts) {
    const lines = text.split(WRAP)
    for (const [at, line] of lines.slice(0, -1).entries()) {
      full += 1
      if (HYPHEN_AT_END.test(line) && /^[а-яё]/.test(lines[at + 1])) hyphens += 1
    }
  }
  if (hyphens >= ENOUGH_HYPHENS && hyphens > DIVIDED * full) return true
  return full < ENOUGH_LINES ? null : false
}
