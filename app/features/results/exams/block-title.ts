import type { Cell } from '../../../documents/spreadsheet/types.ts'
import { readSubject } from '../read-subject.ts'

export interface BlockTitle {
  readonly subject: string
  readonly year: number
}

/** «01 - Русский язык 2025.05.30»: number, subject, day of the examination. */
const TITLE = /^\d{1,2}\s*[-–—]\s*(\p{L}.{1,60}?)\s+(?:(20\d{2})\.\d{2}\.\d{2}|\d{2}\.\d{2}\.(20\d{2}))$/u

/**
 * The title of a block, or null for any other row. The subject is taken from the words: tables of numbers disagree
 * (DOMAIN §3.6).
 */
export function readBlockTitle(cells: readonly Cell[]): BlockTitle | null {
  const filled = cells.filter(cell => cell !== null && cell !== '')
  if (filled.length !== 1 || typeof filled[0] !== 'string') return null
  const match = TITLE.exec(filled[0].replace(/\s+/g, ' ').trim())
  return match && { subject: examSubject(match[1]), year: Number(match[2] ?? match[3]) }
}

/**
 * A subject of an examination. Levels and parts are papers of their own: «Математика (профильная)», «Английский язык
 * (устная часть)»; what is no known subject stays as it is written.
 */
export function examSubject(text: string): string {
  const { subject } = readSubject(text, { loneGrade: false })
  if (subject === null) return text.replace(/\s+/g, ' ').trim()
  const words = text.toLowerCase()
  if (/профил/.test(words)) return `${subject} (профильная)`
  if (/базов/.test(words)) return `${subject} (базовая)`
  return /устн|говорени/.test(words) ? `${subject} (устная часть)` : subject
}
