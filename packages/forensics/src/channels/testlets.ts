import type { Responses } from '../person-fit/index.ts'
import type { PreparedWorks } from './contract.ts'
import { momentsByCell, NO_CELL, normOf, scaleOf } from './given-ability.ts'

/** Tasks, by index, of which each part of the list stands for one; every task is in one part. */
export type Testlets = readonly (readonly number[])[]

/**
 * Excess of a residual correlation over the average one from which two tasks depend on one another (Yen's Q3 less its
 * mean; Christensen, Makransky & Horton 2017, Appl. Psychol. Meas. 41: 178–194, take .2 for certain; one that is
 * there hurts more here than one that is not).
 */
const DEPENDENT = 0.15
/** Works looked at: correlations are then known to .01. */
const ENOUGH = 20_000
/** More points would leave hardly any equal answers. */
const MOST_POINTS = 12

/**
 * Tasks that go together beyond ability: criteria К1, К2, К3 of one text, parts of one task, a task that uses another's
 * answer. Two pupils who are equal in one of them are equal in the others, without anybody having copied.
 *
 * Residuals of works given ability, standardised, correlated over all works at hand (Yen 1984, Q3); dependent tasks
 * are joined through one another, the strongest first. Without a dependence every task stands alone.
 */
export function dependentTasks({ count, responses, ability }: PreparedWorks): Testlets {
  const { maxima, scores } = responses
  const rows = rowsOf(count)
  const scale = scaleOf(Float64Array.from(rows, row => ability[row]))
  const residuals = scores.map((column, j) => {
    const own = new Uint8Array(rows.length)
    for (let i = 0; i < rows.length; i++) own[i] = column[rows[i]]
    const { mean, variance } = momentsByCell(normOf(scale, own, maxima[j]))
    const residual = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i++) {
      const cell = scale.cell[i]
      const absent = own[i] > maxima[j] || cell === NO_CELL || !(variance[cell] > 0)
      residual[i] = absent ? Number.NaN : (own[i] - mean[cell]) / Math.sqrt(variance[cell])
    }
    return residual
  })
  const squares = residuals.map(sumOfSquares)
  const pairs: { readonly a: number; readonly b: number; readonly r: number }[] = []
  for (let a = 0; a < residuals.length; a++)
    for (let b = 0; b < a; b++)
      pairs.push({ a, b, r: correlation(residuals[a], residuals[b], squares[a], squares[b]) })
  const usual = pairs.reduce((sum, { r }) => sum + r, 0) / Math.max(1, pairs.length)
  const partOf = Array.from(maxima, (_, j) => [j])
  const points = (tasks: readonly number[]) => tasks.reduce((sum, j) => sum + maxima[j], 0)
  for (const { a, b, r } of pairs.sort((x, y) => y.r - x.r)) {
    if (r - usual < DEPENDENT) break
    if (partOf[a] === partOf[b] || points(partOf[a]) + points(partOf[b]) > MOST_POINTS) continue
    const joined = [...partOf[a], ...partOf[b]].sort((x, y) => x - y)
    for (const j of joined) partOf[j] = joined
  }
  return [...new Set(partOf)]
}

/** The responses with the points of each part added up; a work that lacks a task of a part lacks the part. */
export function joinTasks({ count, maxima, scores }: Responses, testlets: Testlets): Responses {
  return {
    count,
    maxima: Uint8Array.from(testlets, tasks => tasks.reduce((sum, j) => sum + maxima[j], 0)),
    scores: testlets.map(tasks => {
      if (tasks.length === 1) return scores[tasks[0]]
      const column = new Uint8Array(count)
      for (const j of tasks) {
        const [own, maximum] = [scores[j], maxima[j]]
        for (let i = 0; i < count; i++)
          column[i] = own[i] > maximum || column[i] === ABSENT ? ABSENT : column[i] + own[i]
      }
      return column
    }),
  }
}

/** Above every maximum: the part is not in the work. */
const ABSENT = 255

function rowsOf(count: number): Int32Array {
  const step = Math.max(1, count / ENOUGH)
  return Int32Array.from({ length: Math.floor(count / step) }, (_, i) => Math.floor(i * step))
}

/** NaN where a row has no value. */
function sumOfSquares(x: Float64Array): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i]
  return sum
}

/**
 * Over the rows that have both; 0 where nothing varies.
 *
 * @param xSquares sums of squares, NaN where rows are lacking: known ones are not summed for each pair again
 */
function correlation(x: Float64Array, y: Float64Array, xSquares: number, ySquares: number): number {
  let [xx, yy, xy] = [xSquares, ySquares, 0]
  if (Number.isNaN(xx + yy)) {
    xx = 0
    yy = 0
    for (let i = 0; i < x.length; i++) {
      if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue
      xx += x[i] * x[i]
      yy += y[i] * y[i]
      xy += x[i] * y[i]
    }
  } else for (let i = 0; i < x.length; i++) xy += x[i] * y[i]
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0
}
