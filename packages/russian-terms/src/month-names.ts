/** Names of the months in the cases that terms use, January first. */
const NOMINATIVE = [
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
  ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
]
const GENITIVE = NOMINATIVE.map(name => (/[ьй]$/.test(name) ? `${name.slice(0, -1)}я` : `${name}а`))
const PREPOSITIONAL = NOMINATIVE.map(name => (/[ьй]$/.test(name) ? `${name.slice(0, -1)}е` : `${name}е`))
const OTHER = NOMINATIVE.flatMap((name, index) => {
  const stem = /[ьй]$/.test(name) ? name.slice(0, -1) : name
  const endings = /[ьй]$/.test(name) ? ['ю', 'ем'] : ['у', 'ом']
  return endings.map(ending => [`${stem}${ending}`, index + 1] as const)
})
const SHORT: readonly (readonly [string, number])[] = [
  ['янв', 1],
  ['фев', 2],
  ['февр', 2],
  ['мар', 3],
  ['апр', 4],
  ['июн', 6],
  ['июл', 7],
  ['авг', 8],
  ['сен', 9],
  ['сент', 9],
  ['окт', 10],
  ['ноя', 11],
  ['нояб', 11],
  ['дек', 12],
]

export type MonthCase = 'nominative' | 'genitive' | 'prepositional'
const CASES = { nominative: NOMINATIVE, genitive: GENITIVE, prepositional: PREPOSITIONAL }

/** «марта», «в марте»: the name of month 1 … 12 in a case. */
export function monthName(month: number, inCase: MonthCase): string {
  return CASES[inCase][month - 1]
}

const KNOWN = new Map<string, number>([
  ...[NOMINATIVE, GENITIVE, PREPOSITIONAL].flatMap(names =>
    names.map((name, index) => [name, index + 1] as const),
  ),
  ...OTHER,
  ...SHORT,
])

/** The month that a word names in any case or short form (lower case, without the full stop), or null. */
export function monthOf(word: string): number | null {
  return KNOWN.get(word) ?? null
}

/** The month that a misspelt word means: one letter wrong, lost or added, and no other month as near. */
export function monthLike(word: string): number | null {
  if (word.length < 5) return null
  const near = new Set<number>()
  for (const [name, month] of KNOWN) if (name.length > 4 && isOneLetterOff(word, name)) near.add(month)
  return near.size === 1 ? [...near][0] : null
}

function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const rest = (text: string, skip: number) => text.slice(at + skip)
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    // Two letters changed places.
    (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2))
  )
}
