import type { DetectionChannel, MarkerId } from '@objektiv/forensics'
import type { FigureData } from '../figures/figure-data.ts'
import type { ScreenedMarker, ScreenedSet } from '../types.ts'

/** Which assessment, as it is named to people. */
type SetName = Pick<ScreenedSet, 'subject' | 'grade' | 'year' | 'version'>

interface Common {
  /** Kind of the school at the time of the run: it decides which innocent causes fit. */
  readonly schoolKind: string | null
  readonly figure: FigureData | null
}

/** One of our own channels in a class (or in the works of a school whose class is unknown). */
export interface ReadingFinding extends Common {
  readonly kind: 'reading'
  readonly channel: DetectionChannel
  readonly set: SetName
  readonly class: string | null
  readonly n: number
  readonly z: number
  readonly p: number
  readonly late: boolean
  /** Classes of the set that tell what is usual; null where that is not known. */
  readonly groups: number | null
}

/** A marked marker of the method of 2019 in one set, or in two sets of a cohort. */
export interface MarkerFinding extends Common {
  readonly kind: 'marker'
  readonly marker: MarkerId
  readonly version: string | null
  readonly sets: ScreenedMarker['sets']
  readonly n: number
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly reference: number | null
  readonly marked: boolean | null
  readonly p: number | null
  readonly q: number | null
  /** One of the 14 signs, which alone feed the index. */
  readonly official: boolean
  readonly notes: ScreenedMarker['notes']
  readonly details: ScreenedMarker['details']
  /** Of the region: what the value is held against. */
  readonly region: { readonly works: number; readonly schools: number }
}

/** One thing seen, as plain JSON without words: frozen with a run, worded in any language later (wordFinding). */
export type FindingData = ReadingFinding | MarkerFinding

/** A finding as a page or a document takes it. */
export interface WordedFinding {
  /** Id of the channel or marker. */
  readonly id: string
  readonly title: string
  readonly sentence: string
  readonly where: string
  readonly n: number
  readonly value: string
  /** Interval of the value in words; null where it has none. */
  readonly interval: string | null
  /** What it is held against, with its number. */
  readonly reference: string
  readonly smallSample: boolean
  /** Counted in the degree (own) or in the index (official); false stands beside it. */
  readonly inDegree: boolean
  readonly notes: string[]
  readonly innocent: string[]
  readonly confirm: string[]
  readonly refute: string[]
  readonly check: string[]
  /** What the method cannot see. */
  readonly blind: string[]
}
