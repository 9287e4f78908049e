import type { AssessmentKey } from '../../results/index.ts'

/** Material for a talk about one school: pupils by code. Nobody in it is flagged, and the report does not contain it. */
export interface Case {
  /** Six digits of the login, and the login itself. */
  readonly key: string
  readonly school: string
  readonly name: string | null
  readonly sets: readonly CaseSet[]
  /** Sets in which the school wrote and which have no measurement model. */
  readonly unmeasured: readonly AssessmentKey[]
}

export interface CaseSet {
  readonly assessment: AssessmentKey
  /** By class and code, never by oddness. */
  readonly pupils: readonly CasePupil[]
  /** Pairs of one class beyond the cut, by class, the most similar first. */
  readonly pairs: readonly CasePair[]
}

/** Person fit of one work; null where the statistic does not exist (all or no points, no ability). */
export interface CasePupil {
  readonly code: string
  readonly class: string
  readonly total: number
  /** 0 none. */
  readonly journal: number
  /** EAP, in SD of the region's pupils. */
  readonly ability: number | null
  /** Normed Guttman errors for mixed maxima, 0 perfect order … 1 reversed. */
  readonly guttman: number | null
  /** Share of the region's works with the same total whose value is at least as large; null where they are few. */
  readonly guttmanShare: number | null
  readonly u3: number | null
  readonly u3Share: number | null
  /** lz* of Snijders with the correction for skewness; low does not fit. */
  readonly lz: number | null
  /** P(Z ≤ lz*). */
  readonly lzP: number | null
}

export interface CasePair {
  readonly class: string
  readonly first: string
  readonly second: string
  readonly tasks: number
  readonly matches: number
  readonly expected: number
  readonly omega: number
  /** p of the generalised binomial test and of M4. */
  readonly gbt: number
  readonly m4: number
  /** Pairs of the class that were compared; of them `byChance` are expected beyond the cut if pupils were independent. */
  readonly compared: number
  readonly byChance: number
}
