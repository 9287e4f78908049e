/** Why the noise was estimated otherwise than wished, or what is wrong with the estimate. */
export type NoiseReason =
  /** Fewer groups than an empirical null needs: z is that of independent pupils, far too large for big classes. */
  | 'few-groups'
  /** All values are equal: nothing can be odd, z is 0. */
  | 'no-variation'
  /** Half the values or more are one number: the spread is taken from the rest, and is wide rather than narrow. */
  | 'many-equal'
  /** More groups look odd than an empirical null can stand: half of them were taken for ordinary. */
  | 'majority'
  /** The bulk of groups is odd against the controlled ones: the region is no reference for itself. */
  | 'reference-lost'

/** The noise of honest groups of one size, for a report. */
export interface NoiseStratum {
  /** Median works (pairs, works at a boundary) per group. */
  readonly n: number
  readonly groups: number
  /** Value of an honest group, in the channel's units; the model says 0. */
  readonly centre: number
  /** Variance of honest groups over that of independent pupils; the model says 1. */
  readonly inflation: number
}

/** Where z comes from. */
export interface Noise {
  readonly source: 'controlled' | 'bulk' | 'model'
  readonly reason: NoiseReason | null
  /** Groups with a value, and how many of them are controlled. */
  readonly groups: number
  readonly controlled: number
  /** Share of honest groups by the zero assumption, at most 1; null for the model. */
  readonly pi0: number | null
  /**
   * Centre of the bulk less that of the controlled groups in standard deviations of honest groups, and its standard
   * error; null with fewer than ten controlled groups.
   */
  readonly shift: { readonly value: number; readonly error: number } | null
  /** By size, ascending; at most five. */
  readonly strata: readonly NoiseStratum[]
}
