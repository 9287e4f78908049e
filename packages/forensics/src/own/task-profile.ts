import { message } from '../message.ts'
import type { Measure } from '../method.ts'
import { Z_95 } from '../numeric/normal.ts'
import { sources } from '../sources.ts'
import type { Tally } from '../tally.ts'
import { covarianceWithin } from './covariance-within.ts'

/** A task over the whole region. */
export interface RegionTask {
  /** Index of the task's column. */
  readonly task: number
  /** Works that say something of it. */
  readonly n: number
  /** Points scored of the points possible; null without works. */
  readonly share: number | null
  /** (1 − share), standardised over the tasks to mean 0 and variance 1; null where it has no share or all are equal. */
  readonly difficulty: number | null
  /** Pooled variance of a pupil's share of the task's maximum within schools. */
  readonly variance: number | null
}

export interface TaskProfile {
  /** In the order of the columns. */
  readonly tasks: readonly RegionTask[]
  /** Indices of tasks with a share, easiest first (ties in the order of the columns). */
  readonly order: readonly number[]
  /**
   * K × K pooled covariances within schools of pupils' shares of the maximum, upper triangle `[j · K + k]`, j ≤ k;
   * NaN where no school has two works with both tasks.
   */
  readonly covariance: Float64Array
}

/** A task in one school against the region. */
export interface SchoolTask {
  readonly task: number
  readonly n: number
  readonly share: number
  /** School minus region, share of the maximum, with its 95 % interval. */
  readonly difference: number
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * Profile of tasks: the region's share of the possible points per task, its order of difficulty and the ordinary
 * variation within schools, from which a school's profile gets its intervals (schoolTasks).
 */
export const taskProfile: Measure<Tally, TaskProfile> = {
  id: 'task-profile',
  family: 'own',
  version: '1',
  title: message('method.task-profile.title'),
  sources: [sources.regulator2017],
  needs: ['tasks'],
  compute,
}

function compute(tally: Tally): TaskProfile {
  const { taskMaxima, schoolCount } = tally.shape
  const count = taskMaxima.length
  const covariance = covarianceWithin(tally)
  const shares: (number | null)[] = []
  const works: number[] = []
  for (let task = 0; task < count; task++) {
    let n = 0
    let sum = 0
    for (let school = 0; school < schoolCount; school++) {
      n += tally.taskCounts[task * schoolCount + school]
      sum += tally.taskSums[task * schoolCount + school]
    }
    works.push(n)
    shares.push(n > 0 && taskMaxima[task] > 0 ? sum / (n * taskMaxima[task]) : null)
  }
  const difficulty = standardisedDifficulty(shares)
  const order = shares.flatMap((share, task) => (share === null ? [] : [task]))
  order.sort((a, b) => shares[b]! - shares[a]! || a - b)
  const tasks = shares.map((share, task): RegionTask => {
    const variance = covariance[task * count + task]
    return {
      task,
      n: works[task],
      share,
      difficulty: difficulty[task],
      variance: Number.isFinite(variance) ? variance : null,
    }
  })
  return { tasks, order, covariance }
}

function standardisedDifficulty(shares: readonly (number | null)[]): (number | null)[] {
  const known = shares.filter(share => share !== null)
  const mean = known.reduce((sum, share) => sum + share, 0) / known.length
  const sd = Math.sqrt(known.reduce((sum, share) => sum + (share - mean) ** 2, 0) / known.length)
  return shares.map(share => (share === null || !(sd > 0) ? null : (mean - share) / sd))
}

/**
 * One school's profile, easiest task of the region first; tasks the school has no works for are left out. The
 * interval is that of the school's share, with the region's pooled variance within schools: a school's own variance
 * is zero too easily in a small class.
 */
export function schoolTasks(tally: Tally, profile: TaskProfile, school: number): SchoolTask[] {
  const { schoolCount, taskMaxima } = tally.shape
  return profile.order.flatMap(task => {
    const n = tally.taskCounts[task * schoolCount + school]
    if (n === 0) return []
    const share = tally.taskSums[task * schoolCount + school] / (n * taskMaxima[task])
    const { share: reference, variance } = profile.tasks[task]
    const difference = share - reference!
    const half = variance === null ? null : Z_95 * Math.sqrt(variance / n)
    return [
      {
        task,
        n,
        share,
        difference,
        lower: half === null ? null : difference - half,
        upper: half === null ? null : difference + half,
      },
    ]
  })
}
