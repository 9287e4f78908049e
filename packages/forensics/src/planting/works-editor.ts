import type { GroupedWorks } from '../channels/prepare-works.ts'
import { TaskCode } from '../works.ts'

/** Changes points of a copy of some works; declared totals move by as many points as the tasks do. */
export interface WorksEditor {
  /** Points of a task, «X» as 0; NaN where the task says nothing of the work («не пройд.», unreadable). */
  points(work: number, task: number): number
  isBlank(work: number, task: number): boolean
  total(work: number): number
  /** Gives a task these points (a blank is one no longer); nothing where the task says nothing of the work. */
  setPoints(work: number, task: number, points: number): void
  /** Leaves a task blank; nothing where the task says nothing of the work. */
  setBlank(work: number, task: number): void
  /** The works as they are now; columns that were never changed are those of the input. */
  finish(): GroupedWorks
}

/**
 * Columns are copied at the first change. A declared total that differed from the sum of the tasks goes on differing by
 * as much, unless it would leave 0 … maxScore.
 */
export function editWorks(works: GroupedWorks): WorksEditor {
  const { taskMaxima, maxScore } = works
  const scores = [...works.scores]
  const copied = new Uint8Array(scores.length)
  /** Declared totals moved by the tasks, not yet cut to 0 … maxScore: a cut on the way would depend on the order of edits. */
  let moved: Int32Array | null = null
  const cut = (value: number) => Math.min(maxScore, Math.max(0, value))
  const points = (work: number, task: number) => {
    const value = scores[task][work]
    if (value === TaskCode.notAttempted) return 0
    return value <= taskMaxima[task] ? value : Number.NaN
  }
  const write = (work: number, task: number, value: number, gained: number) => {
    if (Number.isNaN(gained) || scores[task][work] === value) return
    if (copied[task] === 0) {
      scores[task] = scores[task].slice()
      copied[task] = 1
    }
    scores[task][work] = value
    if (gained === 0) return
    moved ??= Int32Array.from(works.total)
    moved[work] += gained
  }
  return {
    points,
    isBlank: (work, task) => scores[task][work] === TaskCode.notAttempted,
    total: work => (moved ? cut(moved[work]) : works.total[work]),
    setPoints: (work, task, value) => write(work, task, value, value - points(work, task)),
    setBlank: (work, task) => write(work, task, TaskCode.notAttempted, -points(work, task)),
    finish: () => ({ ...works, scores, total: moved ? Uint16Array.from(moved, cut) : works.total }),
  }
}
