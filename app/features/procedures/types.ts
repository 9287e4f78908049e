/** A task of a paper. */
export interface TaskSpecification {
  /** Running number of the scored part, as «балл за N» of the 2021 protocols counts. */
  readonly index: number
  /** As numbered on the paper: «15K1», «9.1». */
  readonly task: string
  readonly level: 'Б' | 'П' | 'В' | null
  readonly max: number
}

/** Inclusive range of primary scores for each mark. */
export type Bands = Readonly<Record<'2' | '3' | '4' | '5', readonly [number, number]>>

/** The official description of one paper, versioned by year, with its source. */
export interface Specification {
  readonly procedure: string
  readonly version: string | null
  readonly year: number
  readonly grade: number
  readonly subject: string
  readonly maxPrimary: number
  readonly bands: Bands | null
  readonly tasks: readonly TaskSpecification[] | null
  readonly source: string
}
