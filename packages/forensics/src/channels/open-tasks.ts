import type { PreparedWorks } from './contract.ts'

export interface OpenTasks {
  /** Tasks that are taken for marked by judgement, by index; empty where none can be compared with closed ones. */
  readonly openTasks: readonly number[]
  /** Whether they are known to be such, or are taken for it because they are worth two points or more. */
  readonly openTasksBy: 'specification' | 'points'
}

/** The open tasks of the paper, provided that a closed one is left to compare them with. */
export function chooseOpenTasks({ openTasks, taskMaxima, items }: PreparedWorks): OpenTasks {
  const openTasksBy = openTasks.length > 0 ? 'specification' : 'points'
  const tasks = Array.from(taskMaxima, (_, j) => j)
  const open = tasks.filter(j => (openTasksBy === 'points' ? taskMaxima[j] >= 2 : openTasks.includes(j)))
  const comparable = items !== null && tasks.some(j => !open.includes(j) && items[j].slope > 0)
  return { openTasks: comparable ? open : [], openTasksBy }
}
