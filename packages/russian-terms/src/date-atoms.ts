import { daysInMonth, isoDate, lastOf } from './dates.ts'
import type { Token } from './scan-words.ts'
import type { NthWeekday, PartOfMonth, Span } from './term.ts'
import { dayOfNth, isNthWeekday } from './weekdays.ts'

/** A piece of a date expression that can stand alone: a day, a month, a quarter, a year… */
export interface Atom {
  readonly type: 'day' | 'month' | 'quarter' | 'half-year' | 'school-quarter' | 'part' | 'year' | 'edge'
  /** Day of the month, or number of the quarter or half. */
  readonly number: number
  readonly month: number
  readonly part: PartOfMonth | null
  readonly edge: 'begin' | 'end'
  readonly of: 'year' | 'school-year' | 'half-year'
  readonly which: 'this' | 'next' | 'new'
  /** Null: not said yet. */
  year: number | null
  /** The year is that of a school year («май 2021/2022 учебного года»). */
  school: boolean
  /** Last year of several. */
  lastYear: number | null
}

export type Separator = 'comma' | 'dash' | 'from' | 'after' | 'to' | 'until'

/** One stretch as it is written: an atom, or from an atom to another. */
export interface Group {
  readonly from: Atom
  readonly to: Atom | null
  readonly border: 'from' | 'until' | null
  /** «после 12 марта» begins on the day behind. */
  readonly after?: boolean
  /** «по май», «до мая включительно»: the border lies within. */
  readonly whole?: boolean
}

export interface Parsed {
  readonly groups: readonly Group[]
  /** Words that no date was made of. */
  readonly left: readonly string[]
  readonly misspelt: boolean
}

type Item = { readonly atom: Atom } | { readonly separator: Separator }

const FILLERS =
  /^(в|во|на|срок|сроки|сроком|период|течение|течении|месяц|месяца|месяце|месяцы|мес|г|гг|год|года|году|числа|число|включительно|с|от|за|весь|всего|квартал|дата|далее|учебный|учебного|учебном|для|то|есть|начала|ранее|не|это)$/

const blank: Atom = {
  type: 'day',
  number: 0,
  month: 0,
  part: null,
  edge: 'end',
  of: 'year',
  which: 'this',
  year: null,
  school: false,
  lastYear: null,
}

/** Puts tokens together: numbers to their months, years to what stands before them, pairs to stretches. */
export function parseTokens(tokens: readonly Token[]): Parsed {
  const items: Item[] = []
  const left: string[] = []
  let misspelt = false
  const add = (atom: Partial<Atom>) => items.push({ atom: { ...blank, ...atom } })
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    const previous = tokens[at - 1]
    switch (token.type) {
      case 'date':
        add({ type: 'day', number: token.day, month: token.month, year: token.year })
        break
      case 'number': {
        const next = tokens[at + 1]
        if (next?.type === 'month') {
          add({ type: 'day', number: token.value, month: next.month })
          misspelt ||= next.misspelt
          at += 1
          break
        }
        const month = monthAhead(tokens, at + 1)
        if (month === null) left.push(String(token.value))
        else add({ type: 'day', number: token.value, month })
        break
      }
      case 'month':
        misspelt ||= token.misspelt
        if (previous?.type === 'part') add({ type: 'part', part: previous.part, month: token.month })
        else add({ type: 'month', month: token.month, year: token.year ?? null })
        break
      case 'quarter':
      case 'half-year':
      case 'school-quarter':
        add({ type: token.type, number: token.number })
        break
      case 'edge':
        add({ type: 'edge', edge: token.edge, of: token.of, which: token.which })
        break
      case 'year':
        addYear(items, token)
        break
      case 'dash':
      case 'comma':
      case 'from':
      case 'after':
      case 'to':
      case 'until':
        items.push({ separator: token.type })
        break
      case 'part':
        if (tokens[at + 1]?.type !== 'month') left.push(token.part)
        break
      case 'word':
        if (!FILLERS.test(token.text)) left.push(token.text)
        break
    }
  }
  const included = tokens.some(token => token.type === 'word' && token.text === 'включительно')
  return { groups: groupItems(items, included), left, misspelt }
}

/** The month that a bare number shares with the date further on («12, 13 и 15 марта», «12-15.03.2021»). */
function monthAhead(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    if (token.type === 'date' && at > from) return token.month
    if (token.type === 'number' && tokens[at + 1]?.type === 'month' && at > from)
      return (tokens[at + 1] as { month: number }).month
    if (!['number', 'dash', 'comma', 'to', 'until'].includes(token.type)) return null
  }
  return null
}

