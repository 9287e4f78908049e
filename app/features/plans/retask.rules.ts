import { type DatedTask, isOwed, type LocalDate, type TaskState } from './task-state.rules.ts'

/** A task as it stands before the term of its measure is read again. */
export interface StandingTask {
  readonly id: number
  readonly position: number
  readonly state: TaskState
  readonly dueOn: LocalDate | null
  /** The day it had before it was put off; null where it was not. */
  readonly plannedOn: LocalDate | null
  /** Somebody has done something with it. */
  readonly touched: boolean
}

/** What becomes of the tasks of a measure; nothing at all where its days are what they were. */
export interface Retasking {
  /** Ids of those that nobody asks for any more. */
  readonly gone: readonly number[]
  /** Those that get another day. `told`: somebody was at it, and is to see that it is another version now. */
  readonly moved: readonly { readonly id: number; readonly dueOn: LocalDate | null; readonly told: boolean }[]
  readonly added: readonly { readonly position: number; readonly dueOn: LocalDate | null }[]
  /** All tasks as they stand afterwards. */
  readonly standing: readonly DatedTask[]
}

/**
 * The tasks of a measure whose term asks for these days by now. A task with which something was done stays as it is; only
 * where there is but one, and it is still owed, its day moves. Tasks with which nothing was done take the new days in their
 * order, so that a term that moves stays the same event in whoever's calendar has it.
 */
export function retask(
  held: readonly StandingTask[],
  wanted: readonly { readonly dueOn: LocalDate | null }[],
): Retasking {
  const kept = held.filter(({ touched }) => touched)
  const free = held.filter(({ touched }) => !touched)
  const [only] = kept
  const moves = kept.length === 1 && wanted.length === 1 && only.plannedOn === null && isOwed(only)
  const missing = moves ? [] : missingDays(kept, wanted)
  const again = free.slice(0, missing.length)
  const last = Math.max(0, ...[...kept, ...again].map(({ position }) => position))
  return {
    gone: free.slice(missing.length).map(({ id }) => id),
    moved: [
      ...(moves ? [{ id: only.id, dueOn: wanted[0].dueOn, told: true, before: only.dueOn }] : []),
      ...again.map(({ id, dueOn }, at) => ({
        ...{ id, dueOn: missing[at].dueOn, told: false, before: dueOn },
      })),
    ]
      .filter(({ dueOn, before }) => dueOn !== before)
      .map(({ before: _, ...move }) => move),
    added: missing.slice(again.length).map(({ dueOn }, at) => ({ position: last + at + 1, dueOn })),
    standing: [
      ...kept.map(({ state, dueOn }) => ({ state, dueOn: moves ? wanted[0].dueOn : dueOn })),
      ...missing.map(({ dueOn }) => ({ state: 'not-started' as const, dueOn })),
    ],
  }
}

/** Days that none of the tasks under way, or done, stands for. */
function missingDays<T extends { readonly dueOn: LocalDate | null }>(
  kept: readonly StandingTask[],
  wanted: readonly T[],
): readonly T[] {
  // One piece of work that is under way, or done, is not asked for again because its words were put better.
  if (kept.length > 0 && wanted.length === 1) return []
  const days = kept.map(({ dueOn, plannedOn }) => plannedOn ?? dueOn)
  return wanted.filter(({ dueOn }) => !takeOut(days, dueOn))
}

/** Takes the day out of the list, once. */
function takeOut(days: (LocalDate | null)[], day: LocalDate | null): boolean {
  const at = days.indexOf(day)
  if (at >= 0) days.splice(at, 1)
  return at >= 0
}
