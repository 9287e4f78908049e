import type { Problem } from '../../../platform/problem.ts'
import { COMMON_WORDS } from './common-passwords.ts'

/** ASVS 5 §6.2: length is what counts; no rule of composition, no forced change, any character. */
export const SHORTEST = 12
export const LONGEST = 256
/** Characters that must remain when everything guessable is taken out. */
const UNGUESSABLE = 6

/**
 * What is wrong with a chosen password, all at once; empty when it is good. `about` are words that a guesser tries
 * first: the person's e-mail and name.
 */
export function checkPassword(password: string, about: readonly string[]): Problem[] {
  const problems: Problem[] = []
  const length = [...password].length
  if (length < SHORTEST) problems.push({ code: 'password-short', params: { least: SHORTEST, length } })
  if (length > LONGEST) problems.push({ code: 'password-long', params: { most: LONGEST } })
  if (problems.length > 0) return problems
  const folded = fold(password)
  const own = about.flatMap(wordsOf)
  if (own.some(word => folded.includes(word)) && leftover(folded, own) < UNGUESSABLE)
    problems.push({ code: 'password-personal' })
  else if (leftover(folded, [...own, ...COMMON]) < UNGUESSABLE) problems.push({ code: 'password-common' })
  return problems
}

/** How many characters remain when known words, runs, repeats and dates are taken out: those a guesser has to guess. */
function leftover(folded: string, words: readonly string[]): number {
  const byLength = [...words].sort((a, b) => b.length - a.length)
  const stripped = byLength.reduce((rest, word) => rest.replaceAll(word, ' '), folded)
  const remaining = stripped
    .replace(/(?:19|20)\d\d/g, ' ')
    // A chunk that says itself again says nothing new.
    .replace(/(.+?)\1+/g, '$1')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
  return countSurprises(remaining)
}

/** Neighbours on the alphabet, in counting, or on the same key are no surprise. */
function countSurprises(text: string): number {
  let surprises = 0
  for (let i = 0; i < text.length; i++) {
    const step = i === 0 ? null : text.charCodeAt(i) - text.charCodeAt(i - 1)
    if (step === null || Math.abs(step) > 1) surprises++
  }
  return surprises
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
}

/** Lower case, ё as е; figures inside a word read as the letters they stand for («p4ssw0rd»), long numbers left alone. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<=\p{L})[01345@$](?=\p{L})/gu, figure => LOOKALIKES[figure] ?? figure)
}

const COMMON = COMMON_WORDS.map(fold)

/** Words of an e-mail or a name worth looking for. */
function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .map(fold)
    .filter(word => word.length >= 4)
}
