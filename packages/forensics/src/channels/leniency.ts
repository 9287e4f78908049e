import type { ChannelValues, PreparedWorks } from './contract.ts'
import { expectOpenTasks } from './expect-open-tasks.ts'
import { NO_CELL, type Norm, normOf, type Scale, scaleOf } from './given-ability.ts'
import { honestSpread } from './honest-spread.ts'
import { chooseOpenTasks, type OpenTasks } from './open-tasks.ts'
import { LEAST_WORKS } from './residuals.ts'

export interface LeniencyValues extends ChannelValues, OpenTasks {
  readonly channel: 'leniency'
}

/** Share of raised marks at which the score is taken; keeps one rare mark from outweighing a class. */
const RAISED = 0.25

/**
 * Marks of open tasks against all else that is known of the pupils (closed tasks, journal; see expectOpenTasks).
 *
 * A lenient marker is thought to add a point to a share ρ of those works that have not the full points of a task:
 * f_ρ(x) = (1 − ρ)·P(x) + ρ·P(x − 1) below the maximum. Each mark counts by the slope of ln f_ρ at ρ = 1/4,
 *
 *   s(x) = (P(x − 1) − P(x)) / f_ρ(x)   below the maximum (P(−1) = 0),   P(m − 1) / f_ρ(m) at it,
 *
 * less its mean (Rao's score of the mixture, at a share worth finding, where s is bounded by 4). So a «1» of a pupil
 * who should have nothing says much, that of a strong pupil little. P comes from the works of equal expectation. Tasks
 * are weighed by d/(v + τ²·n·c²), d and v mean and variance the score would gain and has per work, c by how much an
 * honest shift of the task moves it, τ² the variance of such shifts between groups (honestSpread), n the usual size of
 * a group: shifts of teaching are independent over tasks and average out, leniency does not.
 *
 * The value is Σ_i u_i / Σ_i E'[u_i], u_i the pupil's weighted score: an estimate of ρ, «share of marks raised by a
 * point». The variance is that of u given expectation, ties between a pupil's tasks included.
 *
 * Sees marking that is lenient over most open tasks. Does not see help with open and closed tasks alike, nor leniency
 * towards few pupils. A class taught to write at length, or closed tasks spoilt by a wrong key, looks the same; so
 * does a strict journal, as far as the journal foretells open tasks in these data.
 */
export function leniencyChannel(prepared: PreparedWorks): LeniencyValues {
  const { count, groupCount, groupStart } = prepared
  const { openTasks, openTasksBy } = chooseOpenTasks(prepared)
  const value = new Float64Array(groupCount).fill(Number.NaN)
  const variance = new Float64Array(groupCount).fill(Number.NaN)
  const n = new Int32Array(groupCount)
  if (openTasks.length === 0) return { channel: 'leniency', value, variance, n, openTasks, openTasksBy }
  const scale = scaleOf(expectOpenTasks(prepared, openTasks))
  const score = new Float64Array(count)
  const gain = new Float64Array(scale.rows)
  for (const j of openTasks) addTask(prepared, scale, j, score, gain)
  const chance = centre(scale, score)
  for (let g = 0; g < groupCount; g++) {
    let sum = 0
    let gained = 0
    let spread = 0
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      const r = scale.cell[i]
      if (r === NO_CELL) continue
      n[g]++
      sum += score[i]
      gained += gain[r]
      spread += chance[r]
    }
    if (n[g] < LEAST_WORKS || !(gained > 0) || !(spread > 0)) continue
    value[g] = sum / gained
    variance[g] = spread / (gained * gained)
  }
  return { channel: 'leniency', value, variance, n, openTasks, openTasksBy }
}

/** Score, and what it is worth, of every cell × points of a task. */
interface MarkScores {
  /** rows × (maximum + 1), mean 0 in each row. */
  readonly score: Float64Array
  /** Per row: Σ_x s·(f_1 − P), by how much the mean of s would grow with ρ. */
  readonly gain: Float64Array
  /** Variance of s, and covariance of s and points. */
  readonly variance: Float64Array
  readonly pull: Float64Array
}

