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

/** A pattern of LIKE that finds the word anywhere. Underscores are folded away, percent signs must not act. */
export function anywhere(word: string): string {
  return `%${word.replaceAll('%', '\\%')}%`
}
