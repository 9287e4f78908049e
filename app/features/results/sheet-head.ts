import type { Cell } from '../../documents/spreadsheet/types.ts'
import { fold } from './fold.ts'
import { mergeClues, readSubject, type SubjectClues } from './read-subject.ts'

/** What stands above the header row of a sheet («Аналитика» has a head of seven rows). */
export interface SheetHead {
  readonly clues: SubjectClues
  /** «Максимальный первичный балл:», null where it is not stated. */
  readonly maxScore: number | null
  /** Year of «Дата:», null where it is not stated. */
  readonly dateYear: number | null
}

export function readSheetHead(rows: readonly (readonly Cell[])[]): SheetHead {
  const clues: SubjectClues[] = []
  let maxScore: number | null = null
  let dateYear: number | null = null
  for (const cells of rows) {
    const filled = cells.filter(cell => cell !== null && cell !== '')
    const label = typeof filled[0] === 'string' ? fold(filled[0]) : ''
    if (label.startsWith(MAXIMUM)) maxScore = numberIn(filled.slice(1)) ?? numberIn([label])
    else if (label.startsWith(DATE)) dateYear = yearOfDate(filled[1] ?? filled[0])
    else
      clues.push(readSubject(filled.filter(cell => typeof cell === 'string').join(' '), { loneGrade: false }))
  }
  return { clues: mergeClues(clues), maxScore, dateYear }
}

const MAXIMUM = fold('максимальный первичный балл')
const DATE = fold('дата')
const DAYS_TO_1970 = 25_569

/**
 * Year of a date cell: the day number of a spreadsheet (days since 30.12.1899) or a text that holds a year. Null
 * for anything else.
 */
export function yearOfDate(cell: Cell): number | null {
  const days = typeof cell === 'number' ? cell : /^\d{5}(\.\d+)?$/.test(String(cell)) ? Number(cell) : null
  if (days !== null) {
    return days > 36_525 && days < 73_051
      ? new Date((days - DAYS_TO_1970) * 86_400_000).getUTCFullYear()
      : null
  }
  const match = /(?<!\d)(20\d{2})(?!\d)/.exec(String(cell))
  return match ? Number(match[1]) : null
}

function numberIn(cells: readonly Cell[]): number | null {
  for (const cell of cells) {
    const match = /\d+/.exec(String(cell))
    if (match) return Number(match[0])
  }
  return null
}
