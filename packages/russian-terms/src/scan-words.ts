import { monthLike, monthOf } from './month-names.ts'
import { ORDINAL, ordinal } from './ordinals.ts'
import { spellOut } from './respell.ts'
import type { PartOfMonth } from './term.ts'
import { DAY_NAME, nthWeekday, weekdayOfName } from './weekdays.ts'

/** A piece of the words that means something for a date; `word` is one that does not. */
export type Token =
  | { readonly type: 'date'; readonly day: number; readonly month: number; readonly year: number | null }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'month'; readonly month: number; readonly misspelt: boolean; readonly year?: number }
  | { readonly type: 'part'; readonly part: PartOfMonth }
  | { readonly type: 'quarter' | 'half-year' | 'school-quarter'; readonly number: number }
  | { readonly type: 'year'; readonly from: number; readonly to: number; readonly school: boolean }
  /** «текущего года»: the year of the period. */
  | { readonly type: 'this-year' }
  | {
      readonly type: 'edge'
      readonly edge: 'begin' | 'end'
      readonly of: 'year' | 'school-year' | 'half-year'
      /** «следующего», «нового»: which year is meant beside that of the period. */
      readonly which: 'this' | 'next' | 'new'
    }
  | { readonly type: 'dash' | 'comma' | 'from' | 'after' | 'to' | 'until' }
  | { readonly type: 'word'; readonly text: string }

type Reader = readonly [RegExp, (match: RegExpExecArray) => Token | null]

const END = '(?![а-яa-z\\d])'
const re = (source: string) => new RegExp(source, 'y')

/** Two years in a row are a school year unless the words say «годы». */
function isSchool(more: number, said: string | undefined, words: string): boolean {
  return said !== undefined || (more === 1 && !/(?:год[ыоа][а-я]*|гг\.?)$/.test(words.replace(/года$/, '')))
}

function fullYear(words: string): number {
  return words.length === 2 ? 2000 + Number(words) : Number(words)
}

