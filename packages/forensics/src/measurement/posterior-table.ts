import { fillPosterior, type Prior } from './posterior.ts'

/** Widest step of the table in T; see posteriorTable. */
const STEP = 0.05
const LEAST_CELLS = 400

/** Posterior at equidistant T: T_g = start + g·step, g < size. */
export interface PosteriorTable {
  readonly start: number
  readonly step: number
  readonly size: number
  readonly logM: Float64Array
  readonly mean: Float64Array
  readonly variance: Float64Array
  /** Posterior probabilities, row g × node q. */
  readonly probabilities: Float64Array
}

/**
 * From this number of works with the same tasks on a table is quicker than each work by itself. A fixed number, so
 * that the way of computing does not change with parameters or with the share of the rows a caller asks for.
 */
export const TABLE_WORKS = 1000

/**
 * Tabulates the posterior over the range of T, with room for four-point interpolation at the ends. Its error is below
 * 0.024·step⁴ times the fourth derivative in T, which for a posterior probability is of the order (θ_q − mean)⁴ of
 * itself: 1e-7 at one unit from the mean. Where slopes all vanish the range is opened a little.
 */
export function posteriorTable(prior: Prior): PosteriorTable {
  const { low, high } = prior
  const size = Math.max(LEAST_CELLS, Math.ceil((high - low) / STEP)) + 4
  const step = Math.max(high - low, 1e-3) / (size - 4)
  const start = low - 1.5 * step
  const nodes = prior.nodes.length
  const table = {
    start,
    step,
    size,
    logM: new Float64Array(size),
    mean: new Float64Array(size),
    variance: new Float64Array(size),
    probabilities: new Float64Array(size * nodes),
  }
  for (let g = 0; g < size; g++) {
    const moments = fillPosterior(prior, start + g * step, table.probabilities, g * nodes)
    table.logM[g] = moments.logM
    table.mean[g] = moments.mean
    table.variance[g] = moments.variance
  }
  return table
}

/**
 * For the scores t[0 … size) adds the weights of cubic (Lagrange) interpolation to `weight` — Σ_i f(t_i) is then
 * Σ_g weight_g·f(T_g) for every tabulated f — and writes the interpolated posterior means to `mean`.
 */
export function depositScores(
  table: PosteriorTable,
  t: Float64Array,
  size: number,
  weight: Float64Array,
  mean: Float64Array,
): void {
  const { start, step, mean: means } = table
  const scale = 1 / step
  for (let i = 0; i < size; i++) {
    const x = (t[i] - start) * scale
    const g = x | 0
    const u = x - g
    const v = 1 - u
    const uv = u * v
    const w0 = (-uv * (1 + v)) / 6
    const w3 = (-uv * (1 + u)) / 6
    const w1 = v * (1 + u) * (1 + v) * 0.5
    const w2 = u * (1 + u) * (1 + v) * 0.5
    weight[g - 1] += w0
    weight[g] += w1
    weight[g + 1] += w2
    weight[g + 2] += w3
    mean[i] = w0 * means[g - 1] + w1 * means[g] + w2 * means[g + 1] + w3 * means[g + 2]
  }
}
