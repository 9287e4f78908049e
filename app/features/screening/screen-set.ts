import {
  boundaryBunching,
  funnel,
  highMean,
  JOURNAL_ROWS,
  journalGap,
  journalMismatch,
  type MarkerId,
  type Message,
  regionDistribution,
  reliability,
  type SchoolFinding,
  type Tally,
  type TaskProfile,
  taskInversion,
} from '@objektiv/forensics'
import type { SetOfBatches } from './group-sets.ts'
import type { ScreenedSet } from './types.ts'

/** Everything found in one set, before schools are named. */
export interface SetResult {
  readonly set: ScreenedSet
  readonly tally: Tally
  /** Whether the protocols carry marks of the school journal. */
  readonly journal: boolean
  /** The region's tasks; null where the set has none. */
  readonly profile: TaskProfile | null
  readonly findings: ReadonlyMap<MarkerId, readonly SchoolFinding[]>
}

/** Runs every method that the set's data allow; what could not be run is said in the set's notes. */
export function screenSet(group: SetOfBatches, tally: Tally): SetResult {
  const journal = hasJournal(tally)
  const scale = tally.shape.boundaries !== null
  const tasks = tally.shape.taskMaxima.length > 0

  const mean = highMean.compute(tally)
  const bunching = scale ? boundaryBunching.compute(tally) : null
  const inversion = tasks ? taskInversion.compute(tally) : null
  const gap = scale && journal ? journalGap.compute(tally) : null
  const spread = funnel.compute(tally)
  const findings = new Map<MarkerId, readonly SchoolFinding[]>([['high-mean', mean.findings]])
  if (journal) findings.set('journal-mismatch', journalMismatch.compute(tally).findings)
  if (bunching) findings.set('boundary-bunching', bunching.findings)
  if (inversion) findings.set('task-inversion', inversion.findings)
  if (gap) findings.set('journal-gap', gap.findings)

  const { absent, excluded } = countsOf(group)
  const { region } = mean
  const set: ScreenedSet = {
    ...group.assessment,
    works: region.n,
    schools: region.schools,
    absent,
    excluded,
    mean: region.mean,
    sd: region.sd,
    lower: region.lower,
    upper: region.upper,
    maxScore: tally.shape.maxScore,
    boundaries: tally.shape.boundaries,
    alpha: tasks ? reliability.compute(tally).alpha : null,
    tau2: spread.tau2,
    within: spread.within,
    distribution: [...regionDistribution(tally)],
    bunching: (bunching?.region.boundaries ?? []).map(({ mark, score, below, at }) => ({
      mark,
      score,
      below,
      at,
    })),
    journal: gap?.region ?? null,
    tasks: group.tasks.map((task, index) => ({
      ...task,
      share: inversion?.region.profile.tasks[index].share ?? null,
    })),
    notes: notesOf({ journal, scale, tasks }),
  }
  return { set, tally, journal, profile: inversion?.region.profile ?? null, findings }
}

/** What the data do not allow, and which methods therefore stay silent. */
function notesOf(has: { journal: boolean; scale: boolean; tasks: boolean }): Message[] {
  return (['journal', 'scale', 'tasks'] as const)
    .filter(need => !has[need])
    .map(need => ({ id: `set-note.no-${need}`, params: {} }))
}

function countsOf({ batches }: SetOfBatches): { absent: number; excluded: number } {
  let absent = 0
  let excluded = 0
  for (const { counts } of batches) {
    absent += counts.absent + counts.absentInPart
    excluded += counts.noTotal + counts.totalAboveMaximum + counts.noSchool
  }
  return { absent, excluded }
}

function hasJournal({ shape, cells }: Tally): boolean {
  const totals = shape.maxScore + 1
  return cells.some((works, cell) => works > 0 && Math.floor(cell / totals) % JOURNAL_ROWS > 0)
}
