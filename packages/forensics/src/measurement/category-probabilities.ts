import type { PlannedTask, TaskPlan } from './plan-tasks.ts'

/**
 * The generalised partial credit model (Muraki 1992, Appl. Psychol. Meas. 16: 159–176) in its natural parameters.
 * A task with the points x_0 < x_1 < … and s_k = x_k − x_0 has
 *
 *   P_k(θ) = exp(a·s_k·θ − d_k) / Z(θ),   Z(θ) = Σ_k exp(a·s_k·θ − d_k),   d_0 = 0.
 *
 * In the vector of parameters stand a, d_1, d_2, … at task.offset. With points 0, 1, …, m this is Muraki's form with
 * the steps c_k = (d_k − d_{k−1}) / a; for scores 0/1 it is the two-parameter logistic model.
 */
export function fillProbabilities(
  task: PlannedTask,
  parameters: Float64Array,
  theta: number,
  out: Float64Array,
): number {
  const { points, offset } = task
  const pull = parameters[offset] * theta
  let top = 0
  out[0] = 0
  for (let k = 1; k < points.length; k++) {
    out[k] = pull * (points[k] - points[0]) - parameters[offset + k]
    if (out[k] > top) top = out[k]
  }
  let sum = 0
  for (let k = 0; k < points.length; k++) {
    out[k] = Math.exp(out[k] - top)
    sum += out[k]
  }
  for (let k = 0; k < points.length; k++) out[k] /= sum
  return top + Math.log(sum)
}

/** Cumulants of a·s, the contribution of one task to T = Σ a·s, at one ability; log Z is their generating function. */
export interface TaskCumulants {
  readonly logZ: number
  readonly mean: number
  /** Fisher information of the task at θ. */
  readonly variance: number
  readonly third: number
  readonly fourth: number
}

export function taskCumulants(task: PlannedTask, parameters: Float64Array, theta: number): TaskCumulants {
  const p = new Float64Array(task.points.length)
  const logZ = fillProbabilities(task, parameters, theta, p)
  const slope = parameters[task.offset]
  const scores = task.points.map(x => slope * (x - task.points[0]))
  const mean = p.reduce((sum, share, k) => sum + share * scores[k], 0)
  let variance = 0
  let third = 0
  let fourth = 0
  for (let k = 0; k < p.length; k++) {
    const off = scores[k] - mean
    variance += p[k] * off ** 2
    third += p[k] * off ** 3
    fourth += p[k] * off ** 4
  }
  return { logZ, mean, variance, third, fourth: fourth - 3 * variance * variance }
}

/** log Z of every modelled task at every node: row j × node q. */
export function logNormalisers(plan: TaskPlan, parameters: Float64Array, nodes: Float64Array): Float64Array {
  const out = new Float64Array(plan.tasks.length * nodes.length)
  const p = new Float64Array(256)
  plan.tasks.forEach((task, j) => {
    for (let q = 0; q < nodes.length; q++) {
      out[j * nodes.length + q] = fillProbabilities(task, parameters, nodes[q], p)
    }
  })
  return out
}
