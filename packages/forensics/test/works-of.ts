import {
  type AssessmentShape,
  createTally,
  type Tally,
  type TallyOptions,
  tallyWorks,
  type Works,
} from '../src/index.ts'

/** One work as a test writes it down. */
export interface Row {
  readonly school: number
  readonly total: number
  /** 0, the default, is «no mark». */
  readonly journal?: number
  readonly scores?: readonly number[]
}

export function worksOf(rows: readonly Row[], tasks = rows[0]?.scores?.length ?? 0): Works {
  return {
    count: rows.length,
    school: Int32Array.from(rows, row => row.school),
    total: Uint16Array.from(rows, row => row.total),
    journal: Uint8Array.from(rows, row => row.journal ?? 0),
    scores: Array.from({ length: tasks }, (_, task) =>
      Uint8Array.from(rows, row => row.scores?.[task] ?? 253),
    ),
  }
}

export function shapeOf(shape: Partial<AssessmentShape>): AssessmentShape {
  return { schoolCount: 1, maxScore: 10, taskMaxima: new Uint8Array(), boundaries: null, ...shape }
}

export function tallyOf(
  shape: Partial<AssessmentShape>,
  rows: readonly Row[],
  options?: Partial<TallyOptions>,
): Tally {
  const whole = shapeOf(shape)
  const tally = createTally(whole, options)
  tallyWorks(tally, worksOf(rows, whole.taskMaxima.length))
  return tally
}

/** Rows of one school: a total (and a journal mark) per work. */
export function school(index: number, totals: readonly number[], journal: readonly number[] = []): Row[] {
  return totals.map((total, i) => ({ school: index, total, journal: journal[i] ?? 0 }))
}
