import type { Cell } from '../../documents/spreadsheet/types.ts'
import { fold } from './fold.ts'

/**
 * Canonical label of a class: upper-case Cyrillic without the grade («"а"», «11а», «4А», Latin «A» → «А»), '' where
 * unknown («нет», empty, a bare number of the grade). Labels of a few letters are kept: schools use them to tell
 * branches apart. Longer words are not labels and are dropped.
 *
 * @param grades numbers that mean the grade and say nothing of the class; a bare other number («1», «2») is a label.
 */
export function readClass(cell: Cell, grades: readonly number[]): { value: string; dirt: string | null } {
  const text = cell === null ? '' : String(cell).normalize('NFKC').trim()
  const bare = text.replace(/["'«»“”„`]/g, '').trim()
  if (/^\d{1,2}$/.test(bare)) {
    return grades.includes(Number(bare)) ? { value: '', dirt: 'class-unknown' } : { value: bare, dirt: null }
  }
  const label = fold(bare.replace(/^(?:1[01]|[1-9])[\s_-]*(?=\p{L})/u, ''))
    .replace(/\s+/g, '')
    .toUpperCase()
  if (label === '' || label === 'НЕТ') return { value: '', dirt: 'class-unknown' }
  const letters = label.replace(/^НЕТ/, '').match(/\p{L}/gu)?.length ?? 0
  if (label.length > 6 || letters > 3 || !/^[\p{L}\d()_./-]+$/u.test(label))
    return { value: '', dirt: 'class-unknown' }
  return { value: label, dirt: label === text ? null : 'class-spelling' }
}
