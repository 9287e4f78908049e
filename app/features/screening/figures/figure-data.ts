import type { Message } from '@objektiv/forensics'

/** What every figure says, not yet worded: the finding, then what is drawn, n and the reference. */
interface Caption {
  readonly title: Message
  readonly description: Message
}

/** First scores of marks 3, 4, 5; null without a scale. */
export type Boundaries = readonly [number, number, number] | null

/** School means against works; limits follow from mean, within and tau2 (funnelLimits). */
export interface FunnelFigure extends Caption {
  readonly kind: 'funnel'
  /** `name` is null where the reader is not told whose point it is. */
  readonly points: readonly {
    readonly n: number
    readonly mean: number
    readonly asks: boolean
    readonly name: string | null
    readonly own?: boolean
  }[]
  readonly mean: number
  readonly within: number | null
  readonly tau2: number | null
  readonly maxScore: number
}

/** Works per primary score of a territory. */
export interface DistributionFigure extends Caption {
  readonly kind: 'distribution'
  readonly reference: readonly number[]
  readonly boundaries: Boundaries
}

/** The same of one school or class, before the region. */
export interface ScoresFigure extends Caption {
  readonly kind: 'scores'
  readonly reference: readonly number[]
  readonly own: readonly number[]
  readonly boundaries: Boundaries
}

/** Tasks of the region by difficulty. */
export interface TasksFigure extends Caption {
  readonly kind: 'tasks'
  readonly tasks: readonly { readonly name: string; readonly level: string | null; readonly share: number }[]
}

/** Tasks of one school or class less those of the region, easiest first. */
export interface ProfileFigure extends Caption {
  readonly kind: 'profile'
  readonly tasks: readonly {
    readonly name: string
    readonly difference: number
    readonly lower: number | null
    readonly upper: number | null
    /** Б, П or В, where it is to be read under the task. */
    readonly level?: string | null
    /** Whether fewer points were got than is thought enough. */
    readonly low?: boolean
  }[]
}

/** Journal marks 1 … 5 (rows) against primary scores. */
export interface CrosstabFigure extends Caption {
  readonly kind: 'crosstab'
  readonly table: readonly (readonly number[])[]
}

/** Marks of the journal 2 … 5 (rows) against marks of the work; null where too few works are in a cell to be shown. */
export interface MarksFigure extends Caption {
  readonly kind: 'marks'
  readonly table: readonly (readonly (number | null)[])[]
  readonly n: number
}

/** One value among those of the others, and the usual range. */
export interface StripFigure extends Caption {
  readonly kind: 'strip'
  readonly axis: 'cohort' | 'deviation'
  readonly own: number
  readonly others: readonly number[]
  readonly usual: readonly [number, number]
}

/**
 * A figure as data: plain JSON without words, so that it can be frozen with what it shows and drawn in any language by
 * the functions that the report uses.
 */
export type FigureData =
  | FunnelFigure
  | DistributionFigure
  | ScoresFigure
  | TasksFigure
  | ProfileFigure
  | CrosstabFigure
  | MarksFigure
  | StripFigure

/** A figure as a page takes it. */
export interface DrawnFigure {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly svg: string
  /** The numbers of the picture, for whoever cannot see it. */
  readonly table: FigureTable
}

export interface FigureTable {
  readonly head: string[]
  readonly rows: string[][]
}
