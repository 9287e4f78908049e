import type { Specification } from '../procedures/index.ts'
import type { BatchManifest, LayoutId } from './types.ts'

/** Layouts whose headers only number the tasks: names and maxima were taken from the specification. */
const NUMBERED: ReadonlySet<LayoutId> = new Set(['vpr2020', 'vpr2021'])

/**
 * Whether a stored batch was read with the maximum and tasks that a specification gives: its scores mean nothing by
 * another one. Where the headers state the tasks, only the maximum comes from the specification.
 */
export function matchesSpecification(
  { layout, maxScore, tasks }: Pick<BatchManifest, 'layout' | 'maxScore' | 'tasks'>,
  specification: Specification,
): boolean {
  if (maxScore !== specification.maxPrimary) return false
  if (!NUMBERED.has(layout)) return true
  const stored = tasks.map(({ name, max }) => [name, max])
  const described = (specification.tasks ?? []).map(({ task, max }) => [task, max])
  return JSON.stringify(stored) === JSON.stringify(described)
}
