import { type Period, readTerm } from '@objektiv/russian-terms'
import { type Draft, doubt } from './draft.ts'
import type { Measure } from './plan.ts'
import { splitResponsible } from './responsible.ts'
import { readMeasureTerm, serialDate } from './terms.ts'
import { isDash, oneLine } from './words.ts'

interface Context {
  readonly period: Period | null
  /** Nobody wrote the period: it was taken from the terms or the date of approval. */
  readonly assumed: boolean
  readonly abbreviations: ReadonlyMap<string, string>
}

/** A measure from its gathered cells. */
export function finishMeasure(draft: Draft, { period, assumed, abbreviations }: Context): Measure {
  const words = (role: Parameters<Draft['cells']['get']>[0]) => {
    const text = oneLine(draft.cells.get(role) ?? '')
    return text === '' || isDash(text) ? null : text
  }
  const day = (role: 'start' | 'finish') => {
    const text = words(role)
    if (text === null) return null
    const term = readTerm(serialDate(text), { period })
    const found = role === 'start' ? (term.start ?? term.end) : (term.end ?? term.start)
    if (found === null) doubt(draft, role === 'start' ? 'plannedStart' : 'plannedFinish', 'term-unsure')
    return found ?? text
  }
  const performer = words('performer')
  const who = draft.cells.get('responsible') ?? draft.cells.get('performer') ?? ''
  const responsible = splitResponsible(who, abbreviations)
  if (responsible.length === 0 && draft.expects.has('responsible')) doubt(draft, 'responsible', 'empty')
  const term = readMeasureTerm(draft, period, assumed)
  return {
    ...{
      number: draft.number,
      section: draft.section,
      year: draft.year,
      level: draft.level,
      text: draft.text,
    },
    ...{ term, plannedStart: day('start'), plannedFinish: day('finish') },
    ...{ place: words('place'), participants: words('participants'), responsible, performer },
    ...{ expectedResult: words('expected'), note: words('note'), completion: words('completion') },
    doubtful: [...draft.doubts],
  }
}
