import type { LocalDate } from '../tables.ts'

/** Columns of a unit that a registry can change; the words for them are `audit.field.unit.<column>`. */
export type ImportedField =
  | 'name'
  | 'short_name'
  | 'code'
  | 'login'
  | 'other_logins'
  | 'parent_id'
  | 'school_kind'
  | 'locality'
  | 'oge_code'
  | 'ege_code'
  | 'tags'
  | 'valid_from'
  | 'valid_to'

/** A value as the difference shows it; a parent is shown by its name. */
export type ShownValue = string | readonly string[] | null

export interface FieldChange {
  readonly field: ImportedField
  readonly before: ShownValue
  readonly after: ShownValue
}

/** Where a school comes to stand: a unit that is there, or a municipality that the same import makes. */
export type ParentRef =
  | { readonly id: number; readonly name: string }
  | { readonly key: string; readonly name: string }

export interface NewMunicipality {
  readonly key: string
  readonly code: string | null
  readonly name: string
  readonly row: number
}

export interface NewSchool {
  readonly row: number
  readonly name: string
  readonly login: string
  readonly digits: string
  readonly otherLogins: readonly string[]
  readonly parent: ParentRef
  readonly shortName: string | null
  readonly schoolKind: string | null
  readonly locality: string | null
  readonly ogeCode: string | null
  readonly egeCode: string | null
  readonly tags: readonly string[]
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
}

export interface ChangedUnit {
  readonly id: number
  /** As it was when the file was checked: a commit that finds another one refuses. */
  readonly version: number
  readonly kind: 'municipality' | 'school'
  readonly row: number
  readonly name: string
  readonly login: string | null
  readonly code: string | null
  readonly municipality: string | null
  /** Where it moves to; absent when it stays. */
  readonly parent?: ParentRef
  readonly changes: readonly FieldChange[]
}

export interface MissingSchool {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly login: string | null
  readonly municipality: string | null
}

/** The difference between a registry file and the territory. */
export interface ImportPlan {
  readonly rows: number
  readonly newMunicipalities: readonly NewMunicipality[]
  readonly newSchools: readonly NewSchool[]
  readonly changed: readonly ChangedUnit[]
  readonly missing: readonly MissingSchool[]
  readonly unchanged: number
}

/** What a commit did, to be put back exactly. Versions are those after the commit. */
export interface ImportDone {
  readonly created: readonly { readonly id: number; readonly version: number }[]
  readonly changed: readonly ChangeDone[]
}

export interface ChangeDone {
  readonly id: number
  readonly version: number
  /** Columns as they were before. */
  readonly before: Readonly<Record<string, unknown>>
  readonly aliasesAdded: readonly { readonly kind: 'login' | 'former-name'; readonly value: string }[]
  /** Former names that were there already and got a later day. */
  readonly aliasesMoved: readonly { readonly value: string; readonly valid_to: LocalDate | null }[]
}
