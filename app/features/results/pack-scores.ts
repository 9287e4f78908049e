import { TaskCode } from '@objektiv/forensics'

/** Bits a score takes in a packed word: 4 where every task has at most 12 points, else 8. */
export type Packing = 4 | 8

/** Words of 64 bits a work of so many tasks takes. */
export function wordsFor(taskCount: number, packing: Packing): number {
  return Math.ceil((taskCount * packing) / 64)
}

/**
 * Packs row-major scores (points or TaskCode, rows × taskCount) into columns of 64-bit words, the first task in the
 * lowest bits of the first word. Points keep their value, codes 253–255 become the three highest values of the
 * packing (4 bits: 13–15), so a 4-bit task has at most 12 points.
 */
export function packScores(scores: Uint8Array, taskCount: number, packing: Packing): BigUint64Array[] {
  if (taskCount === 0) return []
  const rows = scores.length / taskCount
  const perHalf = 32 / packing
  const shiftDown = packing === 4 ? TaskCode.unreadable - 13 : 0
  return Array.from({ length: wordsFor(taskCount, packing) }, (_, word) => {
    const packed = new BigUint64Array(rows)
    const halves = new Uint32Array(packed.buffer)
    for (let task = word * perHalf * 2; task < Math.min(taskCount, (word + 1) * perHalf * 2); task++) {
      const half = Math.floor(task / perHalf) & 1
      const shift = (task % perHalf) * packing
      for (let row = 0, at = task; row < rows; row++, at += taskCount) {
        const score = scores[at]
        halves[row * 2 + half] |= (score >= TaskCode.unreadable ? score - shiftDown : score) << shift
      }
    }
    return packed
  })
}

const FOUR_BITS = Uint8Array.from({ length: 16 }, (_, bits) =>
  bits > 12 ? bits - 13 + TaskCode.unreadable : bits,
)

/**
 * Unpacks one task from its word: for i < count, target[offset + i] = score of row rows[i]. `word` is the column
 * that holds the task, i.e. number floor(task × packing / 64).
 */
export function unpackTask(
  word: BigUint64Array,
  task: number,
  packing: Packing,
  rows: Uint32Array,
  count: number,
  target: Uint8Array,
  offset: number,
): void {
  const halves = new Uint32Array(word.buffer, word.byteOffset, word.length * 2)
  const perHalf = 32 / packing
  const half = Math.floor(task / perHalf) & 1
  const shift = (task % perHalf) * packing
  if (packing === 4) {
    for (let i = 0; i < count; i++)
      target[offset + i] = FOUR_BITS[(halves[rows[i] * 2 + half] >>> shift) & 15]
  } else {
    for (let i = 0; i < count; i++) target[offset + i] = (halves[rows[i] * 2 + half] >>> shift) & 255
  }
}
