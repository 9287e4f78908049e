import type { Specification } from '../procedures/index.ts'
import type { AssessmentKey, BatchManifest, Task } from '../results/index.ts'

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

/** Groups batches by their assessment, in an order that does not depend on the order of files. */
export function groupSets(
  batches: readonly BatchManifest[],
  specificationOf: (key: AssessmentKey) => Specification | null,
): SetOfBatches[] {
  const groups = Map.groupBy(batches, batch => setKey(batch.assessment))
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const members = group.toSorted((a, b) => (a.source.sha256 < b.source.sha256 ? -1 : 1))
      const { assessment, maxScore, tasks } = members[0]
      return { assessment, batches: members, maxScore, tasks, specification: specificationOf(assessment) }
    })
}
