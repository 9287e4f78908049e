import type { PreparedWorks } from './contract.ts'
import { momentsByCell, NO_CELL, normOf, type Scale, scaleOf } from './given-ability.ts'
import { factorise, solveFactorised } from './small-matrix.ts'

/** Works of pseudo-data that draw the mean of a group towards that of all. */
const SHRINK = 4
/** 1, closed, closed², its group mean, that squared, journal, no journal, its group mean. */
const COVARIATES = 8

/**
 * What a work should earn on the open tasks, by all that is known of it but these tasks: the linear prediction of the
 * weighted open score Σ_open a_j·x_j from the pupil's closed score and its square, the journal mark, and the means of
 * both over the group. Without the means the works of a strong class, whose every pupil is likely to be better than
 * the closed tasks alone show, would all lie above the line (a pupil regresses to the mean of the class, not of the
 * region). The journal has separate slopes between pupils and between groups (Mundlak 1978, Econometrica 46: 69–85),
 * so that it counts for as much as it is worth in these data, however unequally strict the journals are.
 *
 * @returns one prediction a work, in points weighted by discrimination; NaN without ability
 */
export function expectOpenTasks(prepared: PreparedWorks, open: readonly number[]): Float64Array {
  const scores = weightedScores(prepared, open)
  const { closed, journal } = scores
  const cross = new Float64Array(COVARIATES * COVARIATES)
  const slopes = new Float64Array(COVARIATES)
  forRows(prepared, closed, journal, (row, i) => {
    for (let a = 0; a < COVARIATES; a++) {
      slopes[a] += row[a] * scores.open[i]
      for (let b = 0; b <= a; b++) cross[a * COVARIATES + b] += row[a] * row[b]
    }
  })
  factorise(cross, COVARIATES)
  solveFactorised(cross, COVARIATES, slopes)
  const expected = new Float64Array(prepared.count).fill(Number.NaN)
  forRows(prepared, closed, journal, (row, i) => {
    let sum = 0
    for (let a = 0; a < COVARIATES; a++) sum += slopes[a] * row[a]
    expected[i] = sum
  })
  return expected
}

/** Calls `use` with the covariates of every work that has an ability; the row is overwritten by the next. */
function forRows(
  { groupCount, groupStart }: PreparedWorks,
  closed: Float64Array,
  journal: Float64Array,
  use: (row: Float64Array, i: number) => void,
): void {
  const row = new Float64Array(COVARIATES)
  for (let g = 0; g < groupCount; g++) {
    const from = groupStart[g]
    const to = groupStart[g + 1]
    const meanClosed = shrunkMean(closed, from, to)
    const meanJournal = shrunkMean(journal, from, to)
    for (let i = from; i < to; i++) {
      const x = closed[i]
      if (Number.isNaN(x)) continue
      const marked = !Number.isNaN(journal[i])
      row[0] = 1
      row[1] = x
      row[2] = x * x
      row[3] = meanClosed
      row[4] = meanClosed * meanClosed
      row[5] = marked ? journal[i] : 0
      row[6] = marked ? 0 : 1
      row[7] = meanJournal
      use(row, i)
    }
  }
}

interface WeightedScores {
  readonly closed: Float64Array
  readonly open: Float64Array
  readonly journal: Float64Array
}

/**
 * Σ a_j·x_j of the closed and of the open tasks: under the model all that they say of ability. A task that a work does
 * not have stands there with what works of its ability get. Closed scores and journal marks are standardised.
 */
function weightedScores(prepared: PreparedWorks, openTasks: readonly number[]): WeightedScores {
  const { count, responses, items } = prepared
  const scale = scaleOf(prepared.ability.subarray(0, count))
  const closed = new Float64Array(count)
  const open = new Float64Array(count)
  responses.maxima.forEach((maximum, j) => {
    const slope = Math.max(0, items?.[j].slope ?? 0)
    addTask(openTasks.includes(j) ? open : closed, scale, responses.scores[j], maximum, slope)
  })
  const journal = Float64Array.from({ length: count }, (_, i) => prepared.journal[i] || Number.NaN)
  standardise(closed)
  standardise(journal)
  return { closed, open, journal }
}

function addTask(
  sum: Float64Array,
  { cell, ...scale }: Scale,
  column: Uint8Array,
  maximum: number,
  slope: number,
) {
  let mean: Float64Array | null = null
  for (let i = 0; i < sum.length; i++) {
    const x = column[i]
    if (cell[i] === NO_CELL) sum[i] = Number.NaN
    else if (x <= maximum) sum[i] += slope * x
    else {
      mean ??= momentsByCell(normOf({ cell, ...scale }, column, maximum)).mean
      sum[i] += slope * mean[cell[i]]
    }
  }
}

/** To mean 0 and variance 1 over what there is; to 0 where nothing varies. */
function standardise(values: Float64Array): void {
  let n = 0
  let sum = 0
  let squares = 0
  for (const x of values) {
    if (Number.isNaN(x)) continue
    n++
    sum += x
    squares += x * x
  }
  const mean = sum / n
  const variance = squares / n - mean * mean
  const scale = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0
  for (let i = 0; i < values.length; i++) values[i] = (values[i] - mean) * scale
}

function shrunkMean(values: Float64Array, from: number, to: number): number {
  let n = SHRINK
  let sum = 0
  for (let i = from; i < to; i++) {
    if (Number.isNaN(values[i])) continue
    n++
    sum += values[i]
  }
  return sum / n
}
