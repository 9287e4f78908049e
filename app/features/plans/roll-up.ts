import { type DatedTask, isOverdue, isOwed, type LocalDate, type TaskState } from './task-state.rules.ts'

export interface RollUp {
  /** `no-cases`: it has no task, since nothing has happened that it waits for. */
  readonly state: TaskState | 'no-cases'
  readonly overdue: boolean
  /** The day that is due next: of what is owed, else of what waits to be accepted; null where none has a day. */
  readonly dueOn: LocalDate | null
  readonly done: number
  /** Without what was called off. */
  readonly total: number
}

/** What asks somebody to act comes first; the other states follow from how far the tasks are. */
const FIRST: readonly TaskState[] = ['returned', 'submitted', 'in-progress']

/**
 * A measure as a whole, from its tasks in any order. Those called off do not count, unless all are. Then, in this order:
 * all accepted → accepted; any returned → returned; any submitted → submitted; any in progress, or accepted beside
 * others that are not → in progress; any postponed → postponed; else not started.
 */
export function rollUp(tasks: readonly DatedTask[], today: LocalDate): RollUp {
  const live = tasks.filter(({ state }) => state !== 'cancelled')
  const done = live.filter(({ state }) => state === 'accepted').length
  return {
    state: stateOf(
      tasks.length,
      live.map(({ state }) => state),
    ),
    overdue: live.some(task => isOverdue(task, today)),
    dueOn: firstDay(live.filter(isOwed)) ?? firstDay(live.filter(({ state }) => state === 'submitted')),
    done,
    total: live.length,
  }
}

function stateOf(all: number, states: readonly TaskState[]): RollUp['state'] {
  if (all === 0) return 'no-cases'
  if (states.length === 0) return 'cancelled'
  if (states.every(state => state === 'accepted')) return 'accepted'
  const first = FIRST.find(state => states.includes(state))
  if (first) return first
  if (states.includes('accepted')) return 'in-progress'
  return states.includes('postponed') ? 'postponed' : 'not-started'
}

function firstDay(tasks: readonly DatedTask[]): LocalDate | null {
  return tasks.reduce<LocalDate | null>(
    (least, { dueOn }) => (dueOn !== null && (least === null || dueOn < least) ? dueOn : least),
    null,
  )
}
