import { unescapeText } from './escaped-text.ts'
import { Fault } from './fault.ts'
import type { Cell } from './types.ts'

/** Decimal notation only: Number() alone would also take «0x1F», «Infinity» and the empty text. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * The value of a cell from its type (the attribute `t`) and its words as they stand in the file; null is no words
 * at all. Kinds: ECMA-376, part 1, 18.18.11, ST_CellType. Dates of the strict format and errors stay as text.
 */
export function cellValue(type: string | undefined, words: string | null, shared: readonly string[]): Cell {
  if (words === null) return null
  switch (type) {
    case undefined:
    case 'n':
      return numberOrText(words.trim())
    case 's':
      return sharedText(words.trim(), shared)
    case 'b':
      return words.trim() === '' ? null : words.trim() === '1' || words.trim() === 'true'
    default:
      return unescapeText(words)
  }
}

/** A number that is not one keeps its words: the reader above reports it as dirt, nothing is lost here. */
function numberOrText(words: string): Cell {
  if (words === '') return null
  return NUMBER.test(words) ? Number(words) : unescapeText(words)
}

function sharedText(words: string, shared: readonly string[]): Cell {
  if (words === '') return null
  const text = /^\d+$/.test(words) ? shared[Number(words)] : undefined
  // Anything but the number of a text may be a name: it is not quoted.
  if (text === undefined) throw new Fault('cell-broken', {}, { value: /^\d{1,7}$/.test(words) ? words : '…' })
  return text
}
