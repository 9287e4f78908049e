import type { FindingData, ScreenedSet } from '../../app/features/screening/index.ts'

/**
 * Rows of analyses as the product writes them, in forty kinds that the schools of a benchmark share: as long, as deep and
 * as many as those of a real region. Their numbers mean nothing.
 */

export const KINDS = 40
export const SETS = [4, 5, 6, 7].flatMap(grade =>
  ['Русский язык', 'Математика'].map(subject => ({ grade, subject })),
)
const MAX_SCORE = 38
const TASKS = 20
const SCHOOLS = 700

/** Of the school-sets, those that the method of 2019 marks. */
const isMarkedKind = (kind: number) => kind % 5 === 0

export interface SchoolSetSample {
  readonly position: number
  readonly kind: number
  readonly n: number
  readonly mean: number
  readonly marked: boolean
  readonly distribution: readonly number[]
  readonly profile: readonly (readonly number[])[]
  readonly markers: readonly Record<string, unknown>[]
}

/** One school in a set of a run. */
export function schoolSetSample(position: number, kind: number): SchoolSetSample {
  const distribution = bell(30 + 3 * kind, 14 + (kind % 9))
  const n = distribution.reduce((sum, works) => sum + works, 0)
  const marked = isMarkedKind(kind)
  const value = 14 + (kind % 9) + position / 10
  return {
    ...{ position, kind, n, mean: value, marked, distribution },
    profile: Array.from({ length: TASKS }, (_, task) => [task, n, share(task), -0.031, -0.105, 0.043]),
    markers: MARKERS.map((marker, index) => ({
      ...{ marker, at: [position], n, value: value / (1 + index), lower: value - 1.23, upper: value + 1.23 },
      ...{ reference: 15.317, marked: index < 4 ? marked && index % 2 === 0 : null },
      ...{ p: index % 3 ? null : 0.0371, q: null, official: index < 4 },
      notes: kind < 3 ? [{ id: 'note.small-sample', params: { n } }] : [],
      details:
        marker === 'journal-gap'
          ? { table: JOURNAL }
          : marker === 'journal-mismatch'
            ? { table: CROSSTAB }
            : {},
    })),
  }
}

const MARKERS = [
  'high-mean',
  'journal-mismatch',
  'cohort-rise',
  'cohort-fall',
  'boundary-bunching',
  'task-inversion',
  'journal-gap',
]
const JOURNAL = [
  [4, 3, 0, 0],
  [2, 30, 20, 1],
  [0, 12, 60, 14],
  [0, 0, 9, 21],
]
const CROSSTAB = Array.from({ length: 5 }, (_, mark) =>
  Array.from({ length: MAX_SCORE + 1 }, (_, score) => Number(score % 5 === mark)),
)

/** What a set says of itself over the region. */
export function setFacts(year: number, position: number): ScreenedSet {
  const { grade, subject } = SETS[position]
  const distribution = bell(27_000, 17)
  const works = distribution.reduce((sum, count) => sum + count, 0)
  return {
    ...{ procedure: 'ВПР', version: null, year, grade, subject },
    ...{ works, schools: SCHOOLS, absent: 1300, excluded: 12, mean: 17.2, sd: 7.1, lower: 17.1, upper: 17.3 },
    ...{ maxScore: MAX_SCORE, boundaries: [10, 19, 29], alpha: 0.86, tau2: 2.1, within: 44, distribution },
    bunching: ([3, 4, 5] as const).map((mark, index) => {
      const score = [10, 19, 29][index]
      return { mark, score, below: distribution[score - 1], at: distribution[score] }
    }),
    journal: { n: works, table: JOURNAL } as unknown as ScreenedSet['journal'],
    tasks: Array.from({ length: TASKS }, (_, task) => ({
      ...{ name: `${1 + task}К1`, max: 2, level: 'Б', share: share(task) },
    })),
    notes: [],
  }
}

/** What the passport of a sign rests on: of one marker with its picture, or of the readings of several classes. */
export function findingSamples(
  source: 'official' | 'own',
  year: number,
  position: number,
  kind: number,
): FindingData[] {
  const set = { ...SETS[position], year, version: null }
  const { n, mean, distribution } = schoolSetSample(position, kind)
  const common = { n, schoolKind: 'СОШ', version: null } as const
  const scores = {
    kind: 'scores',
    title: { id: 'report.figure.school-title', params: { school: mean, region: 17.2 } },
    description: { id: 'report.figure.school-description', params: { n } },
    reference: bell(27_000, 17),
    own: distribution,
    boundaries: [10, 19, 29],
  } as const
  const others = Array.from({ length: SCHOOLS }, (_, school) => 0.6 + ((school * 37) % 100) / 120)
  const marker = {
    ...common,
    kind: 'marker',
    ...{ sets: [set], value: mean, lower: mean - 1, upper: mean + 1, reference: 15.3 },
    ...{ marked: true, p: null, q: null, official: true, notes: [], details: {} },
    region: { works: 27_000, schools: SCHOOLS },
  } as const
  if (source === 'official')
    return [
      { ...marker, marker: 'high-mean', figure: scores },
      {
        ...marker,
        marker: 'journal-mismatch',
        value: -0.31,
        lower: null,
        upper: null,
        reference: 0,
        figure: {
          kind: 'crosstab',
          title: { id: 'report.figure.crosstab-title', params: {} },
          description: { id: 'report.figure.crosstab-description', params: { n } },
          table: CROSSTAB,
        },
      },
    ]
  const reading = { ...common, kind: 'reading', set, z: 3.4, p: 0.0003, late: false, groups: 1400 } as const
  return [
    {
      ...reading,
      channel: 'level',
      class: `${set.grade}А`,
      figure: {
        ...scores,
        title: { id: 'detection.figure.scores', params: {} },
        description: { id: 'detection.figure.scores-description', params: { n, scale: 'no' } },
        boundaries: null,
      },
    },
    {
      ...reading,
      channel: 'task-profile',
      class: `${set.grade}Б`,
      figure: {
        kind: 'profile',
        title: { id: 'detection.figure.tasks', params: {} },
        description: { id: 'detection.figure.tasks-description', params: { n } },
        tasks: Array.from({ length: TASKS }, (_, task) => ({
          ...{
            name: `${1 + task}К1`,
            difference: 0.2 - task / 50,
            lower: 0.1 - task / 50,
            upper: 0.3 - task / 50,
          },
        })),
      },
    },
    {
      ...reading,
      channel: 'similarity',
      class: null,
      figure: {
        kind: 'strip',
        title: { id: 'detection.figure.strip', params: {} },
        description: { id: 'detection.figure.strip-description', params: { n } },
        axis: 'deviation',
        own: 3.4,
        others: others.map(value => 4 * (value - 1)),
        usual: [-1.96, 1.96],
      },
    },
  ]
}

function bell(works: number, centre: number): number[] {
  const shares = Array.from({ length: MAX_SCORE + 1 }, (_, score) => Math.exp(-(((score - centre) / 9) ** 2)))
  const all = shares.reduce((sum, one) => sum + one, 0)
  return shares.map(one => Math.round((works * one) / all))
}

function share(task: number): number {
  return 0.92 - task / 30
}
