import type { Line, Sign, Word } from './types.ts'

/** A wider gap, in parts of the size, parts two words. */
const SPACE = 0.15
/** Signs of one line stand so near to its baseline, footnote marks included. */
const SAME_LINE = 0.4
const OVERLAP = -0.4

/** Signs put together to words, in the order in which the page writes them. A border between two signs parts them too. */
export function wordsOf(signs: readonly Sign[], isParted: (before: Sign, after: Sign) => boolean): Word[] {
  const words: Word[] = []
  let open: Sign[] = []
  let [spaced, opensSpaced] = [false, false]
  const close = () => {
    if (open.length > 0) words.push(wordOf(open, opensSpaced))
    open = []
  }
  for (const sign of signs) {
    // A space that does not break («5 мая») stays inside of its word.
    if (sign.text !== '\u00A0' && sign.text.trim() === '') {
      close()
      spaced = true
      continue
    }
    const last = open.at(-1)
    if (last && isTwice(last, sign)) continue
    if (last && (!isNext(last, sign) || isParted(last, sign))) close()
    if (open.length === 0) {
      opensSpaced = spaced
      spaced = false
    }
    open.push(sign)
  }
  close()
  return words.filter(({ text }) => text.trim() !== '')
}

function isNext(last: Sign, sign: Sign): boolean {
  if (last.way !== sign.way) return false
  const size = Math.max(last.size, sign.size)
  const backwards = sign.way === 'left' || sign.way === 'up'
  const gap = backwards ? last.left - sign.right : sign.left - last.right
  return Math.abs(last.y - sign.y) <= SAME_LINE * size && gap <= SPACE * size && gap >= OVERLAP * size
}

/** Bold made by writing a word a second time. */
function isWrittenAgain(known: Word, word: Word): boolean {
  return known.text === word.text && Math.abs(known.left - word.left) < 0.2 * word.lead
}

/** Bold made by writing a sign a second time. */
function isTwice(last: Sign, sign: Sign): boolean {
  return (
    last.text === sign.text &&
    Math.abs(last.left - sign.left) < 0.25 * (last.right - last.left) &&
    Math.abs(last.y - sign.y) < 0.1 * last.size
  )
}

function wordOf(signs: readonly Sign[], spaced: boolean): Word {
  const [first] = signs
  return {
    text: signs.map(({ text }) => text).join(''),
    left: Math.min(...signs.map(({ left }) => left)),
    right: Math.max(...signs.map(({ right }) => right)),
    ...{
      y: first.y,
      size: Math.max(...signs.map(({ size }) => size)),
      way: first.way,
      spaced,
      font: first.font,
    },
    lead: first.right - first.left,
  }
}

/** Words put together to lines, from above to below. Lines that go up or down come behind those that go to the right. */
export function linesOf(words: readonly Word[], page = 0): Line[] {
  const flat = words.filter(({ way }) => way === 'right')
  return [
    ...inLines(flat, false),
    ...inLines(ofWay(words, 'up'), true),
    ...inLines(ofWay(words, 'down'), false).reverse(),
    ...inLines(ofWay(words, 'left'), true).reverse(),
  ].map(line => ({ ...line, page }))
}

function ofWay(words: readonly Word[], way: Word['way']): Word[] {
  return words.filter(word => word.way === way)
}

function inLines(words: readonly Word[], backwards: boolean): Line[] {
  const lines: Word[][] = []
  for (const word of [...words].sort((one, other) => one.y - other.y || one.left - other.left)) {
    const line = lines.findLast(known => isOnLine(known, word))
    if (line?.some(known => isWrittenAgain(known, word))) continue
    if (line) line.push(word)
    else lines.push([word])
  }
  return lines.map(line => lineOf(line, backwards))
}

function isOnLine(line: readonly Word[], word: Word): boolean {
  const large = line.reduce((best, one) => (one.size > best.size ? one : best))
  return Math.abs(large.y - word.y) <= SAME_LINE * Math.max(large.size, word.size)
}

export function lineOf(unsorted: readonly Word[], backwards = false): Line {
  const words = [...unsorted].sort((one, other) =>
    backwards ? other.left - one.left : one.left - other.left,
  )
  const large = words.reduce((best, one) => (one.size > best.size ? one : best))
  let text = words[0].text
  for (let at = 1; at < words.length; at++) {
    const [before, word] = [words[at - 1], words[at]]
    const gap = backwards ? before.left - word.right : word.left - before.right
    text += word.spaced || gap > SPACE * word.size ? ` ${word.text}` : word.text
  }
  return {
    ...{ words, text, y: large.y, size: large.size, page: 0 },
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
  }
}

/** The number or bullet of a point, which often stands off from its words. */
const MARK = /^(?:\(?\d{1,3}(?:[.)]\d{1,3})*[.)]?|[-–—•▪●○·*]|[а-яё]\))$/

export function isMark({ text }: Pick<Word, 'text'>): boolean {
  return MARK.test(text)
}
