import { z } from 'zod'
import { rowId } from '../../../platform/http/row-id.ts'
import { ProblemError } from '../../../platform/problem.ts'

/** The values of the last row of the page before, in the order of sorting. */
export type CursorKey = readonly (string | number)[]

/** Kinds of values in a cursor, as the database can take them. */
export const TEXT = z.string().regex(/^[^\0]*$/)
export const NUMBER = rowId

export interface PageRequest {
  readonly cursor?: CursorKey | undefined
  readonly limit: number
}

export interface Page<T> {
  readonly items: T[]
  readonly next: string | null
  /** Counted for the first page only: paging on does not change it. */
  readonly total?: number
}

/** A page out of `limit + 1` rows: the one too many only says that there is more. */
export async function toPage<Row, T>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => CursorKey,
  { item, total }: { item: (row: Row) => T; total: (() => Promise<number>) | null },
): Promise<Page<T>> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(item),
    next: rows.length > limit && last ? writeCursor(keyOf(last)) : null,
    ...(total ? { total: await total() } : {}),
  }
}

function writeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Throws ProblemError `cursor-unreadable` for a cursor that this server did not write. */
export function readCursor(
  text: string | undefined,
  parts: readonly z.ZodType<string | number>[],
): CursorKey | undefined {
  if (text === undefined) return undefined
  const key = parse(Buffer.from(text, 'base64url').toString())
  if (!Array.isArray(key) || key.length !== parts.length || !parts.every(isPart(key)))
    throw new ProblemError({ code: 'cursor-unreadable' })
  return key
}

function isPart(key: readonly unknown[]) {
  return (part: z.ZodType, index: number) => part.safeParse(key[index]).success
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
