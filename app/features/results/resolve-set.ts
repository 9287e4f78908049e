import type { Problem } from '../../platform/problem.ts'
import {
  type Bands,
  findSpecification,
  nameOfSet,
  type Specification,
  type Specifications,
} from '../procedures/threads.ts'
import type { LayoutColumns, TaskColumn } from './layouts/layout.ts'
import type { SubjectClues } from './read-subject.ts'
import type { AssessmentKey, Task } from './types.ts'

/** The set a sheet belongs to and where its tasks stand. */
export interface ResolvedSet {
  readonly assessment: AssessmentKey
  readonly maxScore: number
  readonly bands: Bands | null
  readonly tasks: readonly Task[]
  /** Column of each task, in the same order. */
  readonly taskColumns: readonly number[]
  readonly packing: 4 | 8
  readonly warnings: readonly Problem[]
}

/**
 * Decides which set a sheet is and what its tasks are worth: maxima from the header, else from the specification.
 * Returns problems where subject, grade or year stay unknown, where no maximum is known, where a task column of
 * the specification is missing, or where the user's own scale is faulty.
 */
export function resolveSet(
  columns: LayoutColumns,
  clues: SubjectClues,
  declaredMaximum: number | null,
  specifications: Specifications,
): ResolvedSet | { problems: Problem[] } {
  const { subject, grade, year } = clues
  if (subject === null || grade === null || year === null) {
    const missing = Object.entries({ subject, grade, year }).filter(([, value]) => value === null)
    return { problems: missing.map(([what]) => ({ code: 'assessment-unknown', params: { missing: what } })) }
  }
  const assessment: AssessmentKey = { procedure: 'ВПР', version: versionOf(clues), year, grade, subject }
  const found = findSpecification(specifications, assessment)
  if (found && found.problems.length > 0) return { problems: [...found.problems] }
  const specification = found?.specification ?? null
  const named = columns.tasks.every(({ max }) => max !== null)
  const placed = named
    ? headerTasks(columns.tasks, specification)
    : specificationTasks(columns.tasks, specification)
  const set = { set: nameOfSet(assessment) }
  if (placed === null) return { problems: [{ code: 'specification-missing', params: set }] }
  if ('missing' in placed)
    return {
      problems: [{ code: 'task-columns-missing', params: { ...set, tasks: placed.missing.join(', ') } }],
    }
  const sum = placed.tasks.reduce((total, { max }) => total + max, 0)
  const maxScore = specification?.maxPrimary ?? declaredMaximum ?? sum
  const warnings = [...(found?.warnings ?? [])]
  const others = [declaredMaximum, named ? sum : null].filter(value => value !== null && value !== maxScore)
  if (others.length > 0)
    warnings.push({ code: 'maximum-differs', params: { ...set, used: maxScore, other: others[0] as number } })
  if (!named && placed.tasks.length === 0) warnings.push({ code: 'tasks-unknown', params: set })
  const packing = placed.tasks.every(({ max }) => max <= 12) ? 4 : 8
  return { assessment, maxScore, bands: specification?.bands ?? null, ...placed, packing, warnings }
}

/** Papers have a basic and an advanced version since 2025; earlier the word in a name means something else. */
function versionOf({ version, year, subject }: SubjectClues): AssessmentKey['version'] {
  return year !== null && year >= 2025 && (subject === 'Математика' || subject === 'Физика') ? version : null
}

type Placed = { tasks: Task[]; taskColumns: number[] }

function headerTasks(columns: readonly TaskColumn[], specification: Specification | null): Placed {
  const levels = new Map(specification?.tasks?.map(task => [plain(task.task), task.level]))
  return {
    tasks: columns.map(({ name, max }) => ({
      name,
      max: max as number,
      level: levels.get(plain(name)) ?? null,
    })),
    taskColumns: columns.map(({ column }) => column),
  }
}

function specificationTasks(
  columns: readonly TaskColumn[],
  specification: Specification | null,
): Placed | { missing: string[] } | null {
  if (!specification) return null
  const tasks = specification.tasks ?? []
  const byIndex = new Map(columns.map(({ index, column }) => [index, column]))
  const missing = tasks.filter(({ index }) => !byIndex.has(index))
  if (missing.length > 0) return { missing: missing.map(({ index }) => String(index)) }
  return {
    tasks: tasks.map(({ task, max, level }) => ({ name: task, max, level })),
    taskColumns: tasks.map(({ index }) => byIndex.get(index) as number),
  }
}

function plain(name: string): string {
  return name.toUpperCase().replaceAll('K', 'К').replace(',', '.')
}
