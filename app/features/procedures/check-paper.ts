import type { Problem } from '../../platform/problem.ts'
import { checkScale } from './check-scale.ts'
import type { Specification } from './types.ts'

/**
 * Everything that is wrong with a paper as a person describes it, each at its field: points of the tasks that do not add
 * up, a column given twice, a scale with an overlap or a gap, no source. Empty for one that may be kept.
 */
export function checkPaper(paper: Specification): Problem[] {
  const problems: Problem[] = []
  const { tasks, maxPrimary, source } = paper
  if (tasks) {
    const sum = tasks.reduce((total, { max }) => total + max, 0)
    if (sum !== maxPrimary)
      problems.push({
        code: 'paper-sum',
        params: { sum, max: maxPrimary },
        place: { column: 'maxPrimary' },
      })
    for (const index of twice(tasks.map(task => task.index)))
      problems.push({ code: 'paper-index-twice', params: { index }, place: { column: 'tasks' } })
  }
  problems.push(...checkScale(paper).map(fault => ({ ...fault, place: { column: 'bands' } })))
  if (source === '') problems.push({ code: 'specification-source-missing', place: { column: 'source' } })
  return problems
}

function twice(values: readonly number[]): Set<number> {
  return new Set(values.filter((value, index) => values.indexOf(value) !== index))
}
