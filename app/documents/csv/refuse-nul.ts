import { type Problem, ProblemError } from '../../platform/problem.ts'

/** So many rows are named; a file that is broken through and through need not be told line by line. */
const MOST_NAMED = 100
const WORKBOOKS = ['504b', 'd0cf11e0a1b11ae1']
const HEAD = 4096

/**
 * Tells text with separators that carries a byte NUL from a file that is no text at all, and throws ProblemError with
 * the true cause and every row: `csv-nul`, or `csv-utf16` for the «Текст Юникод» of Excel. Returns for anything else.
 */
export function refuseNul(bytes: Uint8Array): void {
  if (!bytes.includes(0)) return
  if (WORKBOOKS.some(mark => Buffer.from(bytes.subarray(0, mark.length / 2)).toString('hex') === mark)) return
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new ProblemError({ code: 'csv-utf16' })
  if (!isText(bytes.subarray(0, HEAD))) return
  const problems: Problem[] = []
  let row = 1
  for (const byte of bytes) {
    if (byte === 10) row++
    else if (byte === 0 && problems.at(-1)?.place?.row !== row)
      problems.push({ code: 'csv-nul', place: { row } })
    if (problems.length === MOST_NAMED) break
  }
  if (problems.length > 0) throw new ProblemError(problems)
}

/** Rows with separators, and of the control characters none but NUL: then it was a table before it was spoilt. */
function isText(start: Uint8Array): boolean {
  const text = Buffer.from(start).toString('latin1')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  return !/[\u0001-\u0008\u000E-\u001F]/.test(text) && !text.startsWith('%PDF') && /[;,\t]/.test(text)
}
