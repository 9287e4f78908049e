import type { Bands, TaskSpecification } from '../procedures/index.ts'

/** What a demo region is made from; the same options give the same region, byte for byte. */
export interface DemoOptions {
  /** Any integer; 98 by default. */
  readonly seed?: number
  /** Number of schools, at least 40: each planted manipulation has a school of its own; 200 by default. */
  readonly schools?: number
  /** Plant manipulations; true by default. Without them the region is honest, which shows false alarms. */
  readonly plants?: boolean
  /** Spoil a few cells of every file as real files are spoilt; true by default. */
  readonly dirt?: boolean
}

export interface DemoMunicipality {
  /** «reg98_m012». */
  readonly code: string
  readonly name: string
}

export type SchoolKind = 'СОШ' | 'ООШ' | 'НОШ' | 'гимназия' | 'лицей'

export interface DemoSchool {
  /** Six digits that `sch` (2021) and `edu` (2022) logins share. */
  readonly digits: string
  readonly name: string
  /** Index into DemoRegion.municipalities. */
  readonly municipality: number
  readonly kind: SchoolKind
  readonly locality: 'город' | 'село'
  /** Writes under independent observers, marked outside the school: no rounding in favour, nothing planted. */
  readonly controlled: boolean
  /** Pupils a grade, before the yearly change. */
  readonly size: number
}

/** A class of one school and one school year. */
export interface DemoClass {
  readonly school: number
  /** «А», «Б»… */
  readonly letter: string
}

/** The paper that a set was written on, and how hard its tasks are. */
export interface DemoPaper {
  readonly grade: number
  readonly subject: string
  readonly maxPrimary: number
  readonly bands: Bands
  /** First primary scores of marks 3, 4 and 5. */
  readonly boundaries: readonly [number, number, number]
  readonly tasks: readonly TaskSpecification[]
  /** Expected share of the maximum per task in an average region, 0…1. */
  readonly shares: readonly number[]
}

/** Columns of one set; entry i of each belongs to one pupil of the list, absent ones included. */
export interface DemoWorks {
  readonly count: number
  /** Index into DemoRegion.schools. */
  readonly school: Int32Array
  /** Index into DemoSet.classes. */
  readonly class: Int32Array
  /** Running number inside the school and grade, from 1. */
  readonly pupil: Int32Array
  /** 0 — «м», 1 — «ж». */
  readonly gender: Uint8Array
  /** 1 or 2; 0 for an absent pupil, whose total, journal and scores are all 0. */
  readonly variant: Uint8Array
  readonly total: Uint16Array
  /** 2…5, 0 for «нет отметки». */
  readonly journal: Uint8Array
  /** Per task: points or a TaskCode of `@objektiv/forensics`. Total = sum of the points in every row. */
  readonly scores: readonly Uint8Array[]
}

/** A cell that is spoilt when the file is written; the columns of DemoWorks stay whole. */
export interface DirtEdit {
  readonly kind: DirtKind
  /** Index into the columns of the set. */
  readonly row: number
  readonly column: 'login' | 'class' | 'variant' | 'total' | 'journal' | { readonly task: number }
  /** What stands in the file instead; null for an empty cell. */
  readonly value: string | null
}

export type DirtKind =
  | 'cyrillic-x'
  | 'lower-case-x'
  | 'spaced-x'
  | 'latin-h'
  | 'above-task-maximum'
  | 'negative'
  | 'total-above-maximum'
  | 'total-missing'
  | 'total-differs'
  | 'variant-zero'
  | 'gender-in-mark'
  | 'class-spelling'
  | 'login-upper-case'
  | 'login-space'

/** One assessment as it was written and marked, before cells are spoilt. */
export interface CleanSet {
  readonly year: number
  readonly grade: number
  readonly subject: string
  readonly paper: DemoPaper
  readonly classes: readonly DemoClass[]
  readonly works: DemoWorks
}

export interface DemoSet extends CleanSet {
  readonly dirt: readonly DirtEdit[]
}

export type PlantKind = 'lift' | 'hardest-given' | 'alike' | 'dictate' | 'journal-detached' | 'low-absent'

/** What a plant did to the works it was given. */
export interface PlantOutcome {
  /** Works whose row changed. */
  readonly works: number
  readonly size: number
  /**
   * What `size` is: `points` — rise of the mean total over the works given (for low-absent: of those who wrote);
   * `spearman` — r_s of journal marks and totals over the works given, after the edit.
   */
  readonly measure: 'points' | 'spearman'
}

/** A manipulation of known kind and place. */
export interface DemoPlant extends PlantOutcome {
  readonly kind: PlantKind
  /** Login as in the file of that year. */
  readonly school: string
  /** Letter of the class; null when all classes of the school were touched. */
  readonly class: string | null
  readonly year: number
  readonly grade: number
  readonly subject: string
}

/** What truth.json holds: everything that is not honest or not clean in the region. */
export interface DemoTruth {
  readonly format: 1
  readonly seed: number
  readonly region: string
  readonly schools: number
  readonly plants: readonly DemoPlant[]
  /** Spoilt cells per file and kind. */
  readonly dirt: readonly {
    readonly year: number
    readonly grade: number
    readonly subject: string
    readonly kind: DirtKind
    readonly count: number
  }[]
}

export interface DemoRegion {
  readonly seed: number
  readonly name: string
  readonly municipalities: readonly DemoMunicipality[]
  readonly schools: readonly DemoSchool[]
  readonly sets: readonly DemoSet[]
  readonly truth: DemoTruth
}

/** Where writeRegion put everything; absolute or relative as the folder was given. */
export interface DemoFiles {
  readonly protocols: readonly string[]
  readonly registry: string
  readonly specifications: string
  readonly truth: string
}
