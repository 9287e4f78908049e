import { categoryProbabilities, tabulateItems } from '../person-fit/index.ts'
import type { PreparedWorks } from './contract.ts'

const LIMIT = 6
const NODES = 241

/**
 * Points of each work as if the pupil had had every task: the declared total, and for tasks that have left the work
 * («не пройд.», unreadable) the points the model expects at the pupil's ability. Without a model the total is
 * stretched by the maximum of the tasks the pupil had. The declared totals themselves where no work lacks a task.
 */
export function completedPoints(prepared: PreparedWorks): Uint16Array | Float64Array {
  const { count, total, responses, taskMaxima, items, ability, maxScore } = prepared
  const expected = items === null ? null : expectedPoints(items)
  const width = taskMaxima.length
  let out: Float64Array | null = null
  for (let j = 0; j < width; j++) {
    const column = responses.scores[j]
    const maximum = taskMaxima[j]
    for (let i = 0; i < count; i++) {
      if (column[i] <= maximum) continue
      out ??= Float64Array.from(total)
      if (expected === null) continue
      const at = ((Math.max(-LIMIT, Math.min(LIMIT, ability[i])) + LIMIT) * (NODES - 1)) / (2 * LIMIT)
      const node = Math.min(NODES - 2, Math.floor(at))
      const low = expected[node * width + j]
      out[i] += low + (at - node) * (expected[(node + 1) * width + j] - low)
    }
  }
  if (out === null) return total
  if (expected === null) {
    for (let i = 0; i < count; i++) {
      let had = maxScore
      for (let j = 0; j < width; j++) if (responses.scores[j][i] > taskMaxima[j]) had -= taskMaxima[j]
      out[i] = had > 0 ? (out[i] * maxScore) / had : Number.NaN
    }
  }
  return out
}

/** Expected points at abilities −6 … 6: row node × task. */
function expectedPoints(items: NonNullable<PreparedWorks['items']>): Float64Array {
  const table = tabulateItems(items)
  const out = new Float64Array(NODES * items.length)
  const p = new Float64Array(table.width)
  for (let node = 0; node < NODES; node++) {
    categoryProbabilities(table, (2 * LIMIT * node) / (NODES - 1) - LIMIT, p)
    for (let j = 0; j < items.length; j++) {
      for (let c = table.offset[j]; c < table.offset[j + 1]; c++) {
        out[node * items.length + j] += (c - table.offset[j]) * p[c]
      }
    }
  }
  return out
}