const READERS: readonly Reader[] = [
  [/\s+|[()[\]:.!]+/y, () => null],
  [/((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/y, ([, y, m, d]) => date(+d, +m, +y)],
  [
    /(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})(?!\d)\s*(?:г\.?|года?)?(?![а-я])/y,
    ([, d, , m, y]) => date(+d, +m, fullYear(y)),
  ],
  [/(\d{1,2})-(\d{1,2})-((?:19|20)\d\d)(?!\d)/y, ([, d, m, y]) => date(+d, +m, +y)],
  [/в?\s*\d{1,2}[.:]\d\d\s*(?:ч\.?|час[а-я]*)/y, () => null],
  [
    /в\s+\d{1,2}[.:][0-5]\d(?![\d.])/y,
    ([whole]) => (/[.](0[1-9]|1[0-2])$/.test(whole) ? { type: 'word', text: whole } : null),
  ],
  [/\d{1,2}:\d\d/y, () => null],
  [
    /(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?!\d)/y,
    ([, month, year]) => ({ type: 'month', month: +month, misspelt: false, year: +year }),
  ],
  // «10.00» is an hour.
  [/(?:[01]?\d|2[0-3])\.(?:00|[2-5]\d|1[3-9])(?![\d.])/y, () => null],
  [/(\d{1,2})\.(\d{2})(?![\d])/y, ([, d, m]) => date(+d, +m, null)],
  [
    re(
      `((?:19|20)\\d\\d)(?:\\s*(?:год[а-я]*|г)?\\.?\\s*[-/]\\s*((?:20)?\\d\\d)(?![\\d.]))?\\s*(?:-?\\s*(?:ый|й|го|м)${END})?\\s*(учебн[а-я]+|уч\\.?(?![а-я]))?\\s*\\.?\\s*(?:год[а-я]*|гг|г${END})?\\.?`,
    ),
    ([whole, y, second, school]) => {
      const to = second === undefined ? +y : fullYear(second)
      return to < +y
        ? { type: 'word', text: y }
        : { type: 'year', from: +y, to, school: isSchool(to - +y, school, whole) }
    },
  ],
  [
    re(`(?:текущего|этого|данного|т\\.|с\\.)\\s*(?:календарного\\s*)?(?:года|г\\.?)${END}`),
    () => ({ type: 'this-year' }),
  ],
  [
    re(
      `(начал[а-я]|конц[а-я]|конец|окончани[а-я])\\s+((?:текущего|нового|следующего|будущего|данного)\\s+)?(учебн[а-я]+\\s+года|уч\\.?\\s*(?:года?|г\\.?)|(?:календарного\\s+)?года|полугоди[а-я])${END}`,
    ),
    ([, edge, which = '', of]) => ({
      type: 'edge',
      edge: edge.startsWith('нач') ? 'begin' : 'end',
      of: of.startsWith('уч') ? 'school-year' : of.startsWith('полуг') ? 'half-year' : 'year',
      which: /^(след|буд)/.test(which) ? 'next' : which.startsWith('нов') ? 'new' : 'this',
    }),
  ],
  [re(`${ORDINAL}\\s*(?:квартал[а-я]*|кв\\.)${END}?`), ([whole, n]) => numbered('quarter', 4, n, whole)],
  [re(`${ORDINAL}\\s*(?:полугоди[а-я]*|п\\/г)${END}`), ([whole, n]) => numbered('half-year', 2, n, whole)],
  [
    re(`${ORDINAL}\\s*(?:учебн[а-я]+\\s+)?четверт[а-я]*${END}`),
    ([whole, n]) => numbered('school-quarter', 4, n, whole),
  ],
  [re(`${ORDINAL}\\s*(декад|недел|половин)[а-я]*${END}`), ([, n, what]) => partToken(ordinal(n), what)],
  [
    re(`${ORDINAL}\\s+${DAY_NAME}${END}`),
    ([, n, day]) => ({ type: 'part', part: nthWeekday(ordinal(n), weekdayOfName(day)) }),
  ],
  [re(`начал[а-я]${END}`), () => ({ type: 'part', part: 'beginning' })],
  [re(`середин[а-я]${END}`), () => ({ type: 'part', part: 'middle' })],
  [re(`(?:конец|конц[а-я]|окончани[а-я])${END}`), () => ({ type: 'part', part: 'end' })],
  [/-/y, () => ({ type: 'dash' })],
  [re(`[,;/+]|и${END}|или${END}|а также`), () => ({ type: 'comma' })],
  [re(`(?:начиная\\s+)?со?${END}|начиная${END}`), () => ({ type: 'from' })],
  [re(`после${END}`), () => ({ type: 'after' })],
  [re(`по${END}`), () => ({ type: 'to' })],
  [
    re(`(?:в\\s+срок\\s+)?(?:до|не\\s+поздн(?:ее|ей)(?:\\s+чем)?|не\\s+позже|ко?)${END}`),
    () => ({ type: 'until' }),
  ],
  [
    /(\d{1,2})(?:\s*-?\s*(?:го|ого|е|му|х|ти|й)(?![а-я]))?(?!\d)/y,
    ([, n]) => ({ type: 'number', value: +n }),
  ],
  [/[а-яa-z]+(?:-[а-яa-z]+)*/y, ([word]) => monthToken(word) ?? { type: 'word', text: word }],
  [/./y, ([sign]) => ({ type: 'word', text: sign })],
]

/** Months hyphenated together («март-апрель») are given back to be read one by one. */
function monthToken(word: string): Token | null {
  const month = monthOf(word)
  if (month !== null) return { type: 'month', month, misspelt: false }
  if (word.includes('-')) return null
  const like = monthLike(word)
  return like === null ? null : { type: 'month', month: like, misspelt: true }
}

function date(day: number, month: number, year: number | null): Token {
  return { type: 'date', day, month, year }
}

/** «последняя четверть» is the fourth; there is no fifth, which stays a word. */
function numbered(
  type: 'quarter' | 'half-year' | 'school-quarter',
  most: number,
  said: string,
  whole: string,
): Token {
  const number = /^послед/.test(said) ? most : ordinal(said)
  return number >= 1 && number <= most ? { type, number } : { type: 'word', text: whole }
}

function partToken(number: number, what: string): Token | null {
  const name = number === 9 ? 'last' : number
  if (what === 'недел')
    return number === 9 || number <= 4 ? { type: 'part', part: `week-${name}` as PartOfMonth } : null
  if (what === 'декад')
    return number === 9 || number <= 3
      ? { type: 'part', part: `decade-${number === 9 ? 3 : number}` as PartOfMonth }
      : null
  return number <= 2
    ? { type: 'part', part: `half-${number}` as PartOfMonth }
    : { type: 'part', part: 'half-2' }
}

/** Cuts cleaned words into tokens. */
export function scanWords(words: string): Token[] {
  const tokens: Token[] = []
  const text = spellOut(words)
  // A hyphen inside a pair of months is a dash; inside other words it stays.
  const apart = text.replace(/([а-я]{3,})-(?=([а-я]{3,}))/g, (whole, left, right) =>
    monthOf(left) !== null || monthOf(right) !== null || monthLike(left) !== null ? `${left} - ` : whole,
  )
  for (let at = 0; at < apart.length; ) {
    for (const [pattern, make] of READERS) {
      pattern.lastIndex = at
      const match = pattern.exec(apart)
      if (!match || match[0] === '') continue
      const token = make(match)
      if (token) tokens.push(token)
      at = pattern.lastIndex
      break
    }
  }
  return tokens
}
