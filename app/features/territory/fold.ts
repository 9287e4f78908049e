import { examKey } from './rules.ts'

/** As many words as a person types; more would only slow the search. */
const MOST_WORDS = 8

/**
 * The words of a query as `app.fold` (SQL) leaves them in names: lower case, ё as е, punctuation gone. «Школа № 1»
 * and «школа 1» are the same words.
 */
export function foldWords(query: string): string[] {
  return query
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"„“”'№.,;:()[\]\-–—/\\_]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
}

/** An examination code that a query is, without the zeros in front that a spreadsheet drops; null where it is none. */
export function examCodeIn(query: string): string | null {
  const bare = query.trim()
  return /^\d{3,8}$/.test(bare) ? examKey(bare) : null
}

/** A pattern of LIKE that finds the word anywhere. Underscores are folded away, percent signs must not act. */
export function anywhere(word: string): string {
  return `%${word.replaceAll('%', '\\%')}%`
}

/** What registries call a school where people say «школа», as whole words. */
const SCHOOL_WORDS = ['школа', 'сош', 'оош', 'нош']
const SAYS_SCHOOL = /^шк(?:о(?:л[аеуы]?)?)?$/
/** Schools too, though a person who knows it says so: found after the others. */
const SPECIAL_SCHOOLS = ['гимназия', 'лицей']

export interface WordPatterns {
  /** Patterns of LIKE of which one must fit. */
  readonly found: readonly string[]
  /** Of these too, where the word stands whole; such are shown first. */
  readonly whole: readonly string[]
}

/** «школа 1» finds СОШ № 1 and «СОШ 1» finds Школа № 1: a registry writes the one, people say the other. */
export function patternsOf(word: string): WordPatterns {
  const whole = (one: string) => anywhere(` ${one} `)
  if (SAYS_SCHOOL.test(word)) {
    const named = SCHOOL_WORDS.map(whole)
    return {
      found: [anywhere(word), ...named, ...SPECIAL_SCHOOLS.map(whole)],
      whole: [whole(word), ...named],
    }
  }
  if (!SCHOOL_WORDS.includes(word)) return { found: [anywhere(word)], whole: [whole(word)] }
  return { found: [anywhere(word), whole('школа')], whole: [whole(word), whole('школа')] }
}
