import type { Cell } from '../../../documents/spreadsheet/types.ts'
import { plainExamCode } from '../../territory/threads.ts'
import { fold } from '../fold.ts'
import { NO_FINAL } from '../growing-columns.ts'
import { readCode, readMark, readTotal } from '../read-cell.ts'
import type { ExamColumns } from './exam-columns.ts'
import { type ReadAnswers, readLongAnswers, readMask } from './read-answers.ts'

/** What is kept of a row of an examination: codes, answers and results. Names and documents are not among it. */
export interface ExamRow {
  /** Code of the school, '' where there is none. */
  readonly schoolCode: string
  readonly class: string
  readonly code: string
  readonly variant: string
  readonly short: ReadAnswers | null
  readonly long: ReadAnswers | null
  /** −1 none. */
  readonly total: number
  /** 2…5, 0 none. */
  readonly mark: number
  readonly final: number
}

/** Tells of a cell; the value is what may be shown of it, '' for anything that might be a name or a document. */
export type Note = (kind: string, column: number, value?: string) => void

/**
 * Takes what is to be kept out of a row. Null where the row is shifted: a figure stands among the names or a word
 * where figures belong, so that any cell might be somebody's name or document and none is kept.
 */
export function readExamRow(cells: readonly Cell[], columns: ExamColumns, note: Note): ExamRow | null {
  const at = (column: number | null): Cell => (column === null ? null : (cells[column] ?? null))
  if (isShifted(at, columns)) return null
  const code = readCode(at(columns.code))
  if (code.dirt) note(code.dirt, columns.code)
  const short = readMask(at(columns.short))
  if (short.odd > 0 && columns.short !== null) note('exam-mask-unreadable', columns.short, String(short.odd))
  const long = readLongAnswers(at(columns.long))
  if (long.odd > 0 && columns.long !== null) note('exam-long-unreadable', columns.long)
  const total = readTotal(at(columns.primary))
  if (total.dirt) note(total.dirt, columns.primary, figure(at(columns.primary)))
  return {
    schoolCode: plainExamCode(at(columns.school)),
    class: classOf(at(columns.class)),
    code: code.value,
    variant: /^\d{1,8}$/.test(text(at(columns.variant))) ? text(at(columns.variant)) : '',
    short: short.answers,
    long: long.answers,
    total: total.value,
    ...resultOf(at(columns.result), columns, note),
  }
}

function resultOf(cell: Cell, { exam, result }: ExamColumns, note: Note): Pick<ExamRow, 'mark' | 'final'> {
  if (exam === 'ОГЭ') {
    const { value, dirt } = readMark(cell)
    if (dirt) note(dirt, result, figure(cell))
    return { mark: value, final: NO_FINAL }
  }
  const { value, dirt } = readTotal(cell)
  if (dirt !== null || value > 100) note('exam-final-unreadable', result, figure(cell))
  if (value < 0 || value > 100) return { mark: 0, final: NO_FINAL }
  return { mark: 0, final: value }
}

/** One letter, the grade before it or not: a class of any other spelling might be a short name. */
function classOf(cell: Cell): string {
  const [, letter = ''] = /^(?:9|1[01])?[\s-]*["«]?(\p{L}?)["»]?$/u.exec(text(cell)) ?? []
  return fold(letter).toUpperCase()
}

function isShifted(at: (column: number | null) => Cell, columns: ExamColumns): boolean {
  const { names, school, primary, result, short, long } = columns
  if (names.some(column => /\d/.test(text(at(column))))) return true
  return [school, primary, result, short, long].some(column => /\p{L}{2}/u.test(text(at(column))))
}

function text(cell: Cell): string {
  return cell === null ? '' : String(cell).trim()
}

/** A short number may be shown; anything else might be somebody's document or name. */
function figure(cell: Cell): string {
  return /^[-−]?\d{1,3}([.,]\d{1,2})?$/.test(text(cell)) ? text(cell) : ''
}
