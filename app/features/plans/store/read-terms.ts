import type { Period, ProcedureDates, Term } from '@objektiv/russian-terms'
import { readTermWords } from '../read-term-words.ts'
import { type PlannedTask, tasksOf } from '../rules.ts'

export interface TermAndTasks {
  readonly term: Term | null
  readonly tasks: readonly PlannedTask[]
}

/** The words of a term and where they stand; `readTerm` where they were read already. */
interface TermOfMeasure {
  readonly term: string | null
  readonly year: number | null
  readonly section: string | null
  readonly readTerm?: Term | null
}

/**
 * What the words of a term mean in a period, and what is to be done when. The same words are read once: hundreds of copies
 * of a plan say the same.
 */
export function termReader(
  period: Period,
  procedures: ProcedureDates,
): (measure: TermOfMeasure) => TermAndTasks {
  const known = new Map<string, TermAndTasks>()
  return ({ term: words, year, section, readTerm }) => {
    const key = JSON.stringify([words, year, section, readTerm ?? null])
    const before = known.get(key)
    if (before) return before
    const term = readTerm ?? readTermWords({ words, year, section }, period, procedures)
    const read = { term, tasks: tasksOf(term, period, procedures) }
    known.set(key, read)
    return read
  }
}

/** Whether words mean the same now as they did. */
export function sameTerm(before: Term | null, after: Term | null): boolean {
  const key = (term: Term | null) =>
    term && [term.original, term.kind, term.start, term.end, term.confidence].join('\n')
  return key(before) === key(after)
}
