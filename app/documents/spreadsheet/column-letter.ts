const A = 'A'.charCodeAt(0)

/** Letters of a column by its index from 0: 0 → «A», 27 → «AB». */
export function columnLetter(index: number): string {
  if (!Number.isInteger(index) || index < 0) throw new RangeError(`Not a column index: ${index}`)
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(A + ((rest - 1) % 26)) + letters
  }
  return letters
}

/**
 * Index from 0 of the column in a cell reference: «A1» → 0, «AB12» → 27; −1 where the reference is not one. Called for
 * every cell of a file, hence the loop over character codes.
 */
export function columnOfReference(reference: string): number {
  let column = 0
  let at = 0
  for (; at < reference.length && at < 8; at++) {
    const letter = reference.charCodeAt(at) & ~0x20
    if (letter < A || letter >= A + 26) break
    column = column * 26 + (letter - A + 1)
  }
  if (at === 0 || at === reference.length) return -1
  for (let digit = at; digit < reference.length; digit++) {
    const code = reference.charCodeAt(digit)
    if (code < 48 || code > 57) return -1
  }
  return column - 1
}
