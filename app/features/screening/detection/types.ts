import type { ChannelId, Noise } from '@objektiv/forensics'

/** What one channel says of one class (or of the works of a school whose class is unknown). */
export interface ChannelReading {
  readonly channel: ChannelId
  /** Index of the set in Screening.sets. */
  readonly set: number
  /** Label of the class; null for works whose class is unknown. */
  readonly class: string | null
  readonly n: number
  /** Standard normal for honest classes, large = odd. */
  readonly z: number
  readonly p: number
}

/** The combined degree of one school over all channels, classes and sets. */
export interface DetectedSchool {
  readonly school: string
  readonly name: string | null
  readonly municipality: string | null
  readonly kind: string | null
  /** Standard normal for honest schools, large = odd. */
  readonly degree: number
  readonly p: number
  /** Local false discovery rate: how probable it is that a school with this degree is honest. */
  readonly fdr: number
  readonly q: number
  /** The two usual combinations, beside the degree. */
  readonly fisher: number
  readonly cauchy: number
  /** Classes and remainders of schools that carry the degree. */
  readonly units: number
  /** Flagged at the run's budget of false alarms. */
  readonly flagged: boolean
  /** The oddest readings, oddest first: what explains the degree. */
  readonly readings: readonly ChannelReading[]
}

/** Where the honest noise of a channel in a set was learnt from. */
export interface ChannelNoise {
  readonly set: number
  readonly channel: ChannelId
  readonly source: Noise['source']
  /** Why the estimate is not what was wished for; null where it is. */
  readonly reason: Noise['reason']
  readonly groups: number
}

/** Our own signals of a run: apart from the 2019 method, never in the index. */
export interface Detection {
  /** False alarms allowed per 100 honest schools. */
  readonly budget: number
  /** Degree from which a school is flagged. */
  readonly threshold: number
  readonly schoolsMeasured: number
  readonly flagged: number
  /** Honest schools expected among the flagged. */
  readonly expectedFalse: number
  /** 95 % interval of the false alarms per 100 honest schools; null where there are too few schools to know. */
  readonly budgetInterval: readonly [number, number] | null
  /** In the order of the roster. */
  readonly schools: readonly DetectedSchool[]
  readonly noise: readonly ChannelNoise[]
}