function markScores({ maximum, share }: Norm): MarkScores {
  const width = maximum + 1
  const rows = share.length / width
  const out = {
    score: new Float64Array(share.length),
    gain: new Float64Array(rows),
    variance: new Float64Array(rows),
    pull: new Float64Array(rows),
  }
  for (let r = 0; r < rows; r++) {
    const p = share.subarray(r * width, (r + 1) * width)
    const s = out.score.subarray(r * width, (r + 1) * width)
    let mean = 0
    for (let x = 0; x < width; x++) {
      const more = raised(p, x)
      const mixture = p[x] + RAISED * more
      s[x] = mixture > 0 ? more / mixture : 0
      mean += p[x] * s[x]
    }
    for (let x = 0; x < width; x++) {
      s[x] -= mean
      out.gain[r] += s[x] * raised(p, x)
      out.variance[r] += p[x] * s[x] * s[x]
      out.pull[r] += p[x] * s[x] * x
    }
  }
  return out
}

/** f_1(x) − P(x): what the share of x points gains when every mark is raised. */
function raised(p: Float64Array, x: number): number {
  const from = x === 0 ? 0 : p[x - 1]
  return x === p.length - 1 ? from : from - p[x]
}

/** Adds a task's weighted scores to the works, and what they would gain to the cells. */
function addTask(
  { groupCount, groupStart, responses }: PreparedWorks,
  scale: Scale,
  task: number,
  score: Float64Array,
  gain: Float64Array,
): void {
  const maximum = responses.maxima[task]
  const column = responses.scores[task]
  const { cell } = scale
  const marks = markScores(normOf(scale, column, maximum))
  const width = maximum + 1
  const sums = new Float64Array(groupCount)
  const variances = new Float64Array(groupCount)
  const pulls = new Float64Array(groupCount)
  const totals = { works: 0, gain: 0, variance: 0, pull: 0, squares: 0 }
  for (let g = 0; g < groupCount; g++) {
    let n = 0
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      const r = cell[i]
      if (r === NO_CELL || column[i] > maximum) continue
      n++
      sums[g] += marks.score[r * width + column[i]]
      variances[g] += marks.variance[r]
      pulls[g] += marks.pull[r]
      totals.gain += marks.gain[r]
    }
    totals.works += n
    totals.squares += n * n
    totals.variance += variances[g]
    totals.pull += pulls[g]
    if (n < LEAST_WORKS) variances[g] = 0
  }
  if (!(totals.variance > 0)) return
  const spread = honestSpread(groupCount, g => ({
    sum: sums[g],
    variance: variances[g],
    pull: Math.abs(pulls[g]),
  }))
  const usual = totals.squares / totals.works
  const noise = totals.variance + (spread * usual * totals.pull ** 2) / totals.works
  const weight = totals.gain / noise
  for (let i = 0; i < score.length; i++) {
    const r = cell[i]
    if (r !== NO_CELL && column[i] <= maximum) score[i] += weight * marks.score[r * width + column[i]]
  }
  for (let r = 0; r < gain.length; r++) gain[r] += weight * marks.gain[r]
}

/** Takes the mean over the works of a bin from the scores and returns their variance there, by cell. */
function centre({ cell, binOfCell, centre: bins }: Scale, score: Float64Array): Float64Array {
  const works = new Float64Array(bins.length)
  const mean = new Float64Array(bins.length)
  const square = new Float64Array(bins.length)
  for (let i = 0; i < score.length; i++) {
    if (cell[i] === NO_CELL) continue
    const b = binOfCell[cell[i]]
    works[b]++
    mean[b] += score[i]
    square[b] += score[i] * score[i]
  }
  for (let b = 0; b < bins.length; b++) {
    if (works[b] === 0) continue
    mean[b] /= works[b]
    square[b] = square[b] / works[b] - mean[b] * mean[b]
  }
  for (let i = 0; i < score.length; i++) if (cell[i] !== NO_CELL) score[i] -= mean[binOfCell[cell[i]]]
  return Float64Array.from(binOfCell, b => square[b])
}
