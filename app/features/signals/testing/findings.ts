import type { FindingData } from '../../screening/index.ts'

/** Findings as a run freezes them, made by hand. */

const RUSSIAN = { subject: 'Русский язык', grade: 4, year: 2021, version: null }
export const MATHEMATICS = { subject: 'Математика', grade: 4, year: 2021, version: null }

/** Works per score, 0 … 24, of a region of a few thousand. */
const REGION = Array.from({ length: 25 }, (_, score) => 200 - Math.abs(score - 13) * 12)

type Marker = Extract<FindingData, { kind: 'marker' }>
type Reading = Extract<FindingData, { kind: 'reading' }>

/** `works` in all, spread over the scores from 12 up. */
export function scoresOf(works: number): number[] {
  const scores = Array.from({ length: 25 }, () => 0)
  for (let i = 0; i < works; i++) scores[12 + (i % 13)]++
  return scores
}

export function highMean(works: number): Marker {
  return {
    kind: 'marker',
    marker: 'high-mean',
    version: null,
    sets: [RUSSIAN],
    n: works,
    value: 18.25,
    lower: 17.5,
    upper: 19,
    reference: 13.2,
    marked: true,
    p: null,
    q: null,
    official: true,
    notes: works < 10 ? [{ id: 'note.small-sample', params: { n: works } }] : [],
    details: {},
    region: { works: 4000, schools: 200 },
    schoolKind: 'СОШ',
    figure: {
      kind: 'scores',
      title: { id: 'report.figure.school-title', params: { school: 18.25, region: 13 } },
      description: { id: 'report.figure.school-description', params: { n: works } },
      reference: REGION,
      own: scoresOf(works),
      boundaries: [8, 14, 20],
    },
  }
}

export function journalMismatch(works: number): Marker {
  return {
    ...highMean(works),
    marker: 'journal-mismatch',
    value: -0.31,
    lower: null,
    upper: null,
    reference: 0,
    figure: {
      kind: 'crosstab',
      title: { id: 'report.figure.crosstab-title', params: {} },
      description: { id: 'report.figure.crosstab-description', params: { n: works } },
      table: [[], Array.from({ length: 25 }, (_, score) => Number(score === 20)), [], [], []],
    },
  }
}

export function cohortRise(works: number): Marker {
  return {
    ...highMean(works),
    marker: 'cohort-rise',
    sets: [RUSSIAN, { ...RUSSIAN, grade: 5, year: 2022 }],
    value: 0.52,
    lower: 0.71,
    upper: 1.44,
    figure: {
      kind: 'strip',
      title: { id: 'report.figure.cohort-title', params: {} },
      description: { id: 'report.figure.cohort-description', params: { lower: 0.71, upper: 1.44 } },
      axis: 'cohort',
      own: 0.52,
      others: [0.8, 0.9, 1, 1.1],
      usual: [0.71, 1.44],
    },
  }
}

export function reading(
  channel: Reading['channel'],
  ofClass: string,
  n: number,
  figure: 'scores' | 'profile' | 'strip',
): Reading {
  const pictures = {
    scores: {
      kind: 'scores',
      title: { id: 'detection.figure.scores', params: {} },
      description: { id: 'detection.figure.scores-description', params: { n, scale: 'no' } },
      reference: REGION,
      own: scoresOf(n),
      boundaries: null,
    },
    profile: {
      kind: 'profile',
      title: { id: 'detection.figure.tasks', params: {} },
      description: { id: 'detection.figure.tasks-description', params: { n } },
      tasks: [
        { name: '1', difference: -0.1, lower: -0.2, upper: 0 },
        { name: '2', difference: 0.3, lower: 0.2, upper: 0.4 },
      ],
    },
    strip: {
      kind: 'strip',
      title: { id: 'detection.figure.strip', params: {} },
      description: { id: 'detection.figure.strip-description', params: { n } },
      axis: 'deviation',
      own: 3.4,
      others: [-1.2, 0.1, 0.9, 2.2],
      usual: [-1.96, 1.96],
    },
  } as const
  return {
    kind: 'reading',
    channel,
    set: RUSSIAN,
    class: ofClass,
    n,
    z: 3.4,
    p: 0.0003,
    late: false,
    groups: 412,
    schoolKind: 'СОШ',
    figure: pictures[figure],
  }
}
