import { TaskCode } from '@objektiv/forensics'
import type { Cell } from '../../documents/spreadsheet/types.ts'
import { fold } from './fold.ts'

/** A cell made into a value, with the kind of dirt met on the way, if any (`dirt.<kind>` in the catalogues). */
export interface ReadCell<T> {
  readonly value: T
  readonly dirt: string | null
  /** A number that the file keeps as text: common, harmless, counted. */
  readonly numberAsText: boolean
}

const DIGITS = /^\d{1,4}$/
/** A whole number that a program wrote as a fraction: «12,0», «12.00». */
const EMPTY_FRACTION = /[.,]0+$/
const NEGATIVE = /^[-−–]\d+$/

/**
 * Reads the cell of a task: points, or a TaskCode. «X» in any alphabet and case is «did not attempt»; «не пройд.»
 * is «not taught yet»; «H», negative numbers, words and fractions are unreadable. Whether the points exceed the
 * task's maximum is for the caller, who knows it.
 */
export function readScore(cell: Cell): ReadCell<number> {
  if (cell === null) return { value: TaskCode.unreadable, dirt: 'score-empty', numberAsText: false }
  if (typeof cell === 'number') {
    if (cell < 0) return { value: TaskCode.unreadable, dirt: 'score-negative', numberAsText: false }
    return Number.isInteger(cell) && cell <= 252
      ? { value: cell, dirt: null, numberAsText: false }
      : { value: TaskCode.unreadable, dirt: 'score-unreadable', numberAsText: false }
  }
  const text = String(cell).trim()
  const whole = text.replace(EMPTY_FRACTION, '')
  if (DIGITS.test(whole) && Number(whole) <= 252)
    return { value: Number(whole), dirt: null, numberAsText: true }
  if (text === '') return { value: TaskCode.unreadable, dirt: 'score-empty', numberAsText: false }
  if (NEGATIVE.test(text)) return { value: TaskCode.unreadable, dirt: 'score-negative', numberAsText: false }
  const folded = fold(text)
  if (folded === 'х')
    return { value: TaskCode.notAttempted, dirt: crossKind(String(cell)), numberAsText: false }
  if (/^не ?пройд/.test(folded)) return { value: TaskCode.notTaught, dirt: 'not-taught', numberAsText: false }
  if (folded === 'н') return { value: TaskCode.unreadable, dirt: 'letter-h', numberAsText: false }
  return { value: TaskCode.unreadable, dirt: 'score-unreadable', numberAsText: false }
}

function crossKind(cell: string): string {
  if (cell.length > 1) return 'cross-with-space'
  if (cell === 'X') return 'cross-latin'
  return cell === 'Х' ? 'cross-cyrillic' : 'cross-lower-case'
}

/** Reads the declared total: a whole number from 0, or −1 where there is none. */
export function readTotal(cell: Cell): ReadCell<number> {
  if (cell === null) return { value: -1, dirt: null, numberAsText: false }
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell >= 0 && cell < 10_000
      ? { value: cell, dirt: null, numberAsText: false }
      : { value: -1, dirt: 'total-unreadable', numberAsText: false }
  const text = String(cell).trim()
  if (text === '') return { value: -1, dirt: null, numberAsText: false }
  const whole = text.replace(EMPTY_FRACTION, '')
  if (DIGITS.test(whole)) return { value: Number(whole), dirt: null, numberAsText: true }
  return { value: -1, dirt: 'total-unreadable', numberAsText: false }
}

/**
 * Reads a mark (journal or work): 1…5, or 0 where there is none. A letter of the column «пол» here means that the
 * row is shifted.
 */
export function readMark(cell: Cell): ReadCell<number> {
  if (cell === null) return { value: 0, dirt: 'mark-empty', numberAsText: false }
  const text = String(cell).trim()
  if (text === '') return { value: 0, dirt: 'mark-empty', numberAsText: false }
  if (/^[1-5]$/.test(text))
    return {
      value: Number(text),
      dirt: text === '1' ? 'mark-one' : null,
      numberAsText: typeof cell === 'string',
    }
  const folded = fold(text)
  if (/^нет( отметки)?$/.test(folded)) return { value: 0, dirt: 'no-mark', numberAsText: false }
  if (/^[мж]$/.test(folded)) return { value: 0, dirt: 'shifted-mark', numberAsText: false }
  return { value: 0, dirt: 'mark-unreadable', numberAsText: false }
}

export type Presence = 'present' | 'absent' | 'none'

/** Reads a variant: its label, and whether the pupil was there. Labels are at most 8 characters. */
export function readVariant(cell: Cell): { presence: Presence; label: string; dirt: string | null } {
  if (cell === null) return { presence: 'none', label: '', dirt: null }
  const text = String(cell).trim()
  if (text === '') return { presence: 'none', label: '', dirt: null }
  if (/^отсутств/.test(fold(text))) return { presence: 'absent', label: '', dirt: null }
  if (text === '0') return { presence: 'present', label: '0', dirt: 'variant-zero' }
  if (text.length > 8) return { presence: 'present', label: '', dirt: 'variant-unreadable' }
  return { presence: 'present', label: text, dirt: null }
}

/**
 * Reads the code of a participant: figures with separators and at most two letters in a row. Anything that might
 * be a name is dropped here and never goes further (DESIGN, personal data).
 */
export function readCode(cell: Cell): { value: string; dirt: string | null } {
  const text = cell === null ? '' : String(cell).trim()
  if (text === '') return { value: '', dirt: 'code-missing' }
  if (text.length <= 24 && /\d/.test(text) && !/\p{L}{3}/u.test(text) && !/\s/.test(text))
    return { value: text, dirt: null }
  return { value: '', dirt: 'code-unreadable' }
}
