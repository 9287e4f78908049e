import type { JournalComparison } from '@objektiv/forensics'
import type { ProfileFigure } from '../figures/figure-data.ts'
import type { SchoolDetails } from '../store/read-school-sets.ts'
import type { StoredTask } from '../tables.ts'
import type { ScreenedSet } from '../types.ts'

/** Works per primary score over several schools. */
export function addScores(
  schools: readonly Pick<SchoolDetails, 'distribution'>[],
  maxScore: number,
): number[] {
  const sum = new Array<number>(maxScore + 1).fill(0)
  for (const { distribution } of schools)
    for (const [score, works] of distribution.entries()) sum[score] += works
  return sum
}

/** Mean score of a distribution; null without works. */
export function meanOf(scores: readonly number[]): number | null {
  const n = scores.reduce((sum, works) => sum + works, 0)
  return n === 0 ? null : scores.reduce((sum, works, score) => sum + works * score, 0) / n
}

/** Marks of the work against marks of the journal over several schools; null where none has both. */
export function addJournals(schools: readonly Pick<SchoolDetails, 'markers'>[]): number[][] | null {
  const tables = schools.flatMap(({ markers }) =>
    markers.flatMap(({ marker, details }) =>
      marker === 'journal-gap' ? [(details as unknown as JournalComparison).table] : [],
    ),
  )
  if (tables.length === 0) return null
  return tables[0].map((row, j) => row.map((_, w) => tables.reduce((sum, table) => sum + table[j][w], 0)))
}

/** Tasks of several schools taken together, against the region's. */
export interface AddedTask {
  /** Index in the set's tasks. */
  readonly task: number
  readonly n: number
  /** Schools minus region, share of the maximum, with its 95 % interval. */
  readonly difference: number
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * Tasks of several schools against the region, easiest first: shares of all their works together. The interval is that of so many
 * works with the region's ordinary variance within schools, as in the profile of one school (schoolTasks).
 */
export function addTasks(
  { tasks }: Pick<ScreenedSet, 'tasks'>,
  schools: readonly Pick<SchoolDetails, 'profile'>[],
): AddedTask[] {
  const byTask = Map.groupBy(
    schools.flatMap(({ profile }) => profile),
    ([task]) => task,
  )
  return [...byTask]
    .flatMap(([task, rows]) => {
      const region = tasks[task].share
      return region === null ? [] : [{ task, region, ...addTask(rows) }]
    })
    .sort((a, b) => b.region - a.region || a.task - b.task)
    .map(({ task, n, difference, half }) => ({
      ...{ task, n, difference },
      lower: half === null ? null : difference - half,
      upper: half === null ? null : difference + half,
    }))
}

/** The same as a picture; null where the schools have no tasks. */
export function addProfiles(
  set: Pick<ScreenedSet, 'tasks'>,
  schools: readonly Pick<SchoolDetails, 'profile'>[],
): ProfileFigure | null {
  const added = addTasks(set, schools)
  if (added.length === 0) return null
  return {
    kind: 'profile',
    title: { id: 'run.figure.tasks', params: {} },
    description: {
      id: 'report.figure.profile-description',
      params: { n: Math.max(...added.map(one => one.n)) },
    },
    tasks: added.map(({ task, difference, lower, upper }) => ({
      name: set.tasks[task].name,
      ...{ difference, lower, upper },
    })),
  }
}

function addTask(rows: readonly StoredTask[]): { n: number; difference: number; half: number | null } {
  const n = rows.reduce((sum, row) => sum + row[1], 0)
  const difference = rows.reduce((sum, row) => sum + row[1] * row[3], 0) / n
  // Half an interval of n works is z·√(variance / n), so any school gives the variance away.
  const [, own, , , lower, upper] = rows.find(row => row[4] !== null) ?? []
  const half =
    lower == null || upper == null || own === undefined ? null : ((upper - lower) / 2) * Math.sqrt(own / n)
  return { n, difference, half }
}
