import type { Problem } from '../../platform/problem.ts'
import type { Specification } from './types.ts'

const MARKS = ['2', '3', '4', '5'] as const

/**
 * Faults of a conversion scale, each naming the set and the score: a band that runs backwards, two marks for one
 * score, a score without a mark, a scale that does not begin at 0 or end at the maximum. Empty for a sound scale
 * and for a specification without one.
 */
export function checkScale(specification: Specification): Problem[] {
  const { bands, maxPrimary } = specification
  if (!bands) return []
  const set = nameOfSet(specification)
  const problems: Problem[] = []
  const report = (code: string, params: Record<string, string | number>) =>
    problems.push({ code, params: { set, ...params } })
  for (const mark of MARKS) {
    const [from, to] = bands[mark]
    if (to < from) report('scale-backwards', { mark, from, to })
  }
  if (problems.length > 0) return problems
  if (bands['2'][0] !== 0) report('scale-start', { from: bands['2'][0] })
  for (let i = 1; i < MARKS.length; i++) {
    const [below, mark] = [MARKS[i - 1], MARKS[i]]
    const [end, start] = [bands[below][1], bands[mark][0]]
    if (start <= end) report('scale-overlap', { from: start, to: end, many: many(start, end), below, mark })
    else if (start > end + 1)
      report('scale-gap', { from: end + 1, to: start - 1, many: many(end + 1, start - 1), below, mark })
  }
  if (bands['5'][1] !== maxPrimary) report('scale-end', { to: bands['5'][1], max: maxPrimary })
  return problems
}

/** For the message: whether the fault touches one score or several. */
function many(from: number, to: number): 'yes' | 'no' {
  return to > from ? 'yes' : 'no'
}

/** «ВПР 2021 · География · 8»: how a set is called in messages; data, not wording. */
export function nameOfSet({
  procedure,
  version,
  year,
  grade,
  subject,
}: Pick<Specification, 'procedure' | 'version' | 'year' | 'grade' | 'subject'>): string {
  return `${procedure} ${year} · ${subject}${version ? ` (${version})` : ''} · ${grade}`
}
