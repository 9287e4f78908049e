import {
  daysBetween,
  isOverdue,
  isOwed,
  type LocalDate,
  overdueDays,
  type TaskState,
} from './task-state.rules.ts'

const SOON_DAYS = 7

/** A task as far as somebody is reminded of it. */
export interface RemindedTask {
  readonly id: number
  readonly state: TaskState
  readonly dueOn: LocalDate | null
  /** Only a plan in force asks for anything. */
  readonly planState: 'draft' | 'approved' | 'closed'
  /** Instant of the last return, ISO; null when it never was returned. */
  readonly returnedAt: string | null
}

export type ReminderKind = 'returned' | 'overdue' | 'tomorrow' | 'soon'

export interface Reminder {
  readonly task: number
  readonly kind: ReminderKind
  /** Days until the last one, below zero when it is past; null where the term is open. */
  readonly days: number | null
  /** Kept when it was told, so that it is not told again. A moved term or another return has another key. */
  readonly key: string
}

const ORDER: readonly ReminderKind[] = ['returned', 'overdue', 'tomorrow', 'soon']

/**
 * The lines of today's digest for a person from the tasks they answer for: each of a task's lines once, the most pressing
 * first. A day on which the service stood still is made up for: what falls due in five days is still «soon», and of
 * several lines passed over only the last is told.
 */
export function remindersFor(
  tasks: readonly RemindedTask[],
  { today, told }: { readonly today: LocalDate; readonly told: ReadonlySet<string> },
): Reminder[] {
  return tasks
    .flatMap(task => remindersOf(task, today))
    .filter(({ key }) => !told.has(key))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        (a.days ?? Infinity) - (b.days ?? Infinity) ||
        a.task - b.task,
    )
}

function remindersOf(task: RemindedTask, today: LocalDate): Reminder[] {
  if (task.planState !== 'approved' || !isOwed(task)) return []
  const { id, state, dueOn, returnedAt } = task
  const days = dueOn === null ? null : daysBetween(today, dueOn)
  const reminders: Reminder[] = []
  if (state === 'returned')
    reminders.push({ task: id, kind: 'returned', days, key: `task:${id}:returned:${returnedAt ?? ''}` })
  const kind = days === null ? null : stageOf(days)
  if (kind !== null) reminders.push({ task: id, kind, days, key: `task:${id}:${kind}:${dueOn}` })
  return reminders
}

function stageOf(days: number): ReminderKind | null {
  if (days < 0) return 'overdue'
  if (days <= 1) return 'tomorrow'
  return days <= SOON_DAYS ? 'soon' : null
}

export interface Escalation {
  readonly task: number
  readonly days: number
  readonly key: string
}

/** Overdue tasks of which the level above is to be told today, each once for each term, the longest overdue first. */
export function escalationsOf(
  tasks: readonly RemindedTask[],
  {
    today,
    told,
    afterDays,
  }: {
    readonly today: LocalDate
    readonly told: ReadonlySet<string>
    readonly afterDays: number
  },
): Escalation[] {
  return tasks
    .filter(task => task.planState === 'approved' && isOverdue(task, today))
    .map(task => ({
      task: task.id,
      days: overdueDays(task, today)!,
      key: `task:${task.id}:escalated:${task.dueOn}`,
    }))
    .filter(({ days, key }) => days >= Math.max(1, afterDays) && !told.has(key))
    .sort((a, b) => b.days - a.days || a.task - b.task)
}
