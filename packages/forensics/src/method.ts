import type { Message } from './message.ts'

/** Marker ids, as they stand in signals.json. */
export type MarkerId =
  | 'high-mean'
  | 'journal-mismatch'
  | 'cohort-rise'
  | 'cohort-fall'
  | 'boundary-bunching'
  | 'task-inversion'
  | 'journal-gap'

/** What a method has to be given; a set that lacks it is passed over, and the report says why (`need.<DataNeed>`). */
export type DataNeed = 'totals' | 'journal' | 'scale' | 'tasks' | 'two-years'

/**
 * What a method says of one school in one set (for the cohort: in a pair of sets). Null where the value does not
 * exist (one work has no interval), never NaN or Infinity.
 */
export interface SchoolFinding {
  /** Index of the school in the screening. */
  readonly school: number
  /** Works (or pairs of values) behind the number; for the cohort the smaller of the two groups. */
  readonly n: number
  readonly value: number | null
  /** Interval of the value; for the cohort the fences Q1 − 3·IQR and Q3 + 3·IQR. */
  readonly lower: number | null
  readonly upper: number | null
  /** What the value is held against: the region's upper bound, the region's share, 0 for a correlation. */
  readonly reference: number | null
  /** By the letter of the method; null where the method is descriptive and not calibrated. */
  readonly marked: boolean | null
  /** Probability of a value at least as odd in a school like the region; null for methods without one. */
  readonly p: number | null
  /** p after Benjamini–Hochberg over the schools of the set. */
  readonly q: number | null
  /** Ids of notes: `note.small-sample`, `note.zero-spread`… with parameters. */
  readonly notes: readonly Message[]
  /** What stands behind the number: per boundary, per task, per category. Plain JSON. */
  readonly details: Readonly<Record<string, unknown>>
}

/** What a method says of a set: something about the region, and one finding per school with n ≥ 1, by school. */
export interface MethodResult<Region> {
  readonly region: Region
  readonly findings: readonly SchoolFinding[]
}

/** Where a method comes from, so that a reader can find it: `source.<id>` of the catalogues. */
export interface Source {
  readonly kind: 'norm' | 'paper' | 'press' | 'own'
  /** Title of the document or paper, authors, year, place. */
  readonly title: Message
}

/** A documented computation about a whole set: reliability, funnel, profile of tasks. */
export interface Measure<Input, Output> {
  readonly id: string
  readonly family: 'official-2019' | 'own'
  /** Raised when the same input may give other numbers. */
  readonly version: string
  /** `method.<id>.title` */
  readonly title: Message
  readonly sources: readonly Source[]
  readonly needs: readonly DataNeed[]
  compute(input: Input): Output
}

/**
 * A method of screening: one module, one object. `Input` is what it computes from; texts are message ids
 * `method.<id>.*` of the catalogues.
 */
export interface Method<Input, Output> extends Measure<Input, Output> {
  readonly id: MarkerId
  /** One sentence that explains a finding to a person. */
  explain(finding: SchoolFinding): Message
  /** Innocent causes that may fit, most common first. */
  readonly innocent: readonly Message[]
  /** What would confirm the sign, and what would refute it. */
  readonly confirm: readonly Message[]
  readonly refute: readonly Message[]
}
