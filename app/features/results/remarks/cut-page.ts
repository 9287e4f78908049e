/** What one batch gives to a list: so many rows, which never change. */
export interface Segment {
  readonly id: number
  readonly size: number
}

/** Rows `from`… of a segment, `count` of them. */
export interface Piece {
  readonly id: number
  readonly from: number
  readonly count: number
}

/** Where a page begins: a row of a batch. Batches that come meanwhile shift nothing. */
export interface Position {
  readonly id: number
  readonly from: number
}

/**
 * Cuts a page out of segments that follow one another by falling id.
 *
 * @param start null: the beginning
 */
export function cutPage(
  segments: readonly Segment[],
  start: Position | null,
  limit: number,
): { pieces: Piece[]; next: Position | null } {
  const pieces: Piece[] = []
  let left = limit
  for (const { id, size } of segments) {
    if (start && id > start.id) continue
    const from = start?.id === id ? start.from : 0
    if (from >= size) continue
    if (left === 0) return { pieces, next: { id, from } }
    const count = Math.min(left, size - from)
    pieces.push({ id, from, count })
    left -= count
    if (from + count < size) return { pieces, next: { id, from: from + count } }
  }
  return { pieces, next: null }
}

export function writePosition({ id, from }: Position): string {
  return `${id}.${from}`
}

/** Null for anything that is not a position. */
export function readPosition(cursor: string): Position | null {
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(cursor)
  return match && { id: Number(match[1]), from: Number(match[2]) }
}
