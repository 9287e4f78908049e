import type { GridCell } from './document.ts'
import { personIn } from './responsible.ts'
import { oneLine } from './words.ts'

/** «Итого 12»: what a report of a program counts under its rows. */
export function isTotal(row: readonly GridCell[]): boolean {
  const words = row
    .filter(({ text, across }) => text.trim() !== '' && !across)
    .map(({ text }) => oneLine(text))
  return (
    TOTAL.test(words[0] ?? '') &&
    words.slice(1).every(text => /^[\d\s.,%]+(?:мероприяти[а-яё]*|пункт[а-яё]*)?$/i.test(text))
  )
}

const TOTAL = /^(?:итого|всего)(?![а-яё])|^(?:общее\s+)?количество\s+мероприятий(?![а-яё])/i

/** The same on a line of text, which says how many there are. */
export function isTotalLine(line: string): boolean {
  return TOTAL.test(line) && /^[^\d.;]{5,60}\d{1,4}(?:\s*(?:мероприяти|пункт)[а-яё]*)?\.?$/i.test(line)
}

/** «Начальник отдела … И.О. Фамилия» under the rows, when tabs made it one more of them. */
export function isSignature(row: readonly GridCell[]): boolean {
  const words = row
    .filter(({ text, across }) => text.trim() !== '' && !across)
    .map(({ text }) => oneLine(text))
  return words.length === 2 && words[0].length > 6 && personIn(words[1]) === words[1]
}

const POST =
  /^(?:и\.?\s?о\.?\s+)?(?:председател|заместител|зам\.|начальник|директор|глава|министр|заведующ|руководител|секретар|ректор|методист|специалист|координатор)/i
/** «Исп. И.О. Фамилия, тел. 2-11-22»: who wrote the paper. */
const WRITER =
  /^(?:исп(?:олнитель|олнила?|\.)?|составил[аи]?|составитель|подготовил[аи]?|согласован[оаы]?|тел(?:ефон)?\.?)(?![а-яё])\s*[:.]?\s*/i

/** Who wrote the paper, on one line. */
export function isWriter(line: string): boolean {
  if (!WRITER.test(line) || line.length > 120) return false
  const rest = line.replace(WRITER, '')
  return personIn(rest) !== null || /тел|\d{2}-\d{2}/.test(rest) || rest === ''
}

/** What stands under the rows, put into their columns: a remark, a post with its person, or who wrote the paper. */
export function isUnderRows(row: readonly GridCell[]): boolean {
  const words = row
    .filter(({ text, across, down }) => text.trim() !== '' && !across && !down)
    .map(({ text }) => oneLine(text))
  const all = words.join(' ')
  if (words.length === 1 && /^(?:\*|примечани[ея]\s*[:.])/i.test(all)) return true
  if (WRITER.test(all)) return isWriter(all)
  return words.length === 2 && POST.test(words[0]) && words[0].length < 120 && personIn(words[1]) === words[1]
}

/** «а) собрание» is a point of its own. */
export function isPoint(text: string): boolean {
  return /^\s*[а-яё]\)/.test(text)
}

/** What stands in the column of numbers and counts in a way of its own, or was scanned badly: «1а», «2-3», «З». */
export function oddNumber(text: string): string | null {
  const words = oneLine(text)
  return /^(?=.{1,12}$)\d[^\s]*$|^\p{L}$/u.test(words) ? words.replace(/[.)]+$/, '') : null
}

/** «1. Анализ», «2. Корректировка» in one cell: the numbers are those of a list, not of the measure. */
export function isList(text: string): boolean {
  return /^\s*1[.)]\s*\D[\s\S]*\n\s*2[.)]\s*\D/.test(text)
}
