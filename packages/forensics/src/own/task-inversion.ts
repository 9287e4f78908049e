import { message } from '../message.ts'
import type { Method, MethodResult, SchoolFinding } from '../method.ts'
import { probability, smallSample } from '../notes.ts'
import { normalUpperTail, Z_95 } from '../numeric/normal.ts'
import { sources } from '../sources.ts'
import type { Tally } from '../tally.ts'
import { additiveVariance } from './additive-variance.ts'
import { type TaskProfile, taskProfile } from './task-profile.ts'
import { withQ } from './with-q.ts'

export interface TaskInversionRegion {
  readonly schools: number
  readonly profile: TaskProfile
  /** Variance of the slope between schools beyond sampling; null without a school whose slope has a variance. */
  readonly tau2: number | null
}

/**
 * «Easy tasks worse, hard tasks better»: H = √n·Σ w_j(d_j − d̄), d_j = school minus region in the share of the
 * possible points of task j, w_j = the region's difficulty of the task, standardised over the tasks.
 *
 * The value is the same comparison as a slope, b = Σ w_j(d_j − d̄)/Σ w_j²: by how much the school's advantage over
 * the region grows per standard deviation of difficulty (share of the maximum; 0 in a school like the region).
 * H stands in `details.h`, the differences by task in `details.differences`.
 *
 * b is a mean over pupils, so its sampling variance is that of Σ w_j·x_j/m_j within schools (pooled over the
 * region) divided by n. Pupils of a class share lessons, which makes honest schools differ by more than that: τ²
 * between schools (DerSimonian–Laird, not winsorised, to stay on the cautious side) is added before p, the
 * one-sided normal tail of b/√(v + τ²), and to the interval b ± 1.96·√(v + τ²), so that the two say the same thing.
 *
 * Where tasks are missing: a school's w are centred again over the tasks it has (at least two), its task means come
 * from all works that have the task, and the works two tasks share are taken as the smaller of the two numbers. n is
 * the largest number of works behind one task. The region's shares include the school itself. A very strong school
 * has no room to be better at easy tasks, which tilts b upwards: read it with the mean.
 */
export const taskInversion: Method<Tally, MethodResult<TaskInversionRegion>> = {
  id: 'task-inversion',
  family: 'own',
  version: '2',
  title: message('method.task-inversion.title'),
  sources: [sources.ownInversion, sources.regulator2017, sources.derSimonianLaird, sources.falseDiscovery],
  needs: ['tasks'],
  compute,
  explain({ n, value, lower, upper, p }: SchoolFinding) {
    if (value === null || lower === null || upper === null || p === null)
      return message('method.task-inversion.no-value', { n })
    const direction = value > 0 ? 'harder-better' : 'no-sign'
    return message(`method.task-inversion.${direction}`, { n, value, lower, upper, ...probability(p) })
  },
  innocent: [
    message('innocent.topic-just-revised'),
    message('innocent.no-room-above'),
    message('innocent.gymnasium'),
    message('innocent.one-teacher'),
    message('innocent.small-class'),
  ],
  confirm: [message('confirm.remark-hard-tasks'), message('confirm.alike-answers')],
  refute: [message('refute.lesson-plan'), message('refute.same-profile-controlled')],
}

/** Below it a variance of sums of shares is what rounding leaves of zero. */
const ROUNDING = 1e-12

interface Slope {
  readonly school: number
  readonly n: number
  readonly tasks: number
  readonly value: number
  readonly variance: number | null
  readonly h: number
  readonly differences: readonly (number | null)[]
}

function compute(tally: Tally): MethodResult<TaskInversionRegion> {
  const profile = taskProfile.compute(tally)
  const slopes: Slope[] = []
  for (let school = 0; school < tally.shape.schoolCount; school++) {
    const slope = slopeOf(tally, profile, school)
    if (slope) slopes.push(slope)
  }
  const tau2 = varianceBetween(slopes)
  const findings = slopes.map(slope => findingOf(slope, tau2, tally.shape.taskMaxima.length))
  return { region: { schools: slopes.length, profile, tau2 }, findings: withQ(findings) }
}

