import { addTasks, type ScreenedSet } from '../screening/threads.ts'
import type { Asked } from './asked.ts'
import type { SchoolInSet, SetContext } from './context.ts'
import { isFew } from './small-cells.ts'
import { levelOfTask, stateOfTask, type TaskLevel, type TaskState } from './thresholds.ts'

/** A task as a portrait shows it: of a school, a municipality or the region. */
export interface TaskOfUnit {
  /** Among the tasks of the set. */
  readonly index: number
  readonly name: string
  readonly level: string | null
  readonly of: TaskLevel | null
  /** Most points of the task. */
  readonly max: number
  readonly n: number
  /** Share of the possible points, its 95 % interval, and the region's share. */
  readonly share: number
  readonly lower: number | null
  readonly upper: number | null
  readonly region: number
  /** Unit minus region, with its interval. */
  readonly difference: number
  readonly from: number | null
  readonly to: number | null
  readonly state: TaskState | null
}

type Stored = SchoolInSet['row']['profile']

/** A school's tasks, easiest of the region first, as the run keeps them. */
export function profileOf({ tasks }: Pick<ScreenedSet, 'tasks'>, profile: Stored): TaskOfUnit[] {
  return profile.flatMap(([task, n, share, difference, from, to]) => {
    const { name, max, level, share: region } = tasks[task]
    return region === null
      ? []
      : [withState({ index: task, name, max, level, n, share, region, difference, from, to })]
  })
}

/** Tasks of several schools together, easiest of the region first. */
export function profileOfGroup(set: ScreenedSet, members: readonly SchoolInSet[]): TaskOfUnit[] {
  const rows = members.map(({ row }) => row)
  return addTasks(set, rows).flatMap(({ task, n, difference, lower, upper }) => {
    const { name, max, level, share: region } = set.tasks[task]
    if (region === null) return []
    return [
      withState({
        ...{ index: task, name, max, level, n, region, difference },
        ...{ share: region + difference, from: lower, to: upper },
      }),
    ]
  })
}

function withState(
  task: Pick<
    TaskOfUnit,
    'index' | 'name' | 'max' | 'level' | 'n' | 'share' | 'region' | 'difference' | 'from' | 'to'
  >,
): TaskOfUnit {
  const { share, difference, from, to, level } = task
  // The interval is that of the share; a share lies between nothing and the whole.
  const moved = (bound: number | null) =>
    bound === null ? null : Math.min(1, Math.max(0, share + bound - difference))
  return {
    ...task,
    lower: moved(from),
    upper: moved(to),
    of: levelOfTask(level),
    state: stateOfTask(level, share),
  }
}

/**
 * Whether the share of points of a task may be told: few works, one to a few pupils who did it, or did not, are kept back, and
 * what would give them away by subtraction.
 */
export function taskTold(asked: Asked, set: SetContext, { index, n, share, max }: TaskOfUnit): boolean {
  const { sight } = asked
  if (sight.own) return true
  if (asked.level === 'school') return sight.ofSet(set).task(index).schools.has(asked.school.school.login)
  if (asked.level === 'municipality') return sight.ofSet(set).task(index).municipalities.has(asked.name)
  const did = Math.round(share * n)
  return n >= sight.least && !(max === 1 && (isFew(did, sight.least) || isFew(n - did, sight.least)))
}
