/** A local date, 'YYYY-MM-DD'. */
export type LocalDate = string

/**
 * One occurrence of a measure is a task: a single term has one, a recurring one has one each time, what waits for
 * cases has one a case. Overdue is no state: it is read from the day (`isOverdue`).
 */
export type TaskState =
  | 'not-started'
  | 'in-progress'
  | 'submitted'
  | 'accepted'
  | 'returned'
  /** Not done yet, with a later day and a reason. */
  | 'postponed'
  | 'cancelled'

export interface DatedTask {
  readonly state: TaskState
  /** The last day; null where the term is open. */
  readonly dueOn: LocalDate | null
}

/** States in which those who answer for a task have something to do. */
export const OWED_STATES: readonly TaskState[] = ['not-started', 'in-progress', 'returned', 'postponed']

/** Whether those who answer for it have something to do: neither waiting for a judgement nor ended. */
export function isOwed({ state }: Pick<DatedTask, 'state'>): boolean {
  return OWED_STATES.includes(state)
}

/** Is its last day gone? An open term never is. What was submitted waits for the level above, and is not late. */
export function isOverdue(task: DatedTask, today: LocalDate): boolean {
  return isOwed(task) && task.dueOn !== null && task.dueOn < today
}

/** Whole days past the last one; null where nothing is overdue. */
export function overdueDays(task: DatedTask, today: LocalDate): number | null {
  return isOverdue(task, today) ? daysBetween(task.dueOn!, today) : null
}

/** Whole days from one local date to another; below zero when it comes before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
