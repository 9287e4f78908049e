import type { TallyOptions } from '../tally.ts'
import { TaskCode, type Works } from '../works.ts'

/**
 * Points of N pupils for K tasks, with the codes of a protocol resolved: a column value is the pupil's points, and
 * any value above the task's maximum means that the task says nothing of this pupil and leaves all of the pupil's
 * sums.
 */
export interface Responses {
  /** N, the number of pupils. */
  readonly count: number
  /** Maximum of each task, K values ≥ 1. */
  readonly maxima: Uint8Array
  /** K columns with at least N values each. */
  readonly scores: readonly Uint8Array[]
}

/**
 * Responses of works as they were read, with the two readable codes taken as the run says («X» as zero points and
 * «не пройд.» as outside the pupil's test by default). A column is copied only where a code has to become a zero.
 */
export function responsesOf(
  works: Pick<Works, 'count' | 'scores'>,
  maxima: Uint8Array,
  options: Partial<TallyOptions> = {},
): Responses {
  const zeros: number[] = []
  if (options.notAttempted !== 'missing') zeros.push(TaskCode.notAttempted)
  if (options.notTaught === 'zero') zeros.push(TaskCode.notTaught)
  const scores = works.scores.map(column => withZeros(column, works.count, zeros))
  return { count: works.count, maxima, scores }
}

function withZeros(column: Uint8Array, count: number, codes: readonly number[]): Uint8Array {
  let copy: Uint8Array | undefined
  for (const code of codes) {
    for (let i = column.indexOf(code); i >= 0 && i < count; i = column.indexOf(code, i + 1)) {
      copy ??= column.slice(0, count)
      copy[i] = 0
    }
  }
  return copy ?? column
}

/** True where at least one pupil lacks at least one task, by pupil. */
export function incompleteRows({ count, maxima, scores }: Responses): Uint8Array {
  const incomplete = new Uint8Array(count)
  for (let j = 0; j < maxima.length; j++) {
    const column = scores[j]
    const maximum = maxima[j]
    for (let i = 0; i < count; i++) if (column[i] > maximum) incomplete[i] = 1
  }
  return incomplete
}

/** Which tasks a pupil has, as text that is equal for pupils with the same tasks: «1» has it, «0» has not. */
export function taskPattern({ maxima, scores }: Responses, pupil: number): string {
  let pattern = ''
  for (let j = 0; j < maxima.length; j++) pattern += scores[j][pupil] <= maxima[j] ? '1' : '0'
  return pattern
}
