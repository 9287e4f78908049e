import type { GroupedWorks, GroupMeans } from '@objektiv/forensics'
import { boundariesOf } from '../../procedures/threads.ts'
import {
  type AssessmentKey,
  type ClassedWorks,
  readClasses,
  readWorks,
  type Store,
  worksSource,
} from '../../results/threads.ts'
import type { SetOfBatches } from '../group-sets.ts'
import type { Roster } from '../roster.ts'

/** The works of a set in memory, grouped by class, and what each group is called. */
export interface CollectedWorks {
  /** Index of the set in the screening. */
  readonly set: number
  readonly assessment: AssessmentKey
  readonly works: GroupedWorks
  /** Label of the class of each group. */
  readonly classOfGroup: readonly string[]
  /** Mean day of upload of each class, NaN where unknown; null where no work of the set has one. */
  readonly writtenAt: Float64Array | null
  /** The examination that the set is held against. */
  readonly examination?: GroupMeans | null
}

/**
 * Reads a set whole, with its classes told apart: the channels look at single works, so these cannot pass by as a
 * stream. 20 tasks take about 30 bytes a work.
 *
 * @param onChunk sees every chunk as it goes by, so that what needs only a stream does not read the files again
 */
export async function collectWorks(
  store: Store,
  set: number,
  { assessment, batches, tasks, maxScore, specification }: SetOfBatches,
  roster: Roster,
  onChunk: (works: ClassedWorks) => void = () => {},
): Promise<CollectedWorks> {
  const sources = batches.map(batch => worksSource(store, batch))
  const classes = await readClasses(sources)
  const count = batches.reduce((sum, { counts }) => sum + counts.works, 0)
  const school = new Int32Array(count)
  const group = new Int32Array(count).fill(-1)
  const total = new Uint16Array(count)
  const journal = new Uint8Array(count)
  const scores = tasks.map(() => new Uint8Array(count))
  const groups = new Map<number, number>()
  const classOfGroup: string[] = []
  const day = new Uint16Array(count)

  let at = 0
  const take = (chunk: ClassedWorks): void => {
    onChunk(chunk)
    school.set(chunk.school.subarray(0, chunk.count), at)
    total.set(chunk.total.subarray(0, chunk.count), at)
    journal.set(chunk.journal.subarray(0, chunk.count), at)
    day.set(chunk.day.subarray(0, chunk.count), at)
    for (const [task, column] of scores.entries()) column.set(chunk.scores[task].subarray(0, chunk.count), at)
    for (let i = 0; i < chunk.count; i++) {
      const number = chunk.classNumber[i]
      if (number === 0) continue
      const key = chunk.school[i] * (classes.length + 1) + number
      let index = groups.get(key)
      if (index === undefined) {
        index = classOfGroup.length
        groups.set(key, index)
        classOfGroup.push(classes[number - 1])
      }
      group[at + i] = index
    }
    at += chunk.count
  }
  await readWorks(sources, { schoolIndex: roster.indexByDigits, classes, onChunk: take })

  const works: GroupedWorks = {
    count: at,
    school,
    total,
    journal,
    scores,
    group,
    groupCount: classOfGroup.length,
    schoolCount: roster.schools.length,
    maxScore,
    taskMaxima: Uint8Array.from(tasks, ({ max }) => max),
    boundaries: boundariesOf(specification?.bands ?? null),
    openTasks: [],
  }
  return { set, assessment, works, classOfGroup, writtenAt: meanDays(day, group, classOfGroup.length) }
}

function meanDays(day: Uint16Array, group: Int32Array, classes: number): Float64Array | null {
  const sum = new Float64Array(classes)
  const n = new Int32Array(classes)
  for (let i = 0; i < day.length; i++) {
    if (day[i] === 0 || group[i] < 0) continue
    sum[group[i]] += day[i]
    n[group[i]]++
  }
  return n.some(works => works > 0) ? sum.map((days, g) => days / n[g]) : null
}
