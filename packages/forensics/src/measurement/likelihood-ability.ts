import { type Abilities, AbilityState, emptyAbilities, forScores } from './ability.ts'
import { type TaskCumulants, taskCumulants } from './category-probabilities.ts'
import type { GpcmModel } from './gpcm-model.ts'
import type { PackedWorks } from './pack-works.ts'
import { scoreRange, scoreTables } from './posterior.ts'

export interface AbilityOptions {
  /** Estimates are kept within ±limit. Default 6. */
  readonly limit?: number
}

/**
 * Maximum-likelihood abilities: θ with E(T | θ) = T. A work with the least or greatest possible score has none and
 * is put at the limit with its state. Errors are 1/√I(θ), I the test information.
 */
export function mlAbilities(model: GpcmModel, packed: PackedWorks, options: AbilityOptions = {}): Abilities {
  return estimate(model, packed, options.limit ?? 6, 'ml')
}

/**
 * Weighted likelihood abilities (Warm 1989, Psychometrika 54: 427–450; for partial credit Penfield, Bergeron 2005):
 * θ with T − E(T | θ) + J/(2·I) = 0, J the third cumulant of T. Nearly unbiased and finite for extreme scores; the
 * one to use for means of groups.
 */
export function wleAbilities(model: GpcmModel, packed: PackedWorks, options: AbilityOptions = {}): Abilities {
  return estimate(model, packed, options.limit ?? 6, 'wle')
}

const STEP = 0.02

/**
 * The estimating equation of one set of tasks on a grid of abilities: the score h for which θ is the estimate, its
 * derivative, the information, and the logarithm of what is maximised less θ·T.
 */
interface Equation {
  readonly limit: number
  readonly size: number
  readonly score: Float64Array
  readonly slope: Float64Array
  readonly information: Float64Array
  readonly logWeight: Float64Array
  readonly increasing: boolean
}

function estimate(model: GpcmModel, packed: PackedWorks, limit: number, kind: 'ml' | 'wle'): Abilities {
  const { plan, parameters } = model
  const out = emptyAbilities(packed.count)
  const tables = scoreTables(plan, parameters)
  const cumulants = cumulantsOnGrid(model, limit)
  for (const segment of packed.segments) {
    const [low, high] = scoreRange(plan, parameters, segment.tasks)
    const margin = 1e-9 * Math.max(1, high - low)
    const equation = equationOf(cumulants, segment.tasks, limit, kind)
    forScores(packed, segment, tables, (work, t) => {
      if (high - low <= margin) {
        out.state[work] = AbilityState.noScores
        return
      }
      let theta: number
      if (kind === 'ml' && t <= low + margin) theta = -limit
      else if (kind === 'ml' && t >= high - margin) theta = limit
      else theta = solve(equation, t)
      out.ability[work] = theta
      out.error[work] = errorAt(equation, theta)
      if (Math.abs(theta) === limit) out.state[work] = theta < 0 ? AbilityState.below : AbilityState.above
    })
  }
  return out
}

/** Cumulants of every task (rows) on the grid of abilities, reckoned once for all sets of tasks. */
type CumulantRows = Readonly<Record<keyof TaskCumulants, Float64Array>>[]

function cumulantsOnGrid(model: GpcmModel, limit: number): CumulantRows {
  const size = Math.round((2 * limit) / STEP) + 1
  return model.plan.tasks.map(task => {
    const points = Array.from({ length: size }, (_, g) =>
      taskCumulants(task, model.parameters, -limit + (2 * limit * g) / (size - 1)),
    )
    const column = (key: keyof TaskCumulants) => Float64Array.from(points, cumulants => cumulants[key])
    return {
      logZ: column('logZ'),
      mean: column('mean'),
      variance: column('variance'),
      third: column('third'),
      fourth: column('fourth'),
    }
  })
}

function equationOf(
  rows: CumulantRows,
  tasks: readonly number[],
  limit: number,
  kind: 'ml' | 'wle',
): Equation {
  const size = Math.round((2 * limit) / STEP) + 1
  const [score, slope, information, logWeight, third, fourth] = Array.from(
    { length: 6 },
    () => new Float64Array(size),
  )
  for (const j of tasks) {
    const row = rows[j]
    for (let g = 0; g < size; g++) {
      score[g] += row.mean[g]
      information[g] += row.variance[g]
      third[g] += row.third[g]
      fourth[g] += row.fourth[g]
      logWeight[g] -= row.logZ[g]
    }
  }
  let increasing = true
  for (let g = 0; g < size; g++) {
    const info = Math.max(information[g], Number.MIN_VALUE * 2 ** 60)
    slope[g] = info
    if (kind === 'wle') {
      score[g] -= third[g] / (2 * info)
      slope[g] -= (fourth[g] - (third[g] / info) * third[g]) / (2 * info)
      logWeight[g] += Math.log(info) / 2
    }
    if (g > 0 && !(score[g] > score[g - 1])) increasing = false
  }
  return { limit, size, score, slope, information, logWeight, increasing }
}

function solve(equation: Equation, t: number): number {
  const { score, size, limit } = equation
  if (equation.increasing) {
    if (t <= score[0]) return -limit
    if (t >= score[size - 1]) return limit
    let low = 0
    let high = size - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (score[middle] <= t) low = middle
      else high = middle
    }
    return within(equation, low, t)
  }
  // Far apart tasks make several local maxima: take the highest grid point and the crossing beside it.
  const value = (g: number) => t * (-limit + (2 * limit * g) / (size - 1)) + equation.logWeight[g]
  let best = 0
  for (let g = 1; g < size; g++) if (value(g) > value(best)) best = g
  if (score[best] > t) best--
  if (best < 0) return -limit
  return best >= size - 1 ? limit : within(equation, best, t)
}

/** The crossing within a cell, by Newton's method on the cubic that has the values and slopes of its ends. */
function within(equation: Equation, g: number, t: number): number {
  const { score, slope, limit, size } = equation
  const step = (2 * limit) / (size - 1)
  const rise = score[g + 1] - score[g]
  const from = slope[g] * step
  const to = slope[g + 1] * step
  const quadratic = 3 * rise - 2 * from - to
  const cubic = from + to - 2 * rise
  let u = Math.min(1, Math.max(0, (t - score[g]) / rise))
  for (let k = 0; k < 6; k++) {
    const miss = score[g] + u * (from + u * (quadratic + u * cubic)) - t
    const tangent = from + u * (2 * quadratic + 3 * u * cubic)
    if (!(tangent > 0)) break
    u = Math.min(1, Math.max(0, u - miss / tangent))
  }
  return -limit + (g + u) * step
}

function errorAt(equation: Equation, theta: number): number {
  const { information, limit, size } = equation
  const x = ((theta + limit) / (2 * limit)) * (size - 1)
  const g = Math.min(size - 2, Math.max(0, Math.floor(x)))
  const low = Math.log(Math.max(information[g], Number.MIN_VALUE))
  const high = Math.log(Math.max(information[g + 1], Number.MIN_VALUE))
  return Math.exp(-(low + (x - g) * (high - low)) / 2)
}
