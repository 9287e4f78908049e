import { subjectOf } from './subjects.ts'

/** What a text says of an assessment; null where it says nothing or says two things. */
export interface SubjectClues {
  readonly subject: string | null
  readonly grade: number | null
  readonly year: number | null
  readonly version: 'базовая' | 'углублённая' | null
}

const LOGIN = /(?<!\p{L})(?:sch|edu|ksh)[\s-]*\d{6}|reg\d+(?: ?m\d+)?/gu
const DATES = [
  /(?<!\d)\d{1,2}[.-]\d{1,2}[.-](?:20)?\d{2}(?!\d)/g,
  /(?<!\d)20\d{2}[.-]\d{1,2}[.-]\d{1,2}(?!\d)/g,
  /(?<!\d)20\d{6}(?!\d)/g,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
]
/** A number that belongs to a school, a sheet, a copy or a variant. */
const NUMBERED =
  /(?<!\p{L})(?:n|школ[а-я]*|сош|оош|гимнази[а-я]*|лице[а-я]*|вариант[а-я]*|част[а-я]*|лист[а-я]*|регион[а-я]*|копи[а-я]*|том|v|версия)\s*(?:n\s*)?\d+/gu
const SCHOOL_YEAR = /(?<!\d)(20\d{2})\s*[-–—/]\s*(?:20)?(\d{2})(?!\d)(?:\s*(?:уч[а-я.]*|г[а-я.]*))*/g
const YEAR = /(?<!\d)(20[12]\d)(?!\d)/g
const GRADE_BEFORE =
  /(?<!\d)(1[01]|[1-9])\s*-?\s*(?:(?:го|му|м|й|х|е|ые|ый|ого|ых)\s+)?(?:["«]?[а-я]["»]?\s+)?кл(?:асс[а-я]*)?(?!\p{L})/gu
const GRADE_AFTER = /(?<!\p{L})класс[а-я]*\s*[:=]?\s*(1[01]|[1-9])(?!\d)/gu
const LONE = /(?<![\d.,])(1[01]|[2-9])(?![\d.,])/g

/**
 * Reads subject, grade, year and version from a file's name (without extension) or a line of text: «2021 Русский
 * язык, 4 класс», «Результаты ВПР по русскому языку 4 класс», «биология_6_2022», «Математика (углублённая) 7
 * класс». A school year means its spring («2021-2022» is 2022); figures of logins, dates and school numbers are
 * never taken for a year or a grade.
 *
 * @param loneGrade whether a bare number may be the grade, as in names of files («биология_6_2022»); lines of a
 *   sheet hold other numbers too, there the word «класс» is needed.
 */
export function readSubject(text: string, { loneGrade = true } = {}): SubjectClues {
  const plain = text
    .replaceAll('№', ' n ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/_/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(LOGIN, ' ')
  const spring: number[] = []
  const withoutSchoolYears = plain.replace(SCHOOL_YEAR, (whole, from: string, to: string) => {
    if (Number(to) !== (Number(from) + 1) % 100) return whole
    spring.push(Number(from) + 1)
    return ' '
  })
  const undated = DATES.reduce((rest, date) => rest.replace(date, ' '), withoutSchoolYears)
  const years = [...undated.matchAll(YEAR)].map(match => Number(match[1]))
  const yearless = undated.replace(YEAR, ' ')
  return {
    subject: subjectOf(
      yearless
        .replace(/\d+/g, ' ')
        .replace(/[().,;«»"]/g, ' ')
        .replace(/\s+/g, ' '),
    ),
    grade: gradeOf(yearless, loneGrade),
    year: only([...spring, ...years]),
    version: versionOf(yearless),
  }
}

function gradeOf(text: string, loneGrade: boolean): number | null {
  const named = [...text.matchAll(GRADE_BEFORE), ...text.matchAll(GRADE_AFTER)].map(match => Number(match[1]))
  if (named.length > 0 || !loneGrade) return only(named)
  const rest = text.replace(NUMBERED, ' ').replace(/\(\d+\)/g, ' ')
  return only([...rest.matchAll(LONE)].map(match => Number(match[1])))
}

function versionOf(text: string): 'базовая' | 'углублённая' | null {
  const advanced = /углубл|профильн/.test(text)
  const base = /базов/.test(text)
  if (advanced === base) return null
  return advanced ? 'углублённая' : 'базовая'
}

/** Clues of several texts as one: what they agree on, or what only one of them says. */
export function mergeClues(clues: readonly SubjectClues[]): SubjectClues {
  const known = <K extends keyof SubjectClues>(key: K) => {
    const values = new Set(clues.map(one => one[key]).filter(value => value !== null))
    return values.size === 1 ? [...values][0] : null
  }
  return { subject: known('subject'), grade: known('grade'), year: known('year'), version: known('version') }
}

/** The single distinct value of a list, null for none or several. */
function only(values: readonly number[]): number | null {
  const distinct = new Set(values)
  return distinct.size === 1 ? [...distinct][0] : null
}