function slopeOf(tally: Tally, profile: TaskProfile, school: number): Slope | null {
  const { schoolCount, taskMaxima } = tally.shape
  const { taskCounts, taskSums } = tally
  const tasks: number[] = []
  const weights: number[] = []
  const differences = new Array<number | null>(taskMaxima.length).fill(null)
  let n = 0
  for (const { task, share, difficulty } of profile.tasks) {
    const works = taskCounts[task * schoolCount + school]
    if (works === 0 || share === null || difficulty === null) continue
    tasks.push(task)
    weights.push(difficulty)
    differences[task] = taskSums[task * schoolCount + school] / (works * taskMaxima[task]) - share
    n = Math.max(n, works)
  }
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  const centred = weights.map(weight => weight - mean)
  const spread = centred.reduce((sum, weight) => sum + weight * weight, 0)
  if (tasks.length < 2 || !(spread > 0)) return null
  const sum = tasks.reduce((total, task, i) => total + centred[i] * differences[task]!, 0)
  const variance = varianceOfSum(tally, profile, school, tasks, centred)
  return {
    school,
    n,
    tasks: tasks.length,
    value: sum / spread,
    variance: variance > ROUNDING ? variance / (spread * spread) : null,
    h: Math.sqrt(n) * sum,
    differences,
  }
}

/** Var Σ a_j·ȳ_j = Σ_jk a_j·a_k·σ_jk·n_jk/(n_j·n_k) with n_jk = min(n_j, n_k); NaN where a covariance is unknown. */
function varianceOfSum(
  tally: Tally,
  { covariance }: TaskProfile,
  school: number,
  tasks: readonly number[],
  weights: readonly number[],
): number {
  const { schoolCount, taskMaxima } = tally.shape
  const count = taskMaxima.length
  let variance = 0
  for (let a = 0; a < tasks.length; a++) {
    const na = tally.taskCounts[tasks[a] * schoolCount + school]
    for (let b = a; b < tasks.length; b++) {
      const nb = tally.taskCounts[tasks[b] * schoolCount + school]
      const term = (weights[a] * weights[b] * covariance[tasks[a] * count + tasks[b]]) / Math.max(na, nb)
      variance += a === b ? term : 2 * term
    }
  }
  return variance
}

function varianceBetween(slopes: readonly Slope[]): number | null {
  const known = slopes.flatMap(({ value, variance }) =>
    variance === null ? [] : [{ value, weight: 1 / variance }],
  )
  if (known.length === 0) return null
  // In the order of their values: the sums do not depend on how schools are numbered.
  known.sort((a, b) => a.weight - b.weight || a.value - b.value)
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  const mean = known.reduce((sum, { value, weight }) => sum + weight * value, 0) / total
  const q = known.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0)
  return additiveVariance(
    q,
    known.map(({ weight }) => weight),
  )
}

function findingOf(slope: Slope, tau2: number | null, taskCount: number): SchoolFinding {
  const { school, n, value, variance, h, differences } = slope
  const notes = smallSample(n)
  if (slope.tasks < taskCount) notes.push(message('note.tasks-missing', { tasks: taskCount - slope.tasks }))
  if (variance === null) notes.push(message('note.no-task-variance'))
  const sd = variance === null || tau2 === null ? null : Math.sqrt(variance + tau2)
  const half = sd === null ? null : Z_95 * sd
  const z = sd === null ? null : value / sd
  return {
    school,
    n,
    value,
    lower: half === null ? null : value - half,
    upper: half === null ? null : value + half,
    reference: 0,
    marked: null,
    p: z === null ? null : normalUpperTail(z),
    q: null,
    notes,
    details: { h, z, differences },
  }
}
