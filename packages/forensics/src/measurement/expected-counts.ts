import { digitsOf, type PackedWorks, type Segment } from './pack-works.ts'
import type { TaskPlan } from './plan-tasks.ts'
import { fillPosterior, fillScores, type Prior, priorsFor, scoreTables } from './posterior.ts'
import { depositScores, posteriorTable, TABLE_WORKS } from './posterior-table.ts'
import type { Quadrature } from './quadrature.ts'

/**
 * The E-step: expected sufficient statistics of the rows from … to, in a plain array of 2 + J + J·Q numbers (J
 * modelled tasks, Q nodes):
 *
 *   [0]              number of rows
 *   [1]              Σ_i log M(T_i); with −Σ d_jk·N_jk it is the marginal log-likelihood
 *   [2 + j]          Σ_i s_ij·E(θ | work i)
 *   [2 + J + j·Q + q] expected number of works of ability θ_q among those that have a score of task j
 *
 * Arrays of disjoint ranges add up, so that a caller may share the work out and stream it.
 * Bock, Aitkin 1981, Psychometrika 46: 443–459; sums over works instead of response patterns.
 */
export function expectedCounts(
  plan: TaskPlan,
  quadrature: Quadrature,
  parameters: Float64Array,
  packed: PackedWorks,
  from = 0,
  to = packed.count,
): Float64Array {
  const tasks = plan.tasks.length
  const nodes = quadrature.nodes.length
  const counts = new Float64Array(2 + tasks + tasks * nodes)
  const prior = priorsFor(plan, quadrature, parameters)
  const rows: Rows = {
    codes: packed.codes,
    tables: scoreTables(plan, parameters),
    sums: plan.groups.map(group => new Float64Array(group.size)),
  }
  for (const segment of packed.segments) {
    const part = { from: Math.max(from, segment.from), to: Math.min(to, segment.to), tasks: segment.tasks }
    if (part.from >= part.to) continue
    const many = segment.to - segment.from >= TABLE_WORKS
    const given = prior(part.tasks)
    const sums = many ? sumByTable(rows, part, given) : sumByRow(rows, part, given)
    counts[0] += part.to - part.from
    counts[1] += sums.logM
    for (const j of part.tasks) {
      const row = 2 + tasks + j * nodes
      for (let q = 0; q < nodes; q++) counts[row + q] += sums.byNode[q]
    }
  }
  addScoreProducts(plan, rows.sums, counts)
  return counts
}

interface Rows {
  readonly codes: readonly Uint16Array[]
  readonly tables: readonly Float64Array[]
  /** Per group and code the sum of posterior means, filled by the passes over the rows. */
  readonly sums: readonly Float64Array[]
}

interface SegmentSums {
  readonly logM: number
  readonly byNode: Float64Array
}

/** Rows at a time: the buffers stay in the first-level cache. */
const BLOCK = 1024

function sumByTable(rows: Rows, segment: Segment, prior: Prior): SegmentSums {
  const table = posteriorTable(prior)
  const weight = new Float64Array(table.size)
  const t = new Float64Array(BLOCK)
  const mean = new Float64Array(BLOCK)
  for (let from = segment.from; from < segment.to; from += BLOCK) {
    const size = Math.min(BLOCK, segment.to - from)
    fillScores(rows.tables, rows.codes, from, size, t)
    depositScores(table, t, size, weight, mean)
    addMeans(rows, from, size, mean)
  }
  const byNode = new Float64Array(prior.nodes.length)
  let logM = 0
  for (let g = 0; g < table.size; g++) {
    logM += weight[g] * table.logM[g]
    const at = g * byNode.length
    for (let q = 0; q < byNode.length; q++) byNode[q] += weight[g] * table.probabilities[at + q]
  }
  return { logM, byNode }
}

function sumByRow(rows: Rows, segment: Segment, prior: Prior): SegmentSums {
  const byNode = new Float64Array(prior.nodes.length)
  const one = new Float64Array(prior.nodes.length)
  const t = new Float64Array(1)
  const mean = new Float64Array(1)
  let logM = 0
  for (let row = segment.from; row < segment.to; row++) {
    fillScores(rows.tables, rows.codes, row, 1, t)
    const moments = fillPosterior(prior, t[0], one, 0)
    logM += moments.logM
    mean[0] = moments.mean
    for (let q = 0; q < one.length; q++) byNode[q] += one[q]
    addMeans(rows, row, 1, mean)
  }
  return { logM, byNode }
}

function addMeans(rows: Rows, from: number, size: number, mean: Float64Array): void {
  for (let g = 0; g < rows.sums.length; g++) {
    const sums = rows.sums[g]
    const column = rows.codes[g]
    for (let i = 0; i < size; i++) sums[column[from + i]] += mean[i]
  }
}

function addScoreProducts(plan: TaskPlan, sums: readonly Float64Array[], counts: Float64Array): void {
  plan.groups.forEach((group, g) => {
    const digits = digitsOf(plan, group)
    group.tasks.forEach((j, position) => {
      const { points } = plan.tasks[j]
      for (let code = 0; code < group.size; code++) {
        const digit = digits[position][code]
        if (digit > 0) counts[2 + j] += (points[digit] - points[0]) * sums[g][code]
      }
    })
  })
}