function addYear(items: Item[], { from, to, school }: Extract<Token, { type: 'year' }>): void {
  const last = items.at(-1)
  const beforeLast = items.at(-2)
  const owner =
    last && 'atom' in last
      ? last.atom
      : last &&
          'separator' in last &&
          ['comma', 'dash'].includes(last.separator) &&
          beforeLast &&
          'atom' in beforeLast
        ? beforeLast.atom
        : null
  const several = to > from
  if (owner && owner.year === null && owner.type !== 'year') {
    if (last && 'separator' in last) items.pop()
    owner.year = from
    owner.school = school || to === from + 1
    return
  }
  items.push({
    atom: { ...blank, type: 'year', year: from, school, lastYear: several ? to : null },
  })
}

/** «до 20 октября, 20 января»: days behind a comma have the border of the first. */
function continuesDays(last: Group | undefined, atom: Atom, before: Item | undefined): boolean {
  const ofDay =
    last?.border === 'until' && last.to === null && last.from.type === 'day' && atom.type === 'day'
  return ofDay && before !== undefined && 'separator' in before && before.separator === 'comma'
}

const isDash = (item: Item | undefined) =>
  item !== undefined && 'separator' in item && item.separator === 'dash'

function groupItems(items: readonly Item[], included: boolean): Group[] {
  const groups: Group[] = []
  let border: Group['border'] = null
  let after = false
  let whole = false
  for (let at = 0; at < items.length; at++) {
    const item = items[at]
    if ('separator' in item) {
      whole = item.separator === 'to' && border === null
      if (item.separator === 'until' || item.separator === 'from') border = item.separator
      else if (item.separator === 'after') border = 'from'
      else if (item.separator === 'to' && border === null) border = 'until'
      after = item.separator === 'after'
      continue
    }
    const [joint, next] = [items[at + 1], items[at + 2]]
    if (border === null && continuesDays(groups.at(-1), item.atom, items[at - 1]) && !isDash(joint))
      border = 'until'
    const joins =
      joint &&
      'separator' in joint &&
      (joint.separator === 'dash' ||
        (border === 'from' && (joint.separator === 'to' || joint.separator === 'until')) ||
        (joint.separator === 'to' && border === null))
    if (joins && next && 'atom' in next) {
      groups.push({ from: item.atom, to: next.atom, border: border === 'until' ? 'until' : null, after })
      at += 2
    } else {
      groups.push({ from: item.atom, to: null, border, after, whole: whole || included })
    }
    border = null
    after = false
  }
  return groups
}

const SCHOOL_QUARTERS = [
  [9, 10],
  [11, 12],
  [1, 3],
  [4, 5],
]

/** First and last month of an atom. */
export function monthsOf(atom: Atom, school: boolean): readonly [number, number] {
  const { type, number, month } = atom
  if (type === 'quarter') return [number * 3 - 2, number * 3]
  if (type === 'school-quarter') return SCHOOL_QUARTERS[number - 1] as [number, number]
  if (type === 'half-year') {
    if (school) return number === 1 ? [9, 12] : [1, 5]
    return number === 1 ? [1, 6] : [7, 12]
  }
  return [month, month]
}

/** The days of a part of a month; weeks are its sevens, since no plan says which Monday it means. */
function partSpan(part: Exclude<PartOfMonth, NthWeekday>, year: number, month: number): Span {
  const last = daysInMonth(year, month)
  const days: Readonly<Record<typeof part, readonly [number, number]>> = {
    beginning: [1, 10],
    middle: [11, 20],
    end: [21, last],
    'half-1': [1, 15],
    'half-2': [16, last],
    'decade-1': [1, 10],
    'decade-2': [11, 20],
    'decade-3': [21, last],
    'week-1': [1, 7],
    'week-2': [8, 14],
    'week-3': [15, 21],
    'week-4': [22, 28],
    'week-last': [last - 6, last],
  }
  const [from, to] = days[part]
  return { start: isoDate(year, month, from), end: isoDate(year, month, to) }
}

/** The days of an atom whose year is known; null when there is no such day. */
export function spanOf(atom: Atom, school: boolean): Span | null {
  const year = atom.year!
  if (atom.type === 'day') {
    const { month, number } = atom
    if (month < 1 || month > 12 || number < 1 || number > daysInMonth(year, month)) return null
    return { start: isoDate(year, month, number), end: isoDate(year, month, number) }
  }
  if (atom.type === 'part') {
    const part = atom.part!
    if (!isNthWeekday(part)) return partSpan(part, year, atom.month)
    const day = dayOfNth(part, year, atom.month)
    return day === null ? null : { start: day, end: day }
  }
  const [from, to] = monthsOf(atom, school)
  return { start: isoDate(year, from, 1), end: lastOf(year, to) }
}
