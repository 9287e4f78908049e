import { TaskCode } from '@objektiv/forensics'
import type { Cell } from '../../../documents/spreadsheet/types.ts'

/** Answers of one participant in one form; null where there are none or the cell cannot be read. */
export interface ReadAnswers {
  readonly scores: Uint8Array
  /** Of long answers, as the cell states them; of short ones 1. */
  readonly maxima: Uint8Array
}

const DONE = '+'
const NOT_DONE = '-−–'

/**
 * Reads the mask of short answers, `++---+----` by position. Other signs are unreadable; a cell of which most is so is
 * no mask.
 *
 * @returns `odd`: how many signs were no part of a mask; the cell is never given back, it may be anything
 */
export function readMask(cell: Cell): { answers: ReadAnswers | null; odd: number } {
  const text = cell === null ? '' : String(cell).replace(/\s/g, '')
  if (text === '') return { answers: null, odd: 0 }
  const signs = [...text]
  const scores = Uint8Array.from(signs, sign =>
    sign === DONE ? 1 : NOT_DONE.includes(sign) ? 0 : TaskCode.unreadable,
  )
  const odd = scores.filter(score => score === TaskCode.unreadable).length
  if (odd * 2 > signs.length || signs.length > LONGEST) return { answers: null, odd }
  return { answers: { scores, maxima: new Uint8Array(signs.length).fill(1) }, odd }
}

const LONGEST = 60
const LONG = /^(?:(?:\d{1,2}|[XxХх-])\(\d{1,2}\))+$/
const ONE = /(\d{1,2}|[XxХх-])\((\d{1,2})\)/g

/** Reads long answers, `1(1)2(3)1(2)` = score(max); «X» is not attempted. */
export function readLongAnswers(cell: Cell): { answers: ReadAnswers | null; odd: number } {
  const text = cell === null ? '' : String(cell).replace(/[\s;,]/g, '')
  if (text === '') return { answers: null, odd: 0 }
  if (!LONG.test(text)) return { answers: null, odd: 1 }
  const found = [...text.matchAll(ONE)]
  if (found.length > LONGEST) return { answers: null, odd: 1 }
  return {
    answers: {
      scores: Uint8Array.from(found, ([, score]) =>
        /\d/.test(score) ? Number(score) : TaskCode.notAttempted,
      ),
      maxima: Uint8Array.from(found, ([, , max]) => Number(max)),
    },
    odd: 0,
  }
}
