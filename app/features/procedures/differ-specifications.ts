import type { Bands, Specification, TaskSpecification } from './types.ts'

/** One thing that a revision changes in a paper. Values are as they are shown; null where there was or is none. */
export interface SpecificationChange {
  readonly what: 'maximum' | 'mark' | 'task' | 'task-added' | 'task-removed' | 'source'
  /** The mark («4») or the task («5.1») that it is about; empty for the paper itself. */
  readonly of: string
  readonly field?: 'max' | 'level' | 'task'
  readonly before: string | null
  readonly after: string | null
}

const MARKS = ['2', '3', '4', '5'] as const

/** What differs between two descriptions of one paper, in the order in which a page shows it. */
export function differSpecifications(
  before: Specification | null,
  after: Specification,
): readonly SpecificationChange[] {
  const changes: SpecificationChange[] = []
  const compare = (change: SpecificationChange) => {
    if (change.before !== change.after) changes.push(change)
  }
  compare({ what: 'maximum', of: '', before: text(before?.maxPrimary), after: text(after.maxPrimary) })
  for (const mark of MARKS)
    compare({
      what: 'mark',
      of: mark,
      before: bandText(before?.bands ?? null, mark),
      after: bandText(after.bands, mark),
    })
  changes.push(...differTasks(before?.tasks ?? [], after.tasks ?? []))
  compare({ what: 'source', of: '', before: before?.source || null, after: after.source || null })
  return changes
}

/** Tasks are the same by their index: it is the column of the protocol they are read from. */
function differTasks(
  before: readonly TaskSpecification[],
  after: readonly TaskSpecification[],
): SpecificationChange[] {
  const earlier = new Map(before.map(task => [task.index, task]))
  const later = new Map(after.map(task => [task.index, task]))
  const removed = before
    .filter(({ index }) => !later.has(index))
    .map(task => ({ what: 'task-removed' as const, of: task.task, before: text(task.max), after: null }))
  const rest = after.flatMap<SpecificationChange>(task => {
    const was = earlier.get(task.index)
    if (!was) return [{ what: 'task-added' as const, of: task.task, before: null, after: text(task.max) }]
    return (['task', 'max', 'level'] as const)
      .filter(field => was[field] !== task[field])
      .map(field => ({
        what: 'task' as const,
        of: task.task,
        field,
        before: text(was[field]),
        after: text(task[field]),
      }))
  })
  return [...removed, ...rest]
}

function bandText(bands: Bands | null, mark: '2' | '3' | '4' | '5'): string | null {
  return bands && `${bands[mark][0]}–${bands[mark][1]}`
}

function text(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
