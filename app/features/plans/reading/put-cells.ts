import { readTerm } from '@objektiv/russian-terms'
import type { GridCell } from './document.ts'
import { type Draft, doubt, putCell } from './draft.ts'
import { type Column, levelOfCell } from './headings.ts'
import type { MeasureField } from './plan.ts'
import { namesBoth, partTermAndWho } from './term-and-who.ts'
import { isDash, oneLine } from './words.ts'

/** Puts what stands beside the text of a measure where the columns say. */
export function putOthers(draft: Draft, row: readonly GridCell[], columns: readonly Column[]): void {
  for (const [at, { role, heading }] of columns.entries()) {
    const { text, across } = row[at]
    if (across || text.trim() === '') continue
    if (role === 'calendar') {
      const term = markedTerm(text.trim(), heading)
      const counted = term === null && isCount(text.trim(), heading)
      if (term !== null || counted) draft.calendar.push(term ?? heading)
      if (counted) doubt(draft, 'term', 'term-unsure')
      // A sum of money under a year is no term; how often in a month, or how many, is said beside it.
      if (term === null) putCell(draft, 'note', `${heading}: ${oneLine(text)}`)
    } else if (role === 'level') draft.level = levelOfCell(text)
    else if (role === 'section') draft.section = isDash(text) ? null : oneLine(text)
    else if (role === 'other') {
      if (heading === '') doubt(draft, 'text', 'cell-without-heading')
      putCell(draft, 'note', heading === '' ? text : `${heading}: ${oneLine(text)}`)
    } else if (role === 'term' && namesBoth(heading)) {
      const { term, who } = partTermAndWho(text) ?? { term: text, who: '' }
      putCell(draft, 'term', term)
      putCell(draft, 'responsible', who)
    } else if (role !== 'text' && role !== 'number' && role !== 'year' && role !== 'made')
      putCell(draft, role, text)
  }
}

const FIELDS: Readonly<Partial<Record<Column['role'], MeasureField>>> = {
  ...{ number: 'number', section: 'section', year: 'year', term: 'term', calendar: 'term' },
  ...{ start: 'plannedStart', finish: 'plannedFinish', responsible: 'responsible', performer: 'responsible' },
  ...{ participants: 'participants', expected: 'expectedResult' },
}

/** What the reader of the file was not sure of is said of the field it became. */
export function doubtCells(draft: Draft, row: readonly GridCell[], columns: readonly Column[]): void {
  for (const [at, { role }] of columns.entries()) {
    const { unsure, across } = row[at]
    if (!unsure || across) continue
    doubt(draft, FIELDS[role] ?? 'text', unsure === 'torn' ? 'cells-guessed' : 'joined')
  }
}

/** «2», «1 раз», «3 школы» under a month: something is done in it, so many times or for so many. */
function isCount(text: string, heading: string): boolean {
  return !/20\d\d/.test(heading) && /^\d{1,3}(?:\s*(?:раза?|школ[аы]?|оо|чел\.?|шт\.?))?$/i.test(text)
}

/** A mark stands for the month over it; a term in the cell says it more exactly, of a year over it in part. */
function markedTerm(text: string, heading: string): string | null {
  if (/^[+xх✓✔v*vда\s-]{1,3}$|^1$/i.test(text)) return heading
  const own = readTerm(text)
  if (own.kind === 'unknown') return null
  return /^20\d\d/.test(heading) && own.doubts.includes('year-unknown') ? `${text} ${heading}` : text
}
