import type { Problem } from '../../platform/problem.ts'

/** Which assessment a protocol belongs to. Two files with equal keys are one set. */
export interface AssessmentKey {
  /** «ВПР» for every layout of DOMAIN §3.1–3.3, «ОГЭ» and «ЕГЭ» for those of §3.6. */
  readonly procedure: string
  /** «базовая» / «углублённая» where the paper has versions (математика and физика since 2025), else null. */
  readonly version: string | null
  readonly year: number
  /** Grade of the material: the autumn paper of 2020 written in grade 5 is grade 4. */
  readonly grade: number
  /** As in the specification: «Русский язык». */
  readonly subject: string
}

export type LayoutId = 'vpr2020' | 'vpr2021' | 'vpr2022' | 'schoolForm' | 'individualResults' | 'oge' | 'ege'

/** Bits of the `flags` column: why a row is not counted, and what was met in it. */
export const RowFlag = {
  /** «отсутствовал» in every variant the row has. */
  absent: 1 << 0,
  /** «отсутствовал» in one part of a work of several parts (русский язык, autumn 2020): the work is not whole. */
  absentInPart: 1 << 1,
  noTotal: 1 << 2,
  totalAboveMaximum: 1 << 3,
  /** Declared total ≠ sum of the readable task points. Counted by the official method all the same. */
  totalDiffersFromSum: 1 << 4,
  /** More scores in the row than the set has tasks, or values of other columns among them. */
  extraCells: 1 << 5,
  /** Results without a readable login: nobody can say whose they are. */
  noSchool: 1 << 6,
} as const

/** A row with any of these is excluded from every method. */
export const EXCLUDED =
  RowFlag.absent | RowFlag.absentInPart | RowFlag.noTotal | RowFlag.totalAboveMaximum | RowFlag.noSchool

/** One kind of dirt met in a file: how often, what was done, and where the first few stand. */
export interface DirtCount {
  /** Message id suffix: `dirt.<kind>` names it, `dirt.<kind>.done` says what was done with it. */
  readonly kind: string
  readonly count: number
  readonly examples: readonly { sheet: string; row: number; column: string; value: string }[]
}

/** A task as the set's specification or the file's header gives it. */
export interface Task {
  /** As numbered on the paper or in the header: «9.1», «10К1», «15». */
  readonly name: string
  readonly max: number
  /** Б — базовый, П — повышенный, В — высокий; null where unknown. */
  readonly level: 'Б' | 'П' | 'В' | null
}

/** The record that makes a batch exist: written last, it is the truth about the Parquet file beside it. */
export interface BatchManifest {
  readonly format: 1
  readonly id: string
  readonly createdAt: string
  readonly createdBy: string
  readonly source: { readonly file: string; readonly sha256: string; readonly bytes: number }
  readonly layout: LayoutId
  readonly assessment: AssessmentKey
  readonly region: string | null
  readonly maxScore: number
  readonly tasks: readonly Task[]
  /** Bits per task in the packed score words: 4 (tasks of at most 12 points) or 8. */
  readonly packing: 4 | 8
  readonly counts: {
    readonly rows: number
    readonly works: number
    readonly absent: number
    readonly absentInPart: number
    readonly noTotal: number
    readonly totalAboveMaximum: number
    readonly noSchool: number
    readonly schools: number
  }
  readonly dirt: readonly DirtCount[]
  /** Whether the works carry the day of their upload; absent in batches of before it was kept. */
  readonly dated?: boolean
  /** Whether the works carry a final score beside the primary one (ЕГЭ). */
  readonly finals?: boolean
  /** Number of the set in its file, from 0, where the file holds several (ОГЭ, ЕГЭ); absent for 0. */
  readonly part?: number
  /**
   * Set where the service keeps the batch: a row of its database says whether the works count, and every single remark
   * lies beside them (`remarks.parquet`), so many of each kind. The command leaves such batches alone.
   */
  readonly service?: { readonly remarks: Readonly<Record<string, number>> }
  /**
   * Files of journal marks that count for these works, which came without: told to whoever reads the works for a run,
   * never stored.
   */
  readonly journals?: readonly { readonly id: string; readonly sha256: string }[]
  /** Set when the batch is undone; its works are no longer counted, the file stays. */
  readonly undone: { readonly at: string; readonly by: string } | null
}

/** Rows of a protocol as columns; entry i of each belongs to the same row. Texts are indexes into dictionaries. */
export interface BatchColumns {
  readonly count: number
  /** Six digits of the login as a number; 0 where the login cannot be read (flag noSchool). */
  readonly school: Uint32Array
  /** Index into `logins`: the login as the file spells it, '' where it cannot be read. */
  readonly login: Uint32Array
  readonly logins: readonly string[]
  /** Index into `classes`: canonical label, '' unknown. */
  readonly class: Uint32Array
  readonly classes: readonly string[]
  readonly code: readonly string[]
  /** Index into `variants`. */
  readonly variant: Uint32Array
  readonly variants: readonly string[]
  /** Declared total, −1 none. */
  readonly total: Int16Array
  /** 2…5 by the scale (or as given in «Аналитика»), 0 none. */
  readonly mark: Uint8Array
  /** 1…5, 0 none. */
  readonly journal: Uint8Array
  /** Bits of RowFlag. */
  readonly flags: Uint16Array
  /** Row of the sheet, from 1. */
  readonly row: Uint32Array
  /** Index of the sheet among the sheets read. */
  readonly sheet: Uint8Array
  /** Day of upload, days since 31.12.1999, 0 unknown; absent where no row has one. */
  readonly day?: Uint16Array
  /** Final score 0…100 of ЕГЭ, 255 none; absent where no row has one. */
  readonly final?: Uint8Array
  /** Row-major points or TaskCode, count × tasks.length. */
  readonly scores: Uint8Array
}

export type ExclusionReason = 'absent' | 'absent-in-part' | 'no-total' | 'total-above-maximum' | 'no-school'

/** A protocol file as read: rows, counts, dirt. Nothing has been stored yet. */
export interface ProtocolBatch {
  readonly source: BatchManifest['source']
  readonly layout: LayoutId
  readonly assessment: AssessmentKey
  /** Name or code of the region as the file gives it, else the two digits of the logins. */
  readonly region: string | null
  readonly maxScore: number
  readonly tasks: readonly Task[]
  readonly packing: 4 | 8
  readonly counts: BatchManifest['counts']
  readonly dirt: readonly DirtCount[]
  /** Rows left out of every method, in the order of the file. */
  readonly excluded: readonly {
    readonly sheet: string
    readonly row: number
    /** Canonical login, '' where it cannot be read. */
    readonly school: string
    readonly reason: ExclusionReason
  }[]
  /** What a person should know but need not put right first: a refused official scale, maxima that differ. */
  readonly warnings: readonly Problem[]
  readonly columns: BatchColumns
  /** As in the manifest. */
  readonly part?: number
}
