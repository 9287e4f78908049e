import { type Column, createColumn, setValue } from './column.ts'
import { incompleteRows, type Responses, taskPattern } from './responses.ts'

/**
 * Hᵀ of N pupils (Sijtsma 1986): the covariance of a pupil's scores with those of all others over tasks, over the
 * largest that the totals allow. About .3 to .6 for ordinary works, 0 for one unrelated to the rest.
 *
 * Σ_k cov(x_i, x_k) needs only the tasks' sums, and the largest covariance of two works with given scores is that of
 * the two sorted works, whose sum over k needs only the sums of the sorted works: N·K operations in place of N²·K.
 * For 0/1 tasks the sorted covariance is β_i(1 − β_k), the usual bound. For tasks of several points this is our
 * extension; with mixed maxima the bound may be out of reach, so the values are a little low.
 *
 * A pupil is compared with those who have the same tasks. Absent where no other has them, or where the pupil's
 * scores are all equal (all or no points among them).
 */
export function transposedH(responses: Responses): Column {
  const result = createColumn(responses.count)
  for (const pupils of pupilsByPattern(responses)) compareGroup(responses, pupils, result)
  return result
}

function pupilsByPattern(responses: Responses): Iterable<number[]> {
  const incomplete = incompleteRows(responses)
  const groups = new Map<string, number[]>()
  const everything = '1'.repeat(responses.maxima.length)
  for (let i = 0; i < responses.count; i++) {
    const pattern = incomplete[i] === 0 ? everything : taskPattern(responses, i)
    const group = groups.get(pattern)
    if (group) group.push(i)
    else groups.set(pattern, [i])
  }
  return groups.values()
}

function compareGroup({ maxima, scores }: Responses, pupils: readonly number[], result: Column): void {
  const columns = scores.filter((column, j) => column[pupils[0]] <= maxima[j])
  const tasks = columns.length
  if (tasks < 2 || pupils.length < 2) return
  const sums = new Float64Array(tasks)
  const sortedSums = new Float64Array(tasks)
  const work = new Uint8Array(tasks)
  let total = 0
  for (const i of pupils) {
    for (let j = 0; j < tasks; j++) {
      work[j] = columns[j][i]
      sums[j] += work[j]
      total += work[j]
    }
    work.sort()
    for (let j = 0; j < tasks; j++) sortedSums[j] += work[j]
  }
  for (const i of pupils) {
    let own = 0
    let shared = 0
    let largest = 0
    for (let j = 0; j < tasks; j++) {
      const x = columns[j][i]
      work[j] = x
      own += x
      shared += x * (sums[j] - x)
    }
    work.sort()
    for (let j = 0; j < tasks; j++) largest += work[j] * (sortedSums[j] - work[j])
    // Integers below 2^53 times K: exact, so a zero is a zero.
    const product = own * (total - own)
    const bound = largest * tasks - product
    if (bound > 0) setValue(result, i, (shared * tasks - product) / bound)
  }
}
