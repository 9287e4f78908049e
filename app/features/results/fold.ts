const TWINS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  ё: 'е',
}
const TWIN = /[abcehkmoptxyё]/g

/**
 * Folds a header or a label for comparison: case, spaces and line breaks do not matter, and Latin letters drawn
 * like Cyrillic ones are the same letters. Both sides of a comparison must be folded.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(TWIN, letter => TWINS[letter])
    .replace(/\s+/g, ' ')
    .trim()
}
