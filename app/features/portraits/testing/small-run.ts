import { COVERAGE_FACTOR, type JournalComparison, type MarkerId, momentsOf } from '@objektiv/forensics'
import type { SchoolSetRow, ScreenedSet, StoredMarker, TerritoryIndex } from '../../screening/index.ts'
import type { PortraitRequest, PortraitRun, PortraitSchool, PortraitSign } from '../types.ts'

/** A school of a run made by hand. */
export interface SmallSchool {
  readonly login: string
  readonly name?: string | null
  readonly municipality?: string | null
  readonly kind?: string | null
  readonly locality?: string | null
  /** Primary scores of its works, by position of the set. */
  readonly scores: Readonly<Record<number, readonly number[]>>
  /** Marks: понизили, подтвердили, повысили, |Δ| ≥ 2; by position. */
  readonly journal?: Readonly<Record<number, readonly [number, number, number, number]>>
  /** Shares of the points of the set's tasks, by position. */
  readonly tasks?: Readonly<Record<number, readonly number[]>>
  /** Further markers, by position. */
  readonly markers?: Readonly<Record<number, readonly Partial<StoredMarker>[]>>
  readonly signs?: readonly PortraitSign[]
  readonly federal?: PortraitSchool['federal']
  readonly measures?: PortraitSchool['measures']
}

export type SmallSet = Partial<ScreenedSet> & Pick<ScreenedSet, 'maxScore'>

/** A run as portraits take it: what can be counted is counted from the scores, as the screening does. */
export function smallRun(
  sets: readonly SmallSet[],
  schools: readonly SmallSchool[],
  index: readonly TerritoryIndex[] = [],
  territories: PortraitRun['territories'] = null,
): PortraitRun {
  return {
    record: {
      method: 'method-2019',
      version: '2',
      parameters: { notAttempted: 'zero', budget: 1, coverageFactor: 1.96, methods: 'high-mean 1' },
      dataHash: 'f'.repeat(64),
      createdAt: '2026-11-01T09:00:00.000Z',
    },
    summary: {
      ...{ works: 0, schools: schools.length, sets: sets.length, marked: 0, markedInIndex: 0 },
      ...{ own: null, files: [], notes: [] },
    },
    region: 'Регион',
    sets: sets.map((set, position) => setOf(set, position, schools)),
    schools: schools.map(one => schoolOf(one, sets)),
    index,
    territories,
  }
}

export function request(asked: Partial<PortraitRequest> = {}): PortraitRequest {
  return {
    ...{
      level: 'school',
      unit: 'sch990001',
      audience: 'school',
      notableOnly: false,
      date: '2026-11-22',
      repliesOn: null,
    },
    template: { version: '1', off: [] },
    ...asked,
  }
}

/** So many works spread over the scores around a middle: 5, 6, 7, 5, 6, 7 … */
export function spread(n: number, middle: number): number[] {
  return Array.from({ length: n }, (_, i) => middle - 1 + (i % 3))
}

function setOf(set: SmallSet, position: number, schools: readonly SmallSchool[]): ScreenedSet {
  const written = schools.filter(({ scores }) => (scores[position]?.length ?? 0) > 0)
  const distribution = histogram(
    written.flatMap(({ scores }) => scores[position]),
    set.maxScore,
  )
  const { n, mean, sd } = momentsOf(distribution)
  const boundaries = set.boundaries === undefined ? ([4, 7, 9] as const) : set.boundaries
  return {
    ...{ procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Математика' },
    ...{ works: n, schools: written.length, absent: 0, excluded: 0, mean, sd },
    ...boundsOf(mean, sd, n),
    boundaries,
    ...{ alpha: null, tau2: 0.5, within: 2, distribution },
    bunching: (boundaries ?? []).map((score, i) => ({
      mark: (3 + i) as 3 | 4 | 5,
      score,
      below: distribution[score - 1] ?? 0,
      at: distribution[score] ?? 0,
    })),
    ...{ journal: null, tasks: [], notes: [] },
    ...set,
  }
}

function schoolOf(one: SmallSchool, sets: readonly SmallSet[]): PortraitSchool {
  const {
    login,
    name = `Школа ${login}`,
    municipality = 'Лесной район',
    kind = 'СОШ',
    locality = 'село',
  } = one
  const facts = { ...{ degree: null, p: null, fdr: null }, flagged: false, facts: {} }
  return {
    school: { ...{ login, name, municipality, kind, locality }, registered: municipality !== null, ...facts },
    ...{ locality, municipality },
    rows: sets.flatMap((set, position) => rowOf(one, set, position)),
    signs: one.signs ?? [],
    federal: one.federal ?? [],
    measures: one.measures ?? null,
  }
}

function rowOf(
  { login, scores, journal, tasks, markers }: SmallSchool,
  set: SmallSet,
  position: number,
): SchoolSetRow[] {
  if (!scores[position]) return []
  const distribution = histogram(scores[position], set.maxScore)
  const { n, mean, sd } = momentsOf(distribution)
  const counts = journal?.[position]
  return [
    {
      ...{ position, login, n, mean, marked: false, distribution },
      profile: (tasks?.[position] ?? []).map((share, task) => {
        const difference = share - (set.tasks?.[task].share ?? 0)
        return [task, n, share, difference, difference - 0.1, difference + 0.1] as const
      }),
      markers: [
        marker('high-mean', position, { n, value: mean, ...boundsOf(mean, sd, n) }),
        ...(counts ? [journalMarker(position, counts)] : []),
        ...(markers?.[position] ?? []).map(one => marker(one.marker!, position, one)),
      ],
    },
  ]
}

function journalMarker(
  position: number,
  [lowered, confirmed, raised, far]: readonly [number, number, number, number],
) {
  const n = lowered + confirmed + raised
  const details: JournalComparison = {
    ...{ n, lowered, confirmed, raised, far },
    ...{ kappa: 0.5, stuartMaxwell: null, table: [] },
  }
  return marker('journal-gap', position, {
    ...{ n, value: lowered / n, lower: lowered / n / 2, upper: 1, reference: 0.2 },
    details: details as unknown as StoredMarker['details'],
  })
}

function marker(id: MarkerId, position: number, numbers: Partial<StoredMarker>): StoredMarker {
  return {
    marker: id,
    at: [position],
    ...{ n: 0, value: null, lower: null, upper: null, reference: null, marked: null, p: null, q: null },
    ...{ official: false, notes: [], details: {} },
    ...numbers,
  }
}

function boundsOf(
  mean: number | null,
  sd: number | null,
  n: number,
): { lower: number | null; upper: number | null } {
  if (mean === null || sd === null) return { lower: null, upper: null }
  const half = (COVERAGE_FACTOR * sd) / Math.sqrt(n)
  return { lower: mean - half, upper: mean + half }
}

function histogram(scores: readonly number[], maxScore: number): number[] {
  const counts = new Array<number>(maxScore + 1).fill(0)
  for (const score of scores) counts[score]++
  return counts
}
