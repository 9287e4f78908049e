import type { GridCell } from './document.ts'
import { type Column, recogniseHeader, recogniseHeading } from './headings.ts'
import { plainWords } from './words.ts'

/** The headings of the table once more, as on a new page. */
export function isHeaderAgain(row: readonly GridCell[], columns: readonly Column[]): boolean {
  const named = columns.filter(({ heading }) => heading !== '').length
  const same = row.filter(({ text }, at) => {
    const words = plainWords(text)
    return words !== '' && plainWords(columns[at]?.heading ?? '').endsWith(words)
  }).length
  return same >= 2 && same * 3 >= named * 2
}

/** A row that names its columns («№», «Показатель»), and others than those known. */
export function isOtherHeader(row: readonly GridCell[], columns: readonly Column[]): boolean {
  const words = row.filter(({ text, across, down }) => text.trim() !== '' && !across && !down)
  if (words.length < 2 || isHeaderAgain(row, columns)) return false
  if (!isNumberSign(words[0])) return false
  // Headings of measures that are not made out are the same ones, misspelt.
  const roles = words.map(({ text }) => recogniseHeading(text).role)
  return recogniseHeader([row]) !== null || !roles.some(role => role === 'text' || role === 'term')
}

const isNumberSign = ({ text }: GridCell) => /^(?:№|n)(?:\s*п\s*\/?\s*п)?\.?$/i.test(text.trim())

/** The headings of a table of measures, the known one or another. */
export function namesMeasures(row: readonly GridCell[]): boolean {
  const first = row.find(({ text, across, down }) => text.trim() !== '' && !across && !down)
  return first !== undefined && isNumberSign(first) && recogniseHeader([row]) !== null
}
