import type { ExamCodes } from './exam-codes.ts'
import type { RegistryField } from './registry-columns.ts'
import type { LocalDate } from './tables.ts'

/** A school as the registry describes it. Keyed by the six digits of its login; spellings are aliases. */
export interface School {
  /** Six digits, e.g. «990001». */
  readonly key: string
  /** Login as the registry spells it, e.g. «sch990001». */
  readonly login: string
  /** Every spelling of the login met in the registry, the first one included. */
  readonly aliases: readonly string[]
  readonly name: string
  readonly municipality: { readonly code: string; readonly name: string } | null
  /** «СОШ», «гимназия»…, null where the registry is silent. */
  readonly kind: string | null
  /** «город», «село»…, null where the registry is silent. */
  readonly locality: string | null
  /** Correctional school («Коррекционная: да»). */
  readonly special: boolean
  /** Wrote under control of objectivity; such schools are the golden reference (DOMAIN §2). */
  readonly controlled: boolean
}

/** A row of a registry with everything the service keeps of a school; the command needs only the school. */
export interface RegistryRow extends School {
  readonly shortName: string | null
  readonly ogeCode: string | null
  readonly egeCode: string | null
  readonly tags: readonly string[]
  /** Logins that the school has or had besides this one, each in its plain spelling. */
  readonly otherLogins: readonly string[]
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
  readonly municipalityCode: string | null
  readonly municipalityName: string | null
  readonly sheet: string
  readonly row: number
  /** Columns that the file has: what it does not have, an import leaves as it is. */
  readonly given: ReadonlySet<RegistryField>
  /** What the file calls them, so that a problem can name its column. */
  readonly headers: Partial<Record<RegistryField, string>>
}

/** A registry file as read. */
export interface Registry {
  readonly file: string
  readonly sha256: string
  readonly schools: readonly School[]
  /** School by its six digits. */
  readonly byKey: ReadonlyMap<string, School>
  /** Empty where the file has no such columns. */
  readonly examCodes: ExamCodes
}
