import type { Sign } from './types.ts'

/** Fewer signs say nothing. */
const ENOUGH = 30
/** Of the letters of a page so many are West European ones with accents: no language has that many. */
const MOST_ACCENTS = 0.5

/** Signs that stand in the two encodings at the same place: Ё, ё, № and the letters from А to я. */
const OLD = /[\u00A8\u00B8\u00B9\u00C0-\u00FF]/
const cyrillic = new TextDecoder('windows-1251')

/** Old programs print Russian letters as if they were West European ones («Ïëàí» for «План»): here they are what they were. */
export function withOldLetters(signs: readonly Sign[]): readonly Sign[] {
  const letters = signs.filter(({ text }) => /\p{L}/u.test(text))
  const old = letters.filter(({ text }) => OLD.test(text)).length
  if (letters.length < ENOUGH || old < MOST_ACCENTS * letters.length) return signs
  return signs.map(sign => (OLD.test(sign.text) ? { ...sign, text: decoded(sign.text) } : sign))
}

function decoded(text: string): string {
  return [...text]
    .map(sign => (OLD.test(sign) ? cyrillic.decode(Uint8Array.of(sign.charCodeAt(0))) : sign))
    .join('')
}
