import { cleanWords } from './clean-words.ts'
import { type Atom, monthsOf, type Parsed, parseTokens } from './date-atoms.ts'
import { addDays, dayWithin, isoDate, lastOf, partsOf } from './dates.ts'
import { plainForms } from './plain-forms.ts'
import { type FoundBound, readBound } from './read-bound.ts'
import { type Reading, readDates } from './read-dates.ts'
import { readOpen, readSomeTime } from './read-open.ts'
import { readRecurring } from './read-recurring.ts'
import { scanWords } from './scan-words.ts'
import type { Confidence, Doubt, Period, Rule, Term } from './term.ts'

/** Acts are named by their dates: «в соответствии с приказом от 12.03.2021 № 45». */
const DATE_OF_ACT =
  /(?<![а-я])от\s+(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\s+[а-я]+\s+\d{4})\s*(?:г\.?|года)?\s*(?:(?:№|n)\s*[\d/а-я-]+)?/g

/** No term is longer; reading takes longer than its words grow. */
const MOST_LETTERS = 2000

/**
 * Reads the words of a term. The period of the plan gives years that the words lack. Always returns a term with the
 * original words: what is not understood is of kind `unknown` and low confidence, never guessed.
 */
export function readTerm(words: string, { period = null }: { readonly period?: Period | null } = {}): Term {
  const original = words.replace(/\s+/g, ' ').trim()
  const { text, misspelt } = cleanWords(original.slice(0, MOST_LETTERS))
  const { reading: found, left, spelling } = read(plainForms(text.replace(DATE_OF_ACT, ' ')), period)
  const reading = withRealDates(found)
  const doubts = new Set<Doubt>(reading.doubts)
  if ((misspelt || spelling) && reading.kind !== 'unknown') doubts.add('misspelt')
  if ((left || original.length > MOST_LETTERS) && reading.kind !== 'unknown') doubts.add('words-left')
  if (/триместр/.test(text) && reading.start !== null) doubts.add('school-calendar')
  const { kind, start, end, rule } = reading
  return { original, kind, start, end, rule, confidence: confidenceOf(kind, doubts), doubts: [...doubts] }
}

/** Dates that cannot be are left out, and said. */
function withRealDates(reading: Reading): Reading {
  const { start, end, doubts } = reading
  const unreal = [start, end].some(day => day !== null && addDays(day, 0) !== day)
  const turned = start !== null && end !== null && start > end
  if (!unreal && !turned) return reading
  const doubt: Doubt = unreal ? 'date-impossible' : 'end-before-start'
  return { ...reading, start: null, end: null, doubts: [...doubts, doubt] }
}

const GRAVE: ReadonlySet<Doubt> = new Set([
  'year-unknown',
  'date-impossible',
  'end-before-start',
  'not-understood',
] satisfies Doubt[])

function confidenceOf(kind: Term['kind'], doubts: ReadonlySet<Doubt>): Confidence {
  if (kind === 'unknown' || [...doubts].some(doubt => GRAVE.has(doubt))) return 'low'
  return doubts.size > 0 ? 'medium' : 'high'
}

interface Read {
  readonly reading: Reading
  readonly left: boolean
  readonly spelling: boolean
}

const UNKNOWN: Reading = { kind: 'unknown', start: null, end: null, rule: null, doubts: ['not-understood'] }

