import { calibrateMeasure } from '../calibration/index.ts'
import type { PreparedWorks } from './contract.ts'
import { momentsByCell, NO_CELL, normOf, type Scale } from './given-ability.ts'
import { LEAST_WORKS, type TaskResiduals } from './residuals.ts'

/** No more than this share of those without points is taken for blank. */
const MOST_BLANK = 0.9
/** Tasks that hardly anybody of an ability solves would otherwise decide alone. */
const MOST_WEIGHT = 3

/**
 * Per group, how much its points look as if blanks had been filled in with right answers: about N(0, 1) in an honest
 * group, NaN with too few works.
 *
 * By task j and ability, b is the share of works that leave the task blank where blanks are written down, p₀ and p_m those
 * with no points and with all. Filling in moves b from the one to the other, so that the logarithm of the likelihood
 * ratio of a work's points is ln(1 − b/p₀) for none, ln(1 + b/p_m) for all, 0 for a part (Neyman, Pearson 1933). Its sum
 * over the works of the group, less what works of these abilities have, is compared with its variance: that of independent
 * pupils and, since a class may be taught a task better (residuals.ts), τ_j²·C², C the covariance of the sum with the
 * points on the task. How honest groups differ beyond that is learnt from the bulk of them (calibrate.ts): the sums of
 * tasks are not independent, and a marker who is kind to the last task of all makes a heavy tail.
 *
 * The weights differ by ability as well as by task: full points on a task that good pupils solve and weak ones leave say
 * much in the work of a weak one. A topic well taught raises all, filling in those who had left it.
 */
export function filledBlanks(
  prepared: PreparedWorks,
  residuals: TaskResiduals,
  scale: Scale,
  rate: number,
): Float64Array {
  const { groupCount, responses, notAttempted } = prepared
  const { cell, rows } = scale
  const { maxima, scores } = responses
  const sum = new Float64Array(groupCount)
  const variance = new Float64Array(groupCount)
  for (const [j, maximum] of maxima.entries()) {
    const blank = notAttempted?.[j]
    if (!blank?.includes(1)) continue
    const rateOf = momentsByCell(normOf(scale, blank, 1)).mean
    const { share } = normOf(scale, scores[j], maximum)
    const weights = weightsOf(share, maximum, rateOf, rate, rows)
    addTask(prepared, j, cell, weights, residuals.spread[j], sum, variance)
  }
  const value = sum.map((x, g) => (residuals.works[g] >= LEAST_WORKS && variance[g] > 0 ? x : Number.NaN))
  return calibrateMeasure({ value, variance, n: residuals.works }, null).z
}

/** By cell of ability: the centred weight of each number of points, its variance, its covariance with the points. */
interface Weights {
  readonly weight: Float64Array
  readonly spread: Float64Array
  readonly common: Float64Array
}

/** Adds what a task says to the sums of the groups, and its variance where groups differ by `taughtSpread`. */
function addTask(
  { groupCount, groupStart, responses }: PreparedWorks,
  task: number,
  cell: Uint16Array,
  { weight, spread, common }: Weights,
  taughtSpread: number,
  sum: Float64Array,
  variance: Float64Array,
): void {
  const column = responses.scores[task]
  const maximum = responses.maxima[task]
  for (let g = 0; g < groupCount; g++) {
    let own = 0
    let chance = 0
    let taught = 0
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      const r = cell[i]
      const x = column[i]
      if (x > maximum || r === NO_CELL) continue
      own += weight[r * (maximum + 1) + x]
      chance += spread[r]
      taught += common[r]
    }
    sum[g] += own
    variance[g] += chance + taughtSpread * taught * taught
  }
}

function weightsOf(
  share: Float64Array,
  maximum: number,
  rateOf: Float64Array,
  rate: number,
  rows: number,
): Weights {
  const width = maximum + 1
  const weight = new Float64Array(rows * width)
  const spread = new Float64Array(rows)
  const common = new Float64Array(rows)
  for (let r = 0; r < rows; r++) {
    const none = share[r * width]
    const all = share[r * width + maximum]
    const blank = Math.min(MOST_BLANK * none, rate * rateOf[r])
    if (!(blank > 0)) continue
    const ofNone = Math.log(1 - blank / none)
    const ofAll = all > 0 ? Math.min(MOST_WEIGHT, Math.log(1 + blank / all)) : MOST_WEIGHT
    const mean = none * ofNone + all * ofAll
    for (let k = 0; k < width; k++) {
      const w = (k === 0 ? ofNone : k === maximum ? ofAll : 0) - mean
      weight[r * width + k] = w
      spread[r] += share[r * width + k] * w * w
      common[r] += share[r * width + k] * w * k
    }
  }
  return { weight, spread, common }
}
