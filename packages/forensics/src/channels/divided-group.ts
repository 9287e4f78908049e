import type { PreparedWorks } from './contract.ts'
import { NO_CELL } from './given-ability.ts'
import type { TaskResiduals } from './residuals.ts'

/**
 * How much the pupils of a group differ from one another along a profile, beyond chance: those who knew the tasks
 * beforehand have all of them right and the others have not, while a class that was taught the topics well moves as a
 * whole. For each pupil t_i = Σ_j u_j·(x_ij − E[x_j | ability])/√v_j, u the raised tasks of the profile, v_j their mean
 * variance; Q = Σ_i (t_i − t̄)²/σ̄² with σ̄² = Σ_j u_j²·E[Var x_j | ability]/v_j averaged over the group, about χ² with
 * n − 1 degrees of freedom times a constant. The answer is its cube root deviate (Wilson, Hilferty 1931), set to
 * median 0 and robust spread 1 over the groups, as marks of few points are not normal.
 *
 * @param order groups that are looked at
 * @param profile K loadings; those that are not above 0 are left out
 * @returns one number for each entry of `order`; 0 where nothing can be said
 */
export function dividedGroups(
  { groupStart, responses }: PreparedWorks,
  residuals: TaskResiduals,
  order: Int32Array,
  profile: Float64Array,
): Float64Array {
  const { cell, mean, variance } = residuals
  const tasks = Array.from(profile.keys()).filter(j => profile[j] > 0 && usualVariance(residuals, j) > 0)
  const load = tasks.map(j => profile[j] / Math.sqrt(usualVariance(residuals, j)))
  const longest = order.reduce((most, g) => Math.max(most, groupStart[g + 1] - groupStart[g]), 0)
  const t = new Float64Array(longest)
  const out = Float64Array.from(order, g => {
    const from = groupStart[g]
    const size = groupStart[g + 1] - from
    t.fill(0, 0, size)
    let chance = 0
    tasks.forEach((j, k) => {
      const column = responses.scores[j]
      for (let i = 0; i < size; i++) {
        const r = cell[from + i]
        const x = column[from + i]
        if (r === NO_CELL || x > responses.maxima[j]) continue
        t[i] += load[k] * (x - mean[j][r])
        chance += load[k] * load[k] * variance[j][r]
      }
    })
    return deviate(t.subarray(0, size), chance / size)
  })
  standardiseRobustly(out)
  return out
}

function usualVariance({ information, taskCount, works }: TaskResiduals, j: number): number {
  let v = 0
  let n = 0
  for (let g = 0; g < works.length; g++) {
    v += information[g * taskCount + j]
    n += works[g]
  }
  return n > 0 ? v / n : 0
}

function deviate(t: Float64Array, variance: number): number {
  const df = t.length - 1
  if (df < 1 || !(variance > 0)) return Number.NaN
  let sum = 0
  let squares = 0
  for (const x of t) {
    sum += x
    squares += x * x
  }
  const q = (squares - (sum * sum) / t.length) / variance
  return (Math.cbrt(Math.max(0, q) / df) - 1 + 2 / (9 * df)) / Math.sqrt(2 / (9 * df))
}

/** In place: median to 0, the middle 68 % to ±1; what is not a number to 0. */
function standardiseRobustly(values: Float64Array): void {
  const sorted = values.filter(x => !Number.isNaN(x)).sort()
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]
  const middle = at(0.5)
  const spread = (at(0.84) - at(0.16)) / 2
  for (let r = 0; r < values.length; r++) {
    values[r] = Number.isNaN(values[r]) || !(spread > 0) ? 0 : (values[r] - middle) / spread
  }
}
