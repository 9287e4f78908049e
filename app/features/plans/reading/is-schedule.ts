import { readTerm } from '@objektiv/russian-terms'
import type { Grid } from './document.ts'
import type { Column } from './headings.ts'
import { oneLine } from './words.ts'

/** Fewer cells of words under months are remarks. */
const FEWEST = 3
/** What a row of measures is called where its measures stand under the months: a direction, a form, nothing. */
const OF_ROW = /^(?:направлени|раздел|блок|этап|задач|модуль|класс|параллел|категори|участник|кто|месяц|$)/i

/**
 * Whether the months or quarters of a table hold the measures themselves («Циклограмма»: a row a direction, a column a
 * month), not marks of when the measure of the row falls.
 */
export function isSchedule(columns: readonly Column[], body: Grid): boolean {
  if (columns.filter(({ role }) => role === 'calendar').length < 2) return false
  const ofRow = columns.filter(({ role }) => role === 'text')
  if (ofRow.some(({ heading }) => !OF_ROW.test(heading))) return false
  const filled = body.flatMap(row =>
    row.filter(
      ({ text, across, down }, at) =>
        columns[at]?.role === 'calendar' && !across && !down && text.trim() !== '',
    ),
  )
  const said = filled.filter(({ text }) => isWork(text))
  return said.length >= FEWEST && said.length * 2 > filled.length
}

/** Words of a thing to do: no cross, no sum, no day of its own. */
function isWork(text: string): boolean {
  const words = oneLine(text)
  return /\p{L}{3,}[\s\S]*\s[\s\S]*\p{L}{3,}/u.test(words) && readTerm(words).kind === 'unknown'
}
