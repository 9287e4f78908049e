import {
  COMBINED_CHANNELS,
  DETECTION_CHANNELS,
  type DetectionChannel,
  type Noise,
  type Silence,
} from '@objektiv/forensics'
import type { Picture } from './picture.ts'

/** Channels that stand beside the degree and not in it. */
export const BESIDE: ReadonlySet<DetectionChannel> = new Set(
  DETECTION_CHANNELS.filter(id => !COMBINED_CHANNELS.includes(id)),
)

/** What one channel says of one class (or of the works of a school whose class is unknown). */
export interface ChannelReading {
  readonly channel: DetectionChannel
  /** Index of the set in Screening.sets. */
  readonly set: number
  /** Label of the class; null for works whose class is unknown, and for «external», which speaks of the school. */
  readonly class: string | null
  readonly n: number
  /** Standard normal for honest classes, large = odd. */
  readonly z: number
  readonly p: number
  /** In the channel «leak»: the profile is that in which late writers differ from early ones. */
  readonly late: boolean
  /** Null but for the oddest reading of each channel of a flagged school. */
  readonly picture: Picture | null
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
  /** Every set that was held against an examination, odd or not. */
  readonly externals: readonly ExternalReading[]
}

/** How far a set of a school lies above what its examination promises. */
export interface ExternalReading {
  /** Index of the set in Screening.sets. */
  readonly set: number
  /** Works of the school in the set. */
  readonly n: number
  /** Standard normal for honest schools. */
  readonly z: number
}

/** Where the honest noise of a channel in a set was learnt from. */
export interface ChannelNoise {
  readonly set: number
  readonly channel: DetectionChannel
  readonly source: Noise['source']
  /** Why the estimate is not what was wished for; null where it is. */
  readonly reason: Noise['reason']
  readonly groups: number
}

/** A channel, or a part of it, that was not computed for a set, and why. */
export interface ChannelSilence {
  readonly set: number
  readonly channel: DetectionChannel
  /** `no-dates`: the channel «leak» speaks, but cannot tell early writers from late ones. */
  readonly reason: Silence | 'no-dates'
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
  readonly silent: readonly ChannelSilence[]
}