function read(text: string, period: Period | null): Read {
  const recurring = readRecurring(text)
  const bound = readBound(recurring?.rest ?? text)
  const open = readOpen(recurring?.rest ?? text)
  const first = bound && (!open || bound.index <= open.index) ? bound : null
  const withoutBound = bound && bound.index !== open?.index ? bound.rest : (recurring?.rest ?? text)
  const parsed = parseTokens(scanWords(withoutOpen(withoutBound)))
  const dates = readDates(parsed, period)
  const shape = { left: parsed.left.length > 0, spelling: parsed.misspelt }
  if (recurring && !isPossible(recurring.rule)) return { ...shape, reading: UNKNOWN }
  if (recurring) {
    const options = { goesOn: /далее|начиная/.test(text), school: Boolean(period?.school) }
    return { ...shape, reading: readEvery(recurring.rule, parsed, dates, options) }
  }
  if (dates?.start && open?.rule.of === 'always' && goesOn(text.slice(0, open.index), parsed))
    return { ...shape, reading: { ...dates, kind: 'open', end: null, rule: open.rule } }
  // «2 недели до экзамена» says more than a date beside it can; otherwise the date is the term.
  if (dates) return { ...shape, reading: dates }
  const years = parsed.groups.filter(({ from }) => from.type === 'year')
  if (first) return { ...shape, left: false, reading: ofBound(first, years[0]?.from.year ?? null) }
  if (open) return { ...shape, reading: openWithYears(open.rule, parsed) }
  if (years.length > 0) return { ...shape, reading: ofYears(parsed) }
  if (bound) return { ...shape, left: false, reading: ofBound(bound, null) }
  const some = readSomeTime(text)
  if (some)
    return {
      ...shape,
      reading: { kind: 'open', start: null, end: null, rule: some, doubts: ['approximate'] },
    }
  return { ...shape, reading: UNKNOWN }
}

/** «сентябрь 2021 г. – постоянно», «с 1 сентября постоянно»: the date only begins it. */
function goesOn(before: string, { groups }: Parsed): boolean {
  const [first, ...more] = groups
  return (
    more.length === 0 &&
    first.to === null &&
    (first.border === 'from' || /(?:-|далее|затем)\s*$/.test(before))
  )
}

function withoutOpen(text: string): string {
  return readOpen(text)?.rest ?? text
}

function ofBound({ rule }: FoundBound, year: number | null): Reading {
  if (rule.type === 'procedure')
    return {
      kind: 'by-procedure',
      start: null,
      end: null,
      rule: { ...rule, year: rule.year ?? year },
      doubts: [],
    }
  const doubts: Doubt[] = rule.event === '' ? ['words-left'] : []
  return { kind: 'by-event', start: null, end: null, rule, doubts }
}

/** «в течение 2021 года»: open, and yet the words give its borders. */
function openWithYears(rule: Extract<Rule, { type: 'throughout' }>, parsed: Parsed): Reading {
  const [group] = parsed.groups
  if (group?.from.type !== 'year') return { kind: 'open', start: null, end: null, rule, doubts: [] }
  return { ...bordersOfYears(parsed), rule, kind: 'open', doubts: [] }
}

function ofYears(parsed: Parsed): Reading {
  const [{ from, border, to }] = parsed.groups.filter(group => group.from.type === 'year')
  const first = from.year!
  if (border === 'until')
    return {
      kind: 'deadline',
      start: null,
      end: from.school ? isoDate(first, 8, 31) : isoDate(first - 1, 12, 31),
      rule: null,
      doubts: ['approximate'],
    }
  const school = from.school
  const rule: Rule = { type: 'throughout', of: school ? 'school-year' : 'year' }
  if (border === 'from' && !to)
    return { kind: 'open', start: isoDate(first, school ? 9 : 1, 1), end: null, rule, doubts: [] }
  return { kind: 'open', ...bordersOfYears(parsed), rule, doubts: [] }
}

function bordersOfYears(parsed: Parsed): Pick<Reading, 'start' | 'end'> {
  const years = parsed.groups
    .flatMap(({ from, to }) => [from, ...(to ? [to] : [])])
    .filter(atom => atom.type === 'year')
  const first = years[0]
  const last = years.at(-1)!
  const { school } = first
  const lastYear = last.lastYear ?? last.year!
  return school
    ? {
        start: isoDate(first.year!, 9, 1),
        end: isoDate(lastYear > first.year! ? lastYear : first.year! + 1, 8, 31),
      }
    : { start: isoDate(first.year!, 1, 1), end: isoDate(lastYear, 12, 31) }
}

type Every = Extract<Rule, { type: 'every' }>

/** «раз в 0 дней» and «до 45 числа» say nothing that could be done. */
function isPossible({ step, times, day }: Every): boolean {
  return step > 0 && times > 0 && (day === null || (day > 0 && day <= 31))
}

/** Doubts of one date that a date of every year does not share. */
const OF_ONE_YEAR: ReadonlySet<Doubt> = new Set(['year-unknown', 'year-ambiguous', 'outside-period'])

