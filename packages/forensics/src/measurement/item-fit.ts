import { chiSquareUpperTail } from '../numeric/chi-square.ts'
import type { GpcmModel } from './gpcm-model.ts'
import { digitsOf, type PackedWorks, type Segment } from './pack-works.ts'
import { probabilitiesAtNodes, scoreDistribution } from './score-distribution.ts'

/** How the scores of one task follow the model. */
export interface ItemFit {
  /** Index of the task's column. */
  readonly task: number
  /** Works that were compared. */
  readonly n: number
  /**
   * S-X²: observed against expected categories within equal sums of points, with its degrees of freedom and
   * p-value. Null where too few works make no group with at least one expected work per category.
   */
  readonly chiSquare: number | null
  readonly df: number | null
  readonly p: number | null
  /**
   * Root mean square over works of observed less expected mean points at equal sums, as a share of the task's range.
   * The size of misfit, which unlike p does not grow with n; contains chance of the order 0.5·√(groups/n). Null
   * without works to compare.
   */
  readonly rmsd: number | null
}

/** Smaller sets of works with the same tasks are left out. */
const LEAST_WORKS = 100

/**
 * S-X² of every task (Orlando, Thissen 2000, Appl. Psychol. Meas. 24: 50–64; for partial credit Kang, Chen 2008,
 * J. Educ. Meas. 45: 391–406). It tells whether a task measures what the others measure in the way the model says: a
 * look before abilities and residuals are trusted, not a sign of manipulation. Works with different sets of tasks
 * are compared within each set and the statistics added, neighbouring sums of points are joined until every
 * category expects a work.
 */
export function itemFit(model: GpcmModel, packed: PackedWorks): ItemFit[] {
  const totals = model.plan.tasks.map(() => ({ n: 0, chiSquare: 0, cells: 0, square: 0 }))
  const probabilities = model.plan.tasks.map((_, j) => probabilitiesAtNodes(model, j))
  for (const segment of packed.segments) {
    if (segment.to - segment.from < LEAST_WORKS || segment.tasks.length < 2) continue
    const span = segment.tasks.reduce((sum, j) => sum + spanOf(model, j), 0)
    const observed = observedCounts(model, packed, segment, span)
    const all = overNodes(model, scoreDistribution(model, probabilities, segment.tasks, span), span)
    for (const j of segment.tasks) {
      const shares = expectedShares(model, probabilities, segment.tasks, j, span, all)
      addFit(totals[j], observed[j], shares, model.plan.tasks[j].points, span)
    }
  }
  return model.plan.tasks.map(({ task, points }, j) => {
    const { n, chiSquare, cells, square } = totals[j]
    const df = cells - points.length
    const rmsd = n === 0 ? null : Math.sqrt(square / n) / spanOf(model, j)
    if (df <= 0) return { task, n, chiSquare: null, df: null, p: null, rmsd }
    return { task, n, chiSquare, df, p: chiSquareUpperTail(chiSquare, df), rmsd }
  })
}

function spanOf(model: GpcmModel, j: number): number {
  const { points } = model.plan.tasks[j]
  return points[points.length - 1] - points[0]
}

/** Per task: works by sum of points × category. */
function observedCounts(
  model: GpcmModel,
  packed: PackedWorks,
  segment: Segment,
  span: number,
): Float64Array[] {
  const { plan } = model
  const digits = plan.groups.map(group => digitsOf(plan, group))
  const sums = plan.groups.map((group, g) =>
    Int32Array.from({ length: group.size }, (_, code) =>
      group.tasks.reduce((sum, j, position) => {
        const digit = digits[g][position][code]
        return digit < 0 ? sum : sum + plan.tasks[j].points[digit] - plan.tasks[j].points[0]
      }, 0),
    ),
  )
  const byCode = plan.groups.map(group => new Uint32Array((span + 1) * group.size))
  for (let row = segment.from; row < segment.to; row++) {
    let sum = 0
    for (let g = 0; g < sums.length; g++) sum += sums[g][packed.codes[g][row]]
    for (let g = 0; g < sums.length; g++) byCode[g][sum * plan.groups[g].size + packed.codes[g][row]]++
  }
  const observed = plan.tasks.map(task => new Float64Array((span + 1) * task.points.length))
  plan.groups.forEach((group, g) => {
    group.tasks.forEach((j, position) => {
      const size = plan.tasks[j].points.length
      for (let at = 0; at < byCode[g].length; at++) {
        const digit = digits[g][position][at % group.size]
        if (digit >= 0) observed[j][Math.floor(at / group.size) * size + digit] += byCode[g][at]
      }
    })
  })
  return observed
}

function overNodes(model: GpcmModel, distribution: Float64Array, span: number): Float64Array {
  const out = new Float64Array(span + 1)
  for (let at = 0; at < distribution.length; at++) {
    out[at % (span + 1)] += model.quadrature.weights[Math.floor(at / (span + 1))] * distribution[at]
  }
  return out
}

/** P(category | sum of points): sum × category; zeros where the sum is impossible. */
function expectedShares(
  model: GpcmModel,
  probabilities: readonly Float64Array[],
  tasks: readonly number[],
  j: number,
  span: number,
  all: Float64Array,
): Float64Array {
  const { points } = model.plan.tasks[j]
  const { weights } = model.quadrature
  const size = points.length
  const rest = scoreDistribution(
    model,
    probabilities,
    tasks.filter(other => other !== j),
    span,
  )
  const out = new Float64Array((span + 1) * size)
  for (let q = 0; q < weights.length; q++) {
    for (let k = 0; k < size; k++) {
      const weight = weights[q] * probabilities[j][q * size + k]
      const shift = points[k] - points[0]
      for (let sum = shift; sum <= span; sum++)
        out[sum * size + k] += weight * rest[q * (span + 1) + sum - shift]
    }
  }
  for (let at = 0; at < out.length; at++) {
    const share = all[Math.floor(at / size)]
    out[at] = share > 0 ? out[at] / share : 0
  }
  return out
}

/** Adds the groups of one task. The least and greatest sum leave no choice of category and are passed over. */
function addFit(
  total: { n: number; chiSquare: number; cells: number; square: number },
  observed: Float64Array,
  shares: Float64Array,
  points: readonly number[],
  span: number,
): void {
  const size = points.length
  let seen = new Float64Array(size)
  let expected = new Float64Array(size)
  const groups: { seen: Float64Array; expected: Float64Array }[] = []
  for (let sum = 1; sum < span; sum++) {
    let works = 0
    for (let k = 0; k < size; k++) works += observed[sum * size + k]
    if (works === 0) continue
    let gap = 0
    for (let k = 0; k < size; k++) {
      seen[k] += observed[sum * size + k]
      expected[k] += works * shares[sum * size + k]
      gap += points[k] * (observed[sum * size + k] / works - shares[sum * size + k])
    }
    total.n += works
    total.square += works * gap * gap
    if (expected.every(e => e >= 1)) {
      groups.push({ seen, expected })
      seen = new Float64Array(size)
      expected = new Float64Array(size)
    }
  }
  const last = groups.at(-1)
  if (last === undefined) return
  for (let k = 0; k < size; k++) {
    last.seen[k] += seen[k]
    last.expected[k] += expected[k]
  }
  for (const group of groups) {
    for (let k = 0; k < size; k++) {
      total.chiSquare += (group.seen[k] - group.expected[k]) ** 2 / group.expected[k]
    }
    total.cells += size - 1
  }
}
