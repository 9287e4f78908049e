import { TaskCode } from '@objektiv/forensics'
import type { Random } from './random.ts'
import type { DemoWorks } from './types.ts'

/** The columns that an edit of a work touches. */
export type EditableWorks = Pick<DemoWorks, 'total' | 'scores'>

/** Points of a cell: a code gives none. */
export function pointsOf(cell: number): number {
  return cell >= TaskCode.unreadable ? 0 : cell
}

/** Writes points into a cell and keeps the row's total equal to the sum; a topic not taught stays not taught. */
export function setPoints(works: EditableWorks, row: number, task: number, points: number): void {
  const column = works.scores[task]
  if (column[row] === TaskCode.notTaught) return
  works.total[row] += points - pointsOf(column[row])
  column[row] = points
}

/**
 * Adds points where a marker can find them: first on tasks of several points that were attempted, then on any task
 * that was, then wherever there is room. Returns how many found room.
 */
export function addPoints(
  works: EditableWorks,
  row: number,
  points: number,
  maxima: ArrayLike<number>,
  random: Random,
): number {
  let left = points
  const start = random.integer(0, maxima.length - 1)
  for (const attempt of ['judged', 'attempted', 'any'] as const) {
    for (let step = 0; step < maxima.length && left > 0; step++) {
      const task = (start + step) % maxima.length
      const cell = works.scores[task][row]
      if (cell === TaskCode.notTaught) continue
      if (attempt !== 'any' && cell === TaskCode.notAttempted) continue
      if (attempt === 'judged' && maxima[task] < 2) continue
      const room = Math.min(left, maxima[task] - pointsOf(cell))
      if (room <= 0) continue
      setPoints(works, row, task, pointsOf(cell) + room)
      left -= room
    }
  }
  return points - left
}

/** Makes the pupil of a row absent: nothing is left of the work. */
export function clearWork(
  works: Pick<DemoWorks, 'variant' | 'total' | 'journal' | 'scores'>,
  row: number,
): void {
  works.variant[row] = 0
  works.total[row] = 0
  works.journal[row] = 0
  for (const column of works.scores) column[row] = 0
}
