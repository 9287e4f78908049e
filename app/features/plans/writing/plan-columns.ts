import { type Locale, say } from '../../../messages/format.ts'
import { levelIn } from '../reading/headings.ts'
import { leadingNumber, numberIn } from '../reading/numbers.ts'
import type { Level } from '../reading/plan.ts'
import { splitResponsible } from '../reading/responsible.ts'
import { oneLine, startsLow } from '../reading/words.ts'
import type { DocumentMeasure, PlanDocument } from './plan-document.ts'
import { dayInDigits, responsibleWords } from './words-of-measure.ts'

/** A column of the table of measures: what stands over it, and what it says of a measure. */
export interface PlanColumn {
  readonly id: string
  readonly title: string
  readonly centred: boolean
  readonly words: (measure: DocumentMeasure) => string | null
  /** Measures of this level alone stand in it, beside those of the other levels. */
  readonly level?: Level
}

/** Columns of a plan: only those that have something to say, in the order that people are used to. */
export function columnsOf(locale: Locale, { abbreviations, measures }: PlanDocument): PlanColumn[] {
  const title = (id: string) => say(locale, `plan-document.column.${id}`)
  const column = (id: string, words: PlanColumn['words'], centred = false): PlanColumn[] =>
    measures.some(measure => words(measure) !== null) ? [{ id, title: title(id), centred, words }] : []
  const known = new Map(abbreviations.map(({ short, full }) => [short, full]))
  const others = [
    ...(needsTerm(measures) ? column('term', ({ term }) => term?.words ?? null) : []),
    ...column('start', ({ plannedStart }) => plannedStart && dayInDigits(plannedStart), true),
    ...column('finish', ({ plannedFinish }) => plannedFinish && dayInDigits(plannedFinish), true),
    ...column('place', ({ place }) => place),
    ...column('participants', ({ participants }) => participants),
    ...(needsResponsible(measures, known) ? column('responsible', responsibleWords) : []),
    ...column('performer', ({ performer }) => performer),
    ...column('expected', ({ expectedResult }) => expectedResult),
    ...column('note', ({ note }) => note),
    ...column('completion', ({ completion }) => completion),
  ]
  const texts = textColumns(locale, measures)
  const number: PlanColumn = {
    ...{ id: 'number', title: title('number'), centred: true },
    words: measure => numberWords(measure.number),
  }
  const numbered = measures.some(({ number, text }) => number !== null || looksContinued(text))
  const columns = [...(numbered || others.length === 0 ? [number] : []), ...texts, ...others]
  // Two columns alone leave open whether «1» heads «1.1» or is a measure beside it.
  return columns.length > 2
    ? columns
    : [...columns, { id: 'responsible', title: title('responsible'), centred: false, words: () => null }]
}

/** Without a column that says «no number» it would be taken for one, or for the rest of the row above. */
function looksContinued(text: string): boolean {
  const words = oneLine(text)
  return startsLow(words) || leadingNumber(words).number !== null
}

/** A letter is a number only with its bracket: «а)». */
export function numberWords(number: string | null): string | null {
  if (number === null || numberIn(number) === number) return number
  return numberIn(`${number})`) === number ? `${number})` : number
}

/** The words of the term are no more than the planned dates beside it. */
function needsTerm(measures: readonly DocumentMeasure[]): boolean {
  return measures.some(({ term, plannedStart, plannedFinish }) => {
    const [start, finish] = [plannedStart, plannedFinish].map(day => day && dayInDigits(day))
    if (start === null && finish === null) return term !== null
    const made =
      start && finish
        ? start === finish
          ? start
          : `${start} – ${finish}`
        : finish
          ? `до ${finish}`
          : `с ${start}`
    return term?.words !== made
  })
}

/** Where a plan names only performers, they are those who answer. */
function needsResponsible(
  measures: readonly DocumentMeasure[],
  abbreviations: ReadonlyMap<string, string>,
): boolean {
  return measures.some(({ responsible, performer }) => {
    const same = splitResponsible(performer ?? '', abbreviations)
    return (
      responsible.map(({ original }) => original).join('\n') !==
      same.map(({ original }) => original).join('\n')
    )
  })
}

const ORDER: readonly Level[] = ['region', 'municipality', 'school']

/** One column of measures, or one for each level where they stand side by side. */
function textColumns(locale: Locale, measures: readonly DocumentMeasure[]): PlanColumn[] {
  const title = (id: string) => say(locale, `plan-document.column.${id}`)
  const text = ({ text: words }: DocumentMeasure) => words
  const levels = ORDER.filter(level => measures.some(measure => measure.level === level))
  if (levels.length > 1 && standSideBySide(measures))
    return levels.map(level => ({
      ...{ id: `text-${level}`, title: title(`level-${level}`), centred: false, level },
      words: measure => (measure.level === level ? measure.text : null),
    }))
  const plain: PlanColumn = { id: 'text', title: title('text'), centred: false, words: text }
  const implied = measures.every(({ level, section }) => level === levelIn(section ?? ''))
  if (implied) return [plain]
  if (measures.every(({ level }) => level === levels[0]))
    return [{ ...plain, title: title(`text-${levels[0]}`) }]
  const level: PlanColumn = {
    ...{ id: 'level', title: title('level'), centred: true },
    words: measure => measure.level && say(locale, `plan-document.level.${measure.level}`),
  }
  return [plain, level]
}

/** Rows of a table of levels: measures of one number in the order of the levels, alike in all but their text. */
export function rowsOf(measures: readonly DocumentMeasure[], sideBySide: boolean): DocumentMeasure[][] {
  const rows: DocumentMeasure[][] = []
  for (const measure of measures) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (sideBySide && row && last && standsBeside(last, measure)) row.push(measure)
    else rows.push([measure])
  }
  return rows
}

function standsBeside(one: DocumentMeasure, next: DocumentMeasure): boolean {
  if (one.level === null || next.level === null || next.yearAgain) return false
  return ORDER.indexOf(one.level) < ORDER.indexOf(next.level) && sameButText(one) === sameButText(next)
}

function sameButText({ text: _, level: __, yearAgain: ___, ...rest }: DocumentMeasure): string {
  return JSON.stringify(rest)
}

function standSideBySide(measures: readonly DocumentMeasure[]): boolean {
  if (measures.some(({ level }) => level === null)) return false
  const rows = rowsOf(measures, true)
  return rows.filter(({ length }) => length > 1).length * 2 >= rows.length
}
