import { ProblemError } from '../problem.ts'
import { rowId } from './row-id.ts'

/** The last row of a page: the key that its list is ordered by, as the database writes it, and its number. */
export interface LastRow {
  readonly key: string
  readonly id: number
}

/** Names the last row seen of a list in this order, so that new rows shift nothing. */
export function writeCursor(order: string, { key, id }: LastRow): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url')
}

/** Reads what writeCursor wrote for this order; `form` is how a key looks. Throws ProblemError `cursor-unreadable`. */
export function readCursor(cursor: string, order: string, form: RegExp): LastRow {
  try {
    const [of, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (of === order && typeof key === 'string' && form.test(key) && rowId.safeParse(id).success)
      return { key, id }
  } catch {
    // Falls through: whatever is wrong with it, the remedy is the same.
  }
  throw new ProblemError({ code: 'cursor-unreadable' })
}
