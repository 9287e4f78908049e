import {
  categoryProbabilities,
  type ItemParameters,
  type ItemTable,
  tabulateItems,
} from '../person-fit/index.ts'

/** Abilities over which a copier's own ability is integrated: 13 nodes, .55 apart, with N(0, 1) as weights. */
const NODES = 13
const NODE_LIMIT = 3.3

/** Abilities at which moments and expected matches are tabulated. */
const GRID = 81
const GRID_LIMIT = 4

/** What comparing works for copying needs of an assessment; everything that does not depend on the class. */
export interface CopyModel {
  readonly table: ItemTable
  /** Standard deviation of honest class-by-task effects, in logits per point. */
  readonly effectSd: number
  readonly nodes: Float64Array
  readonly weights: Float64Array
  /** Probability of category c at node q: c·NODES + q. */
  readonly probability: Float64Array
  /**
   * P_jk/P_jx at node q, of k points for one who has x: (ratioOffset[j] + x·(m_j + 1) + k)·NODES + q; 0 where x never
   * occurs.
   */
  readonly ratios: Float64Array
  readonly ratioOffset: Int32Array
  /** Abilities of the grid, its points numbered by `gridPoint`. */
  readonly gridSize: number
  /** Mean and variance of task j at grid point g: g·K + j. */
  readonly mean: Float64Array
  readonly variance: Float64Array
  /** Number of equal answers of two independent works with all tasks, its mean and standard deviation: g·gridSize + h. */
  readonly matches: Float64Array
  readonly matchSd: Float64Array
}

/** The nearest point of the grid of abilities. */
export function gridPoint(theta: number): number {
  const point = Math.round(((theta + GRID_LIMIT) / (2 * GRID_LIMIT)) * (GRID - 1))
  return Math.max(0, Math.min(GRID - 1, point))
}

/** Tabulates the model of an assessment (generalised partial credit, abilities ~ N(0, 1)). */
export function createCopyModel(items: readonly ItemParameters[], effectSd: number): CopyModel {
  const table = tabulateItems(items)
  const { width, taskCount, offset } = table
  const nodes = Float64Array.from(
    { length: NODES },
    (_, q) => -NODE_LIMIT + (2 * NODE_LIMIT * q) / (NODES - 1),
  )
  const density = nodes.map(x => Math.exp(-x * x * 0.5))
  const mass = density.reduce((sum, d) => sum + d, 0)
  const row = new Float64Array(width)
  const probability = new Float64Array(width * NODES)
  for (let q = 0; q < NODES; q++) {
    categoryProbabilities(table, nodes[q], row)
    for (let c = 0; c < width; c++) probability[c * NODES + q] = row[c]
  }
  const ratioOffset = new Int32Array(taskCount + 1)
  for (let j = 0; j < taskCount; j++) ratioOffset[j + 1] = ratioOffset[j] + (offset[j + 1] - offset[j]) ** 2
  const ratios = new Float64Array(ratioOffset[taskCount] * NODES)
  for (let j = 0; j < taskCount; j++) {
    let at = ratioOffset[j] * NODES
    for (let x = offset[j]; x < offset[j + 1]; x++) {
      for (let k = offset[j]; k < offset[j + 1]; k++) {
        for (let q = 0; q < NODES; q++, at++) {
          const own = probability[x * NODES + q]
          if (own > 0) ratios[at] = probability[k * NODES + q] / own
        }
      }
    }
  }

  const grid = new Float64Array(GRID * width)
  const mean = new Float64Array(GRID * taskCount)
  const variance = new Float64Array(GRID * taskCount)
  for (let g = 0; g < GRID; g++) {
    const p = grid.subarray(g * width, (g + 1) * width)
    categoryProbabilities(table, -GRID_LIMIT + (2 * GRID_LIMIT * g) / (GRID - 1), p)
    for (let j = 0; j < taskCount; j++) {
      let first = 0
      let second = 0
      for (let k = 1; k < offset[j + 1] - offset[j]; k++) {
        first += k * p[offset[j] + k]
        second += k * k * p[offset[j] + k]
      }
      mean[g * taskCount + j] = first
      variance[g * taskCount + j] = Math.max(0, second - first * first)
    }
  }

  const matches = new Float64Array(GRID * GRID)
  const matchVariance = new Float64Array(GRID * GRID)
  for (let g = 0; g < GRID; g++) {
    for (let h = 0; h < GRID; h++) {
      for (let j = 0; j < taskCount; j++) {
        let p = 0
        for (let c = offset[j]; c < offset[j + 1]; c++) p += grid[g * width + c] * grid[h * width + c]
        matches[g * GRID + h] += p
        matchVariance[g * GRID + h] += Math.max(0, p * (1 - p))
      }
    }
  }
  const weights = density.map(d => d / mass)
  return {
    table,
    effectSd,
    nodes,
    weights,
    probability,
    ratios,
    ratioOffset,
    gridSize: GRID,
    mean,
    variance,
    matches,
    matchSd: matchVariance.map(Math.sqrt),
  }
}
