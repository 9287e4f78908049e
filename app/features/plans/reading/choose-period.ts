import { calendarYears, findTermOfRequest, type Period, readTerm, schoolYear } from '@objektiv/russian-terms'
import type { Draft } from './draft.ts'
import type { Approval, PlanPeriod } from './plan.ts'
import { periodOfTerms, termWords } from './terms.ts'

/** The period that a person gave, with their words. */
export interface GivenPeriod {
  readonly words: string
  readonly period: Period
}

/** What a document says of its own time. */
interface Said {
  readonly title: string | null
  /** What stands before the measures. */
  readonly front: readonly string[]
  readonly period: PlanPeriod | null
  readonly approval: Approval | null
}

/** The period of a plan: as a person gave it, as the document says, as the dates of its terms or of its approval tell. */
export function choosePeriod(
  given: GivenPeriod | null,
  { title, front, period, approval }: Said,
  drafts: readonly Draft[],
): { plan: PlanPeriod; value: Period } | null {
  if (given) {
    const { start, end } = given.period
    return { plan: { original: given.words, start, end, source: 'given' }, value: given.period }
  }
  const words = drafts.flatMap(draft => termWords(draft) ?? [])
  const said = period && (examYear(period, { title, front }, words) ?? summerBefore(period, title) ?? period)
  if (said) return { plan: said, value: { start: said.start, end: said.end, school: isSchool(said) } }
  const ofTerms = periodOfTerms(words)
  if (ofTerms) {
    const { start, end } = ofTerms
    return { plan: { original: null, start, end, source: 'terms' }, value: ofTerms }
  }
  const value = approval?.date ? ofApproval(approval.date) : drafts.some(saysWhen) ? ofAct(front) : null
  if (value === null) return null
  return { plan: { original: null, start: value.start, end: value.end, source: 'approval' }, value }
}

/** A point of running text with a term, which may want a year. */
function saysWhen({ source, cells, text }: Draft): boolean {
  return source === null && (cells.has('term') || findTermOfRequest(text) !== null)
}

/** A plan approved in summer is for the school year that comes, one approved later for that which goes on. */
function ofApproval(date: string): Period {
  const [year, month] = date.split('-').map(Number)
  return schoolYear(month >= 6 ? year : year - 1)
}

const DAY_OF_PAPER =
  /^(?:(?:протокол|решение|приказ|письмо)[^\d№]{0,80}(?:№\s*\S+\s+)?)?(?:от\s+)?(?:["«]?\d{1,2}["»]?\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\s+20\d\d|\d{1,2}\.\d{1,2}\.20\d\d)/i

/** What a meeting decided in May is for the rest of that year; what it decided in autumn, for the school year. */
function ofAct(front: readonly string[]): Period | null {
  const day = front
    .flatMap(line => (line.length < 100 ? (DAY_OF_PAPER.exec(line.trim())?.[0] ?? []) : []))
    .at(0)
  const start =
    day === undefined ? null : readTerm(day.replace(/^\D*(?:№\s*\S+\s+)?\D*?(?=["«]?\d)/, '')).start
  if (start === null) return null
  const [year, month] = start.split('-').map(Number)
  return month >= 8 ? schoolYear(year) : calendarYears(year)
}

function isSchool({ start }: PlanPeriod): boolean {
  return start.endsWith('-09-01')
}

/** «Подготовка к 2011/2012 учебному году» is done before that year begins, in the summer of its first calendar year. */
function summerBefore(period: PlanPeriod, title: string | null): PlanPeriod | null {
  const named =
    /(?:подготовк|готовност)[а-яё]*\s[^.]*\sк\s+(?:началу\s+)?(?:нового\s+|новому\s+)?20\d\d\s*[-–/]\s*(?:20)?\d\d\s*уч/i
  if (title === null || !named.test(title) || !isSchool(period)) return null
  const year = period.start.slice(0, 4)
  return { ...period, start: `${year}-01-01`, end: `${year}-12-31` }
}

const EXAMS = /(?<![А-ЯЁа-яё])(?:ГИА|ЕГЭ|ОГЭ)(?![А-ЯЁа-яё])|государственн[а-яё]+\s+итогов[а-яё]+\s+аттестаци/i
const DAY_OF_ACT = /(?<![а-яё])от\s+["«]?\d{1,2}["»]?(?:\s+[а-яё]+\s+|\.\d{1,2}\.)20\d\d/gi

/**
 * «Подготовка к ГИА в 2023 году» goes on through a school year where the act or a term is of the year before: there
 * «октябрь» is the one before the exams.
 */
function examYear(
  period: PlanPeriod,
  { title, front }: Pick<Said, 'title' | 'front'>,
  words: readonly string[],
): PlanPeriod | null {
  const year = Number(period.start.slice(0, 4))
  const oneYear = period.start === `${year}-01-01` && period.end === `${year}-12-31`
  if (!oneYear || title === null || !EXAMS.test(title)) return null
  const acts = front.join('\n').match(DAY_OF_ACT) ?? []
  const days = [...acts.map(act => act.replace(/^от\s+/i, '')), ...words].flatMap(one => {
    const { start, end, confidence } = readTerm(one)
    return confidence === 'high' ? [start ?? end, end ?? start].filter(day => day !== null) : []
  })
  const before = days.some(day => day >= `${year - 1}-06-01` && day < `${year}-01-01`)
  const after = days.some(day => day > `${year}-08-31`)
  if (after || !(before || goesToSpring(words))) return null
  const { start, end } = schoolYear(year - 1)
  return { ...period, start, end }
}

/** Terms that say no year begin in autumn and go on into spring: the exams come at their end. */
function goesToSpring(words: readonly string[]): boolean {
  const months = words.flatMap(one => {
    const { start, end } = readTerm(one, { period: schoolYear(2030) })
    const day = readTerm(one).start === null ? (start ?? end) : null
    return day === null ? [] : [Number(day.slice(5, 7))]
  })
  const autumn = months.findIndex(month => month >= 8)
  return autumn === 0 && months.some((month, at) => at > autumn && month <= 5)
}
