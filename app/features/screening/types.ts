import type { JournalGapRegion, MarkerId, Message, SchoolTask } from '@objektiv/forensics'
import type { AssessmentKey, DirtCount, ExclusionReason, LayoutId } from '../results/index.ts'
import type { Detection } from './detection/types.ts'

/** One set: an assessment with everything counted in it. Names as in signals.json. */
export interface ScreenedSet extends AssessmentKey {
  /** Works that count. */
  readonly works: number
  /** Schools with at least one counted work. */
  readonly schools: number
  /** Rows «отсутствовал», in the whole work or in one part of it. */
  readonly absent: number
  /** Rows left out for another reason: no numeric total, total above the maximum, no readable login. */
  readonly excluded: number
  readonly mean: number | null
  readonly sd: number | null
  /** The region's interval of method A: mean ± 1.96·sd/√works. */
  readonly lower: number | null
  readonly upper: number | null
  readonly maxScore: number
  /** First scores of marks 3, 4, 5; null where the set has no usable scale. */
  readonly boundaries: readonly [number, number, number] | null
  /** Cronbach's alpha over works with every task readable; null without tasks. */
  readonly alpha: number | null
  /** Ordinary variance between schools beyond sampling (additive τ², Spiegelhalter 2005), in points². */
  readonly tau2: number | null
  /** Pooled variance of works within schools, in points². */
  readonly within: number | null
  /** Works per primary score, 0 … maxScore. */
  readonly distribution: readonly number[]
  /** The region's own bunching per boundary: a finding about the region. */
  readonly bunching: readonly {
    readonly mark: 3 | 4 | 5
    readonly score: number
    readonly below: number
    readonly at: number
  }[]
  /** Marks of the works against marks of the journal over the region; null without a scale or a journal. */
  readonly journal: JournalGapRegion | null
  /** Share of the maximum per task over the region, in the order of the tasks. */
  readonly tasks: readonly {
    readonly name: string
    readonly max: number
    readonly level: string | null
    readonly share: number | null
  }[]
  /** Methods that could not be run on this set, with the reason. */
  readonly notes: readonly Message[]
}

/** One school × set × marker (for the cohort: school × pair of sets × marker). */
export interface ScreenedMarker {
  readonly school: string
  readonly name: string | null
  readonly municipality: string | null
  readonly marker: MarkerId
  /** Version of the paper, as in the set. */
  readonly version: string | null
  readonly sets: readonly { readonly year: number; readonly grade: number; readonly subject: string }[]
  /** Index of each of these sets in Screening.sets. */
  readonly at: readonly number[]
  readonly n: number
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly reference: number | null
  readonly marked: boolean | null
  readonly p: number | null
  readonly q: number | null
  /** Whether the marker is one of the 14 signs of the 2019 method, which alone feed the index. */
  readonly official: boolean
  readonly notes: readonly Message[]
  readonly details: Readonly<Record<string, unknown>>
}

export interface ScreenedSchool {
  /** Canonical login as the registry or, failing that, the file spells it. */
  readonly school: string
  readonly name: string | null
  readonly municipality: string | null
  readonly kind: string | null
  readonly locality: string | null
  /** In the registry or not; unknown schools are reported, never dropped. */
  readonly registered: boolean
  /** Ids of the markers that are marked, each once, with how many sets they are marked in. */
  readonly markers: readonly { readonly marker: MarkerId; readonly sets: number }[]
  /** Per set (index into Screening.sets): works per primary score of this school; absent where it has none. */
  readonly distributions: ReadonlyMap<number, Uint32Array>
  /** Per set: its tasks against the region's, easiest first; absent where it has none. */
  readonly profiles: ReadonlyMap<number, readonly SchoolTask[]>
}

/** Stage 3 of the 2019 method: 100 − share of marked schools, per territory and year. */
export interface TerritoryIndex {
  readonly unit: string
  readonly level: 'region' | 'municipality'
  readonly year: number
  /** How many of the 14 signs the data allow in this year. */
  readonly signs: number
  readonly schools: number
  readonly marked: number
  /** Null where no sign could be computed or no school took part. */
  readonly index: number | null
}

export interface RunRecord {
  readonly method: string
  readonly version: string
  /** Every setting and threshold that can change a number. */
  readonly parameters: Readonly<Record<string, string | number | boolean>>
  /** SHA-256 over the sorted hashes of the source files (and of registry and specifications, where given). */
  readonly dataHash: string
  readonly createdAt: string
}

/** A row that was not counted. */
export interface ExcludedRow {
  readonly file: string
  readonly row: number
  /** Login as in the run's schools; '' where it cannot be read. */
  readonly school: string
  readonly reason: ExclusionReason
}

/** A source file as the report lists it. */
export interface ScreenedFile {
  readonly file: string
  readonly layout: LayoutId
  readonly assessment: AssessmentKey
  readonly rows: number
  readonly works: number
  readonly dirt: readonly DirtCount[]
}

/** Everything a run found; the report, the spreadsheet and the JSON are three views of it. */
export interface Screening {
  readonly run: RunRecord
  /** Name of the region as the files give it. */
  readonly region: string
  readonly files: readonly ScreenedFile[]
  readonly sets: readonly ScreenedSet[]
  readonly markers: readonly ScreenedMarker[]
  readonly schools: readonly ScreenedSchool[]
  readonly index: readonly TerritoryIndex[]
  /** Our own signals, apart from the 2019 method; null where they were not asked for. */
  readonly detection: Detection | null
  readonly excluded: readonly ExcludedRow[]
  /** What a person should know of the run as a whole: refused scales, unknown schools, repeated codes. */
  readonly notes: readonly Message[]
}
