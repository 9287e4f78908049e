import {
  type DetectOptions,
  measurePower,
  PLANT_KINDS,
  type PlantKind,
  type PlantPower,
} from '@objektiv/forensics'
import { ProblemError } from '../../../platform/problem.ts'
import { type AssessmentKey, readSchools, worksSource } from '../../results/index.ts'
import { groupSets } from '../group-sets.ts'
import { makeRoster } from '../roster.ts'
import { inFixedOrder, regionName, type ScreeningInput } from '../run-screening.ts'
import { type CollectedWorks, collectWorks } from './collect-works.ts'
import { controlledOf, covariatesOf } from './detect-region.ts'
import { isExamination } from './examinations.ts'

/** Everything that measuring power needs of a region; the store is no longer read. */
export interface RegionForPower {
  readonly region: string
  /** SHA-256 of the files, sorted. */
  readonly files: readonly string[]
  /** Sets whose tasks are known, with the name of each. */
  readonly sets: readonly CollectedWorks[]
  readonly assessments: readonly AssessmentKey[]
  readonly covariates: NonNullable<DetectOptions['covariates']>
  readonly controlled: Uint8Array
  readonly schools: number
}

export interface RegionPowerOptions {
  /** Every seed plants other classes. */
  readonly seeds: number
  /** Unplanted schools that may be flagged, per 100. */
  readonly budget: number
  /** All of PLANT_KINDS by default. */
  readonly kinds?: readonly PlantKind[]
  /** Called before the first run and after each. */
  readonly onRun?: (done: number, all: number) => void
}

/** What would be found in the region, kind by kind, and under which conditions. */
export interface RegionPower extends Pick<RegionForPower, 'region' | 'files' | 'assessments' | 'schools'> {
  readonly works: number
  readonly seeds: number
  /** Per 100 unplanted schools. */
  readonly budget: number
  /** Share of the classes that were planted. */
  readonly shareOfClasses: number
  readonly rows: readonly PlantPower[]
}

const SHARE_OF_CLASSES = 0.05

/** Reads the works of every set whose tasks are known into memory. Throws ProblemError where there is none. */
export async function collectForPower(
  input: Pick<ScreeningInput, 'store' | 'batches' | 'registry' | 'specifications'>,
): Promise<RegionForPower> {
  const { store, registry, specifications } = input
  const batches = inFixedOrder(input.batches.filter(batch => batch.undone === null))
  const { groups, problems } = groupSets(batches, specifications)
  if (problems.length > 0) throw new ProblemError(problems)
  const met = await readSchools(batches.map(batch => worksSource(store, batch)))
  const roster = makeRoster(
    new Map(met.map(({ school, login }) => [Number(school), login])),
    registry?.byKey ?? null,
  )
  const sets: CollectedWorks[] = []
  for (const [set, group] of groups.entries()) {
    if (isExamination(group.assessment) || group.tasks.length === 0) continue
    if (group.batches.every(({ counts }) => counts.works === 0)) continue
    sets.push(await collectWorks(store, set, group, roster))
  }
  if (sets.length === 0) throw new ProblemError({ code: 'power-no-tasks' })
  return {
    region: regionName(batches),
    files: batches.map(({ source }) => source.sha256).toSorted(),
    sets,
    assessments: sets.map(({ assessment }) => assessment),
    covariates: covariatesOf(roster),
    controlled: controlledOf(roster),
    schools: roster.schools.length,
  }
}

/** Plants each kind of manipulation in turn into the region's own classes and counts what is found (`measurePower`). */
export function measureRegionPower(from: RegionForPower, options: RegionPowerOptions): RegionPower {
  const { region, files, sets, assessments, schools, covariates, controlled } = from
  const { seeds, budget, kinds = PLANT_KINDS, onRun } = options
  onRun?.(0, 1 + kinds.length * seeds)
  const rows = measurePower(
    sets.map(({ works }) => works),
    {
      kinds,
      seeds: Array.from({ length: seeds }, (_, k) => k + 1),
      budget: budget / 100,
      shareOfClasses: SHARE_OF_CLASSES,
      covariates,
      controlled,
      ...(onRun ? { onRun } : {}),
    },
  )
  const works = sets.reduce((sum, one) => sum + one.works.count, 0)
  return { region, files, assessments, schools, works, seeds, budget, shareOfClasses: SHARE_OF_CLASSES, rows }
}
