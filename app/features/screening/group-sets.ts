import type { Problem } from '../../platform/problem.ts'
import {
  findSpecification,
  nameOfSet,
  type Specification,
  type Specifications,
} from '../procedures/threads.ts'
import {
  type AssessmentKey,
  type BatchManifest,
  matchesSpecification,
  type Task,
} from '../results/threads.ts'

/** An assessment of the run and the batches that feed it. */
export interface SetOfBatches {
  readonly assessment: AssessmentKey
  readonly batches: readonly BatchManifest[]
  readonly maxScore: number
  readonly tasks: readonly Task[]
  /** Null where neither the user nor the bundled data know the paper; then the headers gave the maxima. */
  readonly specification: Specification | null
}

/** Text by which an assessment is recognised and sorted. */
export function setKey({ procedure, version, year, grade, subject }: AssessmentKey): string {
  return [procedure, year, String(grade).padStart(2, '0'), subject, version ?? ''].join(' ')
}

/** The sets of a run; problems stop it, warnings are told. */
export interface GroupedSets {
  readonly groups: readonly SetOfBatches[]
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/**
 * Groups batches by their assessment, in an order that does not depend on the order of files, and finds the
 * specification of each. A faulty scale of the user's own is a problem here as at reading: batches may have been
 * stored before it was written. So is a batch read by another maximum or other tasks than the specification has now.
 */
export function groupSets(batches: readonly BatchManifest[], specifications: Specifications): GroupedSets {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const groups = Map.groupBy(batches, batch => setKey(batch.assessment))
  const sets = [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const members = group.toSorted((a, b) => (a.source.sha256 < b.source.sha256 ? -1 : 1))
      const { assessment, tasks } = members[0]
      // Files of an examination do not state its maximum: it is the highest that any of them met.
      const maxScore = Math.max(...members.map(batch => batch.maxScore))
      const found = findSpecification(specifications, assessment)
      const specification = found?.specification ?? null
      problems.push(...(found?.problems ?? []), ...readOtherwise(members, specification))
      warnings.push(...(found?.warnings ?? []))
      return { assessment, batches: members, maxScore, tasks, specification }
    })
  return { groups: sets, problems, warnings }
}

function readOtherwise(batches: readonly BatchManifest[], specification: Specification | null): Problem[] {
  if (!specification) return []
  return batches
    .filter(batch => !matchesSpecification(batch, specification))
    .map(({ id, source }) => ({
      code: 'stored-otherwise',
      params: { batch: id, set: nameOfSet(specification) },
      place: { file: source.file },
    }))
}