/** «Май, ежегодно с 2023», «ежемесячно с сентября по май», «ежегодно до 1 марта». */
function readEvery(
  every: Every,
  { groups }: Parsed,
  dates: Reading | null,
  { goesOn, school }: { readonly goesOn: boolean; readonly school: boolean },
): Reading {
  const years = groups.filter(({ from }) => from.type === 'year')
  const dated = groups.filter(({ from }) => from.type !== 'year' && from.type !== 'edge')
  const [group] = dated
  let rule: Every = every
  let borders: Pick<Reading, 'start' | 'end'> = { start: null, end: null }
  let doubts: readonly Doubt[] = []
  if (every.unit === 'year' && group) {
    const monthly = (atom: Atom | null) =>
      atom !== null && monthsOf(atom, school || atom.school)[0] > 0 ? atom : null
    const months = dated.flatMap(({ from, to }) => {
      const inSchool = school || from.school
      return monthsBetween(monthsOf(from, inSchool)[0], monthsOf(monthly(to) ?? from, inSchool)[1])
    })
    const day = group.from.type === 'day' && !group.to ? group.from.number : null
    rule = { ...every, months: [...new Set(months)], day, by: group.border === 'until' }
    // The last day of February is due in every year, whatever its number.
    const leapDay = day === 29 && group.from.month === 2
    const said = (dates?.doubts ?? []).filter(
      doubt => !OF_ONE_YEAR.has(doubt) && !(leapDay && doubt === 'date-impossible'),
    )
    doubts = dated.every(({ to }) => to === null || monthly(to)) ? said : [...said, 'words-left']
  } else if (dates) {
    borders = goesOn ? { ...dates, end: null } : dates
    doubts = dates.doubts
  }
  if (years.length > 0) borders = spanOfYears(years, rule)
  // «раз в месяц по пятницам»: which Friday nobody says.
  if (rule.unit === 'month' && rule.weekday !== null && rule.nth === undefined) {
    rule = { ...rule, weekday: null }
    doubts = [...doubts, 'words-left']
  }
  return { kind: 'recurring', ...pick(borders), rule, doubts }
}

function pick({ start, end }: Pick<Reading, 'start' | 'end'>): Pick<Reading, 'start' | 'end'> {
  return { start, end }
}

function monthsBetween(from: number, to: number): number[] {
  const count = ((to - from + 12) % 12) + 1
  return Array.from({ length: count }, (_, at) => ((from - 1 + at) % 12) + 1)
}

/** «ежегодно с 2022/2023 учебного года» goes on without end from its September. */
function spanOfSchoolYears(
  first: number,
  lastYear: number | null,
  goesOn: boolean,
  { months, day, by }: Pick<Every, 'months' | 'day' | 'by'>,
): Pick<Reading, 'start' | 'end'> {
  const [month] = months
  if (month === undefined || day === null || by) {
    const start =
      month !== undefined && month < 8 ? isoDate(first + 1, month, 1) : isoDate(first, month ?? 9, 1)
    return { start, end: goesOn ? null : isoDate(lastYear ?? first + 1, 8, 31) }
  }
  const start = dayWithin(month < 8 ? first + 1 : first, month, day)
  return { start, end: goesOn ? null : isoDate(lastYear ?? first + 1, 8, 31) }
}

function spanOfYears(years: Parsed['groups'], { months, day, by }: Every): Pick<Reading, 'start' | 'end'> {
  const [{ from, to, border }] = years
  const first = from.year!
  if (from.school) {
    const lastYear = to ? (to.lastYear ?? to.year) : from.lastYear
    return spanOfSchoolYears(first, lastYear, border === 'from' && !to, { months, day, by })
  }
  const last = to?.year ?? from.lastYear ?? (border === 'from' ? null : first)
  const firstMonth = months[0] ?? 1
  const lastMonth = months.at(-1) ?? 12
  const start = dayWithin(first, firstMonth, day !== null && !by ? day : 1)
  if (border === 'until') return { start: null, end: isoDate(first, 12, 31) }
  if (last === null) return { start, end: null }
  const end = day === null ? lastOf(last, lastMonth) : dayWithin(last, lastMonth, day)
  return { start, end: partsOf(end).year < first ? null : end }
}
