const YES: readonly string[] = ['да', 'есть', 'имеется', 'yes', 'y', 'true', 'истина', '1', '+']
const NO: readonly string[] = [
  'нет',
  'не',
  'отсутствует',
  'no',
  'n',
  'false',
  'ложь',
  '0',
  '-',
  '–',
  '—',
  '−',
]

/** An answer of a column «да/нет»; an empty cell is «нет», null is an answer that says neither. */
export function readYesNo(text: string): boolean | null {
  const plain = text.normalize('NFKC').trim().replace(/\.$/, '').toLowerCase()
  if (plain === '' || NO.includes(plain)) return false
  return YES.includes(plain) ? true : null
}
